package samdata.catalog.suitability;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What was found of one criterion.
 *
 * @param id the criterion's short id
 * @param gate true where failing blocks
 * @param weight the share of the score
 * @param evidence the statements that decided, sorted; their properties are among the criterion's {@code sam:reads}
 */
public record Finding(Node criterion, String id, boolean gate, double weight, Status status, List<Triple> evidence) {}
