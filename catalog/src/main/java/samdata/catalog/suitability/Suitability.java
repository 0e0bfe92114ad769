package samdata.catalog.suitability;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import samdata.catalog.store.Entry;
import samdata.vocab.Schemes;

/**
 * Judges how well datasets suit tasks. What is not stated is unknown and counts neither for nor against; licences are no
 * part of it.
 */
public final class Suitability {
    /** Score and coverage that {@link Level#READY} asks for, in tenths. */
    private static final int ENOUGH = 8;

    private final Rules rules;

    private Suitability(Schemes schemes) {
        rules = new Rules(schemes);
    }

    public static Suitability of(Schemes schemes) {
        return new Suitability(schemes);
    }

    /**
     * What a task asks of a dataset, its gates first.
     *
     * @throws IllegalArgumentException when {@code task} is no task of the scheme
     */
    public List<Condition> conditions(Node task) {
        return rules.of(task).requirements().stream()
                .map(requirement -> requirement.condition(rules.whoAsks(task, requirement)))
                .toList();
    }

    /** @throws IllegalArgumentException when {@code task} is no task of the scheme */
    public Assessment assess(Entry entry, Node task) {
        return assess(entry, task, Need.NOTHING);
    }

    /**
     * As {@link #assess(Entry, Node)}, with what else is needed as gates; these take the place of the task's own, of which a
     * dataset must then meet both. The scheme of tasks itself stands for no task in particular.
     */
    public Assessment assess(Entry entry, Node task, Need need) {
        Trial trial = new Trial(rules.facts(entry), rules);
        return assess(trial, rules.of(task), requirements(rules.of(task), need), proofs(trial));
    }

    /** The tasks that concern a dataset, those declared, proven, advised against and inferred; best first. */
    public List<Assessment> assess(Entry entry) {
        Trial trial = new Trial(rules.facts(entry), rules);
        Proofs proofs = proofs(trial);
        Set<Node> named = new HashSet<>(trial.declared());
        named.addAll(trial.excluded());
        named.addAll(proofs.tasks());
        List<Assessment> assessments = new ArrayList<>();
        for (TaskNeeds task : rules.all())
            if (named.contains(task.task()) || inferred(trial, task))
                assessments.add(assess(trial, task, task.requirements(), proofs));
        assessments.sort(Assessment.BEST_FIRST);
        return List.copyOf(assessments);
    }

    /** The kinds of data that a task, and what else is needed, ask for; empty: any. */
    public Set<Node> modalities(Node task, Need need) {
        return need.modalities().isEmpty() ? rules.of(task).modalities() : need.modalities();
    }

    private Proofs proofs(Trial trial) {
        Entry entry = trial.facts().entry();
        return new Proofs(entry.models(), entry.iri(), rules.tasks(), trial.declared());
    }

    private Assessment assess(Trial trial, TaskNeeds task, List<Requirement> requirements, Proofs proofs) {
        List<Finding> findings = new ArrayList<>();
        Sum sum = new Sum();
        for (Requirement requirement : requirements) {
            Outcome outcome = trial.of(task, requirement);
            sum.add(requirement, outcome.status());
            findings.add(finding(requirement, outcome));
        }
        Requirement notExcluded = rules.notExcluded();
        Outcome exclusion = trial.of(task, notExcluded);
        if (exclusion.status() != Status.NOT_STATED) {
            sum.add(notExcluded, exclusion.status());
            findings.add(finding(notExcluded, exclusion));
        }
        return new Assessment(
                trial.facts().entry().iri(),
                task.task(),
                sum.level(),
                sum.score(),
                sum.coverage(),
                trial.declares(task),
                trial.excludes(task),
                inferred(trial, task),
                proofs.of(task.task()),
                List.copyOf(findings));
    }

    private static Finding finding(Requirement requirement, Outcome outcome) {
        Criterion criterion = requirement.criterion();
        return new Finding(
                criterion.iri(),
                criterion.id(),
                requirement.gate(),
                requirement.weight() / 1000.0,
                outcome.status(),
                outcome.evidence());
    }

    /** Whether a dataset of which nobody says so fits the task by what is stated of modality, label and language. */
    private boolean inferred(Trial trial, TaskNeeds task) {
        if (!task.inferable()) return false;
        for (Requirement requirement : task.requirements()) {
            if (requirement.gate() && trial.of(task, requirement).status() != Status.MET) return false;
        }
        return true;
    }

    private List<Requirement> requirements(TaskNeeds task, Need need) {
        List<Requirement> wanted = new ArrayList<>();
        if (!need.modalities().isEmpty()) wanted.add(gate(Terms.MODALITY, need.modalities(), 0));
        if (!need.languages().isEmpty()) wanted.add(gate(Terms.LANGUAGE, need.languages(), 0));
        if (need.minimum() > 0) wanted.add(gate(Terms.SIZE, Set.of(), need.minimum()));
        return Stream.concat(
                        wanted.stream(),
                        task.requirements().stream()
                                .filter(own -> wanted.stream()
                                        .noneMatch(other ->
                                                !own.gate() && other.criterion().equals(own.criterion()))))
                .toList();
    }

    private Requirement gate(Node criterion, Set<Node> values, long minimum) {
        return Requirement.asGate(rules.criterion(criterion), values, BigDecimal.valueOf(minimum));
    }

    /** The weights of what is met, known and asked for, and how the gates stand. */
    private static final class Sum {
        private int met;
        private int known;
        private int all;
        private boolean failed;
        private boolean open;

        void add(Requirement requirement, Status status) {
            all += requirement.weight();
            if (status != Status.NOT_STATED) known += requirement.weight();
            if (status == Status.MET) met += requirement.weight();
            if (!requirement.gate()) return;
            failed |= status == Status.NOT_MET;
            open |= status == Status.NOT_STATED;
        }

        Level level() {
            if (failed) return Level.BLOCKED;
            if (open) return Level.UNKNOWN;
            boolean enough = known > 0 && 10 * met >= ENOUGH * known && 10 * known >= ENOUGH * all;
            return enough ? Level.READY : Level.USABLE_WITH_WORK;
        }

        double score() {
            return failed || known == 0 ? 0 : (double) met / known;
        }

        double coverage() {
            return all == 0 ? 0 : (double) known / all;
        }
    }
}
