package samdata.web.pages;

import java.util.List;

/**
 * Whether something may be used in one way, and why, in words.
 *
 * @param use its id
 * @param name in a few words
 * @param label what the use is
 * @param more one sentence on what happens with data and model
 * @param verdict the word of the verdict
 * @param conflicts the first of them
 * @param moreConflicts how many are left out
 * @param results what the outcome may be shared under
 */
public record AnswerView(
        String use,
        String name,
        String label,
        String more,
        String verdict,
        List<Reason> duties,
        List<Reason> refusals,
        List<Conflict> conflicts,
        int moreConflicts,
        List<Ground> unclear,
        List<Named> results) {

    /**
     * A licence as a reader meets it.
     *
     * @param known false when it stands for none being known
     */
    public record Named(String id, String label, String href, boolean known) {}

    /** What must or must not be done, and who says so. */
    public record Reason(String what, List<Ground> grounds) {}

    /** @param clause where the licence says it, in English as in the scheme */
    public record Ground(Named licence, String clause) {}

    public record Conflict(Named a, Named b, String clause) {}

    public boolean hasReasons() {
        return !(duties.isEmpty() && refusals.isEmpty() && conflicts.isEmpty() && unclear.isEmpty());
    }
}
