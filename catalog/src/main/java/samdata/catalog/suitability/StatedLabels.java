package samdata.catalog.suitability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import samdata.vocab.Sam;
import samdata.vocab.Scheme;
import samdata.vocab.Schemes;

/**
 * Finds out which labels a dataset states, and which modality each belongs to. A label stated of a part with a modality
 * of its own belongs to that. One stated of a dataset with several belongs to those it can annotate: to nobody in
 * particular when these are several.
 */
final class StatedLabels {
    private final Scheme annotations;
    private final Scheme modalities;
    private final Map<Node, Set<Node>> annotates = new HashMap<>();
    private final Map<Node, Node> kindOfTarget = new HashMap<>();
    private final Set<Node> whole = new HashSet<>();
    private final Set<Node> columns = new HashSet<>();

    StatedLabels(Schemes schemes) {
        Graph rules = schemes.graph();
        annotations = schemes.get(Terms.ANNOTATIONS);
        modalities = schemes.get(Schemes.MODALITIES);
        for (Node kind : annotations.concepts()) {
            annotates.put(kind, Criterion.set(rules, kind, Terms.ANNOTATES));
            Criterion.objects(rules, kind, Terms.TARGET_OF).forEach(type -> kindOfTarget.put(type, kind));
            if (!Criterion.objects(rules, kind, Terms.DESCRIBES_WHOLE).isEmpty()) whole.add(kind);
        }
        for (Node modality : modalities.concepts())
            if (!Criterion.objects(rules, modality, Terms.HAS_COLUMNS).isEmpty()) columns.add(modality);
    }

    /** @param unclear something is stated of labels that is no kind we know */
    record Found(List<Label> labels, boolean unclear) {}

    Found in(Facts facts) {
        Map<Node, Set<Node>> own = new HashMap<>();
        for (Node property : List.of(Terms.HAS_MODALITY, Terms.DATA_TYPE))
            facts.values(property, modalities)
                    .forEach(value -> own.computeIfAbsent(value.statement().getSubject(), any -> new HashSet<>())
                            .add(value.concept()));
        Set<Node> all = own.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        own.remove(facts.entry().iri());

        List<Label> labels = new ArrayList<>();
        List<Facts.Value> stated = facts.values(Sam.annotationType, annotations);
        for (Node property : List.of(Sam.annotationType, Terms.DATA_TYPE))
            facts.values(property, annotations)
                    .forEach(value -> labels.add(label(
                            value.concept(),
                            own.getOrDefault(value.statement().getSubject(), all),
                            List.of(value.statement()))));
        labels.addAll(targets(facts, all, own));
        labels.sort(Comparator.comparing(label -> label.evidence().toString()));
        return new Found(labels, unclear(facts, stated));
    }

    private static boolean unclear(Facts facts, List<Facts.Value> known) {
        Set<Node> understood =
                known.stream().map(value -> value.statement().getSubject()).collect(Collectors.toSet());
        Set<Triple> statements = known.stream().map(Facts.Value::statement).collect(Collectors.toSet());
        return facts.of(Sam.annotationType).stream()
                .filter(statement -> !statements.contains(statement))
                .anyMatch(
                        statement -> statement.getObject().isLiteral() || !understood.contains(statement.getSubject()));
    }

    private Label label(Node kind, Set<Node> of, List<Triple> evidence) {
        Set<Node> able = annotates.getOrDefault(kind, Set.of());
        if (of.isEmpty()) return new Label(kind, able, false, evidence);
        if (of.size() == 1 || whole.contains(kind)) return new Label(kind, of, whole.contains(kind), evidence);
        return new Label(kind, of.stream().filter(able::contains).collect(Collectors.toSet()), false, evidence);
    }

    /** In data that has columns and nothing else, a nominal target is a class label and a numeric one a numeric target. */
    private List<Label> targets(Facts facts, Set<Node> all, Map<Node, Set<Node>> own) {
        List<Label> labels = new ArrayList<>();
        for (TypedTarget target : TypedTarget.in(facts)) {
            Set<Node> of = own.getOrDefault(target.named().getSubject(), all);
            Node kind = kindOfTarget.get(target.typed().getObject());
            if (kind != null && !of.isEmpty() && columns.containsAll(of))
                labels.add(new Label(kind, of, true, target.evidence()));
        }
        return labels;
    }
}
