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
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/**
 * Which nodes of a graph speak about a dataset.
 *
 * @param own the dataset, its distributions and the blank nodes below them: when one of their statements changes, the
 *     dataset changed
 * @param wide also what these refer to (agents, documents, features, splits ...), but no other dataset or catalogue, and
 *     nothing so large that many datasets which share it could not be read any more: what a reader of the dataset is shown
 * @param left what would be in the wide extent if it said less
 */
public record Extent(Set<Node> own, Set<Node> wide, Set<Node> left) {
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
    /** More nodes than these are no context of one dataset, and one that says more is a thing of its own. */
    private static final int MOST_REFERRED = 5_000;

    private static final int MOST_SAID = 2_000;

    public static Extent of(Graph graph, Node dataset) {
        Extent extent = new Extent(new HashSet<>(), new HashSet<>(), new HashSet<>());
        extent.addOwn(graph, dataset);
        graph.find(dataset, DCAT.distribution.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterDrop(Node::isLiteral)
                .toList()
                .forEach(distribution -> extent.addOwn(graph, distribution));
        extent.wide.addAll(extent.own);
        extent.addReferred(graph, extent.own, DEPTH);
        Set<Node> parts = new HashSet<>();
        for (Node node : extent.own)
            for (Node link : UPWARD)
                graph.find(Node.ANY, link, node).mapWith(Triple::getSubject).forEachRemaining(parts::add);
        if (extent.take(parts)) extent.addReferred(graph, parts, 1);
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

    /** What {@code nodes} refer to, and what that refers to, to some depth. */
    private void addReferred(Graph graph, Set<Node> nodes, int depth) {
        Set<Node> level = nodes;
        for (int i = 0; i < depth && !level.isEmpty(); i++) {
            level = referred(graph, level);
            if (!take(level)) return;
        }
    }

    private Set<Node> referred(Graph graph, Set<Node> nodes) {
        Set<Node> referred = new HashSet<>();
        for (Node node : nodes)
            graph.find(node, Node.ANY, Node.ANY)
                    .filterDrop(triple -> triple.getPredicate().equals(RDF.Nodes.type))
                    .mapWith(Triple::getObject)
                    .filterDrop(object -> object.isLiteral() || wide.contains(object))
                    .forEachRemaining(referred::add);
        referred.removeIf(node -> isResource(graph, node));
        referred.stream().filter(node -> saysTooMuch(graph, node)).forEach(left::add);
        referred.removeAll(left);
        return referred;
    }

    /** All of them or none, so that the same description always has the same extent. */
    private boolean take(Set<Node> nodes) {
        if (wide.size() - own.size() + nodes.size() > MOST_REFERRED) return false;
        wide.addAll(nodes);
        return true;
    }

    static boolean saysTooMuch(Graph graph, Node node) {
        ExtendedIterator<Triple> said = graph.find(node, Node.ANY, Node.ANY);
        try {
            for (int i = 0; i <= MOST_SAID; i++) {
                if (!said.hasNext()) return false;
                said.next();
            }
            return true;
        } finally {
            said.close();
        }
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
