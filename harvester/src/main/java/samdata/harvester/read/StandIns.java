package samdata.harvester.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * IRIs that would stop a parser, kept aside while it runs: a stand-in is written in their place, and afterwards those
 * that are only unusual come back while the statements of the impossible ones are left out and reported.
 */
public final class StandIns {
    private static final String NS = "urn:samdata:stand-in:";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private record Kept(String iri, long line) {}

    private final List<Kept> kept = new ArrayList<>();

    /** What to write in place of {@code iri} so that the parser goes on. */
    String of(String iri, long line) {
        kept.add(new Kept(iri, line));
        return NS + (kept.size() - 1);
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    /** The statement as the source meant it, or nothing when it holds an IRI that cannot be; that is reported. */
    Optional<Triple> restore(Triple triple, Reading reading) {
        var subject = restore(triple.getSubject());
        var predicate = restore(triple.getPredicate());
        var object = restore(triple.getObject());
        if (subject.isPresent() && predicate.isPresent() && object.isPresent())
            return Optional.of(Triple.create(subject.get(), predicate.get(), object.get()));
        for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
            if (restore(node).isPresent()) continue;
            var bad = kept(node);
            report(reading, subject.map(Node::toString).orElse(""), bad.iri(), OptionalLong.of(bad.line()));
        }
        return Optional.empty();
    }

    public static void report(Reading reading, String subject, String iri, OptionalLong line) {
        // what cannot be an IRI names nothing that could be looked up
        var about = Iris.writable(subject) ? subject : "";
        if (iri.length() > Iris.LONGEST) {
            reading.leftOut(
                    about,
                    "<" + shown(iri) + "> is longer than " + Iris.LONGEST
                            + " characters, so the statement with it was left out.",
                    "Use a shorter IRI; put what it holds at an address of its own.",
                    line);
            return;
        }
        reading.leftOut(
                about,
                "<" + shown(iri) + "> is no IRI, so the statement with it was left out.",
                "Percent-encode spaces and the characters < > \" { } | \\ ^ ` in IRIs.",
                line);
    }

    /** The node that was meant, or nothing when its IRI cannot be one. */
    Optional<Node> restore(Node node) {
        if (!node.isURI() || !node.getURI().startsWith(NS)) return Optional.of(node);
        var iri = kept(node).iri();
        return Iris.good(iri) ? Optional.of(NodeFactory.createURI(iri)) : Optional.empty();
    }

    private Kept kept(Node node) {
        return kept.get(Integer.parseInt(node.getURI().substring(NS.length())));
    }

    /** On one line, whatever it holds. */
    private static String shown(String iri) {
        var visible = CONTROL.matcher(iri)
                .replaceAll(found -> "\\\\u%04X".formatted((int) found.group().charAt(0)));
        return visible.length() <= 200 ? visible : visible.substring(0, 200) + "...";
    }
}
