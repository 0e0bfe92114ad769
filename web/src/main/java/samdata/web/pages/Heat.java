package samdata.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import samdata.catalog.Catalog;
import samdata.catalog.licence.Use;

/**
 * Tasks by uses: how many of the datasets that fit a task have licences that permit a use. Five searches, whatever the
 * number of tasks.
 */
final class Heat {
    private static final String USES = "https://w3id.org/samdata/use";
    private static final int HOTTEST = 5;

    private final Catalog catalog;
    private final TaskScheme tasks;
    private final Page page;
    private final FacetCounts fit;
    private final Map<Use, FacetCounts> permitted = new LinkedHashMap<>();

    Heat(Catalog catalog, TaskScheme tasks, Page page) {
        this.catalog = catalog;
        this.tasks = tasks;
        this.page = page;
        this.fit = FacetCounts.of(catalog, Map.of());
        for (Use use : Use.values()) permitted.put(use, FacetCounts.of(catalog, Map.of("permits", Set.of(use.id()))));
    }

    List<TaskView.Use> uses() {
        return permitted.keySet().stream()
                .map(use -> new TaskView.Use(
                        page.say("use." + use.id()),
                        tasks.definition(
                                catalog.schemes().get(USES).recognise(use.id()).orElseThrow())))
                .toList();
    }

    /** The task itself and those of its narrower ones that any dataset fits. */
    List<TaskView.Row> rows(Node task) {
        List<TaskView.Row> rows = new ArrayList<>(List.of(row(task)));
        tasks.narrower(task).stream()
                .filter(narrower -> fits(narrower) > 0)
                .forEach(narrower -> rows.add(row(narrower)));
        return rows;
    }

    /** The narrower tasks that no dataset fits. */
    List<Node> idle(Node task) {
        return tasks.narrower(task).stream()
                .filter(narrower -> fits(narrower) == 0)
                .toList();
    }

    private long fits(Node task) {
        return fit.under("fit", tasks.id(task));
    }

    private TaskView.Row row(Node task) {
        String id = tasks.id(task);
        Url search = Url.to("/").and("fit", id);
        List<TaskView.Cell> cells = new ArrayList<>();
        permitted.forEach((use, counts) -> {
            long number = counts.under("fit", id);
            cells.add(new TaskView.Cell(
                    new TasksView.Count(number, page.link(search.and("permits", use.id()))), heat(number, fits(task))));
        });
        return new TaskView.Row(
                tasks.name(task), page.link("/tasks/" + id), new TasksView.Count(fits(task), page.link(search)), cells);
    }

    private static int heat(long number, long all) {
        return number == 0 || all == 0 ? 0 : Math.clamp(Math.ceilDiv(number * HOTTEST, all), 1, HOTTEST);
    }
}
