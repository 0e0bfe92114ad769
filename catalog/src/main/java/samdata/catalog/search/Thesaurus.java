package samdata.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import samdata.vocab.Schemes;

/**
 * Which concepts of our schemes a word names, in any of their languages. A dataset's document holds the IRIs of its concepts
 * only: what they are called in 27 languages, repeated in every document, would be most of the index. Safe for use by many
 * threads.
 */
final class Thesaurus {
    private static final String IRI = "iri";

    private final Schemes schemes;
    private final Analysis analysis;
    private volatile @Nullable Names names;

    Thesaurus(Schemes schemes, Analysis analysis) {
        this.schemes = schemes;
        this.analysis = analysis;
    }

    /**
     * @param fields that hold words
     * @param iris of the concepts, as the reader numbers them
     */
    private record Names(DirectoryReader reader, Set<String> fields, List<BytesRef> iris) {
        static Names of(DirectoryReader reader) throws IOException {
            Set<String> fields = new TreeSet<>(FieldInfos.getIndexedFields(reader));
            List<BytesRef> iris = new ArrayList<>();
            StoredFields stored = reader.storedFields();
            for (int i = 0; i < reader.maxDoc(); i++)
                iris.add(stored.document(i).getBinaryValue(IRI));
            return new Names(reader, fields, iris);
        }
    }

    /** What concepts are called, in {@link Part#TEXT}. */
    DirectoryReader reader() {
        return names().reader();
    }

    /**
     * The IRIs of the concepts that a question names.
     *
     * @param in the question, asked of one field; null when it asks nothing there
     */
    List<BytesRef> named(Function<String, @Nullable Query> in) {
        Names all = names();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String field : all.fields()) {
            Query query = in.apply(field);
            if (query != null) any.add(query, BooleanClause.Occur.SHOULD);
        }
        try {
            ScoreDoc[] found = new IndexSearcher(all.reader())
                    .search(new ConstantScoreQuery(any.build()), all.iris().size())
                    .scoreDocs;
            return Arrays.stream(found).map(hit -> all.iris().get(hit.doc)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cut into words when they are first asked for: whoever only harvests needs none of it. */
    private Names names() {
        Names known = names;
        return known == null ? cut() : known;
    }

    private synchronized Names cut() {
        if (names != null) return names;
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(analysis))) {
                for (Node concept : schemes.concepts()) writer.addDocument(document(concept));
            }
            Names read = Names.of(DirectoryReader.open(memory));
            names = read;
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // what is in memory can be written and read
        }
    }

    private Document document(Node concept) {
        Document document = new Document();
        document.add(new StoredField(IRI, new BytesRef(concept.getURI())));
        schemes.id(concept).ifPresent(id -> document.add(words(Part.TEXT.anyLanguage(), id)));
        for (Text label : Text.labels(schemes.graph(), concept)) {
            document.add(words(Part.TEXT.anyLanguage(), label.words()));
            Analysis.language(label.lang())
                    .ifPresent(language -> document.add(words(Part.TEXT.in(language), label.words())));
        }
        return document;
    }

    private static TextField words(String field, String words) {
        return new TextField(field, words, Field.Store.NO);
    }
}
