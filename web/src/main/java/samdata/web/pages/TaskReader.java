package samdata.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import samdata.catalog.Catalog;
import samdata.catalog.store.Entries;
import samdata.catalog.suitability.Condition;
import samdata.catalog.suitability.Level;
import samdata.catalog.suitability.Status;
import samdata.catalog.suitability.Suitability;
import samdata.vocab.Labels;

/** Reads the page of a task out of the scheme and the stored judgements. */
final class TaskReader {
    static final int LAST_PAGE = 1000;
    /** Datasets of a level that are shown beside the other levels, and where it is shown alone. */
    private static final int FEW = 8;

    private static final int MANY = 50;

    private final Catalog catalog;
    private final Suitability suitability;
    private final Page page;
    private final Node task;
    private final String id;
    private final TaskScheme tasks;
    private final List<Condition> conditions;
    private final NeedWords words;

    TaskReader(Catalog catalog, Suitability suitability, Page page, Node task) {
        this.catalog = catalog;
        this.suitability = suitability;
        this.page = page;
        this.task = task;
        this.tasks = new TaskScheme(catalog.schemes(), page.lang());
        this.id = tasks.id(task);
        this.conditions = suitability.conditions(task);
        this.words = new NeedWords(catalog.vocabulary(), page);
    }

    /** Datasets, and whether there is another page of them. */
    private record Shown(List<TaskView.Group> groups, boolean more) {}

    /** @param only the one level that is shown, with all its datasets on pages; empty: a few of each */
    TaskView view(Optional<Level> only, int number) {
        FacetCounts counts = FacetCounts.of(catalog, Map.of());
        Heat heat = new Heat(catalog, tasks, page);
        Shown shown = catalog.read(store -> shown(store, only, number));
        Url here = Url.to("/tasks/" + id).and("level", only.map(Level::word).orElse(""));
        return new TaskView(
                id,
                tasks.name(task),
                tasks.definition(task),
                links(tasks.broader(task)),
                otherNames(),
                links(tasks.narrower(task)),
                tasks.elsewhere(task).stream().map(TaskReader::elsewhere).toList(),
                tasks.isDomain(task),
                conditions.stream().map(this::need).toList(),
                tally(counts, "task"),
                tally(counts, "ready"),
                tally(counts, "fit"),
                shown.groups(),
                number > 1 ? Optional.of(page.link(at(here, number - 1))) : Optional.empty(),
                shown.more() ? Optional.of(page.link(at(here, number + 1))) : Optional.empty(),
                heat.uses(),
                heat.rows(task),
                links(heat.idle(task)));
    }

    private static Url at(Url here, int number) {
        return number == 1 ? here : here.and("page", Integer.toString(number));
    }

    private TasksView.Count tally(FacetCounts counts, String facet) {
        return new TasksView.Count(
                counts.under(facet, id), page.link(Url.to("/").and(facet, id)));
    }

    private List<SearchView.Link> links(List<Node> some) {
        return some.stream()
                .map(each -> new SearchView.Link(tasks.name(each), page.link("/tasks/" + tasks.id(each))))
                .toList();
    }

    private List<TaskView.Name> otherNames() {
        return tasks.otherNames(task).entrySet().stream()
                .flatMap(names -> names.getValue().stream().map(name -> new TaskView.Name(name, names.getKey())))
                .toList();
    }

    private static DatasetView.Value elsewhere(Node match) {
        String text = match.getURI().replaceFirst("^https?://(www\\.)?", "");
        return new DatasetView.Value(text, Optional.empty(), Hrefs.of(match));
    }

    private TaskView.Need need(Condition condition) {
        double all = conditions.stream().mapToDouble(Condition::weight).sum();
        boolean own = condition.from().equals(task);
        boolean everyTask = condition.from().equals(catalog.schemes().tasks().iri());
        return new TaskView.Need(
                words.name(condition.criterion()),
                tasks.definition(condition.criterion()),
                words.wanted(condition),
                condition.gate(),
                all == 0 ? 0 : Math.round(100 * condition.weight() / all),
                own ? "" : everyTask ? page.say("task.from.every") : tasks.name(condition.from()),
                own || everyTask ? "" : page.link("/tasks/" + tasks.id(condition.from())));
    }

    private Shown shown(DatasetGraph store, Optional<Level> only, int number) {
        TaskJudgements judgements = new TaskJudgements(store);
        Map<Level, List<TaskJudgements.Judged>> byLevel = judgements.best(tasks.downwards(task)).stream()
                .collect(Collectors.groupingBy(TaskJudgements.Judged::level));
        List<TaskView.Group> groups = new ArrayList<>();
        boolean more = false;
        for (Level level : only.map(List::of).orElse(List.of(Level.values()))) {
            List<TaskJudgements.Judged> all = byLevel.getOrDefault(level, List.of());
            if (all.isEmpty()) continue;
            int size = only.isPresent() ? MANY : FEW;
            int from = only.isPresent() ? Math.min(all.size(), (number - 1) * MANY) : 0;
            int to = Math.min(all.size(), from + size);
            more |= only.isPresent() && to < all.size();
            boolean complete = only.isPresent() || to == all.size();
            groups.add(new TaskView.Group(
                    level.word(),
                    all.size(),
                    all.subList(from, to).stream()
                            .flatMap(judged -> dataset(store, judgements, judged))
                            .toList(),
                    complete ? "" : page.link(Url.to("/tasks/" + id).and("level", level.word()))));
        }
        return new Shown(groups, more);
    }

    private Stream<TaskView.Judged> dataset(
            DatasetGraph store, TaskJudgements judgements, TaskJudgements.Judged judged) {
        TaskJudgements.Grounds grounds = judgements.grounds(judged);
        Optional<Node> missing = heaviest(suitability.conditions(judged.task()), grounds);
        return new Entries(store, catalog.vocabulary())
                .entry(judged.dataset()).stream()
                        .map(entry -> new TaskView.Judged(
                                Labels.of(entry.view(), judged.dataset(), page.lang()),
                                page.link(Url.to("/datasets/" + entry.id()).and("task", tasks.id(judged.task())))
                                        + "#fit",
                                judged.task().equals(task) ? "" : tasks.name(judged.task()),
                                page.text().percent(judged.score()),
                                page.text().percent(judged.coverage()),
                                grounds.rests("Declared"),
                                grounds.rests("Inferred"),
                                grounds.rests("Proven"),
                                missing.map(words::name).orElse(""),
                                missing.filter(grounds.notMet()::contains)
                                        .map(any -> Status.NOT_MET.word())
                                        .orElse(Status.NOT_STATED.word())));
    }

    /** Gates weigh most, and what is failed more than what is not stated. */
    private static Optional<Node> heaviest(List<Condition> conditions, TaskJudgements.Grounds grounds) {
        Set<Node> failed = grounds.notMet();
        List<Node> order = conditions.stream().map(Condition::criterion).toList();
        List<Node> gates = conditions.stream()
                .filter(Condition::gate)
                .map(Condition::criterion)
                .toList();
        return Stream.of(
                        gates.stream().filter(failed::contains),
                        failed.stream().filter(criterion -> !order.contains(criterion)),
                        gates.stream().filter(grounds.notStated()::contains),
                        order.stream()
                                .filter(criterion -> failed.contains(criterion)
                                        || grounds.notStated().contains(criterion)))
                .flatMap(some -> some)
                .findFirst();
    }
}
