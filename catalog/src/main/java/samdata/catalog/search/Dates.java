package samdata.catalog.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Objects;
import java.util.OptionalLong;

/** Reads dates as companies write them: a year, a month, a day or a moment, with or without a zone. */
final class Dates {
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("uuuu[-MM[-dd]]")
            .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
            .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter(java.util.Locale.ROOT);

    private Dates() {}

    /** Seconds since 1970, UTC where no zone is stated; empty for what is no date. */
    static OptionalLong seconds(String written) {
        try {
            TemporalAccessor date = WRITTEN.parse(written.strip());
            LocalTime time = Objects.requireNonNullElse(date.query(TemporalQueries.localTime()), LocalTime.MIDNIGHT);
            ZoneOffset zone = Objects.requireNonNullElse(date.query(TemporalQueries.offset()), ZoneOffset.UTC);
            return OptionalLong.of(LocalDate.from(date).toEpochSecond(time, zone));
        } catch (DateTimeException noDate) {
            return OptionalLong.empty();
        }
    }
}
