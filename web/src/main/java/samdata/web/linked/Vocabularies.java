package samdata.web.linked;

import io.javalin.config.RoutesConfig;
import java.time.Instant;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.SKOS;
import samdata.vocab.Ontologies;
import samdata.vocab.Schemes;
import samdata.web.http.Answer;
import samdata.web.http.RdfSyntax;

/** The terms and the concept schemes of samdata, as they are in {@code ontologies/}. */
public final class Vocabularies {
    private final Instant started = Instant.now();
    private final Map<String, Graph> documents;

    public Vocabularies() {
        Graph schemes = Ontologies.schemes();
        this.documents = Map.of(
                "/ns", Ontologies.terms(),
                "/ns/ocd", Ontologies.terms(),
                "/tasks", scheme(schemes, Schemes.TASKS),
                "/licences", scheme(schemes, Schemes.LICENCES));
    }

    /** {@code /tasks} and {@code /licences} without an ending are pages. */
    public void routes(RoutesConfig routes) {
        documents.forEach((path, graph) -> {
            String state = GraphDigest.of(graph);
            if (path.startsWith("/ns"))
                routes.get(path, ctx -> Answer.graph(ctx, Answer.forAnyone(ctx), state, started, () -> graph));
            for (RdfSyntax syntax : RdfSyntax.values())
                routes.get(path + "." + syntax.ending(), ctx -> Answer.graph(ctx, syntax, state, started, () -> graph));
        });
    }

    /** A scheme, its concepts and what hangs below them. */
    private static Graph scheme(Graph all, String iri) {
        Graph part = GraphFactory.createDefaultGraph();
        all.find(Node.ANY, SKOS.inScheme.asNode(), NodeFactory.createURI(iri))
                .mapWith(Triple::getSubject)
                .forEachRemaining(concept -> copy(all, part, concept));
        copy(all, part, NodeFactory.createURI(iri));
        return part;
    }

    private static void copy(Graph all, Graph part, Node subject) {
        all.find(subject, Node.ANY, Node.ANY).forEachRemaining(triple -> {
            part.add(triple);
            Node object = triple.getObject();
            if (object.isBlank() && !part.contains(object, Node.ANY, Node.ANY)) copy(all, part, object);
        });
    }
}
