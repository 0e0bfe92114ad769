package samdata.vocab;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Hashes of texts and of statements: 128 bits of SHA-256 in 32 hexadecimal digits. Not for use by several threads. */
final class Fingerprint {
    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /** The hash of the parts in this order; where one part ends and the next begins counts. */
    String of(String... parts) {
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            for (int shift = 24; shift >= 0; shift -= 8) digest.update((byte) (bytes.length >> shift));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    /** The hash of the parts in any order; how often a part occurs counts. */
    String ofAll(List<String> parts) {
        String[] sorted = parts.toArray(String[]::new);
        Arrays.sort(sorted);
        return of(sorted);
    }

    /** A term as text that no other term has, with {@code blank} saying how to write a blank node. */
    static String term(Node term, Function<Node, String> blank) {
        if (term.isBlank()) return "_:" + blank.apply(term);
        if (term.isURI()) return "<" + term.getURI() + ">";
        if (term.isTripleTerm()) return statement(term.getTriple(), blank);
        return '"'
                + term.getLiteralLanguage()
                + '"'
                + term.getLiteralBaseDirection()
                + '"'
                + term.getLiteralDatatypeURI()
                + '"'
                + term.getLiteralLexicalForm();
    }

    /** One end of a statement as text: the property and the term at its other end. */
    static String line(Node property, Node term, Function<Node, String> blank) {
        return property.getURI().length() + ":" + property.getURI() + term(term, blank);
    }

    /** A statement as text that no other statement has. */
    static String statement(Triple triple, Function<Node, String> blank) {
        String subject = term(triple.getSubject(), blank);
        String predicate = triple.getPredicate().getURI();
        return subject.length() + "(" + subject + predicate.length() + ":" + predicate + term(triple.getObject(), blank)
                + ")";
    }
}
