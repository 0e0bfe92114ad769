package samdata.catalog.quality;

import java.util.List;
import org.apache.jena.graph.Triple;

/**
 * What one indicator found in a description.
 *
 * @param points all of the indicator's or none
 * @param evidence the statements, stated or recognised, that it rests on, sorted; when it is not met, those that were
 *     read and were not enough
 */
public record Measured(Indicator indicator, int points, List<Triple> evidence) {
    public boolean met() {
        return points == indicator.points();
    }

    /** What the description would gain. */
    public int missing() {
        return indicator.points() - points;
    }
}
