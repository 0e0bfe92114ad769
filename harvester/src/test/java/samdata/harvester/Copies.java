package samdata.harvester;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import samdata.harvester.read.PlainRdf;

/** Catalogues made of a real one: with other names, with many more datasets, and taken apart into pages. */
final class Copies {
    private static final Pattern VOCABULARY =
            Pattern.compile("https?://([^/]*\\.)?(w3\\.org|purl\\.org|xmlns\\.com|europa\\.eu|spdx\\.org)/.*");

    private static final Set<Node> IDENTIFYING = Set.of(DCTerms.identifier.asNode(), DCAT.landingPage.asNode());

    private Copies() {}

    /** The same with every IRI at another host and every title another. */
    static Graph altered(Graph graph) {
        var out = GraphFactory.createDefaultGraph();
        graph.find()
                .forEachRemaining(triple -> out.add(
                        moved(triple.getSubject()),
                        triple.getPredicate(),
                        triple.getPredicate().equals(DCTerms.title.asNode())
                                        && triple.getObject().isLiteral()
                                ? suffixed(triple.getObject(), " (altered)")
                                : moved(triple.getObject())));
        return out;
    }

    private static Node moved(Node node) {
        if (!node.isURI() || VOCABULARY.matcher(node.getURI()).matches()) return node;
        return NodeFactory.createURI(node.getURI().replaceFirst("://", "://altered."));
    }

    private static Node suffixed(Node node, String suffix) {
        if (node.isURI()) return NodeFactory.createURI(node.getURI() + suffix);
        var text = node.getLiteralLexicalForm() + suffix;
        return node.getLiteralLanguage().isEmpty()
                ? NodeFactory.createLiteralDT(text, node.getLiteralDatatype())
                : NodeFactory.createLiteralLang(text, node.getLiteralLanguage());
    }

    /** So many datasets: those of {@code graph} again and again under other IRIs, identifiers and landing pages. */
    static Graph multiplied(Graph graph, int datasets) {
        var out = GraphFactory.createDefaultGraph();
        var each = datasets(graph);
        var rest = new HashSet<>(graph.find().toList());
        each.forEach(dataset -> rest.removeAll(extent(graph, dataset)));
        rest.forEach(out::add);
        for (int i = 0; i < datasets; i++) {
            var copy = "-copy" + i / each.size();
            Map<Node, Node> names = new HashMap<>();
            for (Triple triple : extent(graph, each.get(i % each.size())))
                out.add(
                        name(graph, triple.getSubject(), copy, names),
                        triple.getPredicate(),
                        IDENTIFYING.contains(triple.getPredicate())
                                ? suffixed(triple.getObject(), copy)
                                : name(graph, triple.getObject(), copy, names));
        }
        return out;
    }

    private static Node name(Graph graph, Node node, String copy, Map<Node, Node> names) {
        if (node.isBlank()) return names.computeIfAbsent(node, blank -> NodeFactory.createBlankNode());
        return node.isURI() && isPart(graph, node) ? NodeFactory.createURI(node.getURI() + copy) : node;
    }

    private static boolean isPart(Graph graph, Node node) {
        return PlainRdf.isTyped(graph, node, DCAT.Dataset.asNode())
                || PlainRdf.isTyped(graph, node, DCAT.Distribution.asNode());
    }

    static List<Node> datasets(Graph graph) {
        return PlainRdf.typed(graph, DCAT.Dataset.asNode()).stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    /** A dataset's statements, those of its distributions and of the blank nodes below, and the catalogue's that name it. */
    private static Set<Triple> extent(Graph graph, Node dataset) {
        Set<Triple> extent = new HashSet<>(
                graph.find(Node.ANY, DCAT.dataset.asNode(), dataset).toList());
        Set<Node> seen = new HashSet<>(Set.of(dataset));
        Deque<Node> below = new ArrayDeque<>(seen);
        while (!below.isEmpty())
            graph.find(below.remove(), Node.ANY, Node.ANY).forEachRemaining(triple -> {
                extent.add(triple);
                var object = triple.getObject();
                if ((object.isBlank() || PlainRdf.isTyped(graph, object, DCAT.Distribution.asNode()))
                        && seen.add(object)) below.add(object);
            });
        return extent;
    }

    /** Pages of so many datasets; what belongs to none of them is on the first. */
    static List<Graph> pages(Graph graph, int size) {
        var each = datasets(graph);
        var rest = new HashSet<>(graph.find().toList());
        List<Graph> pages = new ArrayList<>();
        for (int from = 0; from < each.size(); from += size) {
            var page = each.subList(from, Math.min(from + size, each.size())).stream()
                    .flatMap(dataset -> extent(graph, dataset).stream())
                    .collect(Collectors.toSet());
            rest.removeAll(page);
            pages.add(PlainRdf.of(List.copyOf(page)));
        }
        rest.forEach(pages.getFirst()::add);
        return pages;
    }
}
