package samdata.web.describe;

import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Smallest, largest and mean of a column's numbers or dates. Made only when values were asked for. */
final class RangeTally {
    private final DoubleSummaryStatistics numbers = new DoubleSummaryStatistics();
    private @Nullable String earliest;
    private @Nullable String latest;

    void number(double value) {
        numbers.accept(value);
    }

    /** As ISO 8601, whose order is that of the texts. */
    void date(String date) {
        if (earliest == null || date.compareTo(earliest) < 0) earliest = date;
        if (latest == null || date.compareTo(latest) > 0) latest = date;
    }

    Optional<ColumnProfile.Range> of(ColumnType type) {
        if (type.isNumber() && numbers.getCount() > 0)
            return Optional.of(new ColumnProfile.Range(
                    plain(numbers.getMin()), plain(numbers.getMax()), plain(numbers.getAverage())));
        if ((type == ColumnType.DATE || type == ColumnType.DATE_TIME) && earliest != null && latest != null)
            return Optional.of(new ColumnProfile.Range(earliest, latest, ""));
        return Optional.empty();
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Float.toString((float) number);
    }
}
