package samdata.harvester.read;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** RDF terms of what other formats write as text: typed where the text is plainly of that type, else as written. */
public final class Values {
    private static final Pattern DATE = Pattern.compile("-?\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern DATE_TIME =
            Pattern.compile("-?\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)?");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d\\d");
    private static final Pattern SIZE =
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(B|bytes|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB)?");

    private Values() {}

    public static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    /** Hexadecimal digits, typed as SPDX asks of a checksum; empty when the text is something else. */
    public static Optional<Node> digits(String text) {
        var written = text.strip();
        return written.matches("([0-9a-fA-F]{2})+")
                ? Optional.of(NodeFactory.createLiteralDT(written, XSDDatatype.XSDhexBinary))
                : Optional.empty();
    }

    /** An IRI when the text is a web address or a URN, else the text. */
    public static Node link(String text) {
        var trimmed = text.strip();
        boolean address = trimmed.matches("(?i)(https?|ftp)://.+|urn:[a-z0-9][a-z0-9-]{0,31}:.+|mailto:.+@.+");
        return address && Iris.good(trimmed) ? NodeFactory.createURI(trimmed) : text(text);
    }

    public static Node date(String text) {
        var trimmed = text.strip();
        if (DATE_TIME.matcher(trimmed).matches()) return NodeFactory.createLiteralDT(trimmed, XSDDatatype.XSDdateTime);
        if (DATE.matcher(trimmed).matches()) return NodeFactory.createLiteralDT(trimmed, XSDDatatype.XSDdate);
        if (MONTH.matcher(trimmed).matches()) return NodeFactory.createLiteralDT(trimmed, XSDDatatype.XSDgYearMonth);
        if (YEAR.matcher(trimmed).matches()) return NodeFactory.createLiteralDT(trimmed, XSDDatatype.XSDgYear);
        return text(text);
    }

    /** A count of bytes, or nothing when the text is none; {@code kB} is 1000 and {@code KiB} is 1024. */
    public static Optional<Node> bytes(String text) {
        var size = SIZE.matcher(text.strip());
        if (!size.matches()) return Optional.empty();
        var unit = size.group(2) == null ? "" : size.group(2);
        double times = unit.endsWith("iB") ? 1024 : 1000;
        int power = unit.isEmpty() || unit.startsWith("b")
                ? 0
                : "BKMGT".indexOf(unit.toUpperCase(Locale.ROOT).charAt(0));
        return Optional.of(count(Math.round(Double.parseDouble(size.group(1)) * Math.pow(times, power))));
    }

    public static Node count(long count) {
        return NodeFactory.createLiteralDT(Long.toString(count), XSDDatatype.XSDnonNegativeInteger);
    }

    public static Node mailbox(String address) {
        var iri = address.startsWith("mailto:") ? address : "mailto:" + address.strip();
        return Iris.good(iri) ? NodeFactory.createURI(iri) : text(address);
    }
}
