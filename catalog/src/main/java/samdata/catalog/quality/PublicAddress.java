package samdata.catalog.quality;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/**
 * Whether an address could be fetched from the public internet, judged by how it is written: an absolute http, https or
 * ftp address whose host has a dot and is not known to be private (RFC 1918, RFC 3927, RFC 6762, RFC 6761 section 6.3).
 * One that is written as text leads as far as one that is written as an IRI; the checks tell of the difference.
 */
final class PublicAddress {
    private static final Pattern FORM = Pattern.compile(
            "(?:https?|ftp)://(?:[^/?#@\\s]*@)?([^/?#:@\\s\\[\\]]+|\\[[0-9a-fA-F:.]+])(?::\\d*)?(?:[/?#]\\S*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PRIVATE = Pattern.compile(
            "(?:0|10|127)\\.\\d+\\.\\d+\\.\\d+|192\\.168\\.\\d+\\.\\d+|169\\.254\\.\\d+\\.\\d+"
                    + "|172\\.(?:1[6-9]|2\\d|3[01])\\.\\d+\\.\\d+"
                    + "|.*\\.(?:localhost|local|internal)"
                    + "|\\[(?:::1?|f[cd].*|fe[89ab].*)]",
            Pattern.CASE_INSENSITIVE);

    private PublicAddress() {}

    static boolean is(Node value) {
        if (value.isBlank()) return false;
        Matcher address = FORM.matcher(
                value.isURI() ? value.getURI() : value.getLiteralLexicalForm().strip());
        if (!address.matches()) return false;
        String host = address.group(1).replaceFirst("\\.$", "");
        boolean numbered = host.startsWith("[");
        return (numbered || host.indexOf('.') > 0) && !PRIVATE.matcher(host).matches();
    }
}
