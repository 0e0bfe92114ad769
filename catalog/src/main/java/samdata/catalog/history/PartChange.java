package samdata.catalog.history;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * What became of one node: a dataset's own statements, a distribution, or something else that a source describes.
 *
 * @param kind of the node as a whole; a dataset's own statements are {@link Kind#CHANGED}
 */
public record PartChange(Kind kind, Node node, List<PropertyChange> properties) {}
