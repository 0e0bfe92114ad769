package samdata.catalog.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import samdata.catalog.identity.KeyHolders;
import samdata.catalog.identity.KeysAtHand;
import samdata.catalog.store.Entry;
import samdata.catalog.store.Parallel;
import samdata.vocab.Sam;
import samdata.vocab.Schemes;

/**
 * The datasets by their words and facet values. It is derived from the store and says of which state of it it is; it can
 * be thrown away and built again at any time. Searches see the last committed {@link #begin update} or {@link #rebuild}
 * and nothing of one under way. One process at a time; safe for use by many threads.
 */
public final class SearchIndex implements AutoCloseable {
    /** Higher by one when the fields of a document change their meaning. */
    private static final int FORM = 7;

    private final Directory directory;
    private final Facets facets;
    private final Graph shapes;
    private final Analysis analysis = new Analysis();
    private final Thesaurus thesaurus;
    private final KeysAtHand keysAtHand = new KeysAtHand();
    private final String builtBy;
    final Snapshot.Newest newest;
    private final Written written;
    private volatile long generation;

    private SearchIndex(Path folder, Schemes schemes, Graph shapes) throws IOException {
        this.shapes = shapes;
        this.facets = new Facets(shapes, schemes);
        this.thesaurus = new Thesaurus(schemes, analysis);
        this.builtBy = builtBy(facets.all(), shapes, schemes);
        Files.createDirectories(folder);
        this.directory = FSDirectory.open(folder);
        this.generation = generationOf(directory, builtBy);
        if (generation < 0) empty(directory);
        this.written =
                new Written(directory, analysis, new Documents(facets, new ConceptNames(schemes), keysAtHand), builtBy);
        if (generation < 0) written.commit(generation);
        this.newest = new Snapshot.Newest(directory, facets.all());
    }

