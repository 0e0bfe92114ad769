package samdata.harvester.protocol.ldes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * A SHACL property path as event streams use it: one property or several in sequence, each of which may be inverse
 * (SHACL, section 2.3.1).
 */
record PropertyPath(List<Step> steps) {
    private static final Node INVERSE = NodeFactory.createURI("http://www.w3.org/ns/shacl#inversePath");
    private static final int LONGEST = 20;

    record Step(Node property, boolean inverse) {
        Set<Node> from(Graph graph, Node node) {
            return inverse
                    ? graph.find(Node.ANY, property, node)
                            .mapWith(Triple::getSubject)
                            .toSet()
                    : graph.find(node, property, Node.ANY)
                            .mapWith(Triple::getObject)
                            .toSet();
        }
    }

    static PropertyPath of(Node property) {
        return new PropertyPath(List.of(new Step(property, false)));
    }

    /** The path that {@code node} writes in {@code graph}; one of no steps leads nowhere. */
    static PropertyPath of(Graph graph, Node node) {
        List<Step> steps = new ArrayList<>();
        var rest = node;
        if (!graph.contains(node, RDF.Nodes.first, Node.ANY)) steps.addAll(step(graph, node));
        else
            for (int i = 0; i < LONGEST && !rest.equals(RDF.Nodes.nil); i++) {
                object(graph, rest, RDF.Nodes.first).forEach(first -> steps.addAll(step(graph, first)));
                rest = object(graph, rest, RDF.Nodes.rest).stream().findFirst().orElse(RDF.Nodes.nil);
            }
        return new PropertyPath(List.copyOf(steps));
    }

    private static List<Step> step(Graph graph, Node node) {
        if (node.isURI()) return List.of(new Step(node, false));
        return object(graph, node, INVERSE).stream()
                .filter(Node::isURI)
                .map(property -> new Step(property, true))
                .toList();
    }

    private static List<Node> object(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    /** What it leads to from {@code start}. */
    Set<Node> from(Graph graph, Node start) {
        if (steps.isEmpty()) return Set.of();
        Set<Node> at = Set.of(start);
        for (Step step : steps) {
            Set<Node> next = new LinkedHashSet<>();
            at.forEach(node -> next.addAll(step.from(graph, node)));
            at = next;
        }
        return at;
    }

    /** Whether it is this one property alone. */
    boolean is(Node property) {
        return steps.equals(List.of(new Step(property, false)));
    }
}
