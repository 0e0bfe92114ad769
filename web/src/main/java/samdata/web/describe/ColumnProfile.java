package samdata.web.describe;

import java.util.Optional;

/**
 * One column as it was counted.
 *
 * @param name as the file has it, or {@code column-3} where it has none
 * @param missing rows without a value
 * @param distinct how many different values, exact or an estimate
 * @param range smallest, largest and mean; only when values were asked for
 * @param remark what a reader should know of it; empty when nothing
 */
public record ColumnProfile(
        String name,
        ColumnType type,
        long present,
        long missing,
        Distinct distinct,
        Optional<Range> range,
        String remark) {

    /** @param exact false for an estimate, whose standard error is about 1 % */
    public record Distinct(long count, boolean exact) {}

    /** As texts; the mean is empty for dates. */
    public record Range(String smallest, String largest, String mean) {}

    /** Of all rows; 0 when there is none. */
    public double missingShare() {
        long rows = present + missing;
        return rows == 0 ? 0 : (double) missing / rows;
    }
}
