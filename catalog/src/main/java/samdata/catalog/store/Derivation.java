package samdata.catalog.store;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/** What follows from the descriptions and stands in graphs of ours, stored together with the change it follows from. */
@FunctionalInterface
public interface Derivation {
    /** Nothing follows. */
    Derivation NONE = (store, affected, harvested, use, stands) -> {};

    /**
     * How the derived graphs must change.
     *
     * @param store with the change already in it, in the transaction that stores it
     * @param affected the datasets whose descriptions changed, or that are gone
     * @param harvested the source that changed, as it is in memory
     * @param use applies a difference, or only notes it, and then what none but a deleted statement names is not seen to go;
     *     called by the calling thread
     * @param stands told of each affected dataset that is still stated, as it will stand in the store; called by any thread
     */
    void of(
            DatasetGraph store,
            Set<Node> affected,
            Optional<Harvested> harvested,
            Consumer<Diff> use,
            Consumer<Entry> stands);
}
