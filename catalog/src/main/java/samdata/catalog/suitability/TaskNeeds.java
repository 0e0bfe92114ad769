package samdata.catalog.suitability;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * What one task needs, its own requirements and those it inherits.
 *
 * @param upwards the task and every broader one
 * @param inferable it asks for a label, and for another label or language than broader tasks do, so that statements about
 *     these tell it from them; never a task that can do without labels, for then anything would do
 * @param modalities those that its labels may belong to; empty: all
 */
record TaskNeeds(
        Node task, Set<Node> upwards, boolean inferable, List<Requirement> requirements, Set<Node> modalities) {

    static TaskNeeds of(Node task, Set<Node> upwards, boolean inferable, List<Requirement> requirements) {
        Set<Node> modalities = requirements.stream()
                .filter(requirement -> requirement.criterion().iri().equals(Terms.MODALITY))
                .flatMap(requirement -> requirement.values().stream())
                .collect(Collectors.toUnmodifiableSet());
        return new TaskNeeds(task, upwards, inferable, requirements, modalities);
    }
}
