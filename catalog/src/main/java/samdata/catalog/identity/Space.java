package samdata.catalog.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What sort of value a {@link Key} is; values of different spaces are never compared. */
enum Space {
    CLAIM(1, Kind.CLAIM),
    ADDRESS(2, Kind.IDENTIFIER, Kind.ORIGIN),
    IDENTIFIER(3, Kind.IDENTIFIER, Kind.ORIGIN),
    LOCAL(4, Kind.LOCAL_IDENTIFIER),
    CHECKSUM(5, Kind.CHECKSUM),
    TEXT(6, Kind.DESCRIPTION),
    BAND(7, Kind.DESCRIPTION),
    TITLE(8, Kind.TITLE),
    COLUMNS(9, Kind.COLUMNS),
    ROWS(10, Kind.ROWS),
    BYTES(11, Kind.BYTES),
    FILE(12, Kind.FILE),
    NUMBERS(13, Kind.NUMBERS);

    /** How many bits hold any code. */
    static final int BITS = 4;

    private static final Space[] SPACES = values();

    private final int code;
    private final Kind first;
    private final Kind last;
    private final String prefix = name().toLowerCase(Locale.ROOT) + '\n';

    /** @param code its place in the index for ever: there is no other by this number */
    Space(int code, Kind first, Kind last) {
        this.code = code;
        this.first = first;
        this.last = last;
    }

    Space(int code, Kind only) {
        this(code, only, only);
    }

    /** What it may be evidence of that a value of this space is shared, at the most. */
    Set<Kind> kinds() {
        return EnumSet.range(first, last);
    }

    /** What stands before a value, so that it equals none of another space. */
    String prefix() {
        return prefix;
    }

    int code() {
        return code;
    }

    /** @throws IllegalArgumentException when there is none of this code */
    static Space of(int code) {
        for (Space space : SPACES) if (space.code == code) return space;
        throw new IllegalArgumentException("No space has the code " + code);
    }
}
