package samdata.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * What a run did to the descriptions, one page of it.
 *
 * @param whole false when the change was too large to be told property by property
 * @param others what else is described, on the last page
 */
public record ChangesView(
        long total,
        boolean whole,
        List<Dataset> datasets,
        List<Part> others,
        Optional<String> previous,
        Optional<String> next) {

    /** @param kind {@code added}, {@code changed} or {@code removed} */
    public record Dataset(String kind, String label, String title, Optional<String> href, List<Part> parts) {}

    /**
     * @param name empty for the dataset's own statements
     * @param more rows that are not shown
     */
    public record Part(String kind, String label, String name, List<Row> rows, long more) {}

    public record Row(String property, List<Value> was, long wasMore, List<Value> is, long isMore) {}

    /** @param lang of a text, or empty */
    public record Value(String text, String lang, Optional<String> href) {}
}
