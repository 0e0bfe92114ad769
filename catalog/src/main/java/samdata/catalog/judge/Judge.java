package samdata.catalog.judge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import samdata.catalog.quality.Measured;
import samdata.catalog.quality.Quality;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.store.Entry;
import samdata.catalog.store.Graphs;
import samdata.vocab.Sam;
import samdata.vocab.Schemes;

/**
 * Says as RDF what we think of a dataset: its suitability for the tasks that concern it, what its licences answer for each
 * use, and how well it is described. A pure function of the description and the rules: the same again gives the same.
 *
 * <p>A judgement names the nodes whose statements it was derived from; which of their properties were read, the vocabulary
 * says of each criterion and indicator ({@code sam:reads}).
 */
final class Judge {
    private static final Node DERIVED = uri("http://www.w3.org/ns/prov#wasDerivedFrom");
    private static final Node MEASUREMENT = uri("http://www.w3.org/ns/dqv#QualityMeasurement");
    private static final Node MEASURES = uri("http://www.w3.org/ns/dqv#isMeasurementOf");
    private static final Node COMPUTED_ON = uri("http://www.w3.org/ns/dqv#computedOn");
    private static final Node VALUE = uri("http://www.w3.org/ns/dqv#value");

    private final Schemes schemes;
    private final QualityRules quality;
    private final Node ruleVersion;

    Judge(Schemes schemes, String ruleVersion) {
        this.schemes = schemes;
        this.quality = QualityRules.of(schemes);
        this.ruleVersion = NodeFactory.createLiteralString(ruleVersion);
    }

    /** @param entry without former judgements */
    Graph of(Entry entry) {
        Graph graph = GraphFactory.createDefaultGraph();
        quality(graph, entry, quality.measure(entry));
        return graph;
    }

    /**
     * The mean of the points of a source's datasets.
     *
     * @param source the graph that holds what it stated
     */
    Graph ofSource(Node source, List<Integer> points) {
        Graph graph = GraphFactory.createDefaultGraph();
        double mean = points.stream().mapToInt(Integer::intValue).average().orElse(0);
        if (!points.isEmpty()) measurement(graph, Graphs.quality(source), source, Sam.metadataQuality, decimal(mean));
        return graph;
    }

    private void quality(Graph graph, Entry entry, Quality measured) {
        Node dataset = entry.iri();
        Node node = Graphs.quality(dataset);
        measurement(graph, node, dataset, Sam.metadataQuality, decimal(measured.points()));
        graph.add(node, DERIVED, dataset);
        graph.add(dataset, Sam.rating, measured.rating());
        measured.measured().stream().filter(Measured::met).forEach(met -> {
            graph.add(node, Sam.met, met.indicator().iri());
            derived(graph, node, met.evidence());
        });
        for (Node dimension : quality.dimensions()) {
            Node part =
                    Graphs.judgement(dataset, "quality:" + schemes.id(dimension).orElseThrow());
            measurement(graph, part, dataset, dimension, decimal(measured.points(dimension)));
            graph.add(part, DERIVED, dataset);
            measured.in(dimension).stream().filter(Measured::met).forEach(met -> derived(graph, part, met.evidence()));
        }
    }

    private void measurement(Graph graph, Node node, Node of, Node metric, Node value) {
        graph.add(node, RDF.Nodes.type, MEASUREMENT);
        graph.add(node, COMPUTED_ON, of);
        graph.add(node, MEASURES, metric);
        graph.add(node, VALUE, value);
        graph.add(node, Sam.ruleVersion, ruleVersion);
    }

    private static void derived(Graph graph, Node node, List<Triple> evidence) {
        for (Triple read : evidence) graph.add(node, DERIVED, read.getSubject());
    }

    /** With three digits after the point at most. */
    private static Node decimal(double value) {
        String written = BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return NodeFactory.createLiteralDT(written, XSDDatatype.XSDdecimal);
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
