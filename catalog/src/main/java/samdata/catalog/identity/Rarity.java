package samdata.catalog.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much it says that a key is shared. One that each source gives to one dataset at most says all; one that several
 * datasets of a source share says little; one that many share says nothing.
 */
final class Rarity {
    /** More holders than this, over all sources, and a key says nothing. */
    static final int MOST = 12;

    private static final double LITTLE = 0.3;
    private final Map<Long, List<Holder>> holders;

    /** @param holders of the keys that between two and {@link #MOST} datasets share */
    Rarity(Map<Long, List<Holder>> holders) {
        this.holders = holders;
    }

    double of(Key key) {
        return of(key.hash());
    }

    double of(long key) {
        List<Holder> sharing = holders.get(key);
        if (sharing == null) return 0;
        Set<String> homes = new HashSet<>();
        for (Holder holder : sharing) if (!homes.add(holder.home())) return LITTLE;
        return 1;
    }

    /** Only what shares no key with another source's dataset can be passed over. */
    static boolean mayLink(long hash, List<Holder> sharing) {
        if (sharing.size() < 2 || sharing.size() > MOST) return false;
        if (Key.isClaim(hash)) return true;
        Map<String, Integer> homes = new HashMap<>();
        sharing.forEach(holder -> homes.merge(holder.home(), 1, Integer::sum));
        return homes.size() > 1;
    }
}
