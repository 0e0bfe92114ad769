package samdata.catalog.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;

/** Reads a vocabulary so that the same file always gives the same order. */
final class Ordered {
    static final Node DIMENSION = NodeFactory.createURI("http://www.w3.org/ns/dqv#inDimension");

    private Ordered() {}

    static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    static Node one(Graph graph, Node subject, Node property) {
        List<Node> found = objects(graph, subject, property);
        if (found.size() == 1) return found.getFirst();
        throw new IllegalStateException("schemes/quality.ttl: " + subject + " needs one " + property);
    }

    static int number(Graph graph, Node subject, Node property) {
        return ((Number) one(graph, subject, property).getLiteralValue()).intValue();
    }

    /** Concepts by their {@code sh:order}. */
    static List<Node> concepts(Graph graph, Set<Node> concepts) {
        return concepts.stream()
                .sorted(Comparator.comparingInt(concept -> number(graph, concept, SHACL.order)))
                .toList();
    }
}
