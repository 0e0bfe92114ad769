package samdata.catalog.suitability;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * What one task needs, its own requirements and those it inherits.
 *
 * @param upwards the task and every broader one
 * @param domain the task fixes a subject that cannot be told from modality and annotation
 * @param inferable what it needs of modality, annotation or language differs from what broader tasks need, so that
 *     statements about these tell it from them
 */
record TaskNeeds(Node task, Set<Node> upwards, boolean domain, boolean inferable, List<Requirement> requirements) {

    Optional<Requirement> under(Node criterion) {
        return requirements.stream()
                .filter(requirement -> requirement.criterion().iri().equals(criterion))
                .findFirst();
    }

    /** The modalities that its labels may belong to; empty: all. */
    Set<Node> modalities() {
        return under(Terms.MODALITY).map(Requirement::values).orElse(new HashSet<>());
    }
}
