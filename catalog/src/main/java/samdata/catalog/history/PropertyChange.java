package samdata.catalog.history;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * The values that one property lost and got.
 *
 * @param path from the part's own node down: one property, or several through nodes without a name
 */
public record PropertyChange(List<Node> path, List<Node> was, List<Node> is) {}
