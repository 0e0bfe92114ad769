package samdata.catalog.store;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * One change as the log has it, without what we derived from it.
 *
 * @param whole false when there was more than is kept
 */
public record Logged(Map<Node, Diff> diffs, boolean whole) {
    /** What it did to one graph. */
    public Diff of(Node graph) {
        return diffs.getOrDefault(graph, new Diff(graph, List.of(), List.of()));
    }
}
