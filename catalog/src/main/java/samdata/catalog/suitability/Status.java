package samdata.catalog.suitability;

import java.util.Locale;

/** What is known of one criterion. What is not stated is neither met nor failed. */
public enum Status {
    MET,
    NOT_MET,
    NOT_STATED;

    /** As in JSON: {@code not-met}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
