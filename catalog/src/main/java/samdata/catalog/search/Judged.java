package samdata.catalog.search;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import samdata.catalog.store.Entries;
import samdata.vocab.Sam;

/** What our judgements say of one dataset, read from the graph in which they are kept. */
record Judged(Graph graph, Node dataset) {
    static final String UNKNOWN = "unknown";

    /** Each task that it was judged for, and the level. */
    Map<Node, String> levels() {
        Map<Node, String> levels = new HashMap<>();
        graph.find(Node.ANY, Sam.forTask, Node.ANY)
                .forEachRemaining(judged -> graph.find(judged.getSubject(), Sam.level, Node.ANY)
                        .forEachRemaining(level ->
                                levels.put(judged.getObject(), level.getObject().getLiteralLexicalForm())));
        return levels;
    }

    /** The points of its description; empty when it is not judged. */
    OptionalInt quality() {
        return Entries.points(graph, dataset);
    }
}
