package samdata.catalog.suitability;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A kind of annotation that the records carry.
 *
 * @param modalities those it may belong to; several where it is not said to which
 * @param whole it speaks of each of them
 */
record Label(Node kind, Set<Node> modalities, boolean whole, List<Triple> evidence) {

    /** Whether it is surely one of the modalities that a task uses; {@code used} empty: all. */
    boolean belongsTo(Set<Node> used) {
        if (used.isEmpty()) return true;
        return whole ? mayBelongTo(used) : !modalities.isEmpty() && used.containsAll(modalities);
    }

    boolean mayBelongTo(Set<Node> used) {
        return used.isEmpty() || modalities.stream().anyMatch(used::contains);
    }
}
