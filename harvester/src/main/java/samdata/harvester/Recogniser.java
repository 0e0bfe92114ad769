package samdata.harvester;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.vocab.Sam;
import samdata.vocab.Scheme;
import samdata.vocab.Schemes;

/**
 * Finds our concepts in what companies wrote. Which property is looked up in which scheme stands in the shapes
 * ({@code sam:recognisedIn}); what is found is said beside the statement, with the same predicate.
 */
final class Recogniser {
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
                                        triple.getObject(), value -> concept(schemes, value))
                                .ifPresent(
                                        concept -> found.add(Triple.create(triple.getSubject(), predicate, concept))));
            }
        });
        found.stream().filter(triple -> !stated.contains(triple)).forEach(recognised::add);
        return recognised;
    }

    private static Optional<Node> concept(List<Scheme> schemes, Node value) {
        return schemes.stream()
                .map(scheme -> scheme.recognise(value))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(concept -> !concept.equals(value));
    }
}
