package samdata.harvester.run;

import java.util.Locale;

/** How one harvest of one source ended. There is no other way, and the compiler knows it. */
public enum Outcome {
    /** It changed the catalogue. */
    STORED,
    /** The source says what it said before. */
    UNCHANGED,
    /** Valid, but so much smaller than before that it waits for a person or for two more equal runs. */
    HELD,
    /** An answer came that is unusable as a whole. */
    REJECTED,
    /** No usable HTTP answer. */
    UNREACHABLE,
    /** Our own fault. */
    FAILED;

    /** The word for it in the API, in Turtle and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
