package samdata.web.api;

import io.javalin.http.Context;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import samdata.catalog.Catalog;
import samdata.catalog.suitability.Need;
import samdata.vocab.Schemes;
import samdata.web.http.Problem;

/**
 * What a request to match looks for.
 *
 * @param task the scheme of tasks itself when no task is asked for
 * @param need what a dataset is judged by beside the task
 * @param chosen facets that narrow the search: theme and permits
 */
record Wanted(String q, Node task, Need need, Map<String, Set<String>> chosen) {
    private static final String LANGUAGES = "http://publications.europa.eu/resource/authority/language";
    static final List<String> PARAMETERS =
            List.of("task", "modality", "language", "permits", "minRows", "theme", "q", "page", "size", "lang");

    /** @throws Problem 400 when a parameter is not known or has no such value, 404 when there is no such task */
    static Wanted of(Context ctx, Catalog catalog) {
        Parameters.requireKnown(ctx, PARAMETERS);
        stated(ctx, "permits").forEach(LicencesApi::use);
        @Nullable String task = ctx.queryParam("task");
        @Nullable String q = ctx.queryParam("q");
        Map<String, Set<String>> chosen = new LinkedHashMap<>();
        for (String facet : List.of("theme", "permits")) {
            Set<String> values = Set.copyOf(stated(ctx, facet).toList());
            if (!values.isEmpty()) chosen.put(facet, values);
        }
        return new Wanted(
                q == null ? "" : q,
                task == null || task.isBlank() ? catalog.schemes().tasks().iri() : SuitabilityApi.task(catalog, task),
                new Need(
                        concepts(ctx, catalog, "modality", Schemes.MODALITIES),
                        concepts(ctx, catalog, "language", LANGUAGES),
                        minimum(ctx.queryParam("minRows"))),
                chosen);
    }

    private static Stream<String> stated(Context ctx, String name) {
        return ctx.queryParams(name).stream().filter(value -> !value.isBlank());
    }

    private static Set<Node> concepts(Context ctx, Catalog catalog, String name, String scheme) {
        Set<Node> concepts = new HashSet<>();
        stated(ctx, name)
                .forEach(value -> concepts.add(catalog.schemes()
                        .get(scheme)
                        .recognise(value)
                        .orElseThrow(() -> Problem.badRequest("There is no " + name + " " + value
                                + "; those that datasets have stand in the facet " + name + " of /api/search."))));
        return concepts;
    }

    private static long minimum(@Nullable String rows) {
        if (rows == null || rows.isEmpty()) return 0;
        if (rows.matches("\\d{1,15}")) return Long.parseLong(rows);
        throw Problem.badRequest("The parameter minRows is a whole number, not " + rows + ".");
    }
}
