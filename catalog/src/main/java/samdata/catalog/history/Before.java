package samdata.catalog.history;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import samdata.catalog.store.Graphs;

/**
 * A source's statements around one change: what it deleted and added, and, for what it left alone, what stands there today.
 *
 * @param today later changes may have taken from it what was there at the time
 */
record Before(Graph deleted, Graph added, Graph today) {
    /** What a node said before the change. */
    Set<Triple> former(Node node) {
        Set<Triple> said =
                today.find(node, Node.ANY, Node.ANY).filterDrop(added::contains).toSet();
        said.addAll(deleted.find(node, Node.ANY, Node.ANY).toSet());
        return said;
    }

    /** What a node said after it; one that a later change renamed, by what this change added. */
    Set<Triple> now(Node node) {
        Set<Triple> said = today.find(node, Node.ANY, Node.ANY).toSet();
        said.addAll(added.find(node, Node.ANY, Node.ANY).toSet());
        return said;
    }

    /** What became of a node whose statements changed: one of which nothing was said before is new. */
    Kind kind(Node node) {
        if (former(node).isEmpty()) return Kind.ADDED;
        return now(node).isEmpty() ? Kind.REMOVED : Kind.CHANGED;
    }

    /** Whether a node is told with the one that leads to it: it has no name of its own and is no dataset. */
    boolean isPart(Node node) {
        return node.isURI()
                && node.getURI().startsWith(Graphs.GENID)
                && Stream.of(deleted, added, today)
                        .noneMatch(graph -> graph.contains(node, RDF.Nodes.type, DCAT.Dataset.asNode()));
    }

    boolean isDistribution(Node node) {
        return Stream.of(deleted, added, today)
                .anyMatch(graph -> graph.contains(Node.ANY, DCAT.distribution.asNode(), node));
    }

    /** The nodes whose statements changed. */
    Set<Node> touched() {
        Set<Node> touched = new HashSet<>();
        Stream.of(deleted, added)
                .forEach(graph -> graph.find().forEachRemaining(triple -> touched.add(triple.getSubject())));
        return touched;
    }

    /** The node that a distribution or a node without a name hangs below. */
    Optional<Node> above(Node node) {
        Node link = isPart(node) ? Node.ANY : DCAT.distribution.asNode();
        return Stream.of(added, today, deleted)
                .flatMap(graph -> graph.find(Node.ANY, link, node).mapWith(Triple::getSubject).toList().stream())
                .filter(above -> !above.equals(node))
                .findFirst();
    }
}
