package samdata.catalog.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import samdata.vocab.Labels;
import samdata.vocab.Ontologies;
import samdata.vocab.Sam;

/** Puts the shapes of one file into words of one language. */
final class Wording {
    private static final Pattern NAME = Pattern.compile("([\\p{L}\\p{N}_-]+)/?>?$");

    private static final Pattern IRI = Pattern.compile("<([^>]*)>");
    private static final Graph CONSTRAINTS = Ontologies.constraints();
    private static final int LONGEST = 120;

    private final String profile;
    private final Graph graph;
    private final String lang;

    Wording(String profile, Graph graph, String lang) {
        this.profile = profile;
        this.graph = graph;
        this.lang = lang;
    }

    /** A shape that is the target of nothing else. */
    Checked root(Shape shape) {
        return checked(shape, List.of(rootName(shape)));
    }

    private Checked checked(Shape shape, List<String> names) {
        List<Test> tests =
                shape.getConstraints().stream().map(c -> test(shape, c, names)).toList();
        List<Checked> below = shape.getPropertyShapes().stream()
                .filter(property -> !property.deactivated())
                .map(property -> checked(property, and(names, first(path(property)))))
                .toList();
        return Checked.of(shape, tests, below, insteadOf(shape.getShapeNode()));
    }

    private Test test(Shape shape, Constraint constraint, List<String> names) {
        Node node = shape.getShapeNode();
        String component = name(constraint.getComponent().toString()).replace("ConstraintComponent", "");
        String id = node.isURI() && shape instanceof PropertyShape
                ? node.getURI()
                : String.join(".", and(names, component)).replace("..", ".");
        Rule rule = new Rule(
                profile,
                id,
                text(node, Sam.means).or(() -> text(node, SHACL.description)).orElse(""),
                text(node, Sam.example).orElse(""),
                clause(node));
        return new Test(
                constraint,
                path(shape).replaceAll("[<>]", ""),
                severity(shape.getSeverity()),
                text(node, SHACL.message).orElseGet(() -> plain(constraint)),
                text(node, Sam.fix).orElse(""),
                rule);
    }

    private List<String> insteadOf(Node shape) {
        return graph.find(shape, Sam.insteadOf, Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList();
    }

    /** For a shape without a message: what its constraint is about, and what it demands. */
    private String plain(Constraint constraint) {
        String demand = constraint.toString().replaceAll("\\s+", " ");
        String shown = demand.length() > LONGEST ? demand.substring(0, LONGEST) + "..." : demand;
        return Labels.best(CONSTRAINTS, constraint.getComponent(), SHACL.message, lang)
                .map(words -> words + " (" + shown + ")")
                .orElse(shown);
    }

    private Optional<String> text(Node shape, Node property) {
        return Labels.best(graph, shape, property, lang);
    }

    private String clause(Node shape) {
        return graph.find(shape, RDFS.Nodes.seeAlso, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .filterKeep(Node::isURI)
                .mapWith(Node::getURI)
                .nextOptional()
                .orElse("");
    }

    /** The class whose instances the shape is about, where it names one; else its own name. */
    private static String rootName(Shape shape) {
        return shape.getTargets().stream()
                .map(target -> target.getObject())
                .filter(object -> object != null && object.isURI())
                .map(object -> name(object.getURI()))
                .sorted()
                .findFirst()
                .orElseGet(() -> name(shape.getShapeNode().toString()));
    }

    private static String path(Shape shape) {
        return shape instanceof PropertyShape property ? property.getPath().toString() : "";
    }

    private static List<String> and(List<String> names, String path) {
        List<String> all = new ArrayList<>(names);
        all.add(name(path));
        return all;
    }

    /** Of a path over several properties the first, which tells it from others well enough. */
    private static String first(String path) {
        Matcher iri = IRI.matcher(path);
        return iri.find() ? iri.group(1) : path;
    }

    /** The end of an IRI; a path that is more than one IRI stays whole. */
    private static String name(@Nullable String iri) {
        if (iri == null) return "";
        Matcher end = NAME.matcher(iri);
        return !iri.contains(" ") && end.find() ? end.group(1) : iri;
    }

    private static String severity(Severity severity) {
        if (severity.equals(Severity.Violation)) return "violation";
        return severity.equals(Severity.Warning) ? "warning" : "info";
    }
}
