package samdata.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.catalog.history.Changes;
import samdata.catalog.identity.Identities;
import samdata.catalog.identity.Link;
import samdata.catalog.judge.Rules;
import samdata.catalog.licence.Licences;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.search.Facet;
import samdata.catalog.search.IndexUpdate;
import samdata.catalog.search.Results;
import samdata.catalog.search.Search;
import samdata.catalog.search.SearchIndex;
import samdata.catalog.store.Change;
import samdata.catalog.store.Comparison;
import samdata.catalog.store.Derivation;
import samdata.catalog.store.Entries;
import samdata.catalog.store.Entry;
import samdata.catalog.store.Graphs;
import samdata.catalog.store.Harvested;
import samdata.catalog.store.Ledger;
import samdata.catalog.store.QuadDigest;
import samdata.catalog.store.Store;
import samdata.catalog.suitability.Suitability;
import samdata.vocab.Schemes;

/**
 * The descriptions of every company, one named graph for each source, and the search index derived from them. The only
 * door to the store: the store is the truth, the index follows it and carries its generation number.
 */
public final class Catalog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Catalog.class);
    /** A change with more statements is told by its datasets alone. */
    private static final int STATEMENTS_TOLD = 200_000;

    private final Folder folder;
    private final Ledger ledger;
    private final SearchIndex index;
    private final Knowledge knowledge;
    private final Identities identities;
    private final Graph labels;

    private Catalog(Folder folder, Ledger ledger, SearchIndex index, Knowledge knowledge, Identities identities) {
        this.folder = folder;
        this.ledger = ledger;
        this.index = index;
        this.knowledge = knowledge;
        this.identities = identities;
        this.labels = knowledge.vocabulary();
    }

    /**
     * Opens the catalogue in {@code folder}, made when it is not there. An index that lags behind the store (a process
     * was killed between the two) is rebuilt.
     *
     * @throws CatalogException when the folder cannot be written or is in use by another process
     */
    public static Catalog open(Path folder) {
        return open(folder, Knowledge.load());
    }

    /** The same, reading, checking and judging by {@code knowledge}. */
    public static Catalog open(Path folder, Knowledge knowledge) {
        Folder held = Folder.open(folder);
        return orClosing(held, () -> {
            Rules rules = knowledge.rules();
            SearchIndex index = SearchIndex.open(held.make("index"), knowledge.schemes(), knowledge.shapes());
            return orClosing(index, () -> {
                Identities identities = new Identities(knowledge.schemes(), index::keyHolders, index.keysAtHand());
                Ledger ledger =
                        Ledger.open(held.make("store"), held.make("changes"), both(knowledge.judgements(), identities));
                return orClosing(ledger, () -> {
                    Catalog catalog = new Catalog(held, ledger, index, knowledge, identities);
                    if (!ledger.says(Graphs.VOCABULARY, rules.vocabulary())) {
                        catalog.rejudge();
                        ledger.put(Graphs.VOCABULARY, rules.vocabulary(), Instant.now());
                    }
                    catalog.catchUp();
                    return catalog;
                });
            });
        });
    }

    /** What this catalogue reads, checks and judges by. */
    public Knowledge knowledge() {
        return knowledge;
    }

    /**
     * Puts {@code stated} and what was {@code recognised} in it in place of all that {@code source} said before: one
     * transaction, then the index. Equal graphs write nothing.
     *
     * @param activity the harvest as PROV, added to the provenance when something changed
     */
    public Change apply(String source, Graph stated, Graph recognised, Graph activity, Instant at) {
        return apply(compare(new Harvested(source, stated, recognised)), activity, at, () -> {});
    }

    /** What a harvest would change. */
    public Comparison compare(Harvested harvested) {
        return ledger.compare(harvested);
    }

    /**
     * Stores what was compared, when nothing of the source was stored since. What is stored stays so when the index cannot
     * follow it now: then it is not {@linkplain #isCurrent current} until it can {@linkplain #catchUp catch up}.
     *
     * @param each run for each dataset that is judged, by any thread; what it throws ends all, and nothing is stored
     */
    public synchronized Change apply(Comparison comparison, Graph activity, Instant at, Runnable each) {
        long before = ledger.generation();
        if (index.generation() != before) reindex(done -> {}); // an earlier indexing failed, of who knows what
        try (IndexUpdate update = index.begin()) {
            Ledger.Written written = ledger.apply(comparison, activity, at, entry -> {
                each.run();
                update.put(entry);
            });
            long after = written.change().generation();
            if (after != before) follow(update, written.affected(), after);
            return written.change();
        }
    }

    /** Takes all that {@code source} said out of the catalogue, and out of what searches see. */
    public Change remove(String source, Instant at) {
        Graph nothing = Graph.emptyGraph;
        Change change = apply(source, nothing, nothing, nothing, at);
        catchUp();
        return change;
    }

    public Results search(Search search) {
        return index.search(search);
    }

    /** The dataset with this short id. */
    public Optional<Entry> entry(String datasetId) {
        return index.iri(datasetId).flatMap(this::entryOf);
    }

    public Optional<Entry> entryOf(String iri) {
        return read(dataset -> new Entries(dataset, labels).entry(NodeFactory.createURI(iri)));
    }

    /** The IRIs of the datasets that a source states, sorted. */
    public List<String> datasets(String source) {
        return read(dataset ->
                new Entries(dataset, labels).datasets(source).map(Node::getURI).toList());
    }

    /** The IRIs of all datasets, sorted. */
    public List<String> datasets() {
        return read(dataset ->
                new Entries(dataset, labels).datasets().map(Node::getURI).toList());
    }

    /**
     * Reads what a change of {@code source} did; empty when the log does not have it.
     *
     * @param generation that the change made
     */
    public <T> Optional<T> changes(String source, long generation, Function<Changes, T> reader) {
        return ledger.log()
                .of(generation, source, STATEMENTS_TOLD)
                .map(logged -> read(store -> reader.apply(Changes.of(source, logged, store))));
    }

    /** The generation that an activity, which began at {@code since}, made of a source; empty when the log does not tell. */
    public OptionalLong madeBy(Node activity, String source, Instant since) {
        return ledger.log().madeBy(activity, source, since);
    }

    /** The mean points of the descriptions of a source; empty when none is judged. */
    public OptionalDouble points(String source) {
        return read(store -> new Entries(store, labels).mean(source));
    }

    /** Runs {@code reader} in one read transaction. */
    public <T> T read(Function<DatasetGraph, T> reader) {
        return ledger.read(reader);
    }

    /** The store as a read-only dataset for a query engine; its default graph is everybody's data. */
    public DatasetGraph view() {
        return ledger.view();
    }

    public long generation() {
        return ledger.generation();
    }

    /** Whether searches see all that is stored; false for the moment between a commit and its indexing. */
    public boolean isCurrent() {
        return index.generation() == ledger.generation();
    }

    public List<Facet> facets() {
        return knowledge.facets();
    }

    public Schemes schemes() {
        return knowledge.schemes();
    }

    /** The rules by which tasks are judged, read once. */
    public Suitability suitability() {
        return knowledge.suitability();
    }

    /** The licences that are known, read once. */
    public Licences licences() {
        return knowledge.licences();
    }

    /** The indicators that descriptions are measured by, read once. */
    public QualityRules quality() {
        return knowledge.quality();
    }

    public Graph shapes() {
        return knowledge.shapes();
    }

    /** The concept schemes with the labels of every language; the terms stand in the store only. */
    public Graph vocabulary() {
        return labels;
    }

    /** Judges and links every dataset anew; what comes out as it stands is not written. The index must then be built anew. */
    public synchronized void rejudge() {
        eachThousand(datasets -> ledger.derive(datasets, Instant.now()));
        ledger.put(Graphs.IDENTITY, read(identities::all), Instant.now());
    }

    /** The datasets of other sources that we hold to be the same as this one, the surest first. */
    public List<Link> alsoAt(String iri) {
        return read(dataset -> Identities.stored(dataset, iri));
    }

    /** Builds the index anew from the store; searches see the old one until it is done. */
    public synchronized void reindex(LongConsumer progress) {
        long[] done = {0};
        read(dataset -> {
            Entries entries = new Entries(dataset, labels);
            Iterable<Entry> all = () -> entries.datasets()
                    .flatMap(iri -> entries.entry(iri).stream())
                    .peek(entry -> progress.accept(++done[0]))
                    .iterator();
            index.rebuild(all, ledger.generation());
            return null;
        });
    }

    /**
     * Takes out of the store's files what is past; harvests wait, readers do not.
     *
     * @throws IOException when there is no room for it; the store is then as it was
     */
    public Store.Shrunk compact() throws IOException {
        return ledger.compact();
    }

    /** Whether the disk has so much room left that a small change can be written. */
    public boolean hasRoom() {
        return folder.hasRoom();
    }

    /** Builds the index anew when it is not where the store is: when it could not be written, on a full disk, say. */
    public synchronized void catchUp() {
        if (!isCurrent()) reindex(done -> {});
    }

    /** Compares store, index and change log; one line for each thing that differs, none when all is well. */
    public List<String> inconsistencies() {
        List<String> found = new ArrayList<>();
        long generation = ledger.generation();
        if (index.generation() != generation)
            found.add("The index is at generation " + index.generation() + ", the store at " + generation
                    + ": run ./samdata reindex");
        if (ledger.log().last() != generation)
            found.add("The change log ends at generation " + ledger.log().last() + ", the store is at " + generation);
        ledger.log().missing().forEach(g -> found.add("The change log has no generation " + g));
        Set<String> stored = new TreeSet<>(datasets());
        Set<String> indexed = new TreeSet<>(index.iris());
        stored.stream().filter(iri -> !indexed.contains(iri)).forEach(iri -> found.add(iri + " is not in the index"));
        indexed.stream().filter(iri -> !stored.contains(iri)).forEach(iri -> found.add(iri + " is not in the store"));
        long[] misjudged = {0};
        eachThousand(some -> misjudged[0] += ledger.underived(some).size());
        if (misjudged[0] > 0)
            found.add(misjudged[0]
                    + " judgements, or findings that they name, are not what the rules give: run ./samdata reindex");
        if (!ledger.says(Graphs.IDENTITY, read(identities::all)))
            found.add("Links between datasets are not what the rules give: run ./samdata reindex");
        if (!storedDigest().equals(loggedDigest()))
            found.add("The statements in the store are not those of the change log");
        return found;
    }

    @Override
    public void close() {
        try (folder;
                ledger;
                index) {
            // each is closed, from the last to the first, even when another cannot be
        }
    }

    private static <T> T orClosing(AutoCloseable opened, Supplier<T> next) {
        try {
            return next.get();
        } catch (Throwable e) {
            try {
                opened.close();
            } catch (Exception notClosed) {
                e.addSuppressed(notClosed);
            }
            throw e;
        }
    }

    private static Derivation both(Derivation one, Derivation other) {
        return (store, affected, harvested, use, stands) -> {
            one.of(store, affected, harvested, use, stands);
            other.of(store, affected, harvested, use, stands);
        };
    }

    /** So many that a transaction stays small. */
    private void eachThousand(Consumer<Set<Node>> use) {
        List<String> all = datasets();
        for (int from = 0; from < all.size(); from += 1000)
            use.accept(all.subList(from, Math.min(all.size(), from + 1000)).stream()
                    .map(NodeFactory::createURI)
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static void follow(IndexUpdate update, Set<Node> affected, long generation) {
        try {
            update.commit(affected, generation);
        } catch (RuntimeException | Error e) { // a full disk is an Error
            LOG.error("The search index cannot be written now and is behind the store", e);
        }
    }

    private String storedDigest() {
        QuadDigest digest = new QuadDigest();
        read(dataset -> {
            dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                if (!Quad.isDefaultGraph(quad.getGraph()))
                    digest.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
            });
            return null;
        });
        return digest.toString();
    }

    private String loggedDigest() {
        QuadDigest digest = new QuadDigest();
        ledger.log().replay(digest);
        return digest.toString();
    }
}