    /**
     * Opens the index, or begins an empty one. One that is damaged, or was built by other shapes, schemes or another
     * version of samdata, is deleted.
     *
     * @throws UncheckedIOException when the folder cannot be written or is open elsewhere
     */
    public static SearchIndex open(Path folder, Schemes schemes, Graph shapes) {
        try {
            return new SearchIndex(folder, schemes, shapes);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in " + folder + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** The generation of the store that this index shows; -1 when it has to be built. */
    public long generation() {
        return generation;
    }

    /** Begins an update, of which searches see nothing until it is committed. Another one waits until it is closed. */
    public IndexUpdate begin() {
        return new IndexUpdate(
                written,
                now -> {
                    newest.maybeRefreshBlocking();
                    generation = now;
                },
                keysAtHand::forget);
    }

    /** Builds the index anew; searches see the old one until the new one is whole. */
    public void rebuild(Iterable<Entry> all, long now) {
        try (IndexUpdate update = begin()) {
            update.forgetAll();
            Parallel.each(all.iterator(), update::put);
            update.commit(List.of(), now);
        }
    }

    /** @throws IllegalArgumentException for a facet that is not declared, naming those that are */
    public Results search(Search search) {
        return read(snapshot -> answer(snapshot, search));
    }

    public Optional<String> iri(String datasetId) {
        return read(snapshot -> {
            TopDocs found = snapshot.searcher().search(new TermQuery(new Term(Documents.ID, datasetId)), 1);
            if (found.scoreDocs.length == 0) return Optional.empty();
            return Optional.of(snapshot.reader()
                    .storedFields()
                    .document(found.scoreDocs[0].doc)
                    .get(Documents.IRI));
        });
    }

    /** The IRIs of all datasets. */
    public Set<String> iris() {
        return read(snapshot -> {
            Set<String> iris = new TreeSet<>();
            for (LeafReaderContext leaf : snapshot.reader().leaves()) {
                Bits live = leaf.reader().getLiveDocs();
                SortedDocValues values = leaf.reader().getSortedDocValues(Documents.IRI);
                while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                    if (live == null || live.get(values.docID()))
                        iris.add(values.lookupOrd(values.ordValue()).utf8ToString());
            }
            return iris;
        });
    }

    /** The keys of what is put by the update under way. */
    public KeysAtHand keysAtHand() {
        return keysAtHand;
    }

    /** Who holds which key, by the last whole update. */
    public KeyHolders keyHolders() {
        return new KeyHolders() {
            @Override
            public Map<String, long[]> keys(Collection<String> iris) {
                return read(snapshot -> new IndexedKeys(snapshot.reader()).keys(iris));
            }

            @Override
            public void holders(long[] keys, Set<String> changing, int most, Visitor visitor) {
                read(snapshot -> {
                    new IndexedKeys(snapshot.reader()).visit(keys, changing, most, visitor);
                    return "";
                });
            }
        };
    }

    @Override
    public void close() {
        try (directory) {
            newest.close();
            written.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Results answer(Snapshot snapshot, Search search) throws IOException {
        Question question = new Question(snapshot, facets, analysis, thesaurus, search);
        Question.Answer answer = question.answer();
        Counts counts = new Counts(snapshot, facets, search.lang());
        Hits hits = new Hits(snapshot, analysis, question.wordsToMark(), search.lang());
        return new Results(
                answer.total(),
                hits.of(answer.page()),
                facets.all().stream()
                        .map(facet -> values(facet, question, answer, counts, search.lang()))
                        .toList(),
                answer.total() == 0 ? didYouMean(snapshot, search) : Optional.empty());
    }

    private Results.FacetValues values(
            Facet facet, Question question, Question.Answer answer, Counts counts, String lang) {
        int[] counted = Objects.requireNonNull(answer.counts().get(facet.id()));
        Set<String> chosen = question.chosen().getOrDefault(facet.id(), Set.of());
        return new Results.FacetValues(
                facet.id(),
                facet.label(shapes, lang),
                counts.of(facet, counted, chosen),
                chosen.stream().filter(value -> !question.isHeld(facet, value)).toList());
    }

    private Optional<String> didYouMean(Snapshot snapshot, Search search) throws IOException {
        Optional<String> mended;
        try (MultiReader words = new MultiReader(new IndexReader[] {snapshot.reader(), thesaurus.reader()}, false)) {
            mended = new Spelling(words, analysis).mended(search.q());
        }
        if (mended.isEmpty()) return mended;
        Query query = Words.query(analysis, snapshot.words(), thesaurus, search.lang(), mended.get());
        return query instanceof MatchNoDocsQuery || snapshot.searcher().count(query) == 0 ? Optional.empty() : mended;
    }

    private <T> T read(Reading<T> reading) {
        try {
            Snapshot snapshot = newest.acquire();
            try {
                return reading.of(snapshot);
            } finally {
                newest.release(snapshot);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads every byte of the index once, since Lucene by itself notices damage only when it comes upon it. */
    private static long generationOf(Directory directory, String builtBy) throws IOException {
        if (!DirectoryReader.indexExists(directory)) return -1;
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves())
                if (leaf.reader() instanceof CodecReader codec) codec.checkIntegrity();
            Map<String, String> said = reader.getIndexCommit().getUserData();
            @Nullable String generation = said.get(Written.GENERATION);
            return generation != null && builtBy.equals(said.get(Written.BUILT_BY)) ? Long.parseLong(generation) : -1;
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | FileNotFoundException
                | NoSuchFileException
                | IllegalArgumentException damaged) {
            return -1;
        }
    }

    private static void empty(Directory directory) throws IOException {
        for (String file : directory.listAll())
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) directory.deleteFile(file);
    }

    /** A mark of everything that documents are made by, so that other labels, facets or recognition give another index. */
    private static String builtBy(List<Facet> facets, Graph shapes, Schemes schemes) {
        CRC32 mark = new CRC32();
        facets.forEach(facet -> add(mark, facet.id() + facet.path() + facet.byYear() + facet.judged()));
        shapes.stream(Node.ANY, Sam.recognisedIn, Node.ANY)
                .flatMap(recognised -> shapes.stream(recognised.getSubject(), SHACL.path, Node.ANY)
                        .map(path -> path.getObject().isBlank()
                                ? ""
                                : path.getObject().toString())
                        .map(path -> path + " " + recognised.getObject()))
                .sorted()
                .forEach(recognised -> add(mark, recognised));
        schemes.graph().stream()
                .filter(triple ->
                        !triple.getSubject().isBlank() && !triple.getObject().isBlank())
                .map(Object::toString)
                .sorted()
                .forEach(triple -> add(mark, triple));
        return FORM + "-" + Long.toHexString(mark.getValue());
    }

    private static void add(CRC32 mark, String text) {
        mark.update(text.getBytes(StandardCharsets.UTF_8));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(Snapshot snapshot) throws IOException;
    }
}
