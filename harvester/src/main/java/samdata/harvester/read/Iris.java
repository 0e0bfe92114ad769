package samdata.harvester.read;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

/** Which IRIs may stand in the catalogue: those that every RDF syntax can write. */
public final class Iris {
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+", Pattern.DOTALL);

    /** A search index cannot hold a much longer one; whatever is longer is a file in disguise. */
    static final int LONGEST = 8_000;

    /** What follows it between angle brackets is the label of a blank node for Jena's parsers, and no IRI for anybody else. */
    private static final String BLANK = "_:";

    private Iris() {}

    /** Whether it is not too long and holds none of the characters that IRIREF of Turtle and SPARQL leaves out. */
    static boolean writable(String iri) {
        if (iri.length() > LONGEST) return false;
        for (int i = 0; i < iri.length(); i++) {
            char c = iri.charAt(i);
            if (c <= ' ' || c == 0x7f) return false;
            switch (c) {
                case '<', '>', '"', '{', '}', '|', '\\', '^', '`' -> {
                    return false;
                }
                default -> {}
            }
        }
        return true;
    }

    static boolean absolute(String iri) {
        return ABSOLUTE.matcher(iri).matches();
    }

    /** Absolute, with a scheme and characters that can be written. */
    public static boolean good(String iri) {
        return writable(iri) && absolute(iri);
    }

    /** Whether Jena's parsers take it as an IRI, without stopping. */
    public static boolean readable(String iri) {
        try {
            if (!writable(iri) || iri.startsWith(BLANK)) return false;
            IRIx.create(iri);
            return true;
        } catch (IRIException e) {
            return false;
        }
    }

    public static boolean writable(Triple triple) {
        Node predicate = triple.getPredicate();
        return writable(triple.getSubject())
                && predicate.isURI()
                && writable(predicate)
                && writable(triple.getObject());
    }

    /** The first IRI of a statement that is not {@link #writable(Triple)}. */
    public static String unwritable(Triple triple) {
        return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                .filter(node -> !writable(node))
                .map(node -> node.isURI() ? node.getURI() : node.getLiteralDatatypeURI())
                .findFirst()
                .orElse(triple.getPredicate().toString());
    }

    private static boolean writable(Node node) {
        if (node.isURI()) return writable(node.getURI());
        return !node.isLiteral() || writable(node.getLiteralDatatypeURI());
    }
}
