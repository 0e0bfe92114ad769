package samdata.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import samdata.vocab.Labels;
import samdata.vocab.Sam;
import samdata.vocab.Scheme;
import samdata.vocab.Schemes;

/** The scheme of tasks as a tree, in the words of one language. */
final class TaskScheme {
    private static final Node DOMAIN_SPECIFIC = NodeFactory.createURI(Sam.NS + "domainSpecific");

    private final Scheme tasks;
    private final Graph graph;
    private final String lang;

    TaskScheme(Schemes schemes, String lang) {
        this.tasks = schemes.tasks();
        this.graph = schemes.graph();
        this.lang = lang;
    }

    /** A task with its place in the tree; one with several broader tasks stands below each. */
    record Placed(Node task, int depth) {}

    Optional<Node> byId(String id) {
        return tasks.concepts().stream()
                .filter(task -> tasks.id(task).equals(id))
                .findFirst();
    }

    String id(Node task) {
        return tasks.id(task);
    }

    /** By name. */
    List<Node> tops() {
        return byName(tasks.concepts().stream().filter(task -> broader(task).isEmpty()));
    }

    /** By name. */
    List<Node> narrower(Node task) {
        return byName(graph.find(Node.ANY, SKOS.broader.asNode(), task).mapWith(Triple::getSubject).toList().stream());
    }

    /** By name. */
    List<Node> broader(Node task) {
        return byName(objects(task, SKOS.broader.asNode()).filter(tasks.concepts()::contains));
    }

    /** All narrower tasks in reading order, each right after the one it is narrower than. */
    List<Placed> below(Node task) {
        List<Placed> placed = new ArrayList<>();
        walk(task, 0, placed);
        return placed;
    }

    /** The task and all narrower ones. */
    Set<Node> downwards(Node task) {
        Set<Node> all = new LinkedHashSet<>(Set.of(task));
        below(task).forEach(each -> all.add(each.task()));
        return all;
    }

    String name(Node task) {
        return Labels.of(graph, task, lang);
    }

    String definition(Node concept) {
        return Labels.best(graph, concept, SKOS.definition.asNode(), lang).orElse("");
    }

    /** What else it is called, by language, the reader's own first. */
    Map<String, List<String>> otherNames(Node task) {
        return objects(task, SKOS.altLabel.asNode())
                .sorted(Comparator.comparing(Node::getLiteralLexicalForm, String.CASE_INSENSITIVE_ORDER))
                .collect(Collectors.groupingBy(
                        Node::getLiteralLanguage,
                        () -> new TreeMap<>(Comparator.comparing((String other) -> !other.equals(lang))
                                .thenComparing(Comparator.naturalOrder())),
                        Collectors.mapping(Node::getLiteralLexicalForm, Collectors.toList())));
    }

    /** Every name of a task in any language, the one that the reader sees first. */
    Stream<String> names(Node task) {
        return Stream.of(
                        Stream.of(name(task), id(task)),
                        objects(task, SKOS.prefLabel.asNode()).map(Node::getLiteralLexicalForm),
                        objects(task, SKOS.altLabel.asNode())
                                .map(Node::getLiteralLexicalForm)
                                .sorted())
                .flatMap(names -> names);
    }

    /** The first name that has every word of {@code words}, whatever the case. */
    Optional<String> nameWith(Node task, String words) {
        List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1));
        return names(task)
                .filter(name -> wanted.stream().allMatch(name.toLowerCase(Locale.ROOT)::contains))
                .findFirst();
    }

    /** Whether it fixes a subject, so that only the publisher can say that data are meant for it. */
    boolean isDomain(Node task) {
        return objects(task, DOMAIN_SPECIFIC)
                .anyMatch(flag -> flag.getLiteralLexicalForm().equals("true"));
    }

    /** Where the same task is described by others. */
    List<Node> elsewhere(Node task) {
        return objects(task, SKOS.exactMatch.asNode())
                .filter(Node::isURI)
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    private void walk(Node task, int depth, List<Placed> placed) {
        for (Node narrower : narrower(task)) {
            placed.add(new Placed(narrower, depth));
            walk(narrower, depth + 1, placed);
        }
    }

    private List<Node> byName(Stream<Node> some) {
        return some.sorted(Comparator.comparing(this::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private Stream<Node> objects(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream();
    }
}
