package samdata.vocab;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** All concept schemes of {@code ontologies/schemes}, by their IRI. */
public final class Schemes {
    public static final String TASKS = "https://w3id.org/samdata/task";
    public static final String LICENCES = "https://w3id.org/samdata/licences";
    public static final String MODALITIES = "https://w3id.org/samdata/modality";

    private final Graph graph;
    private final Map<String, Scheme> schemes = new HashMap<>();
    private final Map<Node, Scheme> schemeOf = new HashMap<>();

    private Schemes(Graph graph) {
        this.graph = graph;
        graph.find(Node.ANY, RDF.Nodes.type, SKOS.ConceptScheme.asNode())
                .mapWith(t -> t.getSubject().getURI())
                .toList()
                .forEach(iri -> schemes.put(iri, Scheme.of(graph, iri)));
        schemes.values().forEach(scheme -> scheme.concepts().forEach(concept -> schemeOf.put(concept, scheme)));
    }

    public static Schemes load() {
        return new Schemes(Ontologies.schemes());
    }

    /** @throws IllegalArgumentException when no file declares such a scheme */
    public Scheme get(String iri) {
        Scheme scheme = schemes.get(iri);
        if (scheme == null) throw new IllegalArgumentException("No concept scheme " + iri + " in ontologies/schemes");
        return scheme;
    }

    public Scheme tasks() {
        return get(TASKS);
    }

    public Scheme licences() {
        return get(LICENCES);
    }

    /** The short id of a node that is a concept of ours. */
    public Optional<String> id(Node node) {
        return Optional.ofNullable(schemeOf.get(node)).map(scheme -> scheme.id(node));
    }

    /** Those of all schemes. */
    public Set<Node> concepts() {
        return Collections.unmodifiableSet(schemeOf.keySet());
    }

    public Graph graph() {
        return graph;
    }
}
