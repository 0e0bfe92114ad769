package samdata.catalog.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Who holds which key when a change is stored: the changing datasets by what they say now, all others by the index.
 * Each key of a changing dataset is one long, its hash and the dataset's number, so that a large source fits in memory.
 */
final class Groups {
    private static final int NUMBER_BITS = Long.SIZE - Key.BITS - 1;

    private final KeyHolders index;
    private final Set<String> changing;
    private final List<Holder> holders = new ArrayList<>();
    private long[] packed = new long[1024];
    private int size;

    Groups(KeyHolders index, Set<String> changing) {
        this.index = index;
        this.changing = changing;
    }

    /** Notes a changing dataset as it is now. */
    void add(Fingerprint now) {
        int number = holders.size();
        if (number >> NUMBER_BITS != 0)
            throw new IllegalStateException("More datasets in one change than can be numbered");
        holders.add(new Holder(now.iri().getURI(), now.home()));
        for (long key : now.hashes()) {
            if (size == packed.length) packed = Arrays.copyOf(packed, size * 2);
            packed[size++] = key << NUMBER_BITS | number;
        }
    }

    /** All keys are noted. */
    void sort() {
        packed = Arrays.copyOf(packed, size);
        Arrays.sort(packed);
    }

    /** Of the changing datasets as they are now; sorted, each once. */
    long[] keys() {
        return LongStream.of(packed)
                .map(each -> each >>> NUMBER_BITS)
                .distinct()
                .toArray();
    }

    /** The changing datasets that hold a key now; one more than {@link Rarity#MOST} when there are more. */
    List<Holder> changingWith(long key) {
        int at = Arrays.binarySearch(packed, 0, size, key << NUMBER_BITS);
        List<Holder> found = new ArrayList<>();
        for (int i = at < 0 ? -at - 1 : at;
                i < size && packed[i] >>> NUMBER_BITS == key && found.size() <= Rarity.MOST;
                i++) found.add(holders.get((int) (packed[i] & ((1L << NUMBER_BITS) - 1))));
        return found;
    }

    /** Whom it may concern that the holders of these keys change: those that are or were held to be alike by one of them. */
    void concerned(long[] keys, Set<String> concerned) {
        Map<Long, List<Holder>> staying = new HashMap<>();
        index.holders(keys, changing, Rarity.MOST, (key, all, others) -> {
            staying.put(key, others);
            if (Rarity.mayLink(key, all)) all.forEach(holder -> concerned.add(holder.iri()));
        });
        for (long key : keys) {
            List<Holder> now = changingWith(key);
            now.addAll(staying.getOrDefault(key, List.of()));
            if (Rarity.mayLink(key, now)) now.forEach(holder -> concerned.add(holder.iri()));
        }
    }

    /** The holders of those keys that may link anything. */
    Map<Long, List<Holder>> of(long[] keys) {
        Map<Long, List<Holder>> groups = new HashMap<>();
        Map<Long, List<Holder>> staying = new HashMap<>();
        index.holders(keys, changing, Rarity.MOST, (key, all, others) -> staying.put(key, others));
        for (long key : keys) {
            List<Holder> now = changingWith(key);
            now.addAll(staying.getOrDefault(key, List.of()));
            if (Rarity.mayLink(key, now)) groups.put(key, List.copyOf(now));
        }
        return groups;
    }
}
