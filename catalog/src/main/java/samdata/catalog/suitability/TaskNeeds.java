package samdata.catalog.suitability;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * What one task needs, its own requirements and those it inherits.
 *
 * @param upwards the task and every broader one
 * @param inferable what it needs of modality, annotation or language differs from what broader tasks need, so that
 *     statements about these tell it from them
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
