package samdata.catalog.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import samdata.catalog.store.Diff;
import samdata.catalog.store.Graphs;
import samdata.catalog.store.Logged;

/**
 * What one change of a source did: the datasets that came, changed and went, and of each what differs. Read from the change
 * log, which holds exactly what was written; needs the read transaction it was made in.
 */
public final class Changes {
    private static final Node DISTRIBUTION = DCAT.distribution.asNode();
    private static final int STEPS = 20;

    private final Before before;
    private final boolean whole;
    private final List<DatasetChange> datasets;
    private final Map<Node, Set<Node>> touchedOf = new HashMap<>();
    private final Set<Node> others = new TreeSet<>(Comparator.comparing(Node::toString));

    private Changes(Before before, boolean whole, List<DatasetChange> datasets) {
        this.before = before;
        this.whole = whole;
        this.datasets = datasets;
    }

    public static Changes of(String source, Logged logged, DatasetGraph store) {
        Diff stated = logged.of(Graphs.stated(source));
        Before before =
                new Before(graph(stated.deleted()), graph(stated.added()), store.getGraph(Graphs.stated(source)));
        List<DatasetChange> datasets = new Records(source, logged.of(Graphs.records(source)), before, store).datasets();
        Changes changes = new Changes(before, logged.whole(), datasets);
        changes.sort();
        return changes;
    }

    /** Removed, changed, added, each sorted by IRI. */
    public List<DatasetChange> datasets() {
        return datasets;
    }

    /** False when the change was so large that not all of what differs is known here; the datasets are. */
    public boolean isWhole() {
        return whole;
    }

    public long statementsAdded() {
        return before.added().size();
    }

    public long statementsRemoved() {
        return before.deleted().size();
    }

    /** The statements on either side of the change, for titles and names. */
    public List<Graph> statements() {
        return List.of(before.added(), before.today(), before.deleted());
    }

    /** What differs in a dataset, its own statements first; empty when only what we recognised in it differs. */
    public List<PartChange> parts(Node dataset) {
        List<PartChange> parts = new ArrayList<>();
        Comparison own = new Comparison(before);
        List<PropertyChange> properties = own.of(dataset, Set.of(DISTRIBUTION));
        if (!properties.isEmpty()) parts.add(new PartChange(Kind.CHANGED, dataset, properties));
        Set<Node> told = new HashSet<>(own.met());
        parts.addAll(distributions(dataset, told));
        for (Node node : touchedOf.getOrDefault(dataset, Set.of()))
            if (!told.contains(node)) parts.add(changed(node, told));
        return parts;
    }

    /** What differs in the agents, documents and whatever else is described and is no part of a dataset. */
    public List<PartChange> others() {
        Set<Node> told = new HashSet<>();
        List<PartChange> parts = new ArrayList<>();
        for (Node node : others) if (!told.contains(node)) parts.add(changed(node, told));
        return parts;
    }

    private List<PartChange> distributions(Node dataset, Set<Node> told) {
        List<PartChange> parts = new ArrayList<>();
        Set<Node> gone = objects(before.deleted(), dataset);
        Set<Node> come = objects(before.added(), dataset);
        for (Comparison.Pair pair : new Comparison(before).pairs(unnamed(gone), unnamed(come))) {
            parts.add(compared(Kind.CHANGED, pair.is(), Optional.of(pair.was()), Optional.of(pair.is()), told));
            gone.remove(pair.was());
            come.remove(pair.is());
        }
        for (Node node : gone) parts.add(compared(Kind.REMOVED, node, Optional.of(node), Optional.empty(), told));
        for (Node node : come) parts.add(compared(Kind.ADDED, node, Optional.empty(), Optional.of(node), told));
        return parts;
    }

    private PartChange compared(Kind kind, Node node, Optional<Node> was, Optional<Node> is, Set<Node> told) {
        Comparison comparison = new Comparison(before);
        PartChange part = new PartChange(kind, node, comparison.of(was, is));
        told.addAll(comparison.met());
        return part;
    }

    private PartChange changed(Node node, Set<Node> told) {
        Comparison comparison = new Comparison(before);
        PartChange part = new PartChange(before.kind(node), node, comparison.of(node, Set.of()));
        told.addAll(comparison.met());
        return part;
    }

