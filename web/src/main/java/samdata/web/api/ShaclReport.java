package samdata.web.api;

import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIs;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import samdata.catalog.check.Rule;
import samdata.catalog.check.Violation;
import samdata.harvester.run.Findings;
import samdata.harvester.run.Run;
import samdata.vocab.Sam;

/** Everything that a run found wrong as a SHACL validation report (SHACL, section 3.6), written result by result. */
final class ShaclReport {
    private static final Map<String, Node> SEVERITIES =
            Map.of("violation", SHACL.Violation, "warning", SHACL.Warning, "info", SHACL.Info);
    private static final String COMPONENT = "ConstraintComponent";

    private final StreamRDF out;
    private final String run;
    private int results;

    private ShaclReport(String run, StreamRDF out) {
        this.out = out;
        this.run = "urn:samdata:run:" + run + "#";
    }

    /** In Turtle. */
    static void write(Run run, Findings all, OutputStream to) {
        StreamRDF out = StreamRDFWriter.getWriterStream(to, RDFFormat.TURTLE_BLOCKS);
        out.start();
        out.prefix("sh", SHACL.getURI());
        out.prefix("sam", Sam.NS);
        out.prefix("xsd", XSD.getURI());
        ShaclReport report = new ShaclReport(run.id(), out);
        report.add(report.node(), RDF.Nodes.type, SHACL.ValidationReport);
        report.add(report.node(), SHACL.conforms, truth(run.violations().isEmpty()));
        all.each(report::add);
        out.finish();
    }

    private Node node() {
        return NodeFactory.createURI(run + "report");
    }

    private void add(Node subject, Node predicate, Node object) {
        out.triple(Triple.create(subject, predicate, object));
    }

    private void add(Run.Finding finding) {
        Node result = NodeFactory.createURI(run + results++);
        add(node(), SHACL.result, result);
        Violation violation = finding.violation();
        add(result, RDF.Nodes.type, SHACL.ValidationResult);
        add(result, SHACL.focusNode, node(violation.dataset()));
        add(result, SHACL.resultSeverity, Objects.requireNonNullElse(SEVERITIES.get(violation.severity()), SHACL.Info));
        add(result, SHACL.resultMessage, NodeFactory.createLiteralLang(violation.message(), "en"));
        if (!violation.fix().isEmpty()) add(result, Sam.fix, NodeFactory.createLiteralLang(violation.fix(), "en"));
        if (isProperty(violation.path())) add(result, SHACL.resultPath, NodeFactory.createURI(violation.path()));
        add(result, Sam.times, number(finding.times()));
        finding.line().ifPresent(line -> add(result, Sam.line, number(line)));
        if (!violation.rule().id().isEmpty()) rule(result, violation.rule());
    }

    private void rule(Node result, Rule rule) {
        boolean named = rule.id().contains(":");
        String iri = named ? rule.id() : "urn:samdata:rule:" + rule.profile() + ":" + rule.id();
        add(result, SHACL.sourceShape, node(iri));
        String component = rule.id().substring(rule.id().lastIndexOf('.') + 1);
        if (!named && component.matches("[A-Z]\\w+"))
            add(result, SHACL.sourceConstraintComponent, NodeFactory.createURI(SHACL.getURI() + component + COMPONENT));
    }

    /** One IRI, and no path over several, which findings keep in words only. */
    private static boolean isProperty(String path) {
        return path.matches("[a-zA-Z][a-zA-Z0-9+.-]*:[^|*+?^()\\s<>\"{}]+")
                && path.indexOf(':') == path.lastIndexOf(':');
    }

    private static Node node(String text) {
        return IRIs.check(text) ? NodeFactory.createURI(text) : NodeFactory.createLiteralString(text);
    }

    private static Node number(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    }

    private static Node truth(boolean value) {
        return NodeFactory.createLiteralDT(Boolean.toString(value), XSDDatatype.XSDboolean);
    }
}
