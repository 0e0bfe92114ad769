package samdata.web.describe;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each value of the target occurs, up to a bound beyond which it is no class. */
final class ClassTally {
    static final int MOST = 1000;
    private static final int LONGEST_NAME = 200;

    private final boolean named;
    private final Map<String, long[]> counts = new HashMap<>();
    private boolean overflown;

    ClassTally(boolean named) {
        this.named = named;
    }

    void add(String value, long times) {
        if (overflown) return;
        String key = value.length() <= LONGEST_NAME
                ? value
                : value.substring(0, LONGEST_NAME) + "... "
                        + Long.toHexString(Hashing.komihash5_0().hashCharsToLong(value));
        counts.computeIfAbsent(key, k -> new long[1])[0] += times;
        if (counts.size() > MOST) {
            overflown = true;
            counts.clear();
        }
    }

    /** The largest first; empty when there are too many. */
    List<Target.ClassCount> classes() {
        return counts.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, long[]> e) -> -e.getValue()[0])
                        .thenComparing(Map.Entry::getKey))
                .map(e -> new Target.ClassCount(named ? e.getKey() : "", e.getValue()[0]))
                .toList();
    }
}
