package samdata.catalog.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import samdata.catalog.store.Entries;
import samdata.catalog.store.Extent;
import samdata.catalog.store.Harvested;
import samdata.catalog.store.Parallel;

/** The fingerprints of stored datasets; the last few hundred are kept at hand. Needs a read transaction. */
final class Descriptions {
    private static final int AT_HAND = 500;

    private final Entries entries;
    private final Optional<Harvested> harvested;
    private final KeysAtHand atHand;
    private final Map<String, Optional<Fingerprint>> read = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Fingerprint>> eldest) {
            return size() > AT_HAND;
        }
    };

    /** @param atHand keys that need not be read again */
    Descriptions(DatasetGraph store, Optional<Harvested> harvested, KeysAtHand atHand) {
        this.entries = new Entries(store, Graph.emptyGraph);
        this.harvested = harvested;
        this.atHand = atHand;
    }

    /** Empty when no source states the dataset any more. */
    Optional<Fingerprint> of(String iri) {
        Optional<Fingerprint> known = read.get(iri);
        if (known != null) return known;
        Optional<Fingerprint> now = reading(iri).get();
        read.put(iri, now);
        return now;
    }

    /** Tells the keys of those of the datasets that are still stated. */
    void keys(Collection<String> iris, BiConsumer<Holder, long[]> use) {
        List<String> unknown = new ArrayList<>();
        for (String iri : iris)
            atHand.of(iri).ifPresentOrElse(held -> use.accept(held.getKey(), held.getValue()), () -> unknown.add(iri));
        Parallel.each(
                unknown.stream().map(this::reading).iterator(),
                reading -> reading.get().map(now -> Map.entry(now, now.hashes())),
                keyed -> keyed.ifPresent(now -> {
                    Fingerprint fingerprint = now.getKey();
                    String iri = fingerprint.iri().getURI();
                    read.put(iri, Optional.of(fingerprint));
                    use.accept(new Holder(iri, fingerprint.home()), now.getValue());
                }));
    }

    /** What is in memory may be read by any thread, what is stored by the one of the transaction. */
    private Supplier<Optional<Fingerprint>> reading(String iri) {
        Node dataset = NodeFactory.createURI(iri);
        Optional<Harvested> home = entries.home(dataset, harvested);
        if (home.isEmpty()) return Optional::empty;
        Harvested said = home.get();
        if (harvested.filter(said::equals).isPresent()) return () -> fingerprint(said.union(), dataset, said.source());
        Optional<Fingerprint> now = fingerprint(new ReadOnce(said.union()), dataset, said.source());
        return () -> now;
    }

    /** Of what a reader is shown, which is what is indexed, too, and what a change is compared by. */
    private static Optional<Fingerprint> fingerprint(Graph said, Node dataset, String home) {
        return Optional.of(FingerprintReader.read(Extent.of(said, dataset).cut(said), dataset, home));
    }
}
