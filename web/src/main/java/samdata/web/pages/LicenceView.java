package samdata.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * The licence of a dataset, in words. What no one states is unknown, never allowed.
 *
 * @param state {@code known}, {@code unrecognised}, {@code unknown} or {@code missing}
 * @param id the short id of a known licence, else what was written
 * @param document where the licence can be read
 * @param covers the distributions it is stated for; empty when it is stated for the dataset or for all
 */
public record LicenceView(
        String state,
        String id,
        String label,
        Optional<String> document,
        List<String> covers,
        List<Clause> clauses,
        List<String> duties) {
    /** The id of the licence that says that none is known. */
    static final String UNKNOWN = "NOASSERTION";

    /** @param answer {@code yes}, {@code no}, {@code unclear} or {@code unsaid} */
    public record Clause(String action, String answer) {}
}
