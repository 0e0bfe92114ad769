package samdata.catalog.suitability;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import samdata.vocab.Sam;
import samdata.vocab.Scheme;

/**
 * The models that were trained or tested on a dataset and state a result. A model is a proof for the tasks that it names;
 * one that names none, for the declared task of a dataset that declares just one.
 */
final class Proofs {
    private final Map<Node, List<Proof>> byTask = new HashMap<>();

    Proofs(Graph models, Node dataset, Scheme tasks, Set<Node> declared) {
        Stream.of(Terms.TRAINED_ON, Terms.TESTED_ON)
                .flatMap(link -> models.find(Node.ANY, link, dataset).mapWith(Triple::getSubject).toList().stream())
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .forEach(model -> {
                    List<Proof> results = results(models, model);
                    if (!results.isEmpty())
                        tasks(models, model, tasks, declared)
                                .forEach(task -> byTask.merge(
                                        task,
                                        results,
                                        (a, b) -> Stream.concat(a.stream(), b.stream())
                                                .toList()));
                });
    }

    Set<Node> tasks() {
        return byTask.keySet();
    }

    List<Proof> of(Node task) {
        return byTask.getOrDefault(task, List.of());
    }

    private static Set<Node> tasks(Graph models, Node model, Scheme scheme, Set<Node> declared) {
        Set<Node> named = Stream.of(Sam.declaredTask, Terms.HAS_TASK_TYPE, Terms.TASK_TYPE)
                .flatMap(property -> Criterion.objects(models, model, property).stream())
                .flatMap(value -> scheme.recognise(value).stream())
                .collect(Collectors.toSet());
        if (!named.isEmpty()) return named;
        return declared.size() == 1 ? declared : Set.of();
    }

    private static List<Proof> results(Graph models, Node model) {
        Stream<Proof> measured = Criterion.objects(models, model, Terms.MEASUREMENT).stream()
                .flatMap(measurement -> metric(models, measurement).stream()
                        .flatMap(metric -> Criterion.objects(models, measurement, Terms.MEASURED_VALUE).stream()
                                .map(value -> new Proof(model, metric, written(value)))));
        Stream<Proof> told = Criterion.objects(models, model, Terms.RESULTS).stream()
                .map(value -> new Proof(model, Terms.RESULTS, written(value)));
        return Stream.concat(measured, told)
                .filter(proof -> proof.value().chars().anyMatch(Character::isDigit))
                .sorted(Comparator.comparing((Proof proof) -> proof.measure().toString())
                        .thenComparing(Proof::value))
                .toList();
    }

    private static Optional<Node> metric(Graph models, Node measurement) {
        return Stream.of(Terms.MEASUREMENT_OF, DCTerms.type.asNode())
                .flatMap(property -> Criterion.objects(models, measurement, property).stream())
                .findFirst();
    }

    private static String written(Node value) {
        return value.isLiteral() ? value.getLiteralLexicalForm() : "";
    }
}
