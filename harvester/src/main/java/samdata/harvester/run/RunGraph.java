package samdata.harvester.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import samdata.catalog.check.Rule;
import samdata.catalog.check.Violation;
import samdata.catalog.store.Graphs;
import samdata.vocab.Sam;

/** A {@link Run} as RDF and back: a PROV activity with its counts, and a SHACL result for each thing found wrong. */
public final class RunGraph {
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String DQV = "http://www.w3.org/ns/dqv#";
    private static final Node VALUE = NodeFactory.createURI(DQV + "value");
    private static final Node PROV_GENERATED_BY = NodeFactory.createURI(PROV + "wasGeneratedBy");
    private static final Node ACTIVITY = NodeFactory.createURI(PROV + "Activity");
    private static final Node STARTED = NodeFactory.createURI(PROV + "startedAtTime");
    private static final Node ENDED = NodeFactory.createURI(PROV + "endedAtTime");
    private static final Node USED = NodeFactory.createURI(PROV + "used");
    private static final Node INFORMED_BY = NodeFactory.createURI(PROV + "wasInformedBy");
    private static final String RUN = "urn:samdata:run:";

    private final Graph graph;
    private final Node run;
    private final Map<Rule, Node> rules = new LinkedHashMap<>();

    private RunGraph(Graph graph, Node run) {
        this.graph = graph;
        this.run = run;
    }

    public static Node iri(String runId) {
        return NodeFactory.createURI(RUN + runId);
    }

    /** That the run began: what the store keeps of one that changed it. */
    public static Graph activity(Run run) {
        var out = new RunGraph(GraphFactory.createDefaultGraph(), iri(run.id()));
        out.add(RDF.Nodes.type, ACTIVITY);
        out.add(STARTED, time(run.started()));
        out.add(Sam.source, NodeFactory.createLiteralString(run.source()));
        out.add(USED, Graphs.stated(run.source()));
        return out.graph;
    }

    /** Everything of a run that has ended; what another run found is told by naming that one. */
    static Graph of(Run run) {
        var out = new RunGraph(activity(run), iri(run.id()));
        run.ended().ifPresent(at -> out.add(ENDED, time(at)));
        run.outcome().ifPresent(outcome -> out.add(Sam.outcome, NodeFactory.createLiteralString(outcome.word())));
        out.count(Sam.datasetsSeen, run.datasets().seen());
        out.count(Sam.datasetsAdded, run.datasets().added());
        out.count(Sam.datasetsChanged, run.datasets().changed());
        out.count(Sam.datasetsRemoved, run.datasets().removed());
        out.count(Sam.triplesAdded, run.triples().added());
        out.count(Sam.triplesRemoved, run.triples().removed());
        if (!run.message().isEmpty()) out.add(RDFS.Nodes.comment, NodeFactory.createLiteralString(run.message()));
        out.after(run);
        if (run.after().found().isEmpty()) {
            for (int i = 0; i < run.violations().size(); i++)
                out.finding(i, run.violations().get(i));
            out.rules();
        } else out.add(INFORMED_BY, iri(run.after().found()));
        return out.graph;
    }

    /** The run with {@code id} that {@link #of} wrote into {@code graph}, without what another run found. */
    static Run read(Graph graph, String id, String source) {
        var in = new RunGraph(graph, iri(id));
        return new Run(
                id,
                source,
                in.text(in.run, STARTED).map(Instant::parse).orElse(Instant.EPOCH),
                in.text(in.run, ENDED).map(Instant::parse),
                in.text(in.run, Sam.outcome).map(Outcome::of),
                new Run.Datasets(
                        in.count(Sam.datasetsSeen),
                        in.count(Sam.datasetsAdded),
                        in.count(Sam.datasetsChanged),
                        in.count(Sam.datasetsRemoved)),
                new Run.Triples(in.count(Sam.triplesAdded), in.count(Sam.triplesRemoved)),
                in.findings(),
                in.text(in.run, RDFS.Nodes.comment).orElse(""),
                in.after());
    }

    private void after(Run ended) {
        if (!ended.after().endSeen()) add(Sam.endNotSeen, NodeFactory.createLiteralByValue(true));
        ended.after().generation().ifPresent(generation -> add(Sam.generation, integer(generation)));
        ended.after().points().ifPresent(points -> {
            var measured = measured();
            put(measured, RDF.Nodes.type, NodeFactory.createURI(DQV + "QualityMeasurement"));
            put(measured, NodeFactory.createURI(DQV + "computedOn"), Graphs.stated(ended.source()));
            put(measured, NodeFactory.createURI(DQV + "isMeasurementOf"), Sam.metadataQuality);
            put(measured, PROV_GENERATED_BY, run);
            put(
                    measured,
                    VALUE,
                    NodeFactory.createLiteralDT(BigDecimal.valueOf(points).toPlainString(), XSDDatatype.XSDdecimal));
        });
    }

