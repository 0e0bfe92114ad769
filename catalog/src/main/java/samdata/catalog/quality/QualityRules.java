package samdata.catalog.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import samdata.catalog.store.Entry;
import samdata.vocab.Ontologies;
import samdata.vocab.Sam;
import samdata.vocab.Schemes;

/**
 * The indicators of {@code schemes/quality.ttl}, ready to be asked. The method is that of data.europa.eu's Metadata Quality
 * Assessment (https://data.europa.eu/mqa/methodology); docs/decisions says what of it was left to decide.
 */
public final class QualityRules {
    private static final String DIMENSIONS = "https://w3id.org/samdata/quality-dimension";

    private final List<Node> dimensions;
    private final List<Indicator> indicators;
    private final List<Rating> ratings;
    private final Mandatory mandatory;

    private record Rating(Node iri, int from) {}

    private QualityRules(List<Node> dimensions, List<Indicator> indicators, List<Rating> ratings, Mandatory mandatory) {
        this.dimensions = dimensions;
        this.indicators = indicators;
        this.ratings = ratings;
        this.mandatory = mandatory;
    }

    public static QualityRules of(Schemes schemes) {
        Graph graph = schemes.graph();
        return new QualityRules(
                Ordered.concepts(graph, schemes.get(DIMENSIONS).concepts()),
                Ordered.concepts(graph, schemes.get(Indicator.SCHEME).concepts()).stream()
                        .map(iri -> Indicator.of(schemes, iri))
                        .toList(),
                graph.find(Node.ANY, Sam.fromPoints, Node.ANY).mapWith(Triple::getSubject).toList().stream()
                        .map(iri -> new Rating(iri, Ordered.number(graph, iri, Sam.fromPoints)))
                        .sorted(Comparator.comparingInt(Rating::from).reversed())
                        .toList(),
                Mandatory.of(Ontologies.profile("dcat-ap")));
    }

    /** Those of the European assessment first, ours for machine learning last. */
    public List<Node> dimensions() {
        return dimensions;
    }

    public List<Indicator> indicators() {
        return indicators;
    }

    /** What the points of the European assessment are called. */
    public Node rating(double points) {
        return ratings.stream()
                .filter(rating -> points >= rating.from())
                .findFirst()
                .orElseThrow()
                .iri();
    }

    public Quality measure(Entry entry) {
        return measure(entry.iri(), entry.stated(), entry.recognised());
    }

    /**
     * Of a dataset with several distributions the one counts, for all indicators of the European assessment, that brings
     * most points; of equals the first by name. Our own indicators are met by any distribution.
     */
    public Quality measure(Node dataset, Graph stated, Graph recognised) {
        Evaluation evaluation = new Evaluation(dataset, new Statements(dataset, stated, recognised), mandatory);
        List<Node> all = evaluation.distributions();
        List<Indicator> european =
                indicators.stream().filter(each -> !each.isOurs()).toList();
        List<Measured> best = ask(evaluation, european, List.of());
        Optional<Node> distribution = Optional.empty();
        for (Node candidate : all) {
            List<Measured> measured = ask(evaluation, european, List.of(candidate));
            if (distribution.isPresent() && points(measured) <= points(best)) continue;
            best = measured;
            distribution = Optional.of(candidate);
        }
        List<Measured> measured = new ArrayList<>(best);
        measured.addAll(
                ask(evaluation, indicators.stream().filter(Indicator::isOurs).toList(), all));
        return new Quality(dataset, distribution, rating(points(best)), List.copyOf(measured));
    }

    private static List<Measured> ask(Evaluation evaluation, List<Indicator> indicators, List<Node> among) {
        return indicators.stream()
                .filter(evaluation::concerns)
                .map(indicator -> evaluation.measure(indicator, among))
                .toList();
    }

    private static int points(List<Measured> measured) {
        return measured.stream().mapToInt(Measured::points).sum();
    }
}
