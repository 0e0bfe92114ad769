package samdata.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import samdata.vocab.Labels;
import samdata.vocab.Sam;

/** What the shapes find wrong with a description. It informs; it never decides what is stored. */
public final class Check {
    private final Graph graph;
    private final Shapes shapes;

    Check(Graph shapes) {
        this.graph = shapes;
        this.shapes = Shapes.parse(shapes);
    }

    /** Every finding, violations first, then by dataset. */
    public List<Violation> of(Graph description) {
        return ShaclValidator.get().validate(shapes, description).getEntries().stream()
                .map(entry -> violation(description, entry))
                .sorted(Comparator.comparingInt((Violation v) -> rank(v.severity()))
                        .thenComparing(Violation::dataset)
                        .thenComparing(Violation::path))
                .toList();
    }

    private Violation violation(Graph description, ReportEntry entry) {
        return new Violation(
                datasetOf(description, entry.focusNode()).toString(),
                entry.resultPath() == null ? "" : entry.resultPath().toString().replaceAll("[<>]", ""),
                severity(entry.severity()),
                text(entry.source(), SHACL.message).orElse(entry.message()),
                text(entry.source(), Sam.fix).orElse(""));
    }

    private Optional<String> text(@Nullable Node shape, Node property) {
        return shape == null ? Optional.empty() : Labels.best(graph, shape, property, "en");
    }

    /** The dataset that {@code focus} is a part of; itself, when it is of none. */
    private static Node datasetOf(Graph description, Node focus) {
        if (description.contains(focus, RDF.Nodes.type, DCAT.Dataset.asNode())) return focus;
        return description
                .find(Node.ANY, DCAT.distribution.asNode(), focus)
                .mapWith(Triple::getSubject)
                .nextOptional()
                .orElse(focus);
    }

    private static String severity(Severity severity) {
        if (severity.equals(Severity.Violation)) return "violation";
        return severity.equals(Severity.Warning) ? "warning" : "info";
    }

    private static int rank(String severity) {
        return List.of("violation", "warning", "info").indexOf(severity);
    }
}
