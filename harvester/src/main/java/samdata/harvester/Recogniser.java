package samdata.harvester;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import samdata.catalog.store.Graphs;
import samdata.vocab.Sam;
import samdata.vocab.Scheme;
import samdata.vocab.Schemes;

/**
 * Finds our concepts in what companies wrote. Which property is looked up in which scheme stands in the shapes
 * ({@code sam:recognisedIn}); what is found is said beside the statement, with the same predicate.
 */
final class Recogniser {
    private static final List<Node> LABELS = List.of(
            RDFS.Nodes.label, RDF.Nodes.value, SKOS.prefLabel.asNode(), SKOS.notation.asNode(), DCTerms.title.asNode());
    private final Map<Node, List<Scheme>> schemesOf = new HashMap<>();

    Recogniser(Graph shapes, Schemes schemes) {
        shapes.find(Node.ANY, Sam.recognisedIn, Node.ANY)
                .forEachRemaining(rule -> shapes.find(rule.getSubject(), SHACL.path, Node.ANY)
                        .mapWith(Triple::getObject)
                        .filterKeep(Node::isURI)
                        .forEachRemaining(path -> schemesOf
                                .computeIfAbsent(path, p -> new ArrayList<>())
                                .add(schemes.get(rule.getObject().getURI()))));
    }

    /** What is recognised in {@code stated}, which has no blank nodes any more: other vocabularies as DCAT, values as concepts. */
    Graph recognise(Graph stated) {
        var recognised = GraphFactory.createDefaultGraph();
        SchemaOrg.recognise(stated, recognised);
        List<Triple> found = new ArrayList<>();
        schemesOf.forEach((predicate, schemes) -> {
            Map<Node, Optional<Node>> known = new HashMap<>();
            for (Graph graph : List.of(stated, recognised)) {
                graph.find(Node.ANY, predicate, Node.ANY)
                        .forEachRemaining(triple -> known.computeIfAbsent(
                                        triple.getObject(), value -> concept(schemes, graph, value))
                                .ifPresent(
                                        concept -> found.add(Triple.create(triple.getSubject(), predicate, concept))));
            }
        });
        found.stream().filter(triple -> !stated.contains(triple)).forEach(recognised::add);
        return recognised;
    }

    /** A blank node, as in {@code dct:format [ rdfs:label "CSV" ]}, means what it is labelled with. */
    private static Optional<Node> concept(List<Scheme> schemes, Graph graph, Node value) {
        Stream<Node> written = !value.isURI() || !value.getURI().startsWith(Graphs.GENID)
                ? Stream.of(value)
                : LABELS.stream()
                        .flatMap(label ->
                                graph.find(value, label, Node.ANY).mapWith(Triple::getObject).toList().stream());
        return written.flatMap(word -> schemes.stream().map(scheme -> scheme.recognise(word)))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(concept -> !concept.equals(value));
    }
}
