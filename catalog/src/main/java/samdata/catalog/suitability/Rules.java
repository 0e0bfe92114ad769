package samdata.catalog.suitability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import samdata.catalog.store.Entry;
import samdata.vocab.Scheme;
import samdata.vocab.Schemes;

/** The rules of {@code schemes/tasks.ttl}, with what is inherited worked out once for each task. */
final class Rules {
    private static final Set<Node> TELLING = Set.of(Terms.ANNOTATION, Terms.LANGUAGE);

    private final Graph graph;
    private final Schemes schemes;
    private final Node scheme;
    private final StatedLabels labels;
    private final Texts texts;
    private final Facts.Vocabulary vocabulary;
    private final Requirement notExcluded;
    private final Map<Node, Criterion> criteria = new HashMap<>();
    private final Map<Node, Map<Node, Requirement>> inherited = new HashMap<>();
    private final Map<Node, TaskNeeds> tasks = new LinkedHashMap<>();

    Rules(Schemes schemes) {
        this.schemes = schemes;
        graph = schemes.graph();
        scheme = schemes.tasks().iri();
        labels = new StatedLabels(schemes);
        texts = new Texts(schemes);
        schemes.get(Terms.CRITERIA).concepts().forEach(iri -> criteria.put(iri, Criterion.of(graph, iri)));
        vocabulary = new Facts.Vocabulary(
                criteria.values().stream().flatMap(c -> c.reads().stream()).collect(Collectors.toSet()),
                Criterion.set(graph, Terms.iri(Terms.CRITERIA), Terms.PART_BY),
                Criterion.set(graph, Terms.iri(Terms.CRITERIA), Terms.PART_OF_BY));
        notExcluded = Requirement.asGate(criterion(Terms.NOT_EXCLUDED), Set.of(), Requirement.ANY);
        inherited.put(scheme, own(scheme));
        tasks.put(scheme, needs(scheme));
        schemes.tasks().concepts().stream()
                .sorted(Comparator.comparing(Node::getURI))
                .forEach(task -> tasks.put(task, needs(task)));
    }

    /** What {@code task} needs; of the scheme of tasks itself: what every task needs. */
    TaskNeeds of(Node task) {
        TaskNeeds needs = tasks.get(task);
        if (needs == null) throw new IllegalArgumentException("Not a task of the scheme: " + task);
        return needs;
    }

    Iterable<TaskNeeds> all() {
        return tasks.values();
    }

    Criterion criterion(Node iri) {
        Criterion criterion = criteria.get(iri);
        if (criterion == null) throw new IllegalStateException("No such criterion: " + iri);
        return criterion;
    }

    /** What is stated of a dataset under the criteria. */
    Facts facts(Entry entry) {
        return new Facts(entry, vocabulary);
    }

    Scheme tasks() {
        return schemes.tasks();
    }

    StatedLabels labels() {
        return labels;
    }

    Texts texts() {
        return texts;
    }

    Requirement notExcluded() {
        return notExcluded;
    }

    /** The scheme of the concepts that a requirement asks for. */
    Scheme scheme(Requirement requirement) {
        Node concept = requirement.values().iterator().next();
        return schemes.get(Criterion.objects(graph, concept, SKOS.inScheme.asNode())
                .getFirst()
                .getURI());
    }

    private TaskNeeds needs(Node task) {
        Set<Node> upwards = upwards(task);
        Map<Node, Requirement> all = inheritedBy(task);
        List<Requirement> requirements = all.values().stream()
                .filter(Requirement::counts)
                .sorted(Comparator.comparing(Requirement::gate)
                        .thenComparingInt(Requirement::weight)
                        .reversed()
                        .thenComparing(requirement -> requirement.criterion().id()))
                .toList();
        boolean domain = all.containsKey(Terms.DOMAIN);
        boolean telling = own(task).keySet().stream().anyMatch(TELLING::contains);
        return TaskNeeds.of(task, upwards, !domain && telling && needsLabel(all), requirements);
    }

    private static boolean needsLabel(Map<Node, Requirement> requirements) {
        Requirement annotation = requirements.get(Terms.ANNOTATION);
        return annotation != null && annotation.gate() && !annotation.anyOf().contains(Terms.NO_ANNOTATION);
    }

    /** A task's own requirement of a criterion takes the place of the one that it inherits. */
    private Map<Node, Requirement> inheritedBy(Node task) {
        Map<Node, Requirement> known = inherited.get(task);
        if (known != null) return known;
        Map<Node, Requirement> all = new HashMap<>(inheritedBy(scheme));
        broader(task)
                .forEach(up -> inheritedBy(up).forEach((criterion, requirement) -> {
                    if (!requirement.equals(inheritedBy(scheme).get(criterion))) all.put(criterion, requirement);
                }));
        all.putAll(own(task));
        inherited.put(task, all);
        return all;
    }

    /** The task from which {@code task} has a requirement: itself, a broader one or the scheme. */
    Node whoAsks(Node task, Requirement requirement) {
        Node criterion = requirement.criterion().iri();
        if (own(task).containsKey(criterion)) return task;
        return broader(task).stream()
                .filter(up -> requirement.equals(inheritedBy(up).get(criterion)))
                .map(up -> whoAsks(up, requirement))
                .filter(found -> !found.equals(scheme))
                .findFirst()
                .orElse(scheme);
    }

    private Map<Node, Requirement> own(Node task) {
        Map<Node, Requirement> own = new HashMap<>();
        for (Node node : Criterion.objects(graph, task, Terms.REQUIRES)) {
            Requirement requirement = Requirement.of(graph, node, criteria);
            own.put(requirement.criterion().iri(), requirement);
        }
        boolean domain = Criterion.objects(graph, task, Terms.DOMAIN_SPECIFIC).stream()
                .anyMatch(flag -> flag.getLiteralLexicalForm().equals("true"));
        if (domain) own.put(Terms.DOMAIN, Requirement.asGate(criterion(Terms.DOMAIN), Set.of(), Requirement.ANY));
        return own;
    }

    private List<Node> broader(Node task) {
        return Criterion.objects(graph, task, SKOS.broader.asNode()).stream()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    private Set<Node> upwards(Node task) {
        Set<Node> found = new HashSet<>(Set.of(task));
        List<Node> left = new ArrayList<>(List.of(task));
        while (!left.isEmpty())
            broader(left.removeLast()).stream().filter(found::add).forEach(left::add);
        return found;
    }
}
