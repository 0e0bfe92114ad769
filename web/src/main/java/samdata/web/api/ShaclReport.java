package samdata.web.api;

import java.util.Map;
import java.util.Objects;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIs;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import samdata.catalog.check.Rule;
import samdata.catalog.check.Violation;
import samdata.harvester.Run;
import samdata.vocab.Sam;

/** What a run found wrong as a SHACL validation report (SHACL, section 3.6); of each rule, the places that the run kept. */
final class ShaclReport {
    private static final Map<String, Node> SEVERITIES =
            Map.of("violation", SHACL.Violation, "warning", SHACL.Warning, "info", SHACL.Info);
    private static final String COMPONENT = "ConstraintComponent";

    private final Graph graph = GraphFactory.createDefaultGraph();

    ShaclReport(Run run) {
        Node report = NodeFactory.createURI("urn:samdata:run:" + run.id() + "#report");
        graph.add(report, RDF.Nodes.type, SHACL.ValidationReport);
        graph.add(report, SHACL.conforms, truth(run.violations().isEmpty()));
        for (int i = 0; i < run.violations().size(); i++) {
            Node result = NodeFactory.createURI("urn:samdata:run:" + run.id() + "#" + i);
            graph.add(report, SHACL.result, result);
            add(result, run.violations().get(i));
        }
    }

    Graph graph() {
        return graph;
    }

    private void add(Node result, Run.Finding finding) {
        Violation violation = finding.violation();
        graph.add(result, RDF.Nodes.type, SHACL.ValidationResult);
        graph.add(result, SHACL.focusNode, node(violation.dataset()));
        graph.add(
                result,
                SHACL.resultSeverity,
                Objects.requireNonNullElse(SEVERITIES.get(violation.severity()), SHACL.Info));
        graph.add(result, SHACL.resultMessage, NodeFactory.createLiteralLang(violation.message(), "en"));
        if (!violation.fix().isEmpty())
            graph.add(result, Sam.fix, NodeFactory.createLiteralLang(violation.fix(), "en"));
        if (isProperty(violation.path())) graph.add(result, SHACL.resultPath, NodeFactory.createURI(violation.path()));
        graph.add(result, Sam.times, number(finding.times()));
        finding.line().ifPresent(line -> graph.add(result, Sam.line, number(line)));
        if (!violation.rule().equals(Rule.NONE)) rule(result, violation.rule());
    }

    private void rule(Node result, Rule rule) {
        boolean named = rule.id().contains(":");
        String iri = named ? rule.id() : "urn:samdata:rule:" + rule.profile() + ":" + rule.id();
        graph.add(result, SHACL.sourceShape, node(iri));
        String component = rule.id().substring(rule.id().lastIndexOf('.') + 1);
        if (!named && component.matches("[A-Z]\\w+"))
            graph.add(
                    result,
                    SHACL.sourceConstraintComponent,
                    NodeFactory.createURI(SHACL.getURI() + component + COMPONENT));
    }

    /** One IRI, and no path over several, which the run keeps in words only. */
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
