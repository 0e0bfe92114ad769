package samdata.catalog.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.eval.PathEval;

/**
 * What a path reaches, each node once. The forms that facets are made of are walked here, since every dataset walks each of
 * them; the others are left to Jena.
 */
record Walk(Graph graph) {
    Set<Node> from(Node start, Path path) {
        Set<Node> reached = new LinkedHashSet<>();
        walk(start, path, reached);
        return reached;
    }

    private void walk(Node start, Path path, Set<Node> reached) {
        switch (path) {
            case P_Link link -> forward(start, link.getNode(), reached);
            case P_Inverse inverse -> backward(start, inverse, reached);
            case P_Seq both -> from(start, both.getLeft()).forEach(middle -> walk(middle, both.getRight(), reached));
            case P_Alt either -> {
                walk(start, either.getLeft(), reached);
                walk(start, either.getRight(), reached);
            }
            case P_ZeroOrMore1 steps -> reached.addAll(all(start, steps.getSubPath()));
            default -> asJena(start, path, reached);
        }
    }

    private void forward(Node start, Node property, Set<Node> reached) {
        if (!start.isLiteral())
            graph.find(start, property, Node.ANY).mapWith(Triple::getObject).forEachRemaining(reached::add);
    }

    private void backward(Node start, P_Inverse inverse, Set<Node> reached) {
        if (inverse.getSubPath() instanceof P_Link link)
            graph.find(Node.ANY, link.getNode(), start)
                    .mapWith(Triple::getSubject)
                    .forEachRemaining(reached::add);
        else asJena(start, inverse, reached);
    }

    private void asJena(Node start, Path path, Set<Node> reached) {
        PathEval.eval(graph, start, path, null).forEachRemaining(reached::add);
    }

    private Set<Node> all(Node start, Path step) {
        Set<Node> seen = new LinkedHashSet<>(Set.of(start));
        Deque<Node> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) for (Node node : from(next.remove(), step)) if (seen.add(node)) next.add(node);
        return seen;
    }
}
