package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import samdata.catalog.Catalog;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.store.Graphs;
import samdata.harvester.run.History;
import samdata.harvester.run.Run;
import samdata.harvester.run.Runs;
import samdata.harvester.source.Source;
import samdata.harvester.source.Sources;

/** {@code /sources/{id}}: one endpoint, its harvests, and what the last one found to mend. */
final class SourcePage implements Handler {
    private static final int RUNS_SHOWN = 50;

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
        List<SourceView.RunView> past = new ArrayList<>();
        AtomicReference<@Nullable Run> newest = new AtomicReference<>();
        History history = History.of(runs.each(source.id(), RUNS_SHOWN).peek(run -> {
            past.add(SourceView.RunView.of(page, run));
            if (hasRead(run)) newest.compareAndSet(null, run);
        }));
        List<String> datasets = catalog.datasets(source.id());
        Optional<Run> read = Optional.ofNullable(newest.get());
        FindingsView findings =
                read.map(new FindingsReader(catalog, page)::of).orElse(new FindingsView(Optional.empty(), List.of()));
        SourceQualityView described = new SourceQualityReader(catalog, quality, page).view(source.id(), datasets);
        templates.render(
                ctx,
                "source",
                page,
                Map.of(
                        "source",
                        SourceView.of(page, catalog, source, datasets.size(), runs.last(source.id())),
                        "runs",
                        past,
                        "read",
                        read.isPresent(),
                        "findings",
                        findings,
                        "history",
                        new HistoryReader(page).view(source.id(), history, described.outOf()),
                        "problems",
                        catalog.knowledge().check().problems(),
                        "quality",
                        described,
                        "graph",
                        Graphs.stated(source.id()).getURI()));
    }

    /** Whether what the run found is what is to mend; one that found the same as before may have looked at nothing. */
    private static boolean hasRead(Run run) {
        return run.outcome()
                .map(outcome -> switch (outcome) {
                    case STORED, HELD -> true;
                    case UNCHANGED -> !run.violations().isEmpty();
                    case REJECTED, UNREACHABLE, FAILED -> false;
                })
                .orElse(false);
    }
}
