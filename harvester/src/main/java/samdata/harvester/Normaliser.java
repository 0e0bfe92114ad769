package samdata.harvester;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.read.Genid;
import samdata.harvester.read.Terms;
import samdata.vocab.BlankNodes;

/**
 * Gives every blank node a name that the next harvest gives it again. A dataset is named by what identifies it, so that it
 * stays the same dataset when its description changes; all else by what is said of it.
 */
final class Normaliser {
    /** Raised when the names change: what was fetched before is then read again although it is equal. */
    static final int VERSION = 1;

    private static final List<Node> DATASET_TYPES = List.of(
            DCAT.Dataset.asNode(),
            Terms.of(Terms.DCAT, "DatasetSeries"),
            NodeFactory.createURI("http://schema.org/Dataset"),
            NodeFactory.createURI("https://schema.org/Dataset"));
    private static final List<Node> IDENTIFYING = List.of(
            DCTerms.identifier.asNode(),
            NodeFactory.createURI("http://schema.org/identifier"),
            NodeFactory.createURI("https://schema.org/identifier"),
            DCAT.landingPage.asNode(),
            NodeFactory.createURI("http://schema.org/url"),
            NodeFactory.createURI("https://schema.org/url"));
    private static final List<Node> DISTRIBUTIONS = List.of(
            DCAT.distribution.asNode(),
            NodeFactory.createURI("http://schema.org/distribution"),
            NodeFactory.createURI("https://schema.org/distribution"));
    private static final List<Node> ADDRESSES = List.of(
            DCAT.accessURL.asNode(),
            DCAT.downloadURL.asNode(),
            NodeFactory.createURI("http://schema.org/contentUrl"),
            NodeFactory.createURI("https://schema.org/contentUrl"));
    private static final List<Node> TITLES = List.of(
            DCTerms.title.asNode(),
            NodeFactory.createURI("http://schema.org/name"),
            NodeFactory.createURI("https://schema.org/name"));

    private Normaliser() {}

    /**
     * Takes the blank nodes out of a graph, in place; it says the same.
     *
     * @param goesOn called now and then; what it throws ends the work
     */
    static void name(Graph stated, String source, Runnable goesOn) {
        rename(stated, datasets(stated, source));
        BlankNodes.name(stated, source, goesOn);
    }

    /** Names for the blank datasets that something identifies; two of one identity must not become one. */
    private static Map<Node, Node> datasets(Graph graph, String source) {
        Map<Node, List<String>> identities = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (Node type : DATASET_TYPES)
            for (Node dataset : blankSubjects(graph, type))
                identities.computeIfAbsent(dataset, node -> identities(graph, node));
        identities.values().forEach(each -> each.forEach(identity -> times.merge(identity, 1, Integer::sum)));
        Map<Node, Node> names = new HashMap<>();
        identities.forEach((dataset, each) -> each.stream()
                .filter(identity -> times.getOrDefault(identity, 0) == 1)
                .findFirst()
                .ifPresent(identity -> names.put(dataset, Genid.of("dataset", source, identity))));
        return names;
    }

    private static Set<Node> blankSubjects(Graph graph, Node type) {
        return graph.find(Node.ANY, RDF.Nodes.type, type)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isBlank)
                .toSet();
    }

    /** Identifier, landing page, the address of its data, its title: the first that is its own counts. */
    private static List<String> identities(Graph graph, Node dataset) {
        return Stream.of(
                        IDENTIFYING.stream().map(property -> text(graph, dataset, property)),
                        Stream.of(address(graph, dataset)),
                        TITLES.stream().map(property -> text(graph, dataset, property)))
                .flatMap(Function.identity())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<String> address(Graph graph, Node dataset) {
        return DISTRIBUTIONS.stream()
                .flatMap(property -> objects(graph, dataset, property).stream())
                .filter(distribution -> !distribution.isLiteral())
                .flatMap(distribution -> ADDRESSES.stream()
                        .map(property -> text(graph, distribution, property))
                        .flatMap(Optional::stream))
                .sorted()
                .findFirst();
    }

    /** The first value in order, as text; a blank one says nothing. */
    private static Optional<String> text(Graph graph, Node subject, Node property) {
        return objects(graph, subject, property).stream()
                .filter(value -> !value.isBlank())
                .map(value -> value.isLiteral() ? value.getLiteralLexicalForm() : value.toString())
                .filter(text -> !text.isBlank())
                .sorted()
                .findFirst();
    }

    private static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    private static void rename(Graph graph, Map<Node, Node> names) {
        for (Node blank : names.keySet()) {
            Set<Triple> mentioning = new HashSet<>();
            graph.find(blank, Node.ANY, Node.ANY).forEachRemaining(mentioning::add);
            graph.find(Node.ANY, Node.ANY, blank).forEachRemaining(mentioning::add);
            for (Triple triple : mentioning) {
                graph.delete(triple);
                graph.add(
                        names.getOrDefault(triple.getSubject(), triple.getSubject()),
                        triple.getPredicate(),
                        names.getOrDefault(triple.getObject(), triple.getObject()));
            }
        }
    }
}
