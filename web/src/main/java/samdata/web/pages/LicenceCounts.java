package samdata.web.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import samdata.catalog.Catalog;
import samdata.catalog.search.Results;
import samdata.catalog.search.Search;

/** How many datasets the search finds under each licence, and under what is stated as one and is not known. */
final class LicenceCounts {
    private static final String FACET = "licence";

    private final Map<String, Results.Value> values = new LinkedHashMap<>();

    LicenceCounts(Catalog catalog, String lang) {
        Search all = new Search("", Map.of(), 1, 1, Search.Sort.RELEVANCE, lang);
        catalog.search(all).facets().stream()
                .filter(facet -> facet.facet().equals(FACET))
                .flatMap(facet -> facet.values().stream())
                .forEach(value -> values.put(value.value(), value));
    }

    long of(String licence) {
        Results.Value value = values.get(licence);
        return value == null ? 0 : value.count();
    }

    List<Results.Value> all() {
        return List.copyOf(values.values());
    }

    /** The search for the datasets under it. */
    static Url search(String licence) {
        return Url.to("/").and(FACET, licence);
    }
}
