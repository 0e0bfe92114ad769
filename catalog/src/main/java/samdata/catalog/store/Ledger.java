package samdata.catalog.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import samdata.vocab.Sam;

/**
 * Store and change log together: every change is compared first, written to the log, then committed with the next
 * generation number in one transaction. An empty difference touches nothing.
 */
public final class Ledger implements AutoCloseable {
    private static final Node STATE = NodeFactory.createURI("urn:samdata:store");
    private final Store store;
    private final ChangeLog log;
    private final Derivation derivation;

    private Ledger(Store store, ChangeLog log, Derivation derivation) {
        this.store = store;
        this.log = log;
        this.derivation = derivation;
    }

    /**
     * Opens the TDB2 database in {@code folder} and its history in {@code changes}.
     *
     * @param derivation what is stored with each change
     */
    public static Ledger open(Path folder, Path changes, Derivation derivation) {
        Ledger ledger = new Ledger(Store.open(folder), new ChangeLog(changes), derivation);
        try {
            ledger.log.truncateAfter(ledger.generation());
            return ledger;
        } catch (Throwable e) {
            ledger.close();
            throw e;
        }
    }

    /** What a write did, and which datasets must be indexed again or are gone from this source. */
    public record Written(Change change, Set<Node> affected) {}

    public <T> T read(Function<DatasetGraph, T> reader) {
        return store.read(reader);
    }

    public DatasetGraph view() {
        return store.view();
    }

    public ChangeLog log() {
        return log;
    }

    public long generation() {
        return store.read(Ledger::generationOf);
    }

    /** Makes one of our own graphs say exactly {@code wanted}; true when it did not already. */
    public synchronized boolean put(Node graph, Graph wanted, Instant at) {
        Diff diff = store.read(dataset -> Diff.between(dataset, graph, wanted));
        if (!diff.isEmpty()) commit("samdata", at, (dataset, write) -> write.accept(diff));
        return !diff.isEmpty();
    }

    /** Whether one of our own graphs says exactly {@code wanted}. */
    public boolean says(Node graph, Graph wanted) {
        return store.read(dataset -> Diff.between(dataset, graph, wanted)).isEmpty();
    }

    /** Derives anew what follows from these datasets; true when that changed anything. */
    public synchronized boolean derive(Set<Node> datasets, Instant at) {
        List<Diff> diffs = underived(datasets);
        if (!diffs.isEmpty()) commit("samdata", at, (dataset, write) -> diffs.forEach(write));
        return !diffs.isEmpty();
    }

    /** What does not stand in the store as it follows from these datasets; empty when all does. */
    public List<Diff> underived(Set<Node> datasets) {
        return store.read(
                dataset -> derivation.of(dataset, datasets, Optional.empty()).toList());
    }

    /**
     * Makes the graphs of a source say exactly what was harvested; {@code activity} is added to the provenance.
     *
     * @throws RuntimeException or Error when it could not be stored; then nothing is
     */
    public synchronized Written apply(Harvested now, Graph activity, Instant at) {
        Diff stated = diff(Graphs.stated(now.source()), now.stated());
        Diff recognised = diff(Graphs.recognised(now.source()), now.recognised());
        if (stated.isEmpty() && recognised.isEmpty()) return new Written(none(), Set.of());

        Set<Node> before = read(dataset ->
                new Entries(dataset, Graph.emptyGraph).datasets(now.source()).collect(Collectors.toSet()));
        Set<Node> after = datasets(now);
        Set<Node> touched = touched(stated, recognised);
        Set<Node> changed = new HashSet<>();
        Set<Node> affected = new HashSet<>(symmetricDifference(before, after));
        for (Node dataset : after) {
            if (!before.contains(dataset)) continue;
            Extent extent = Extent.of(now.union(), dataset);
            if (extent.own().stream().anyMatch(touched::contains)) changed.add(dataset);
            if (extent.wide().stream().anyMatch(touched::contains)) affected.add(dataset);
        }
        affected.addAll(named(now, touched, stated, recognised));
        Diff records = diff(Graphs.records(now.source()), records(now.source(), after, changed, at));
        Diff provenance = new Diff(Graphs.PROVENANCE, List.of(), activity.find().toList());
        long generation = commit(now.source(), at, (dataset, write) -> {
            List.of(stated, recognised, records, provenance).forEach(write);
            derivation.of(dataset, affected, Optional.of(now)).forEach(write);
        });
        return new Written(
                new Change(
                        generation,
                        minus(after, before),
                        changed,
                        minus(before, after),
                        stated.added().size(),
                        stated.deleted().size()),
                affected);
    }

