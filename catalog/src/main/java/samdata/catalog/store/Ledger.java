package samdata.catalog.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
        if (underived(datasets).isEmpty()) return false;
        commit(
                "samdata",
                at,
                (dataset, write) -> derivation.of(dataset, datasets, Optional.empty(), write, entry -> {}));
        return true;
    }

    /** What does not stand in the store as it follows from these datasets; empty when all does. */
    public List<Diff> underived(Set<Node> datasets) {
        return store.read(dataset -> {
            List<Diff> diffs = new ArrayList<>();
            derivation.of(dataset, datasets, Optional.empty(), diffs::add, entry -> {});
            return diffs;
        });
    }

    /** Compares what a source says now with what is stored of it. */
    public Comparison compare(Harvested now) {
        Diff stated = diff(Graphs.stated(now.source()), now.stated());
        Diff recognised = diff(Graphs.recognised(now.source()), now.recognised());
        if (stated.isEmpty() && recognised.isEmpty())
            return new Comparison(now, stated, recognised, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
        Set<Node> before = read(dataset ->
                new Entries(dataset, Graph.emptyGraph).datasets(now.source()).collect(Collectors.toSet()));
        Set<Node> after = datasets(now);
        Set<Node> affected = new HashSet<>(symmetricDifference(before, after));
        if (before.isEmpty() && stated.added().size() == now.stated().size()) { // all of it is new
            affected.addAll(named(now, Set.of(), stated, recognised));
            return new Comparison(now, stated, recognised, before, after, Set.of(), Set.of(), affected);
        }
        Set<Node> touched = touched(stated, recognised);
        Set<Node> changed = new HashSet<>();
        Graph said = now.union();
        Set<Node> grown = grown(now, stated, recognised, touched);
        for (Node dataset : Extent.above(said, touched)) {
            if (!before.contains(dataset) || !after.contains(dataset)) continue;
            Extent extent = Extent.of(said, dataset);
            if (extent.own().stream().anyMatch(touched::contains)) changed.add(dataset);
            if (extent.wide().stream().anyMatch(touched::contains)
                    || extent.left().stream().anyMatch(grown::contains)) affected.add(dataset);
        }
        affected.addAll(named(now, touched, stated, recognised));
        return new Comparison(now, stated, recognised, before, after, touched, changed, affected);
    }

    /** Compares and stores. */
    public synchronized Written apply(Harvested now, Graph activity, Instant at) {
        return apply(compare(now), activity, at, entry -> {});
    }

    /**
     * Makes the graphs of a source say exactly what was harvested; {@code activity} is added to the provenance.
     *
     * @param comparison made since the source was last stored
     * @param stands told of each affected dataset that is still stated, as it will stand when all is stored; by any thread
     * @throws RuntimeException or Error when it could not be stored; then nothing is
     */
    public synchronized Written apply(Comparison comparison, Graph activity, Instant at, Consumer<Entry> stands) {
        if (comparison.isEmpty()) return new Written(none(), Set.of());
        Harvested now = comparison.now();
        long generation = commit(now.source(), at, (dataset, write) -> {
            write.accept(comparison.stated());
            write.accept(comparison.recognised());
            write.accept(records(dataset, comparison, at));
            write.accept(new Diff(Graphs.PROVENANCE, List.of(), activity.find().toList()));
            derivation.of(dataset, comparison.affected(), Optional.of(now), write, stands);
        });
        return new Written(
                new Change(
                        generation,
                        comparison.added(),
                        comparison.changed(),
                        comparison.removed(),
                        comparison.stated().added().size(),
                        comparison.stated().deleted().size()),
                comparison.affected());
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

    /** Our records of datasets that came, went or changed. */
    private static Diff records(DatasetGraph store, Comparison comparison, Instant at) {
        String source = comparison.now().source();
        List<Triple> deleted = new ArrayList<>();
        Node now = time(at);
        Graph fresh = GraphFactory.createDefaultGraph();
        for (Node dataset : comparison.added()) record(fresh, source, dataset, now, now);
        List<Triple> added = new ArrayList<>(fresh.find().toList());
        Graph records = store.getGraph(Graphs.records(source));
        for (Node dataset : comparison.changed()) {
            Triple modified = Triple.create(record(source, dataset), DCTerms.modified.asNode(), now);
            if (records.contains(modified)) continue;
            records.find(modified.getSubject(), modified.getPredicate(), Node.ANY)
                    .forEachRemaining(deleted::add);
            added.add(modified);
        }
        for (Node dataset : comparison.removed())
            records.find(record(source, dataset), Node.ANY, Node.ANY).forEachRemaining(deleted::add);
        return new Diff(Graphs.records(source), deleted, added);
    }

    /** Writes our catalogue record of one dataset of one source. */
    static void record(Graph graph, String source, Node dataset, Node issued, Node modified) {
        Node record = record(source, dataset);
        graph.add(record, RDF.Nodes.type, DCAT.CatalogRecord.asNode());
        graph.add(record, FOAF.primaryTopic.asNode(), dataset);
        graph.add(record, Sam.source, NodeFactory.createLiteralString(source));
        graph.add(record, DCTerms.issued.asNode(), issued);
        graph.add(record, DCTerms.modified.asNode(), modified);
    }

    private static Node record(String source, Node dataset) {
        return Graphs.record(source, Graphs.datasetId(dataset.getURI()));
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

    /** What says so much now that it is in no extent any more, and did not before. */
    private static Set<Node> grown(Harvested now, Diff stated, Diff recognised, Set<Node> touched) {
        Graph said = now.union();
        Set<Node> grown =
                touched.stream().filter(node -> Extent.saysTooMuch(said, node)).collect(Collectors.toSet());
        if (grown.isEmpty()) return grown;
        Graph former = Comparison.former(now, stated, recognised).union();
        grown.removeIf(node -> Extent.saysTooMuch(former, node));
        return grown;
    }

    /** The datasets, of any source, that a touched model names as what it was trained or tested on. */
    private static Set<Node> named(Harvested now, Set<Node> touched, Diff... diffs) {
        Set<Node> named = new HashSet<>();
        for (Diff diff : diffs)
            diff.forEach(triple -> {
                if (Entries.NAMING.contains(triple.getPredicate())) named.add(triple.getObject());
            });
        if (touched.isEmpty()) return named;
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

    private static Set<Node> symmetricDifference(Set<Node> a, Set<Node> b) {
        return Stream.concat(
                        a.stream().filter(node -> !b.contains(node)), b.stream().filter(node -> !a.contains(node)))
                .collect(Collectors.toSet());
    }

    static Node time(Instant at) {
        return NodeFactory.createLiteralDT(at.toString(), XSDDatatype.XSDdateTime);
    }

    private static Node number(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDlong);
    }
}
