package samdata.catalog.licence;

/**
 * What a licence says on one point.
 *
 * @param text where it says so, such as {@code CC BY 4.0 s. 3(a)(1)(A)}
 */
public record Clause(Atom atom, Settled settled, String text) {
    /** Whether an act is permitted, a condition asked for, a right covered. */
    public enum Settled {
        YES,
        NO,
        UNCLEAR
    }
}
