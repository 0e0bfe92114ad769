package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import samdata.catalog.Catalog;

/** {@code /tasks}: every task by top concept, with how many datasets are declared for it and fit. */
final class TasksPage implements Handler {
    private static final int MAX_WORDS = 200;

    private final Catalog catalog;
    private final Templates templates;

    TasksPage(Catalog catalog, Templates templates) {
        this.catalog = catalog;
        this.templates = templates;
    }

    @Override
    public void handle(Context ctx) {
        Page page = templates.page(ctx, "tasks");
        String asked = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        String words = asked.length() <= MAX_WORDS ? asked : asked.substring(0, MAX_WORDS);
        Reader reader = new Reader(
                page, new TaskScheme(catalog.schemes(), page.lang()), FacetCounts.of(catalog, Map.of()), words);
        templates.render(ctx, "tasks", page, Map.of("view", reader.view()));
    }

    private record Reader(Page page, TaskScheme tasks, FacetCounts counts, String words) {
        TasksView view() {
            List<TasksView.Group> groups = tasks.tops().stream()
                    .map(this::group)
                    .filter(group -> group.shown() || !group.tasks().isEmpty())
                    .toList();
            Set<String> shown = new HashSet<>();
            for (TasksView.Group group : groups) {
                if (group.shown()) shown.add(group.top().href());
                group.tasks().forEach(task -> shown.add(task.href()));
            }
            return new TasksView(words, shown.size(), groups);
        }

        private TasksView.Group group(Node top) {
            List<TasksView.Task> below = new ArrayList<>();
            for (TaskScheme.Placed placed : tasks.below(top))
                if (found(placed.task())) below.add(task(placed.task(), words.isEmpty() ? placed.depth() : 0));
            return new TasksView.Group(task(top, 0), found(top), below);
        }

        private boolean found(Node task) {
            return words.isEmpty() || tasks.nameWith(task, words).isPresent();
        }

        private TasksView.Task task(Node task, int depth) {
            String id = tasks.id(task);
            String alias = words.isEmpty() ? "" : tasks.nameWith(task, words).orElse("");
            return new TasksView.Task(
                    tasks.name(task),
                    page.link("/tasks/" + id),
                    tasks.definition(task),
                    alias.equals(tasks.name(task)) || alias.equals(id) ? "" : alias,
                    Math.min(depth, 4),
                    tasks.isDomain(task),
                    tally("task", id),
                    tally("ready", id),
                    tally("fit", id));
        }

        private TasksView.Count tally(String facet, String id) {
            return new TasksView.Count(
                    counts.under(facet, id), page.link(Url.to("/").and(facet, id)));
        }
    }
}
