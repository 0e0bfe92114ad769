package samdata.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import samdata.catalog.Catalog;
import samdata.catalog.store.Entry;
import samdata.catalog.suitability.Assessment;
import samdata.catalog.suitability.Condition;
import samdata.catalog.suitability.Finding;
import samdata.catalog.suitability.Proof;
import samdata.catalog.suitability.Status;
import samdata.catalog.suitability.Suitability;
import samdata.vocab.Labels;
import samdata.vocab.Sam;

/** Says for one dataset how far it is fit for the tasks that concern it, and for one more that the reader asks for. */
final class FitReader {
    private final Catalog catalog;
    private final Suitability suitability;
    private final Entry entry;
    private final Page page;
    private final Description description;
    private final TaskScheme tasks;
    private final NeedWords words;

    FitReader(Catalog catalog, Suitability suitability, Entry entry, Page page) {
        this.catalog = catalog;
        this.suitability = suitability;
        this.entry = entry;
        this.page = page;
        this.description = new Description(catalog, entry, page);
        this.tasks = new TaskScheme(catalog.schemes(), page.lang());
        this.words = new NeedWords(catalog.vocabulary(), page);
    }

    /** @param asked the id of a task; one that there is not is passed over */
    FitView view(Optional<String> asked) {
        Optional<Node> task = asked.flatMap(tasks::byId);
        List<Assessment> assessments = new ArrayList<>();
        task.ifPresent(wanted -> assessments.add(suitability.assess(entry, wanted)));
        suitability.assess(entry).stream()
                .filter(each -> task.filter(each.task()::equals).isEmpty())
                .forEach(assessments::add);
        String id = task.map(tasks::id).orElse("");
        return new FitView(id, assessments.stream().map(this::fit).toList(), choices(id));
    }

    private FitView.Fit fit(Assessment assessment) {
        Map<Node, Condition> conditions = suitability.conditions(assessment.task()).stream()
                .collect(Collectors.toMap(Condition::criterion, condition -> condition));
        double all = assessment.findings().stream().mapToDouble(Finding::weight).sum();
        return new FitView.Fit(
                tasks.id(assessment.task()),
                tasks.name(assessment.task()),
                page.link("/tasks/" + tasks.id(assessment.task())),
                assessment.level().word(),
                page.text().percent(assessment.score()),
                page.text().percent(assessment.coverage()),
                assessment.declared(),
                assessment.excluded(),
                assessment.inferred(),
                assessment.proven().stream().map(this::proof).toList(),
                assessment.findings().stream()
                        .map(finding ->
                                criterion(finding, Optional.ofNullable(conditions.get(finding.criterion())), all))
                        .toList());
    }

    private FitView.Criterion criterion(Finding finding, Optional<Condition> condition, double all) {
        return new FitView.Criterion(
                finding.id(),
                words.name(finding.criterion()),
                finding.status().word(),
                finding.gate(),
                all == 0 ? 0 : Math.round(100 * finding.weight() / all),
                condition.map(words::wanted).orElse(""),
                new EvidenceReader(description).of(finding.evidence()),
                finding.status() == Status.MET ? "" : fix(finding.criterion()));
    }

    private String fix(Node criterion) {
        return Labels.best(catalog.vocabulary(), criterion, Sam.fix, page.lang())
                .orElse("");
    }

    private String proof(Proof proof) {
        return page.say(
                "fit.proof",
                description.name(proof.model()),
                Labels.of(entry.view(), proof.measure(), page.lang()),
                proof.value());
    }

    private List<FitView.Choices> choices(String asked) {
        return tasks.tops().stream()
                .map(top -> new FitView.Choices(
                        tasks.name(top),
                        Stream.concat(
                                        Stream.of(top),
                                        tasks.below(top).stream()
                                                .map(TaskScheme.Placed::task)
                                                .distinct())
                                .map(task -> new FitView.Choice(
                                        tasks.id(task),
                                        tasks.name(task),
                                        Optional.of(asked).filter(tasks.id(task)::equals)))
                                .toList()))
                .toList();
    }
}
