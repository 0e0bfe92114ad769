package samdata.catalog.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/**
 * Which nodes of a graph speak about a dataset.
 *
 * @param own the dataset, its distributions and the blank nodes below them: when one of their statements changes, the
 *     dataset changed
 * @param wide also what these refer to (agents, documents, features, splits ...), but no other dataset or catalogue:
 *     what a reader of the dataset is shown
 */
public record Extent(Set<Node> own, Set<Node> wide) {
    /** Things that are catalogued for themselves, so that a reference to one is not a part. */
    private static final Set<Node> RESOURCES = Set.of(
            DCAT.Dataset.asNode(),
            DCAT.Catalog.asNode(),
            DCAT.CatalogRecord.asNode(),
            NodeFactory.createURI("http://schema.org/Dataset"),
            NodeFactory.createURI("https://schema.org/Dataset"),
            NodeFactory.createURI("https://w3id.org/samdata/ns#DataNeed"),
            NodeFactory.createURI("https://w3id.org/samdata/ns#Collaboration"));

    /** Part-of links that point from the part to the whole. */
    static final List<Node> UPWARD = List.of(NodeFactory.createURI("http://data.europa.eu/it6/isAppliedTo"));

    private static final int DEPTH = 3;

    public static Extent of(Graph graph, Node dataset) {
        Extent extent = new Extent(new HashSet<>(), new HashSet<>());
        extent.addOwn(graph, dataset);
        graph.find(dataset, DCAT.distribution.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterDrop(Node::isLiteral)
                .toList()
                .forEach(distribution -> extent.addOwn(graph, distribution));
        extent.wide.addAll(extent.own);
        for (Node node : List.copyOf(extent.own)) {
            extent.addWide(graph, node, DEPTH);
            for (Node link : UPWARD)
                graph.find(Node.ANY, link, node)
                        .mapWith(Triple::getSubject)
                        .toList()
                        .forEach(part -> {
                            extent.wide.add(part);
                            extent.addWide(graph, part, 1);
                        });
        }
        return extent;
    }

    /**
     * The datasets whose {@link #wide} extent may hold one of {@code nodes}, and perhaps some more: found upwards from
     * these, so that the rest of the graph is not looked at.
     */
    static Set<Node> above(Graph graph, Set<Node> nodes) {
        Set<Node> seen = new HashSet<>(nodes);
        Deque<Node> next = new ArrayDeque<>(nodes);
        Set<Node> datasets = new HashSet<>();
        while (!next.isEmpty()) {
            Node node = next.remove();
            boolean dataset = graph.contains(node, RDF.Nodes.type, DCAT.Dataset.asNode());
            if (dataset) datasets.add(node);
            boolean ends = dataset && !nodes.contains(node) && !isNamedBlank(node);
            Consumer<Node> found = above -> {
                if (!above.isLiteral() && seen.add(above)) next.add(above);
            };
            graph.find(Node.ANY, ends ? DCAT.distribution.asNode() : Node.ANY, node)
                    .filterDrop(triple -> triple.getPredicate().equals(RDF.Nodes.type))
                    .mapWith(Triple::getSubject)
                    .forEachRemaining(found);
            for (Node link : UPWARD)
                graph.find(node, link, Node.ANY).mapWith(Triple::getObject).forEachRemaining(found);
        }
        return datasets;
    }

    /** The statements of {@code graph} whose subject is in {@link #wide}. */
    public Graph cut(Graph graph) {
        Graph part = GraphFactory.createDefaultGraph();
        wide.forEach(node -> graph.find(node, Node.ANY, Node.ANY).forEachRemaining(part::add));
        return part;
    }

    /** With the blank nodes below it, however deep they are nested. */
    private void addOwn(Graph graph, Node node) {
        Deque<Node> next = new ArrayDeque<>(List.of(node));
        while (!next.isEmpty()) {
            Node one = next.remove();
            if (!own.add(one)) continue;
            graph.find(one, Node.ANY, Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(Extent::isNamedBlank)
                    .forEachRemaining(next::add);
        }
    }

    private void addWide(Graph graph, Node node, int depth) {
        if (depth == 0) return;
        graph.find(node, Node.ANY, Node.ANY)
                .filterDrop(t -> t.getPredicate().equals(RDF.Nodes.type))
                .mapWith(Triple::getObject)
                .filterDrop(object -> object.isLiteral() || wide.contains(object))
                .toList()
                .forEach(object -> {
                    if (isResource(graph, object)) return;
                    wide.add(object);
                    addWide(graph, object, depth - 1);
                });
    }

    private static boolean isNamedBlank(Node node) {
        return node.isBlank() || (node.isURI() && node.getURI().startsWith(Graphs.GENID));
    }

    private static boolean isResource(Graph graph, Node node) {
        return graph.find(node, RDF.Nodes.type, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(RESOURCES::contains)
                .hasNext();
    }
}
