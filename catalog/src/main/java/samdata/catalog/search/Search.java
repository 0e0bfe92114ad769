package samdata.catalog.search;

import java.util.Map;
import java.util.Set;

/**
 * A question to the search: words, chosen facet values (OR within a facet, AND across facets), page and order.
 *
 * @param chosen facet id to chosen values, as {@link Results.Value#value} gives them
 * @param page from 1
 * @param size hits a page, 1 to 100
 * @param lang of labels and highlights, a BCP 47 code such as {@code en} or {@code sv}
 */
public record Search(String q, Map<String, Set<String>> chosen, int page, int size, Sort sort, String lang) {
    public Search {
        if (page < 1) throw new IllegalArgumentException("Pages are counted from 1");
        if (size < 1 || size > 100) throw new IllegalArgumentException("A page holds 1 to 100 hits");
    }

    public enum Sort {
        RELEVANCE,
        NEWEST,
        QUALITY,
        TITLE
    }
}
