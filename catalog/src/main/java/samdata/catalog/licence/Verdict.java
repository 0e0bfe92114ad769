package samdata.catalog.licence;

/** The answer to a licence question in a word, best first. */
public enum Verdict {
    OK("ok"),
    OK_WITH_DUTIES("ok-with-duties"),
    /** Something that the use needs is not stated, not settled or disputed. */
    UNDECIDABLE("undecidable"),
    /** Each licence allows the use, together they do not. */
    CONFLICT("conflict"),
    /** One licence alone forbids the use, whatever else is unclear. */
    NOT_PERMITTED("not-permitted");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public boolean permits() {
        return this == OK || this == OK_WITH_DUTIES;
    }

    /** The worse of the two. */
    Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