    /** @see Store#compact */
    public Store.Shrunk compact() throws IOException {
        return store.compact();
    }

    @Override
    public void close() {
        store.close();
    }

    /** The datasets that a harvest speaks of: whatever is typed as one, by the company or by what we recognised. */
    public static Set<Node> datasets(Harvested harvested) {
        return harvested
                .union()
                .find(Node.ANY, RDF.Nodes.type, DCAT.Dataset.asNode())
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .toSet();
    }

    private Diff diff(Node graph, Graph wanted) {
        return store.read(dataset -> Diff.between(dataset, graph, wanted));
    }

    /** In one transaction, the log on disk before it commits. */
    private long commit(String source, Instant at, BiConsumer<DatasetGraph, Consumer<Diff>> change) {
        long next = generation() + 1;
        store.write(dataset -> {
            log.append(
                    next,
                    source,
                    at,
                    toLog -> change.accept(dataset, diff -> {
                        toLog.accept(diff);
                        diff.applyTo(dataset);
                    }));
            dataset.deleteAny(Quad.defaultGraphIRI, STATE, Sam.generation, Node.ANY);
            dataset.add(Quad.defaultGraphIRI, STATE, Sam.generation, number(next));
        });
        return next;
    }

    private Graph records(String source, Set<Node> datasets, Set<Node> changed, Instant at) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node now = time(at);
        store.read(store -> {
            for (Node dataset : datasets) {
                Node record = Graphs.record(source, Graphs.datasetId(dataset.getURI()));
                Node issued = first(store, source, record, DCTerms.issued.asNode(), now);
                Node modified =
                        changed.contains(dataset) ? now : first(store, source, record, DCTerms.modified.asNode(), now);
                record(graph, source, dataset, issued, modified);
            }
            return graph;
        });
        return graph;
    }

    /** Writes our catalogue record of one dataset of one source. */
    static void record(Graph graph, String source, Node dataset, Node issued, Node modified) {
        Node record = Graphs.record(source, Graphs.datasetId(dataset.getURI()));
        graph.add(record, RDF.Nodes.type, DCAT.CatalogRecord.asNode());
        graph.add(record, FOAF.primaryTopic.asNode(), dataset);
        graph.add(record, Sam.source, NodeFactory.createLiteralString(source));
        graph.add(record, DCTerms.issued.asNode(), issued);
        graph.add(record, DCTerms.modified.asNode(), modified);
    }

    private static Node first(DatasetGraph store, String source, Node record, Node property, Node otherwise) {
        var found = store.find(Graphs.records(source), record, property, Node.ANY);
        return found.hasNext() ? found.next().getObject() : otherwise;
    }

    /** Subjects whose statements differ, and what parts that point upwards are parts of. */
    private static Set<Node> touched(Diff... diffs) {
        Set<Node> touched = new HashSet<>();
        for (Diff diff : diffs)
            diff.forEach(triple -> {
                touched.add(triple.getSubject());
                if (Extent.UPWARD.contains(triple.getPredicate())) touched.add(triple.getObject());
            });
        return touched;
    }

    /** The datasets, of any source, that a touched model names as what it was trained or tested on. */
    private static Set<Node> named(Harvested now, Set<Node> touched, Diff... diffs) {
        Set<Node> named = new HashSet<>();
        for (Diff diff : diffs)
            diff.forEach(triple -> {
                if (Entries.NAMING.contains(triple.getPredicate())) named.add(triple.getObject());
            });
        for (Node naming : Entries.NAMING)
            now.union().find(Node.ANY, naming, Node.ANY).forEachRemaining(triple -> {
                if (touched.contains(triple.getSubject())) named.add(triple.getObject());
            });
        return named;
    }

    private Change none() {
        return new Change(generation(), Set.of(), Set.of(), Set.of(), 0, 0);
    }

    private static long generationOf(DatasetGraph dataset) {
        var found = dataset.find(Quad.defaultGraphIRI, STATE, Sam.generation, Node.ANY);
        return found.hasNext() ? Long.parseLong(found.next().getObject().getLiteralLexicalForm()) : 0;
    }

    private static Set<Node> minus(Set<Node> all, Set<Node> without) {
        return all.stream().filter(node -> !without.contains(node)).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Node> symmetricDifference(Set<Node> a, Set<Node> b) {
        return Stream.concat(minus(a, b).stream(), minus(b, a).stream()).collect(Collectors.toSet());
    }

    static Node time(Instant at) {
        return NodeFactory.createLiteralDT(at.toString(), XSDDatatype.XSDdateTime);
    }

    private static Node number(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDlong);
    }
}
