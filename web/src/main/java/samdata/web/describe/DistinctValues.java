package samdata.web.describe;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import org.jspecify.annotations.Nullable;

/**
 * Counts different values by their 64-bit hashes: exactly up to a bound, by a sketch of 4 KB beyond it. Two of a hundred
 * thousand values share a hash once in 3,000,000,000 files.
 */
final class DistinctValues {
    private static final int MOST_EXACT = 100_000;
    private static final int PRECISION = 12;

    private final Budget budget;
    private long[] table = new long[16];
    private int filled;
    private boolean zero;
    private @Nullable UltraLogLog sketch;

    DistinctValues(Budget budget) {
        this.budget = budget;
    }

    /** The memory that the columns of one file share, in table slots of 8 bytes. */
    static final class Budget {
        private long slots = 4_000_000;

        private boolean take(int wanted) {
            if (wanted > slots) return false;
            slots -= wanted;
            return true;
        }

        private void giveBack(int unused) {
            slots += unused;
        }
    }

    void add(long hash) {
        if (sketch != null) sketch.add(hash);
        else if (hash == 0) zero = true;
        else if (put(table, hash) && ++filled > table.length / 2) grow();
    }

    ColumnProfile.Distinct count(int besides) {
        return sketch == null
                ? new ColumnProfile.Distinct(filled + (zero ? 1 : 0) + besides, true)
                : new ColumnProfile.Distinct(Math.round(sketch.getDistinctCountEstimate()), false);
    }

    private void grow() {
        int wanted = table.length * 2;
        if (filled < MOST_EXACT && budget.take(wanted)) {
            long[] larger = new long[wanted];
            for (long hash : table) if (hash != 0) put(larger, hash);
            budget.giveBack(table.length);
            table = larger;
            return;
        }
        UltraLogLog poured = UltraLogLog.create(PRECISION);
        for (long hash : table) if (hash != 0) poured.add(hash);
        if (zero) poured.add(0);
        budget.giveBack(table.length);
        table = new long[0];
        sketch = poured;
    }

    /** Whether it was not there. */
    private static boolean put(long[] table, long hash) {
        int slot = (int) hash & (table.length - 1);
        while (table[slot] != 0) {
            if (table[slot] == hash) return false;
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = hash;
        return true;
    }
}
