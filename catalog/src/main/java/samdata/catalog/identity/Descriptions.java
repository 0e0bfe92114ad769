package samdata.catalog.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import samdata.catalog.store.Entries;
import samdata.catalog.store.Harvested;

/** The fingerprints of stored datasets; the last few thousand are kept at hand. Needs a read transaction. */
final class Descriptions {
    private static final int AT_HAND = 2000;

    private final Entries entries;
    private final Optional<Harvested> harvested;
    private final Map<String, Optional<Fingerprint>> read = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Fingerprint>> eldest) {
            return size() > AT_HAND;
        }
    };

    Descriptions(DatasetGraph store, Optional<Harvested> harvested) {
        this.entries = new Entries(store, Graph.emptyGraph);
        this.harvested = harvested;
    }

    /** Empty when no source states the dataset any more. */
    Optional<Fingerprint> of(String iri) {
        Optional<Fingerprint> known = read.get(iri);
        if (known != null) return known;
        Optional<Fingerprint> now = read(NodeFactory.createURI(iri));
        read.put(iri, now);
        return now;
    }

    private Optional<Fingerprint> read(Node dataset) {
        return entries.home(dataset, harvested)
                .map(home -> FingerprintReader.read(home.union(), dataset, home.source()));
    }
}