    /** Each node whose statements changed under the dataset it is a part of. */
    private void sort() {
        Set<Node> known = new HashSet<>();
        datasets.forEach(dataset -> known.add(dataset.iri()));
        Set<Node> touched = before.touched();
        for (Node node : touched) {
            Optional<Node> dataset = dataset(node, known);
            if (dataset.isEmpty()) others.add(top(node, touched));
            else
                touchedOf
                        .computeIfAbsent(dataset.get(), any -> new TreeSet<>(Comparator.comparing(Node::toString)))
                        .add(node);
        }
    }

    private Optional<Node> dataset(Node node, Set<Node> known) {
        Optional<Node> at = Optional.of(node);
        for (int step = 0; at.isPresent() && step < STEPS; step++) {
            if (known.contains(at.get())) return at;
            at = before.above(at.get());
        }
        return Optional.empty();
    }

    /** A node without a name is told with the one above it when that changed as well. */
    private Node top(Node node, Set<Node> touched) {
        Node at = node;
        for (int step = 0; step < STEPS && before.isPart(at); step++) {
            Optional<Node> above = before.above(at).filter(touched::contains);
            if (above.isEmpty()) return at;
            at = above.get();
        }
        return at;
    }

    private List<Node> unnamed(Set<Node> nodes) {
        return nodes.stream().filter(before::isPart).toList();
    }

    private static Set<Node> objects(Graph graph, Node dataset) {
        Set<Node> nodes = new LinkedHashSet<>();
        graph
                .find(dataset, DISTRIBUTION, Node.ANY)
                .mapWith(Triple::getObject)
                .filterDrop(Node::isLiteral)
                .toList()
                .stream()
                .sorted(Comparator.comparing(Node::toString))
                .forEach(nodes::add);
        return nodes;
    }

    private static Graph graph(List<Triple> triples) {
        Graph graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }

    /** Which datasets came, changed and went, as our records of them say. */
    private record Records(String source, Diff diff, Before before, DatasetGraph store) {
        List<DatasetChange> datasets() {
            Map<Kind, Set<Node>> found = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) found.put(kind, new TreeSet<>(Comparator.comparing(Node::toString)));
            found.getOrDefault(Kind.REMOVED, Set.of())
                    .addAll(topics(diff.deleted()).values());
            found.getOrDefault(Kind.ADDED, Set.of()).addAll(topics(diff.added()).values());
            found.getOrDefault(Kind.CHANGED, Set.of()).addAll(changed());
            return found.entrySet().stream()
                    .flatMap(kind -> kind.getValue().stream().map(iri -> new DatasetChange(kind.getKey(), iri)))
                    .toList();
        }

        private static Map<Node, Node> topics(List<Triple> triples) {
            Map<Node, Node> topics = new HashMap<>();
            triples.stream()
                    .filter(triple -> triple.getPredicate().equals(FOAF.primaryTopic.asNode()))
                    .forEach(triple -> topics.put(triple.getSubject(), triple.getObject()));
            return topics;
        }

        /** Those whose record has another time; when a record is gone since, its dataset is found among what changed. */
        private Set<Node> changed() {
            Map<Node, Node> added = topics(diff.added());
            Set<Node> records = new HashSet<>();
            diff.added().stream()
                    .filter(triple -> triple.getPredicate().equals(DCTerms.modified.asNode()))
                    .map(Triple::getSubject)
                    .filter(record -> !added.containsKey(record))
                    .forEach(records::add);
            Set<Node> datasets = new HashSet<>();
            for (Node record : Set.copyOf(records))
                store.find(Graphs.records(source), record, FOAF.primaryTopic.asNode(), Node.ANY)
                        .forEachRemaining(quad -> {
                            datasets.add(quad.getObject());
                            records.remove(record);
                        });
            if (!records.isEmpty())
                candidates().filter(node -> records.contains(record(node))).forEach(datasets::add);
            return datasets;
        }

        private Stream<Node> candidates() {
            return before.touched().stream()
                    .flatMap(node -> Stream.concat(Stream.of(node), before.above(node).stream()))
                    .filter(Node::isURI)
                    .distinct();
        }

        private Node record(Node dataset) {
            return Graphs.record(source, Graphs.datasetId(dataset.getURI()));
        }
    }
}
