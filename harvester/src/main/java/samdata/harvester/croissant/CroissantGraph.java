package samdata.harvester.croissant;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import samdata.catalog.store.Graphs;

/**
 * One Croissant description as its author sees it: nodes by their names, references to what they name. Croissant moved its
 * properties between namespaces (0.8 {@code schema}, 1.0 {@code croissant}, some schema.org), and before 1.0 it referred to
 * things by name, not by IRI.
 */
final class CroissantGraph {
    static final String CROISSANT = "http://mlcommons.org/croissant/";
    private static final List<String> SCHEMA = List.of("https://schema.org/", "http://schema.org/");
    private static final List<String> OWN = List.of(CROISSANT, "http://mlcommons.org/schema/");

    private final Graph graph;
    private final Node dataset;
    private final Map<Node, Set<Node>> fields = new LinkedHashMap<>();
    private final Map<Node, Node> recordSetOf = new HashMap<>();
    private final Map<Node, Node> wholeOf = new HashMap<>();
    private final Map<String, Node> byName = new HashMap<>();

    CroissantGraph(Graph graph, Node dataset) {
        this.graph = graph;
        this.dataset = dataset;
        files().forEach(file -> byName.putIfAbsent(label(file), file));
        for (Node records : nodes(dataset, "recordSet")) {
            byName.putIfAbsent(label(records), records);
            fields.put(records, parts(records));
            for (Node field : fields(records)) {
                recordSetOf.putIfAbsent(field, records);
                byName.putIfAbsent(label(field), field);
                byName.putIfAbsent(label(records) + "/" + label(field), field);
            }
        }
    }

    private Set<Node> parts(Node records) {
        Set<Node> parts = new LinkedHashSet<>();
        var queue = new ArrayDeque<>(nodes(records, "field"));
        while (!queue.isEmpty()) {
            var field = queue.remove();
            if (!parts.add(field)) continue;
            for (Node part : nodes(field, "subField")) {
                wholeOf.putIfAbsent(part, field);
                queue.add(part);
            }
        }
        return parts;
    }

    /** Nodes of a type of schema.org. */
    static Set<Node> typed(Graph graph, String type) {
        Set<Node> typed = new LinkedHashSet<>();
        for (String ns : SCHEMA)
            graph.find(Node.ANY, RDF.Nodes.type, NodeFactory.createURI(ns + type))
                    .forEachRemaining(triple -> typed.add(triple.getSubject()));
        return typed;
    }

    /** Nodes that have record sets, whatever they are. */
    static Stream<Node> withRecordSets(Graph graph) {
        return OWN.stream()
                .flatMap(
                        ns -> graph.find(Node.ANY, NodeFactory.createURI(ns + "recordSet"), Node.ANY).toList().stream())
                .map(Triple::getSubject);
    }

    /** The profiles that the dataset says it keeps to. */
    List<String> profiles() {
        return Stream.concat(
                        graph
                                .find(dataset, DCTerms.conformsTo.asNode(), Node.ANY)
                                .mapWith(Triple::getObject)
                                .toList()
                                .stream(),
                        values(dataset, "conformsTo").stream())
                .map(profile -> profile.isLiteral() ? profile.getLiteralLexicalForm() : profile.toString())
                .toList();
    }

    boolean states(Node node, String property) {
        return !values(node, property).isEmpty();
    }

    /** The values of a property of that name in whichever namespace. */
    List<Node> values(Node node, String property) {
        return values(node, property, Stream.concat(OWN.stream(), SCHEMA.stream()));
    }

    /** The values of a property in Croissant's own namespaces. */
    List<Node> ownValues(Node node, String property) {
        return values(node, property, OWN.stream());
    }

    private List<Node> values(Node node, String property, Stream<String> namespaces) {
        if (node.isLiteral()) return List.of();
        return namespaces
                .flatMap(ns -> graph.find(node, NodeFactory.createURI(ns + property), Node.ANY).toList().stream())
                .map(Triple::getObject)
                .toList();
    }

    private List<Node> nodes(Node of, String property) {
        return values(of, property).stream()
                .filter(value -> !value.isLiteral())
                .distinct()
                .toList();
    }

    List<Node> files() {
        return nodes(dataset, "distribution");
    }

    Set<Node> recordSets() {
        return fields.keySet();
    }

    /** The fields of a record set with all their parts. */
    Set<Node> fields(Node records) {
        return Objects.requireNonNullElse(fields.get(records), Set.of());
    }

    /** The record set that a field is in, or the one that a node is. */
    Optional<Node> recordSetOf(Node node) {
        return fields.containsKey(node) ? Optional.of(node) : Optional.ofNullable(recordSetOf.get(node));
    }

    /** The field that this one is a part of. */
    Optional<Node> wholeOf(Node field) {
        return Optional.ofNullable(wholeOf.get(field));
    }

    List<String> types(Node node) {
        return graph.find(node, RDF.Nodes.type, Node.ANY)
                .mapWith(triple -> triple.getObject().toString())
                .toList();
    }

    boolean isTyped(Node node, Set<String> names) {
        return types(node).stream().anyMatch(type -> names.contains(type.replaceFirst("^.*[/#]", "")));
    }

    /** What a reference means: the node of that IRI, or the one here of that name; nothing when there is none. */
    Optional<Node> meant(Node reference) {
        if (reference.isLiteral()) return Optional.ofNullable(byName.get(reference.getLiteralLexicalForm()));
        return graph.contains(reference, Node.ANY, Node.ANY) ? Optional.of(reference) : Optional.empty();
    }

    /** Whether its author gave it an {@code @id}. */
    static boolean hasId(Node node) {
        return node.isURI() && !node.getURI().startsWith(Graphs.GENID);
    }

    /** What its author calls a node: its name, else the end of its IRI; empty when it has neither. */
    String label(Node node) {
        if (node.isLiteral()) return node.getLiteralLexicalForm();
        return values(node, "name").stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst()
                .orElseGet(() -> hasId(node) ? node.getURI().replaceFirst("^.*[/#](?=[^/#])", "") : "");
    }

    /** The same in quotes; its type, when it is called nothing. */
    String quoted(Node node) {
        var label = label(node);
        if (!label.isEmpty()) return "\"" + label + "\"";
        return types(node).stream()
                .map(type -> "a " + type.replaceFirst("^.*[/#]", "") + " without a name")
                .findFirst()
                .orElse("something without a name");
    }
}
