package samdata.vocab;

import java.io.InputStream;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** The files of {@code ontologies/}, read from the class path once; a file that does not parse stops the start. */
public final class Ontologies {
    private static final List<String> SCHEMES =
            List.of("tasks", "licences", "collaboration", "description", "languages", "themes", "formats", "places");

    private Ontologies() {}

    /** The terms: classes and properties of the samdata namespace. */
    public static Graph terms() {
        return read("ocd/ocd.ttl");
    }

    /** Every concept scheme, all languages of labels included. */
    public static Graph schemes() {
        Graph all = GraphFactory.createDefaultGraph();
        SCHEMES.forEach(name -> readInto(all, "schemes/" + name + ".ttl"));
        return all;
    }

    /** The SHACL shapes that say what is checked, labelled, recognised and shown as a facet. */
    public static Graph shapes() {
        return read("shapes/dataset.ttl");
    }

    private static Graph read(String file) {
        Graph graph = GraphFactory.createDefaultGraph();
        readInto(graph, file);
        return graph;
    }

    private static void readInto(Graph graph, String file) {
        RDFParser.source(open(file)).lang(Lang.TURTLE).base(Sam.NS).parse(graph);
    }

    private static InputStream open(String file) {
        InputStream stream = Ontologies.class.getResourceAsStream("/ontologies/" + file);
        if (stream == null) throw new IllegalStateException("ontologies/" + file + " is not on the class path");
        return stream;
    }
}
