package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import samdata.catalog.Catalog;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.store.Graphs;
import samdata.harvester.Outcome;
import samdata.harvester.Run;
import samdata.harvester.Runs;
import samdata.harvester.Source;
import samdata.harvester.Sources;

/** {@code /sources/{id}}: one endpoint, its harvests, and what the last one found to mend. */
final class SourcePage implements Handler {
    private static final int RUNS_SHOWN = 50;
    /** After these, what the run found is what is to mend; the others read nothing anew. */
    private static final Set<Outcome> READ = Set.of(Outcome.STORED, Outcome.HELD);

    private final Catalog catalog;
    private final Sources sources;
    private final Runs runs;
    private final Templates templates;
    private final QualityRules quality;

    SourcePage(Catalog catalog, Sources sources, Runs runs, Templates templates) {
        this.catalog = catalog;
        this.sources = sources;
        this.runs = runs;
        this.templates = templates;
        this.quality = catalog.quality();
    }

    @Override
    public void handle(Context ctx) {
        Page page = templates.page(ctx, "sources");
        Source source = sources.get(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
        List<Run> past = runs.of(source.id(), RUNS_SHOWN);
        List<String> datasets = catalog.datasets(source.id());
        Optional<Run> read = past.stream()
                .filter(run -> run.outcome().filter(READ::contains).isPresent())
                .findFirst();
        List<SourceView.Rule> rules =
                read.map(new RulesReader(catalog, page)::of).orElse(List.of());
        templates.render(
                ctx,
                "source",
                page,
                Map.of(
                        "source",
                        SourceView.of(
                                page,
                                catalog,
                                source,
                                datasets.size(),
                                past.stream().findFirst()),
                        "runs",
                        past.stream()
                                .map(run -> SourceView.RunView.of(page, run))
                                .toList(),
                        "read",
                        read.isPresent(),
                        "rules",
                        rules,
                        "quality",
                        new SourceQualityReader(catalog, quality, page).view(source.id(), datasets),
                        "graph",
                        Graphs.stated(source.id()).getURI()));
    }
}
