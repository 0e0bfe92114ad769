package samdata.catalog.suitability;

import java.util.Locale;

/** How far a dataset is fit for a task, best first. */
public enum Level {
    /** Every gate is met, and score and coverage are at least 0.8. */
    READY,
    /** Every gate is met, and something is missing or not stated. */
    USABLE_WITH_WORK,
    /** A gate is not stated, and none is failed. */
    UNKNOWN,
    /** A gate is failed, or the publisher advises against the task. */
    BLOCKED;

    /** As in addresses, JSON and RDF: {@code usable-with-work}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
