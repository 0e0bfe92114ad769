package samdata.catalog.search;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import samdata.vocab.Labels;

/**
 * What a facet value is called in the languages of the site. It is kept in the index beside the counts, each value once
 * however many datasets have it, so that an answer needs nothing else.
 *
 * @param iri empty when the value is a literal
 */
record Label(String value, String iri, String en, String sv) {
    private static final char SEPARATOR = '\u001F';
    private static final int MAX_LENGTH = 200;

    static Label of(String value, Node node, Graph describing) {
        return node.isLiteral() ? itself(value) : named(value, node, describing);
    }

    static Label itself(String value) {
        return new Label(value, "", value, value);
    }

    static Label unpacked(String packed) {
        String[] parts = packed.split(String.valueOf(SEPARATOR), 4);
        return parts[0].isEmpty() ? itself(parts[3]) : new Label(parts[3], parts[0], parts[1], parts[2]);
    }

    String packed() {
        String separator = String.valueOf(SEPARATOR);
        return iri.isEmpty() ? separator.repeat(3) + value : String.join(separator, iri, en, sv, value);
    }

    String in(String lang) {
        return lang.equals("sv") ? sv : en;
    }

    private static Label named(String value, Node node, Graph describing) {
        return new Label(
                value,
                node.toString(),
                oneLine(Labels.of(describing, node, "en")),
                oneLine(Labels.of(describing, node, "sv")));
    }

    private static String oneLine(String label) {
        String line = label.replaceAll("\\s+", " ").replace(SEPARATOR, ' ');
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH);
    }
}
