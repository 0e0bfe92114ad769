package samdata.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import samdata.catalog.Catalog;
import samdata.catalog.search.Facet;
import samdata.catalog.search.Results;
import samdata.catalog.search.Search;
import samdata.web.http.Languages;
import samdata.web.http.Problem;

/** {@code GET /api/search}. */
public final class SearchApi {
    private static final List<String> PARAMETERS = List.of("q", "page", "size", "sort", "lang");
    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;
    /** Deeper than a person pages; every hit before a page must be ranked. */
    private static final int DEEPEST = 10_000;

    private final Catalog catalog;
    private final List<String> facets;
    private final List<String> known;

    public SearchApi(Catalog catalog) {
        this.catalog = catalog;
        this.facets = catalog.facets().stream().map(Facet::id).toList();
        this.known = Stream.concat(PARAMETERS.stream(), facets.stream()).toList();
    }

    public void routes(RoutesConfig routes) {
        routes.get("/api/search", this::answer);
    }

    private void answer(Context ctx) {
        Search search = search(ctx);
        ctx.json(json(search));
    }

    private ObjectNode json(Search search) {
        Results results = catalog.search(search);
        ObjectNode json = ResultsJson.of(results, search);
        ArrayNode unheld = json.putArray("unheld");
        for (Results.FacetValues facet : results.facets())
            for (String value : facet.unheld())
                unheld.addObject()
                        .put("facet", facet.facet())
                        .put("value", value)
                        .put("detail", "No dataset has the value " + value + " in the facet " + facet.facet() + ".");
        return json;
    }

    /** @throws Problem 400 when a parameter is not known or has no such value */
    Search search(Context ctx) {
        Map<String, List<String>> parameters = ctx.queryParamMap();
        Parameters.requireKnown(ctx, known);
        int size = Parameters.number(ctx, "size", USUAL_SIZE, LARGEST_SIZE);
        return new Search(
                parameters.getOrDefault("q", List.of("")).getFirst(),
                chosen(parameters),
                Parameters.number(ctx, "page", 1, DEEPEST / size),
                size,
                sort(ctx.queryParam("sort")),
                Languages.of(ctx));
    }

    private Map<String, Set<String>> chosen(Map<String, List<String>> parameters) {
        Map<String, Set<String>> chosen = new LinkedHashMap<>();
        for (Facet facet : catalog.facets()) {
            Set<String> values = new LinkedHashSet<>(parameters.getOrDefault(facet.id(), List.of()));
            values.removeIf(String::isBlank);
            if (facet.byYear()) values.forEach(year -> requireYear(facet, year));
            if (!values.isEmpty()) chosen.put(facet.id(), values);
        }
        return chosen;
    }

    private static void requireYear(Facet facet, String year) {
        if (!year.matches("-?\\d{1,9}"))
            throw Problem.badRequest("The parameter " + facet.id() + " is a year such as 2026, not " + year + ".");
    }

    private static Search.Sort sort(@Nullable String name) {
        if (name == null || name.isEmpty()) return Search.Sort.RELEVANCE;
        for (Search.Sort sort : Search.Sort.values()) if (word(sort).equals(name)) return sort;
        throw Problem.badRequest("There is no order " + name + "; known are "
                + String.join(
                        ", ",
                        Stream.of(Search.Sort.values()).map(SearchApi::word).toList()) + ".");
    }

    private static String word(Search.Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }
}
