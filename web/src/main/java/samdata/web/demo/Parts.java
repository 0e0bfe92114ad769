package samdata.web.demo;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/**
 * A company's graph cut into documents: for each dataset what is said of it, its distributions, features, splits and
 * measurements; and the rest. Together they are the graph. A blank node must hang on one dataset only.
 */
final class Parts {
    private static final Set<Node> PARTS = Set.of(
            DCAT.Distribution.asNode(),
            NodeFactory.createURI("http://data.europa.eu/it6/Feature"),
            NodeFactory.createURI("http://data.europa.eu/it6/Split"),
            NodeFactory.createURI("http://www.w3.org/ns/dqv#QualityMeasurement"));

    private final Graph graph;
    private final Map<Node, Node> owner = new HashMap<>();
    private final Map<Node, Graph> datasets = new LinkedHashMap<>();
    private final Graph rest = GraphFactory.createDefaultGraph();

    Parts(Graph graph) {
        this.graph = graph;
        instances(graph, DCAT.Dataset.asNode()).forEach(this::claim);
        graph.find().forEachRemaining(triple -> partOf(triple.getSubject()).add(triple));
    }

    /** The nodes of this type, by IRI. */
    static List<Node> instances(Graph graph, Node type) {
        return graph.find(Node.ANY, RDF.Nodes.type, type).mapWith(Triple::getSubject).toList().stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    /** By dataset, in the order of their IRIs. */
    Map<Node, Graph> datasets() {
        return datasets;
    }

    /** What is said of the catalogue, of agents, needs and collaborations. */
    Graph rest() {
        return rest;
    }

    private Graph partOf(Node subject) {
        Node dataset = owner.get(subject);
        return dataset == null ? rest : datasets.computeIfAbsent(dataset, d -> GraphFactory.createDefaultGraph());
    }

    private void claim(Node dataset) {
        datasets.put(dataset, GraphFactory.createDefaultGraph());
        owner.put(dataset, dataset);
        Deque<Node> open = new ArrayDeque<>(List.of(dataset));
        while (!open.isEmpty()) {
            Node node = open.pop();
            graph.find(node, Node.ANY, Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(part -> part.isBlank() || isPart(part))
                    .forEachRemaining(part -> take(part, dataset, open));
            graph.find(Node.ANY, Node.ANY, node)
                    .mapWith(Triple::getSubject)
                    .filterKeep(this::isPart)
                    .forEachRemaining(part -> take(part, dataset, open));
        }
    }

    private void take(Node part, Node dataset, Deque<Node> open) {
        if (owner.putIfAbsent(part, dataset) == null) open.push(part);
    }

    private boolean isPart(Node node) {
        return node.isURI()
                && graph.find(node, RDF.Nodes.type, Node.ANY)
                        .mapWith(Triple::getObject)
                        .filterKeep(PARTS::contains)
                        .nextOptional()
                        .isPresent();
    }
}
