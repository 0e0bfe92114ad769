package samdata.catalog.suitability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import samdata.catalog.store.Entry;
import samdata.catalog.store.Graphs;
import samdata.vocab.Scheme;

/** What is stated of one dataset and its parts, and what was recognised in it, read once for all tasks. */
final class Facts {
    private final Entry entry;
    private final Vocabulary vocabulary;
    private final Set<Node> parts = new HashSet<>();
    private final Map<Node, Map<Node, Set<Triple>>> statements = new HashMap<>();
    private final Map<Node, Values> values = new HashMap<>();

    /** Which statements there are to read, and what they can mean. */
    record Vocabulary(Set<Node> read, Set<Node> partBy, Set<Node> partOfBy) {}

    /** A statement whose value is a concept of ours. */
    record Value(Node concept, Triple statement) {}

    /**
     * The values of a criterion's properties.
     *
     * @param unclear something else is stated too that could mean any concept
     */
    record Values(List<Value> known, boolean unclear) {}

    Facts(Entry entry, Vocabulary vocabulary) {
        this.entry = entry;
        this.vocabulary = vocabulary;
        List<Node> left = new ArrayList<>(List.of(entry.iri()));
        while (!left.isEmpty()) {
            Node part = left.removeLast();
            if (parts.add(part)) graphs().forEach(graph -> read(graph, part, left));
        }
    }

    Entry entry() {
        return entry;
    }

    /** The statements of a property about the dataset or a part of it. */
    List<Triple> of(Node property) {
        return bySubject(property).values().stream().flatMap(Set::stream).toList();
    }

    Stream<Triple> of(Node subject, Node property) {
        return bySubject(property).getOrDefault(subject, Set.of()).stream();
    }

    private Map<Node, Set<Triple>> bySubject(Node property) {
        return statements.getOrDefault(property, Map.of());
    }

    /** The concepts of {@code scheme} that are stated under {@code criterion}. */
    Values values(Criterion criterion, Scheme scheme) {
        return values.computeIfAbsent(criterion.iri(), any -> read(criterion, scheme));
    }

    /** The concepts of {@code scheme} that the values of {@code property} are, and those statements. */
    List<Value> values(Node property, Scheme scheme) {
        return of(property).stream()
                .flatMap(statement ->
                        meant(statement.getObject(), scheme).map(concept -> new Value(concept, statement)).stream())
                .toList();
    }

    private Values read(Criterion criterion, Scheme scheme) {
        List<Value> known = new ArrayList<>();
        boolean unclear = false;
        for (Node property : criterion.reads()) {
            for (Triple statement : of(property)) {
                Optional<Node> concept = meant(statement.getObject(), scheme);
                concept.filter(found -> !saysNothing(found, scheme))
                        .ifPresent(found -> known.add(new Value(found, statement)));
                unclear |= isUnclear(statement, concept, scheme);
            }
        }
        known.sort(Comparator.comparing(value -> value.statement().toString()));
        return new Values(known, unclear);
    }

    /** A data type of Croissant that is no concept of ours is clear: it speaks of something else. */
    private boolean isUnclear(Triple statement, Optional<Node> concept, Scheme scheme) {
        if (statement.getPredicate().equals(Terms.DATA_TYPE)) return false;
        if (concept.isPresent()) return saysNothing(concept.get(), scheme);
        Node value = statement.getObject();
        boolean named = value.isURI() && value.getURI().startsWith(Graphs.GENID);
        return !named
                || of(statement.getSubject(), statement.getPredicate())
                        .noneMatch(other -> meant(other.getObject(), scheme).isPresent());
    }

    private static Optional<Node> meant(Node value, Scheme scheme) {
        return scheme.concepts().contains(value) ? Optional.of(value) : scheme.recognise(value);
    }

    private boolean saysNothing(Node concept, Scheme scheme) {
        return scheme.id(concept).equals("unknown");
    }

    private Stream<Graph> graphs() {
        return Stream.of(entry.stated(), entry.recognised());
    }

    private void read(Graph graph, Node part, List<Node> left) {
        graph.find(part, Node.ANY, Node.ANY).forEachRemaining(triple -> {
            if (vocabulary.read().contains(triple.getPredicate())) add(triple);
            if (vocabulary.partBy().contains(triple.getPredicate())
                    && !triple.getObject().isLiteral()) left.add(triple.getObject());
        });
        for (Node link : vocabulary.partOfBy())
            graph.find(Node.ANY, link, part).forEachRemaining(triple -> left.add(triple.getSubject()));
    }

    private void add(Triple triple) {
        statements
                .computeIfAbsent(triple.getPredicate(), any -> new LinkedHashMap<>())
                .computeIfAbsent(triple.getSubject(), any -> new LinkedHashSet<>())
                .add(triple);
    }
}