    private Run.After after() {
        return new Run.After(
                number(run, Sam.generation),
                text(measured(), VALUE).stream()
                        .mapToDouble(Double::parseDouble)
                        .findFirst(),
                graph.find(run, INFORMED_BY, Node.ANY)
                        .mapWith(triple -> triple.getObject().getURI().substring(RUN.length()))
                        .nextOptional()
                        .orElse(""),
                !graph.contains(run, Sam.endNotSeen, NodeFactory.createLiteralByValue(true)));
    }

    /** The mean points of the source when the run had ended. */
    private Node measured() {
        return NodeFactory.createURI(run.getURI() + "#quality");
    }

    private void finding(int number, Run.Finding finding) {
        var violation = finding.violation();
        var result = NodeFactory.createURI(run.getURI() + "#" + number);
        add(SHACL.result, result);
        put(result, RDF.Nodes.type, SHACL.ValidationResult);
        put(result, SHACL.order, integer(number));
        put(result, SHACL.focusNode, NodeFactory.createLiteralString(violation.dataset()));
        put(result, SHACL.resultPath, NodeFactory.createLiteralString(violation.path()));
        put(result, SHACL.resultSeverity, NodeFactory.createLiteralString(violation.severity()));
        put(result, SHACL.resultMessage, NodeFactory.createLiteralString(violation.message()));
        put(result, Sam.fix, NodeFactory.createLiteralString(violation.fix()));
        if (!violation.rule().equals(Rule.NONE)) put(result, SHACL.sourceShape, rule(violation.rule()));
        finding.line().ifPresent(line -> put(result, Sam.line, integer(line)));
        put(result, Sam.times, integer(finding.times()));
    }

    private Node rule(Rule rule) {
        return rules.computeIfAbsent(rule, any -> NodeFactory.createURI(run.getURI() + "#rule-" + rules.size()));
    }

    /** Each rule once, however many findings it has. */
    private void rules() {
        rules.forEach((rule, node) -> {
            put(node, Sam.profile, NodeFactory.createLiteralString(rule.profile()));
            put(node, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(rule.id()));
            put(node, Sam.means, NodeFactory.createLiteralString(rule.meaning()));
            put(node, Sam.example, NodeFactory.createLiteralString(rule.example()));
            put(node, RDFS.Nodes.seeAlso, NodeFactory.createLiteralString(rule.clause()));
        });
    }

    /** Which one a finding broke; a run that was kept before rules had names has none. */
    private Rule ruleOf(Node result) {
        return graph.find(result, SHACL.sourceShape, Node.ANY)
                .mapWith(Triple::getObject)
                .nextOptional()
                .map(node -> new Rule(
                        text(node, Sam.profile).orElse(""),
                        text(node, DCTerms.identifier.asNode()).orElse(""),
                        text(node, Sam.means).orElse(""),
                        text(node, Sam.example).orElse(""),
                        text(node, RDFS.Nodes.seeAlso).orElse("")))
                .orElse(Rule.NONE);
    }

    private List<Run.Finding> findings() {
        var results = new ArrayList<>(graph.find(run, SHACL.result, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList());
        results.sort(
                Comparator.comparingLong(result -> number(result, SHACL.order).orElse(0)));
        return results.stream().map(this::finding).toList();
    }

    private Run.Finding finding(Node result) {
        return new Run.Finding(
                new Violation(
                        text(result, SHACL.focusNode).orElse(""),
                        text(result, SHACL.resultPath).orElse(""),
                        text(result, SHACL.resultSeverity).orElse(""),
                        text(result, SHACL.resultMessage).orElse(""),
                        text(result, Sam.fix).orElse(""),
                        ruleOf(result)),
                number(result, Sam.line),
                number(result, Sam.times).orElse(1));
    }

    private void add(Node predicate, Node object) {
        put(run, predicate, object);
    }

    private void put(Node subject, Node predicate, Node object) {
        graph.add(subject, predicate, object);
    }

    private void count(Node predicate, long count) {
        add(predicate, integer(count));
    }

    private long count(Node predicate) {
        return number(run, predicate).orElse(0);
    }

    private OptionalLong number(Node subject, Node predicate) {
        return text(subject, predicate).stream().mapToLong(Long::parseLong).findFirst();
    }

    private Optional<String> text(Node subject, Node predicate) {
        return graph
                .find(subject, predicate, Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList()
                .stream()
                .findFirst();
    }

    private static Node integer(long count) {
        return NodeFactory.createLiteralDT(Long.toString(count), XSDDatatype.XSDinteger);
    }

    private static Node time(Instant at) {
        return NodeFactory.createLiteralDT(at.toString(), XSDDatatype.XSDdateTime);
    }
}
