package samdata.catalog.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The names in the store. A source id never holds a colon, so no two graph names meet. */
public final class Graphs {
    /** Terms and concept schemes, so that a query can read labels and walk {@code skos:broader}. */
    public static final Node VOCABULARY = NodeFactory.createURI("urn:samdata:vocabulary");
    /** The harvests that changed the store, as PROV activities. */
    public static final Node PROVENANCE = NodeFactory.createURI("urn:samdata:provenance");
    /** What we think of the datasets: suitability, permitted uses, quality. Derived, and always derived anew alike. */
    public static final Node JUDGEMENTS = NodeFactory.createURI("urn:samdata:judgements");
    /** Which datasets we hold to be the same, and why. Derived, too. */
    public static final Node IDENTITY = NodeFactory.createURI("urn:samdata:identity");
    /** What a named blank node's IRI begins with. */
    public static final String GENID = "urn:samdata:genid:";

    private static final Pattern LAST_MARKS = Pattern.compile("[/#?]+$");
    private static final Pattern BEFORE_THE_END = Pattern.compile("^.*[/#?:=]");
    private static final Pattern NOT_IN_A_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-|-$");

    private Graphs() {}

    /** Exactly what the source stated, blank nodes named. */
    public static Node stated(String source) {
        return NodeFactory.createURI("urn:samdata:source:" + source);
    }

    /** What we recognised in it: licences, tasks, languages ... as concepts, other vocabularies as DCAT. */
    public static Node recognised(String source) {
        return NodeFactory.createURI("urn:samdata:source:" + source + ":recognised");
    }

    /** Our catalogue records of its datasets: since when, last changed when, by which harvest. */
    public static Node records(String source) {
        return NodeFactory.createURI("urn:samdata:source:" + source + ":records");
    }

    /** Our record of one dataset of one source. */
    public static Node record(String source, String datasetId) {
        return NodeFactory.createURI("urn:samdata:record:" + source + ":" + datasetId);
    }

    /** Our measurement of how well a dataset is described. */
    public static Node quality(Node dataset) {
        return judgement(dataset, "quality");
    }

    /** Our judgement of a dataset under one aspect. */
    public static Node judgement(Node dataset, String aspect) {
        return NodeFactory.createURI(judgements(dataset) + aspect);
    }

    /**
     * What was found of any number of datasets alike.
     *
     * @param said all of it, always written alike
     */
    public static Node findings(String said) {
        return NodeFactory.createURI(
                "urn:samdata:findings:" + HexFormat.of().formatHex(sha256(said)).substring(0, 24));
    }

    /** What the names of all judgements of a dataset begin with. */
    public static String judgements(Node dataset) {
        return "urn:samdata:judgement:" + datasetId(dataset.getURI()) + ":";
    }

    /** The short id of a dataset: the readable end of its IRI, and sixteen hex digits that keep it apart from all others. */
    public static String datasetId(String iri) {
        String whole = LAST_MARKS.matcher(iri).replaceFirst("");
        String end = BEFORE_THE_END.matcher(whole).replaceFirst("").toLowerCase(Locale.ROOT);
        String slug = OUTER_HYPHENS
                .matcher(NOT_IN_A_SLUG.matcher(end).replaceAll("-"))
                .replaceAll("");
        String hash = HexFormat.of().formatHex(sha256(iri)).substring(0, 16);
        return slug.isEmpty() ? hash : slug.substring(0, Math.min(40, slug.length())) + "-" + hash;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
