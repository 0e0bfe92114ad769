package samdata.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * What a run found wrong, by profile and rule.
 *
 * @param downloads what the addresses of the files begin with; empty when there are none
 */
public record FindingsView(Optional<String> downloads, List<Profile> profiles) {
    public boolean isEmpty() {
        return profiles.isEmpty();
    }

    /**
     * @param anchor names it on the page
     * @param counts how often, by severity, in words
     */
    public record Profile(String anchor, String title, List<String> counts, List<Rule> rules) {}

    /**
     * A rule that was broken.
     *
     * @param path as a person may look it up in the description
     * @param means what breaking it means for those who want to use the data
     * @param example a piece of a description that keeps it
     * @param clause where it is asked for
     * @param more places that are not listed
     */
    public record Rule(
            String severity,
            String path,
            String message,
            String means,
            String fix,
            String example,
            Optional<String> clause,
            long times,
            List<Place> places,
            long more) {}

    /**
     * @param href the dataset's page, when it is in the catalogue
     * @param line of the document, in words; empty when it is not known
     */
    public record Place(String text, Optional<String> href, String line) {}
}
