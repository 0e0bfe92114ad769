package samdata.catalog.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Compares each dataset with those that share a rare key with it. */
final class Linker {
    private final Weights weights;
    private final Groups groups;
    private final Function<String, Optional<Fingerprint>> described;

    Linker(Weights weights, Groups groups, Function<String, Optional<Fingerprint>> described) {
        this.weights = weights;
        this.groups = groups;
        this.described = described;
    }

    /** All links of these datasets, by their names. */
    Map<String, Link> links(Collection<String> some) {
        Map<String, long[]> keys = new HashMap<>();
        for (String iri : some) described.apply(iri).ifPresent(now -> keys.put(iri, now.hashes()));
        Map<Long, List<Holder>> holders = groups.of(keys.values().stream()
                .flatMapToLong(LongStream::of)
                .sorted()
                .distinct()
                .toArray());
        Rarity rarity = new Rarity(holders);
        Map<String, Link> links = new TreeMap<>();
        keys.forEach((iri, held) -> {
            Fingerprint one = described.apply(iri).orElseThrow();
            for (String other : candidates(one, held, holders)) {
                if (links.containsKey(LinkGraph.name(iri, other))) continue;
                described
                        .apply(other)
                        .flatMap(there -> Likeness.of(weights, rarity, one, there))
                        .ifPresent(link -> links.put(LinkGraph.name(iri, other), link));
            }
        });
        return links;
    }

    private static Set<String> candidates(Fingerprint one, long[] keys, Map<Long, List<Holder>> holders) {
        Set<String> candidates = new TreeSet<>();
        for (long key : keys)
            for (Holder holder : holders.getOrDefault(key, List.of()))
                if (Key.isClaim(key) || !holder.home().equals(one.home())) candidates.add(holder.iri());
        candidates.remove(one.iri().getURI());
        return candidates;
    }
}
