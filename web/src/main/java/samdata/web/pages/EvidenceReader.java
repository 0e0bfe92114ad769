package samdata.web.pages;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/** The statements that a judgement rests on, as a person reads them. */
record EvidenceReader(Description description) {
    private static final Node VALUE = NodeFactory.createURI("http://www.w3.org/ns/dqv#value");
    /** How a measurement says what it measures. */
    private static final List<Node> NAMING =
            List.of(NodeFactory.createURI("http://www.w3.org/ns/dqv#isMeasurementOf"), DCTerms.type.asNode());

    private static final int VALUES = 4;
    private static final int LENGTH = 160;

    /** By property, in the order given; the same value of several parts is said once, and a measurement as one. */
    List<FitView.Evidence> of(List<Triple> statements) {
        Map<Node, Node> metrics = new HashMap<>();
        for (Triple statement : statements)
            if (NAMING.contains(statement.getPredicate()) && isMeasurement(statements, statement.getSubject()))
                metrics.merge(
                        statement.getSubject(),
                        statement.getObject(),
                        (one, other) -> statement.getPredicate().equals(NAMING.getFirst()) ? other : one);
        Map<String, Said> said = new LinkedHashMap<>();
        for (Triple statement : statements) {
            Node metric = metrics.get(statement.getSubject());
            if (metric != null && !statement.getPredicate().equals(VALUE)) continue;
            Node what = metric == null ? statement.getPredicate() : metric;
            String name = metric == null ? description.property(what) : description.name(metric);
            said.computeIfAbsent(name, any -> new Said(what, new LinkedHashSet<>()))
                    .values()
                    .add(shortened(description.name(statement.getObject())));
        }
        return said.entrySet().stream()
                .map(each -> evidence(each.getKey(), each.getValue()))
                .toList();
    }

    /** @param what the property, or the metric that was measured */
    private record Said(Node what, Set<String> values) {}

    private static FitView.Evidence evidence(String name, Said said) {
        return new FitView.Evidence(
                name,
                said.what().toString(),
                said.values().stream().limit(VALUES).toList(),
                Math.max(0, said.values().size() - VALUES));
    }

    private static boolean isMeasurement(List<Triple> statements, Node subject) {
        return statements.stream()
                .anyMatch(other -> other.getSubject().equals(subject)
                        && other.getPredicate().equals(VALUE));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= LENGTH) return line;
        int end = line.lastIndexOf(' ', LENGTH);
        return line.substring(0, end > LENGTH / 2 ? end : LENGTH) + " …";
    }
}
