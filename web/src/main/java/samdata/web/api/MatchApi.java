package samdata.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import samdata.catalog.Catalog;
import samdata.catalog.search.Results;
import samdata.catalog.search.Search;
import samdata.catalog.store.Entry;
import samdata.catalog.suitability.Assessment;
import samdata.catalog.suitability.Level;
import samdata.catalog.suitability.Suitability;
import samdata.web.http.Languages;

/**
 * {@code GET /api/match}: datasets for a need that is not stored, best first. What fails a gate is left out and counted; what
 * does not state one comes after what fits. At most {@link #MOST} datasets are judged for a request: all that are found
 * when they are no more, else those first that name the task and are known to fit, that are known to fit, that name the
 * task, and that hold the modality. How many there would have been to judge is told beside how many were.
 */
public final class MatchApi {
    private static final int MOST = 300;
    private static final int PAGE = 100;

    private final Catalog catalog;
    private final Suitability suitability;

    public MatchApi(Catalog catalog) {
        this.catalog = catalog;
        this.suitability = catalog.suitability();
    }

    public void routes(RoutesConfig routes) {
        routes.get("/api/match", this::answer);
    }

    private record Match(Entry entry, Assessment assessment) {
        static final Comparator<Match> BEST_FIRST = Comparator.comparing(Match::assessment, Assessment.BEST_FIRST);
    }

    private void answer(Context ctx) {
        Wanted wanted = Wanted.of(ctx, catalog);
        int size = Parameters.number(ctx, "size", 20, PAGE);
        int page = Parameters.number(ctx, "page", 1, MOST);
        String lang = Languages.of(ctx);
        Set<String> considered = new LinkedHashSet<>();
        long found = candidates(wanted, lang, considered);
        List<Match> judged = new ArrayList<>();
        for (String iri : considered)
            catalog.entryOf(iri)
                    .ifPresent(entry ->
                            judged.add(new Match(entry, suitability.assess(entry, wanted.task(), wanted.need()))));
        List<Match> matches = judged.stream()
                .filter(match -> match.assessment().level() != Level.BLOCKED)
                .sorted(Match.BEST_FIRST)
                .toList();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("total", matches.size())
                .put("page", page)
                .put("size", size)
                .put("considered", judged.size())
                .put("blocked", judged.size() - matches.size())
                .put("candidates", found)
                .put("complete", found <= judged.size());
        ArrayNode results = json.putArray("results");
        SuitabilityJson each = new SuitabilityJson(catalog, lang);
        matches.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .forEach(match -> results.add(each.of(match.entry(), match.assessment())));
        ctx.json(json);
    }

    /** Puts the datasets to be judged into {@code iris} and answers how many there would be. */
    private long candidates(Wanted wanted, String lang, Set<String> iris) {
        long found = search(wanted, Map.of(), lang, 1).total();
        List<Map<String, Set<String>>> narrower = new ArrayList<>();
        if (found > MOST) {
            String task = catalog.schemes().tasks().id(wanted.task());
            if (!wanted.task().equals(catalog.schemes().tasks().iri())) {
                narrower.add(Map.of("fit", Set.of(task), "task", Set.of(task)));
                narrower.add(Map.of("fit", Set.of(task)));
                narrower.add(Map.of("task", Set.of(task)));
            }
            Set<String> modalities = suitability.modalities(wanted.task(), wanted.need()).stream()
                    .flatMap(modality -> catalog.schemes().id(modality).stream())
                    .collect(Collectors.toSet());
            if (!modalities.isEmpty()) narrower.add(Map.of("modality", modalities));
        }
        narrower.add(Map.of());
        narrower.forEach(facets -> collect(wanted, facets, lang, iris));
        return found;
    }

    private void collect(Wanted wanted, Map<String, Set<String>> facets, String lang, Set<String> iris) {
        for (int page = 1; iris.size() < MOST; page++) {
            List<Results.Hit> hits = search(wanted, facets, lang, page).hits();
            hits.stream()
                    .map(Results.Hit::iri)
                    .takeWhile(iri -> iris.size() < MOST)
                    .forEach(iris::add);
            if (hits.size() < PAGE || page * PAGE >= 2 * MOST) return;
        }
    }

    private Results search(Wanted wanted, Map<String, Set<String>> facets, String lang, int page) {
        Map<String, Set<String>> chosen = new LinkedHashMap<>(wanted.chosen());
        chosen.putAll(facets);
        Search.Sort sort = wanted.q().isBlank() ? Search.Sort.QUALITY : Search.Sort.RELEVANCE;
        return catalog.search(new Search(wanted.q(), chosen, page, PAGE, sort, lang));
    }
}
