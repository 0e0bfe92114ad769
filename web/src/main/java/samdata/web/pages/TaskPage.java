package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import samdata.catalog.Catalog;
import samdata.catalog.suitability.Level;
import samdata.catalog.suitability.Suitability;
import samdata.web.http.Problem;

/** {@code /tasks/{task}}: what a task needs, which datasets meet it, and what their licences permit. */
final class TaskPage implements Handler {
    private final Catalog catalog;
    private final Suitability suitability;
    private final Templates templates;

    TaskPage(Catalog catalog, Templates templates) {
        this.catalog = catalog;
        this.suitability = catalog.suitability();
        this.templates = templates;
    }

    @Override
    public void handle(Context ctx) {
        Page page = templates.page(ctx, "tasks");
        String id = ctx.pathParam("task");
        Node task = new TaskScheme(catalog.schemes(), page.lang())
                .byId(id)
                .orElseThrow(() -> Problem.notFound("There is no task “" + id + "”; /tasks lists those there are."));
        TaskReader reader = new TaskReader(catalog, suitability, page, task);
        Optional<Level> level = level(ctx.queryParam("level"));
        templates.render(
                ctx,
                "task",
                page,
                Map.of("view", reader.view(level, number(ctx.queryParam("page"))), "whole", level.isEmpty()));
    }

    private static Optional<Level> level(@org.jspecify.annotations.Nullable String asked) {
        for (Level level : Level.values()) if (level.word().equals(asked)) return Optional.of(level);
        return Optional.empty();
    }

    private static int number(@org.jspecify.annotations.Nullable String page) {
        try {
            return page == null ? 1 : Math.clamp(Integer.parseInt(page.strip()), 1, TaskReader.LAST_PAGE);
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
