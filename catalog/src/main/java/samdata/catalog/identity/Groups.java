package samdata.catalog.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Who holds which key when a change is stored: the changing datasets by what they say now, all others by the index. Keys
 * are numbers here, so that those of a large source fit in memory.
 */
final class Groups {
    private static final int NUMBER_BITS = Long.SIZE - Key.BITS - 1;

    private final KeyHolders index;
    private final Set<String> changing;
    private final List<Holder> holders = new ArrayList<>();
    private final Map<String, long[]> keys = new HashMap<>();
    private long[] packed = {};
    private long[] changed = {};

    Groups(KeyHolders index, Set<String> changing) {
        this.index = index;
        this.changing = changing;
    }

    /** Hears of one key. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param before who held it before the change, when these were several; one more than {@link Rarity#MOST} when there
         *     are more
         * @param now who holds it after the change, likewise
         */
        void group(long key, List<Holder> before, List<Holder> now);
    }

    /**
     * Notes a changing dataset as it is now.
     *
     * @param hashes of its keys, sorted
     */
    void add(Holder holder, long[] hashes) {
        if (holders.size() >> NUMBER_BITS != 0)
            throw new IllegalStateException("More datasets in one change than can be numbered");
        holders.add(holder);
        keys.put(holder.iri(), hashes);
    }

    /** All changing datasets are noted. */
    void complete() {
        packed = new long
                [keys.values().stream().mapToInt(hashes -> hashes.length).sum()];
        int size = 0;
        for (int number = 0; number < holders.size(); number++)
            for (long key : now(holders.get(number).iri())) packed[size++] = key << NUMBER_BITS | number;
        Arrays.sort(packed);
        changed = sorted(Stream.concat(index.keys(changing).values().stream(), keys.values().stream()));
    }

    boolean isChanging(String iri) {
        return changing.contains(iri);
    }

    /** Whether a changing dataset holds the key, before or after. */
    boolean isChanged(long key) {
        return Arrays.binarySearch(changed, key) >= 0;
    }

    /** The datasets that are held to be alike, before or after, by a key that a changing one holds. */
    void concerned(Set<String> concerned) {
        each(changed, (key, before, now) -> {
            for (List<Holder> group : List.of(before, now))
                if (Rarity.mayLink(key, group)) group.forEach(holder -> concerned.add(holder.iri()));
        });
    }

    /** The keys of datasets before the change, as the index knows them. */
    Map<String, long[]> before(List<String> iris) {
        return index.keys(iris);
    }

    /** The keys of a changing dataset after the change; none when it is gone. */
    long[] now(String iri) {
        return keys.getOrDefault(iri, new long[0]);
    }

    /** @param some keys, sorted */
    void each(long[] some, Visitor visitor) {
        Map<Long, List<Holder>> before = new HashMap<>();
        Map<Long, List<Holder>> staying = new HashMap<>();
        index.holders(some, changing, Rarity.MOST, (key, all, others) -> {
            // most keys have one holder, so that little of what is said of a large source has to be kept
            if (all.size() > 1) before.put(key, all);
            if (!others.isEmpty()) staying.put(key, others);
        });
        for (long key : some) {
            List<Holder> now = changingWith(key);
            now.addAll(staying.getOrDefault(key, List.of()));
            visitor.group(key, before.getOrDefault(key, List.of()), now);
        }
    }

    /** Of several datasets' keys each one once. */
    static long[] sorted(Stream<long[]> keys) {
        return keys.flatMapToLong(LongStream::of).sorted().distinct().toArray();
    }

    /** The changing datasets that hold a key now; one more than {@link Rarity#MOST} when there are more. */
    private List<Holder> changingWith(long key) {
        int at = Arrays.binarySearch(packed, key << NUMBER_BITS);
        List<Holder> found = new ArrayList<>();
        for (int i = at < 0 ? -at - 1 : at;
                i < packed.length && packed[i] >>> NUMBER_BITS == key && found.size() <= Rarity.MOST;
                i++) found.add(holders.get((int) (packed[i] & ((1L << NUMBER_BITS) - 1))));
        return found;
    }
}
