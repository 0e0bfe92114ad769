package samdata.catalog.store;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large the database is when nothing of the past is in it.
 *
 * @param statements how many stood in it then, so that a store that has grown is not taken for one full of the past
 */
record Compacted(long bytes, long statements) {
    static final Compacted UNKNOWN = new Compacted(0, 0);
    /** Below this it is not worth the trouble. */
    private static final long SMALL = 16_000_000;
    /** With the write that is under way it stays below three times the size that it would have without the past. */
    private static final double BLOATED = 2.5;

    private static final Pattern TEXT = Pattern.compile("bytes (\\d{1,18})\\s+statements (\\d{1,18})\\s*");

    /** Anything else than {@link #text} is unknown. */
    static Compacted parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) return UNKNOWN;
        return new Compacted(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    String text() {
        return String.format(Locale.ROOT, "bytes %d%nstatements %d%n", bytes, statements);
    }

    /** Whether a database this large holds so much of the past that it should be compacted. */
    boolean isBloated(long now) {
        return now > SMALL && now > BLOATED * bytes;
    }

    /**
     * What is to be expected of a database that was large {@code before} a write and is as it is {@code now}, without the
     * past. One that the write made large is taken as it is.
     */
    Compacted expected(long before, Compacted now) {
        if (statements > 0) return new Compacted((long) ((double) bytes * now.statements / statements), now.statements);
        return before <= SMALL ? now : UNKNOWN;
    }
}
