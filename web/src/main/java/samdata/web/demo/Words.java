package samdata.web.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import samdata.vocab.Labels;

/** Single values out of a graph, for formats that have room for one. */
final class Words {
    private Words() {}

    /** The English text, else any; empty when there is none. */
    static String text(Graph graph, Node subject, Node property) {
        return Labels.best(graph, subject, property, "en").orElse("");
    }

    static List<Node> all(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    /** The first IRI; empty when there is none. */
    static String iri(Graph graph, Node subject, Node property) {
        return all(graph, subject, property).stream()
                .filter(Node::isURI)
                .map(Node::getURI)
                .findFirst()
                .orElse("");
    }

    /** What a URL calls it: its identifier, else the end of its IRI, in lower-case letters, digits and hyphens. */
    static String name(Graph graph, Node node) {
        String identifier = text(graph, node, DCTerms.identifier.asNode());
        String written = identifier.isEmpty() ? node.toString().replaceFirst("^.*[/#]", "") : identifier;
        return written.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
