package samdata.catalog.judge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import samdata.catalog.store.Graphs;
import samdata.vocab.Sam;

/** All that is said of one dataset or source, as it is put together; of a thing that is gone, nothing. */
final class Judgement {
    private static final Node DERIVED = uri("http://www.w3.org/ns/prov#wasDerivedFrom");
    private static final Node MEASUREMENT = uri("http://www.w3.org/ns/dqv#QualityMeasurement");
    private static final Node MEASURES = uri("http://www.w3.org/ns/dqv#isMeasurementOf");
    private static final Node COMPUTED_ON = uri("http://www.w3.org/ns/dqv#computedOn");
    private static final Node VALUE = uri("http://www.w3.org/ns/dqv#value");

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final List<Findings> findings = new ArrayList<>();
    private final Node about;
    private final String names;
    private final Node ruleVersion;

    Judgement(Node about, String ruleVersion) {
        this.about = about;
        this.names = Graphs.judgements(about);
        this.ruleVersion = NodeFactory.createLiteralString(ruleVersion);
    }

    /** What is said of it alone; {@code sam:findings} name the others. */
    Graph graph() {
        return graph;
    }

    /** What may be said of others, too. */
    List<Findings> findings() {
        return findings;
    }

    /** Says something of the dataset itself. */
    void say(Node predicate, Node object) {
        graph.add(about, predicate, object);
    }

    void say(Node node, Node predicate, Node object) {
        graph.add(node, predicate, object);
    }

    /** A judgement of its own under the given aspect, derived from the dataset and from what {@link #derived} adds. */
    Node judged(String aspect, Node type) {
        Node node = uri(names + aspect);
        graph.add(node, RDF.Nodes.type, type);
        graph.add(node, Sam.ofDataset, about);
        graph.add(node, DERIVED, about);
        return node;
    }

    /** A measurement, as DQV, of how well the dataset is described, or the source's datasets on average. */
    Node measured(Node metric, double value) {
        Node node = Graphs.quality(about);
        graph.add(node, RDF.Nodes.type, MEASUREMENT);
        graph.add(node, COMPUTED_ON, about);
        graph.add(node, MEASURES, metric);
        graph.add(node, VALUE, decimal(value));
        graph.add(node, DERIVED, about);
        return node;
    }

    /** Says what a judgement found, and by which rules. */
    void found(Node node, Set<Findings.Said> said) {
        Set<Findings.Said> all = new HashSet<>(said);
        all.add(new Findings.Said(Sam.ruleVersion, ruleVersion));
        Findings found = Findings.of(all);
        findings.add(found);
        graph.add(node, Sam.findings, found.name());
    }

    void derived(Node node, List<Triple> evidence) {
        for (Triple read : evidence) derived(node, read.getSubject());
    }

    void derived(Node node, Node from) {
        graph.add(node, DERIVED, from);
    }

    /** With three digits after the point at most. */
    static Node decimal(double value) {
        String written = BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return NodeFactory.createLiteralDT(written, XSDDatatype.XSDdecimal);
    }

    static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
