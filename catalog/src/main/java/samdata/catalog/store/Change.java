package samdata.catalog.store;

import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * What one write did to the catalogue. Datasets are the IRIs whose own description (their statements, their
 * distributions' and the blank nodes below them) came, changed or went; triples count what the source stated.
 */
public record Change(
        long generation,
        Set<Node> added,
        Set<Node> changed,
        Set<Node> removed,
        long triplesAdded,
        long triplesRemoved) {
    public boolean isEmpty() {
        return triplesAdded == 0 && triplesRemoved == 0 && added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
