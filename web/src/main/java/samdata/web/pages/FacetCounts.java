package samdata.web.pages;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import samdata.catalog.Catalog;
import samdata.catalog.search.Results;
import samdata.catalog.search.Search;

/** How many datasets the search finds under each value of a facet: the numbers on pages are those of the search. */
record FacetCounts(long total, Map<String, Map<String, Long>> counts) {
    static FacetCounts of(Catalog catalog, Map<String, Set<String>> chosen) {
        Results results = catalog.search(new Search("", chosen, 1, 1, Search.Sort.TITLE, "en"));
        Map<String, Map<String, Long>> counts = new HashMap<>();
        for (Results.FacetValues facet : results.facets()) {
            Map<String, Long> values = new LinkedHashMap<>();
            facet.values().forEach(value -> values.put(value.value(), value.count()));
            counts.put(facet.facet(), values);
        }
        return new FacetCounts(results.total(), counts);
    }

    long under(String facet, String value) {
        return counts.getOrDefault(facet, Map.of()).getOrDefault(value, 0L);
    }
}
