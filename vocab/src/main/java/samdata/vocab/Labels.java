package samdata.vocab;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** What a person reads in place of an IRI, in the language asked for. */
public final class Labels {
    private static final List<Node> PROPERTIES =
            List.of(SKOS.prefLabel.asNode(), DCTerms.title.asNode(), FOAF.name.asNode(), RDFS.Nodes.label);

    private Labels() {}

    /**
     * The label of {@code node} in {@code lang}, else in English, else in any language, else the end of its IRI.
     * A literal is its own label.
     */
    public static String of(Graph graph, Node node, String lang) {
        if (node.isLiteral()) return node.getLiteralLexicalForm();
        return PROPERTIES.stream()
                .flatMap(property -> literals(graph, node, property))
                .min(Comparator.comparingInt(literal -> rank(literal, lang)))
                .map(Node::getLiteralLexicalForm)
                .orElseGet(() -> tail(node));
    }

    /** The literal of {@code property} that serves a reader of {@code lang} best. */
    public static Optional<String> best(Graph graph, Node subject, Node property, String lang) {
        return literals(graph, subject, property)
                .min(Comparator.comparingInt(literal -> rank(literal, lang)))
                .map(Node::getLiteralLexicalForm);
    }

    private static Stream<Node> literals(Graph graph, Node subject, Node property) {
        return graph
                .find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .toList()
                .stream()
                .sorted(Comparator.comparing(Node::getLiteralLexicalForm));
    }

    private static int rank(Node literal, String wanted) {
        String stated = literal.getLiteralLanguage().toLowerCase(Locale.ROOT);
        if (stated.equals(wanted)) return 0;
        if (stated.startsWith(wanted + "-")) return 1;
        if (stated.equals("en")) return 2;
        return stated.isEmpty() ? 3 : 4;
    }

    /** The end of an IRI, for what has no label at all. */
    private static String tail(Node node) {
        String iri = node.toString();
        String trimmed = iri.replaceAll("[/#]+$", "");
        String end = trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('#')) + 1);
        return end.isEmpty() ? iri : end;
    }
}
