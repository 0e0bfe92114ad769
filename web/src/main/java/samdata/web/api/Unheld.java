package samdata.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import samdata.catalog.Catalog;
import samdata.catalog.search.Results;
import samdata.catalog.search.Search;

/**
 * A value that was chosen in a facet and that no dataset of the catalogue has, whatever else is searched for: a slip, most
 * often.
 */
public record Unheld(String facet, String label, String value) {
    /** Only what leaves nothing is looked at again, by itself. */
    public static List<Unheld> in(Search search, Results results, Catalog catalog) {
        List<Unheld> unheld = new ArrayList<>();
        for (Results.FacetValues facet : results.facets())
            for (String value : search.chosen().getOrDefault(facet.facet(), Set.of()))
                if (!isCounted(facet, value) && isNowhere(facet.facet(), value, search, catalog))
                    unheld.add(new Unheld(facet.facet(), facet.label(), value));
        return unheld;
    }

    private static boolean isCounted(Results.FacetValues facet, String value) {
        return facet.values().stream()
                .anyMatch(each -> each.count() > 0 && each.value().equals(value));
    }

    private static boolean isNowhere(String facet, String value, Search search, Catalog catalog) {
        Search alone = new Search("", Map.of(facet, Set.of(value)), 1, 1, Search.Sort.TITLE, search.lang());
        return catalog.search(alone).total() == 0;
    }
}
