package samdata.catalog.quality;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import samdata.vocab.Sam;
import samdata.vocab.Schemes;

/**
 * One question to a description, as {@code schemes/quality.ttl} puts it.
 *
 * @param points what it brings when it is met; otherwise it brings nothing
 * @param reads the properties that it looks at, sorted
 * @param controlledBy what the IRIs of its controlled vocabularies begin with
 * @param marked the concepts that carry its mark
 * @param concerns the modalities whose datasets it is asked of; empty when it is asked of all
 */
public record Indicator(
        Node iri,
        String id,
        Node dimension,
        int points,
        Measure measure,
        Set<Place> on,
        List<Node> reads,
        List<String> controlledBy,
        Set<Node> marked,
        Set<Node> concerns) {
    static final String SCHEME = "https://w3id.org/samdata/indicator";
    static final String MACHINE_LEARNING = "https://w3id.org/samdata/quality-dimension/machine-learning";

    /** Whether its points are ours, and not among the 405 of the European assessment. */
    public boolean isOurs() {
        return isOurs(dimension);
    }

    /** Whether a dimension is not one of the European assessment. */
    public static boolean isOurs(Node dimension) {
        return dimension.getURI().equals(MACHINE_LEARNING);
    }

    static Indicator of(Schemes schemes, Node iri) {
        Graph graph = schemes.graph();
        return new Indicator(
                iri,
                schemes.get(SCHEME).id(iri),
                Ordered.one(graph, iri, Ordered.DIMENSION),
                Ordered.number(graph, iri, Sam.points),
                Measure.of(Ordered.one(graph, iri, Sam.measure)),
                Set.copyOf(Ordered.objects(graph, iri, Sam.measuredOn).stream()
                        .map(Place::of)
                        .toList()),
                Ordered.objects(graph, iri, Sam.reads),
                Ordered.objects(graph, iri, Sam.controlledBy).stream()
                        .map(Node::getLiteralLexicalForm)
                        .toList(),
                marked(graph, iri),
                Set.copyOf(Ordered.objects(graph, iri, Sam.concerns)));
    }

    private static Set<Node> marked(Graph graph, Node iri) {
        return Ordered.objects(graph, iri, Sam.mark).stream()
                .flatMap(mark -> graph
                        .find(Node.ANY, mark, Node.ANY)
                        .filterKeep(
                                triple -> triple.getObject().getLiteralValue().equals(true))
                        .mapWith(Triple::getSubject)
                        .toList()
                        .stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
