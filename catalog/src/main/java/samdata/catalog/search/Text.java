package samdata.catalog.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Words in the language they were written in; the language is empty when nobody said. */
record Text(String lang, String words) {
    private static final List<Node> LABELS = List.of(
            SKOS.prefLabel.asNode(),
            SKOS.altLabel.asNode(),
            RDFS.Nodes.label,
            FOAF.name.asNode(),
            DCTerms.title.asNode());
    private static final char SEPARATOR = '\u001F';

    static Text of(Node literal) {
        return new Text(literal.getLiteralLanguage().toLowerCase(Locale.ROOT), literal.getLiteralLexicalForm());
    }

    static Text unpacked(String packed) {
        int at = packed.indexOf(SEPARATOR);
        return new Text(packed.substring(0, at), packed.substring(at + 1));
    }

    String packed() {
        return lang + SEPARATOR + words;
    }

    /** Everything a node is called, in every language. */
    static List<Text> labels(Graph graph, Node node) {
        return LABELS.stream()
                .flatMap(property -> all(graph, node, property).stream())
                .toList();
    }

    /** The literals of a property. */
    static List<Text> all(Graph graph, Node node, Node property) {
        return graph.find(node, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .filterKeep(Node::isLiteral)
                .mapWith(Text::of)
                .toList();
    }

    /** What serves a reader of {@code lang} best: that language, else English, else no stated language, else any. */
    static Optional<Text> best(Collection<Text> texts, String lang) {
        return texts.stream()
                .min(Comparator.comparingInt((Text text) -> text.rank(lang)).thenComparing(Text::words));
    }

    private int rank(String wanted) {
        if (lang.equals(wanted)) return 0;
        if (lang.startsWith(wanted + "-")) return 1;
        if (lang.equals("en")) return 2;
        return lang.isEmpty() ? 3 : 4;
    }
}
