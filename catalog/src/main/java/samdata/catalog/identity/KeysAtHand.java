package samdata.catalog.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.MultiUnion;
import samdata.catalog.store.Entry;

/**
 * The keys of the datasets that the update under way indexes, so that linking them need not read their descriptions again. By
 * any thread.
 */
public final class KeysAtHand {
    /** Of more than these the descriptions are read again. */
    private static final int MOST = 50_000;

    private final Map<String, Map.Entry<Holder, long[]>> held = new HashMap<>();

    /** The keys of a dataset, sorted, by which {@link KeyHolders} find it; they are kept until they are forgotten. */
    public long[] of(Entry entry) {
        Graph said = new MultiUnion(new Graph[] {entry.stated(), entry.recognised()});
        long[] keys = FingerprintReader.read(said, entry.iri(), entry.home()).hashes();
        keep(entry.iri(), Map.entry(new Holder(entry.iri().getURI(), entry.home()), keys));
        return keys;
    }

    /** The update is over. */
    public synchronized void forget() {
        held.clear();
    }

    /** Empty when the dataset is not indexed by this update, or too many are. */
    synchronized Optional<Map.Entry<Holder, long[]>> of(String iri) {
        return Optional.ofNullable(held.get(iri));
    }

    private synchronized void keep(Node dataset, Map.Entry<Holder, long[]> now) {
        if (held.size() < MOST || held.containsKey(dataset.getURI())) held.put(dataset.getURI(), now);
    }
}
