package samdata.catalog.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The pairs that some datasets make with others whose IRIs come after theirs, and whose likeness a change may have
 * changed. Which of them may be alike enough is told by the keys that they share, before any description is read.
 */
final class Pairs {
    private final Weights weights;
    private final Groups groups;
    private final Map<String, long[]> before;
    private final Map<Long, List<Holder>> linked = new HashMap<>();
    private final Map<Long, List<Holder>> linking = new HashMap<>();
    private final Rarity rarity = new Rarity(linking);
    private final Map<String, Set<String>> touched = new HashMap<>();
    private final Map<String, Set<String>> likely = new HashMap<>();

    private Pairs(Weights weights, Groups groups, List<String> some) {
        this.weights = weights;
        this.groups = groups;
        this.before = groups.before(some);
        groups.each(Groups.sorted(some.stream().flatMap(iri -> Stream.of(then(iri), now(iri)))), (key, then, now) -> {
            if (Rarity.mayLink(key, now)) linking.put(key, now);
            if (groups.isChanged(key) && Rarity.mayLink(key, then)) linked.put(key, then);
        });
    }

    /** @param stored the datasets that one is linked to in the store */
    static Pairs of(Weights weights, Groups groups, List<String> some, Function<String, Set<String>> stored) {
        Pairs pairs = new Pairs(weights, groups, some);
        for (String iri : some) pairs.add(iri, stored.apply(iri));
        return pairs;
    }

    /** Those that may have changed: what is stored of them is to be replaced. */
    Map<String, Set<String>> touched() {
        return touched;
    }

    /** Of these, those that share enough that they may be linked. */
    Map<String, Set<String>> likely() {
        return likely;
    }

    /** How rare the keys are that they share. */
    Rarity rarity() {
        return rarity;
    }

    private void add(String iri, Set<String> stored) {
        Set<String> others = new HashSet<>();
        Map<String, Bound> bounds = new HashMap<>();
        for (long key : now(iri)) {
            double rare = rarity.of(key);
            boolean changed = groups.isChanged(key);
            partners(iri, key, linking, other -> {
                bounds.computeIfAbsent(other, any -> new Bound(weights)).add(Key.space(key), rare);
                if (changed) others.add(other);
            });
        }
        for (long key : then(iri)) partners(iri, key, linked, others::add);
        for (String other : stored)
            if (iri.compareTo(other) < 0 && (groups.isChanging(iri) || groups.isChanging(other))) others.add(other);
        if (others.isEmpty()) return;
        touched.put(iri, others);
        bounds.entrySet()
                .removeIf(bound ->
                        !others.contains(bound.getKey()) || bound.getValue().most() < Likeness.ENOUGH);
        if (!bounds.isEmpty()) likely.put(iri, bounds.keySet());
    }

    private static void partners(String iri, long key, Map<Long, List<Holder>> groups, Consumer<String> use) {
        List<Holder> group = groups.getOrDefault(key, List.of());
        for (Holder self : group) {
            if (!self.iri().equals(iri)) continue;
            for (Holder other : group)
                if (iri.compareTo(other.iri()) < 0
                        && (Key.isClaim(key) || !self.home().equals(other.home()))) use.accept(other.iri());
        }
    }

    private long[] then(String iri) {
        return before.getOrDefault(iri, new long[0]);
    }

    private long[] now(String iri) {
        return groups.isChanging(iri) ? groups.now(iri) : then(iri);
    }
}
