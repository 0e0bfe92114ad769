package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import samdata.catalog.Catalog;
import samdata.harvester.run.Run;
import samdata.harvester.run.Runs;
import samdata.harvester.source.Source;
import samdata.harvester.source.Sources;

/** {@code /sources}: the registered endpoints and how the last harvest of each ended. */
final class SourcesPage implements Handler {
    private final Catalog catalog;
    private final Sources sources;
    private final Runs runs;
    private final Templates templates;

    SourcesPage(Catalog catalog, Sources sources, Runs runs, Templates templates) {
        this.catalog = catalog;
        this.sources = sources;
        this.runs = runs;
        this.templates = templates;
    }

    @Override
    public void handle(Context ctx) {
        Page page = templates.page(ctx, "sources");
        List<SourceView> rows = sources.list().stream()
                .map(source -> row(page, source, runs.last(source.id())))
                .toList();
        templates.render(ctx, "sources", page, Map.of("sources", rows));
    }

    private SourceView row(Page page, Source source, Optional<Run> last) {
        return SourceView.of(
                page, catalog, source, catalog.datasets(source.id()).size(), last);
    }
}
