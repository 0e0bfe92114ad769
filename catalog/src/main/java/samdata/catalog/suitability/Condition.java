package samdata.catalog.suitability;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * What a task asks of a dataset under one criterion, to be read by people.
 *
 * @param id the criterion's short id
 * @param gate true where failing blocks
 * @param weight the share of the score
 * @param anyOf concepts of which one is enough; empty: any
 * @param allOf concepts that must all be there
 * @param from the task that says so, itself or a broader one; the scheme of tasks when it holds for every task
 */
public record Condition(
        Node criterion,
        String id,
        boolean gate,
        double weight,
        Set<Node> anyOf,
        Set<Node> allOf,
        Optional<BigDecimal> minimum,
        Optional<Period> maximumAge,
        Node from) {}
