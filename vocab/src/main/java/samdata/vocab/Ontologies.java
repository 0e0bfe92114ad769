package samdata.vocab;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** The files of {@code ontologies/}, read from the class path; one that does not parse stops the start. */
public final class Ontologies {
    private static final List<String> SCHEMES = List.of(
            "tasks",
            "licences",
            "creative-commons",
            "licence-points",
            "collaboration",
            "description",
            "languages",
            "themes",
            "formats",
            "identity",
            "places",
            "quality",
            "sizes");

    private static final List<String> PROFILES = List.of("dcat-ap", "dcat-ap-se", "mldcat-ap", "croissant");

    /** The files of a profile that stands in several, the one of its name first. */
    private static final Map<String, List<String>> PARTS = Map.of(
            "dcat-ap",
            List.of("dcat-ap", "dcat-ap-kinds", "dcat-ap-catalogues", "dcat-ap-datasets", "dcat-ap-distributions"),
            "mldcat-ap",
            List.of("mldcat-ap", "mldcat-ap-runs"));

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

    /**
     * Terms and schemes as they stand in the store: blank nodes have lasting names, and a concept has one
     * {@code skos:prefLabel}, the English one, so that a query which asks for the label gets one row. The labels of all
     * languages are {@code rdfs:label}, those of the terms of other vocabularies too.
     */
    public static Graph vocabulary() {
        Graph all = terms();
        readInto(all, "ocd/labels.ttl");
        schemes().find().forEachRemaining(triple -> {
            boolean label = triple.getPredicate().equals(SKOS.prefLabel.asNode());
            if (label) all.add(triple.getSubject(), RDFS.Nodes.label, triple.getObject());
            if (!label || triple.getObject().getLiteralLanguage().equals("en")) all.add(triple);
        });
        return BlankNodes.named(all, "vocabulary");
    }

    /** The SHACL shapes that say what is labelled, recognised and shown as a facet. */
    public static Graph shapes() {
        return read("shapes/dataset.ttl");
    }

    /** The SHACL shapes that say what is checked, by the name of their profile. */
    public static Map<String, Graph> profiles() {
        Map<String, Graph> all = new LinkedHashMap<>();
        PROFILES.forEach(name -> all.put(name, profile(name)));
        all.put("samdata", shapes());
        return all;
    }

    /** The shapes of one profile. */
    public static Graph profile(String name) {
        Graph shapes = GraphFactory.createDefaultGraph();
        PARTS.getOrDefault(name, List.of(name)).forEach(part -> readInto(shapes, "shapes/" + part + ".ttl"));
        return shapes;
    }

    /** What the constraints of SHACL say of themselves, for shapes that say nothing. */
    public static Graph constraints() {
        return read("shapes/constraints.ttl");
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
