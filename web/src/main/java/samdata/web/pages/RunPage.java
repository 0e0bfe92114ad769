package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import samdata.catalog.Catalog;
import samdata.harvester.run.Run;
import samdata.harvester.run.Runs;
import samdata.web.http.Permits;

/** {@code /runs/{id}}: how one harvest ended, what it changed property by property, and what it found to mend. */
final class RunPage implements Handler {
    private final Catalog catalog;
    private final Runs runs;
    private final Templates templates;
    private final Permits comparing;

    RunPage(Catalog catalog, Runs runs, Templates templates, Permits comparing) {
        this.comparing = comparing;
        this.catalog = catalog;
        this.runs = runs;
        this.templates = templates;
    }

    @Override
    public void handle(Context ctx) {
        Page page = templates.page(ctx, "sources");
        Run run = runs.get(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
        Optional<ChangesView> changes = changes(page, run, number(ctx.queryParam("page")));
        templates.render(
                ctx,
                "run",
                page,
                Map.of(
                        "run",
                        SourceView.RunView.of(page, run),
                        "source",
                        run.source(),
                        "changes",
                        changes,
                        "findings",
                        new FindingsReader(catalog, page).of(run)));
    }

    private Optional<ChangesView> changes(Page page, Run run, int number) {
        if (run.after().generation().isEmpty()) return Optional.empty();
        ChangesReader reader = new ChangesReader(catalog, page);
        return comparing.during(() -> catalog.changes(
                run.source(), run.after().generation().getAsLong(), changes -> reader.view(changes, number)));
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }
}
