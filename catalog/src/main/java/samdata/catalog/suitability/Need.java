package samdata.catalog.suitability;

import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * What somebody looks for beside a task. Each part is a gate.
 *
 * @param modalities kinds of data of which one is wanted; empty: any
 * @param languages languages of which one is wanted; empty: any
 * @param minimum the least number of records; 0: any
 */
public record Need(Set<Node> modalities, Set<Node> languages, long minimum) {
    public static final Need NOTHING = new Need(Set.of(), Set.of(), 0);
}
