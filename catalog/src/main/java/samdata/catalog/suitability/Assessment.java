package samdata.catalog.suitability;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * How well a dataset suits a task. Level, score and coverage come from the criteria alone; what the publisher declares
 * and what models prove stand beside them.
 *
 * @param score weight of the met criteria by that of the known ones, 0 to 1; 0 when a gate is failed
 * @param coverage weight of the known criteria by that of all
 * @param declared the publisher names the task, or a narrower one
 * @param excluded the publisher advises against the task, or a broader one
 * @param inferred every gate is met by explicit statements, and the task is one that can be told from them
 */
public record Assessment(
        Node dataset,
        Node task,
        Level level,
        double score,
        double coverage,
        boolean declared,
        boolean excluded,
        boolean inferred,
        List<Proof> proven,
        List<Finding> findings) {
    /**
     * Best first: of one level those before all whose publisher names the task, since a score speaks of how well a thing is
     * described and not of what it is for. Equals are ordered by task and dataset, so that an order is always the same.
     */
    public static final Comparator<Assessment> BEST_FIRST = Comparator.comparing(Assessment::level)
            .thenComparing(Assessment::declared, Comparator.reverseOrder())
            .thenComparingDouble(assessment -> -assessment.score())
            .thenComparingDouble(assessment -> -assessment.coverage())
            .thenComparing(assessment -> assessment.task().getURI())
            .thenComparing(assessment -> assessment.dataset().toString());
}
