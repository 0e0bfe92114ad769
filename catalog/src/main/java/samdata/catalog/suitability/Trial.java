package samdata.catalog.suitability;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import samdata.vocab.Sam;

/** Holds one dataset's facts against requirements. What is the same for all tasks is found out once. */
final class Trial {
    private final Facts facts;
    private final Rules rules;
    private final StatedLabels.Found labels;
    private final List<Facts.Value> declared;
    private final List<Facts.Value> excluded;
    private final IdentityHashMap<Requirement, Outcome> known = new IdentityHashMap<>();

    Trial(Facts facts, Rules rules) {
        this.facts = facts;
        this.rules = rules;
        this.labels = rules.labels().in(facts);
        this.declared = Stream.of(Sam.declaredTask, Terms.HAS_TASK_TYPE, Terms.TASK_TYPE)
                .flatMap(property -> facts.values(property, rules.tasks()).stream())
                .toList();
        this.excluded = facts.values(Terms.UNSUITABLE_FOR, rules.tasks());
    }

    Facts facts() {
        return facts;
    }

    /** The tasks that the publisher names. */
    Set<Node> declared() {
        return concepts(declared);
    }

    /** The tasks that the publisher advises against. */
    Set<Node> excluded() {
        return concepts(excluded);
    }

    boolean declares(TaskNeeds task) {
        return declared.stream().anyMatch(value -> names(value, task));
    }

    boolean excludes(TaskNeeds task) {
        return excluded.stream().anyMatch(value -> task.upwards().contains(value.concept()));
    }

    Outcome of(TaskNeeds task, Requirement requirement) {
        return switch (requirement.criterion().test()) {
            case AnyLabelOf -> label(task, requirement);
            case TaskDeclared -> Outcome.metBy(statements(declared, value -> names(value, task)));
            case TaskNotExcluded -> notExcluded(task);
            case AnyOf, TypedTarget, AtLeast, Stated, Measured, NoOlderThan ->
                known.computeIfAbsent(requirement, this::whateverTheTask);
        };
    }

    private Outcome whateverTheTask(Requirement requirement) {
        return switch (requirement.criterion().test()) {
            case AnyOf -> anyOf(requirement);
            case TypedTarget -> target(requirement.criterion());
            case AtLeast -> Numbers.atLeast(facts, requirement);
            case Measured -> Numbers.measured(facts, requirement.criterion());
            case NoOlderThan -> Ages.of(facts, requirement);
            case Stated -> rules.texts().stated(facts, requirement.criterion());
            case AnyLabelOf, TaskDeclared, TaskNotExcluded ->
                throw new IllegalArgumentException("Depends on the task: " + requirement);
        };
    }

    private Outcome anyOf(Requirement requirement) {
        Facts.Values values = facts.values(requirement.criterion(), rules.scheme(requirement));
        Set<Node> concepts = concepts(values.known());
        boolean any = requirement.anyOf().isEmpty() || concepts.stream().anyMatch(requirement.anyOf()::contains);
        if (any && !concepts.isEmpty() && concepts.containsAll(requirement.allOf()))
            return Outcome.met(
                    statements(values.known(), value -> requirement.values().contains(value.concept())));
        if (concepts.isEmpty() || values.unclear()) return Outcome.NOT_STATED;
        return Outcome.notMet(statements(values.known(), value -> true));
    }

    private Outcome target(Criterion criterion) {
        Stream<Triple> named = TypedTarget.in(facts).stream().flatMap(target -> target.evidence().stream());
        Stream<Triple> typed = facts.of(Terms.DATA_TYPE).stream()
                .filter(statement -> criterion.statedAs().contains(statement.getObject()));
        return Outcome.metBy(Stream.concat(named, typed));
    }

    /**
     * Labels of other modalities say nothing about those that the task uses, and one that may belong to several leaves
     * it open. A task that can do without labels is not hindered by any.
     */
    private Outcome label(TaskNeeds task, Requirement requirement) {
        Set<Node> used = task.modalities();
        List<Label> wanted = labels.labels().stream()
                .filter(label -> requirement.anyOf().contains(label.kind()))
                .toList();
        List<Label> met = wanted.stream().filter(label -> label.belongsTo(used)).toList();
        if (!met.isEmpty()) return Outcome.met(evidence(met));
        if (wanted.stream().anyMatch(label -> label.mayBelongTo(used)) || labels.unclear()) return Outcome.NOT_STATED;
        List<Label> others =
                labels.labels().stream().filter(label -> label.belongsTo(used)).toList();
        if (others.isEmpty()) return Outcome.NOT_STATED;
        return requirement.anyOf().contains(Terms.NO_ANNOTATION)
                ? Outcome.met(evidence(others))
                : Outcome.notMet(evidence(others));
    }

    /** Not stated where the publisher advises against nothing; then there is nothing to say of the criterion. */
    private Outcome notExcluded(TaskNeeds task) {
        if (excludes(task))
            return Outcome.notMet(statements(excluded, value -> task.upwards().contains(value.concept())));
        return Outcome.metBy(statements(excluded, value -> true));
    }

    private boolean names(Facts.Value declared, TaskNeeds task) {
        return rules.of(declared.concept()).upwards().contains(task.task());
    }

    private static Set<Node> concepts(List<Facts.Value> values) {
        return values.stream().map(Facts.Value::concept).collect(Collectors.toSet());
    }

    private static Stream<Triple> statements(List<Facts.Value> values, Predicate<Facts.Value> which) {
        return values.stream().filter(which).map(Facts.Value::statement);
    }

    private static Stream<Triple> evidence(List<Label> labels) {
        return labels.stream().flatMap(label -> label.evidence().stream());
    }
}
