package samdata.web.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.SysRIOT;
import org.apache.jena.sparql.graph.GraphFactory;

/** The ways in which a graph is written; the first is what a client gets that does not care. */
public enum RdfSyntax {
    TURTLE("text/turtle", "ttl"),
    JSON_LD("application/ld+json", "jsonld"),
    RDF_XML("application/rdf+xml", "rdf"),
    N_TRIPLES("application/n-triples", "nt"),
    TRIG("application/trig", "trig");

    private final String mediaType;
    private final String ending;

    RdfSyntax(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public static List<String> mediaTypes() {
        return Arrays.stream(values()).map(RdfSyntax::mediaType).toList();
    }

    public static Optional<RdfSyntax> ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(syntax -> syntax.ending.equals(ending))
                .findFirst();
    }

    /** What {@code accept} likes best of all syntaxes. */
    public static Optional<RdfSyntax> of(Accept accept) {
        return accept.best(mediaTypes())
                .flatMap(best -> Arrays.stream(values())
                        .filter(syntax -> syntax.mediaType.equals(best))
                        .findFirst());
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of a file name, without the dot. */
    public String ending() {
        return ending;
    }

    /**
     * Every statement of {@code graph}. RDF/XML has no way to write some predicates and characters; such statements are
     * left out there, and a comment at the end says how many.
     */
    public byte[] write(Graph graph) {
        if (this != RDF_XML) return bytes(graph);
        List<Triple> unwritable = graph.find().filterDrop(RdfXml::canWrite).toList();
        if (unwritable.isEmpty()) return bytes(graph);
        Graph rest = GraphFactory.createDefaultGraph();
        graph.find().filterKeep(RdfXml::canWrite).forEachRemaining(rest::add);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(rest));
        out.writeBytes(("<!-- " + unwritable.size()
                        + " statement(s) cannot be written in RDF/XML and are left out; every other syntax has them. -->\n")
                .getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private byte[] bytes(Graph graph) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFWriter.source(Prefixes.onto(graph))
                .format(format())
                // an IRI that breaks the rules of its scheme, such as urn:uuid:1234, is written as it was stated
                .set(SysRIOT.sysRdfWriterProperties, Map.of("allowBadURIs", "true"))
                .output(out);
        return out.toByteArray();
    }

    /** How it is written statement by statement; empty when the syntax needs the whole graph. */
    public Optional<RDFFormat> streamed() {
        return switch (this) {
            case TURTLE -> Optional.of(RDFFormat.TURTLE_BLOCKS);
            case N_TRIPLES -> Optional.of(RDFFormat.NTRIPLES_UTF8);
            case TRIG -> Optional.of(RDFFormat.TRIG_BLOCKS);
            case JSON_LD, RDF_XML -> Optional.empty();
        };
    }

    private RDFFormat format() {
        return switch (this) {
            case TURTLE -> RDFFormat.TURTLE_PRETTY;
            case JSON_LD -> RDFFormat.JSONLD_PRETTY;
            case RDF_XML -> RDFFormat.RDFXML_PLAIN;
            case N_TRIPLES -> RDFFormat.NTRIPLES_UTF8;
            case TRIG -> RDFFormat.TRIG_PRETTY;
        };
    }
}
