package samdata.catalog.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shacl.parser.ShapesParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import samdata.vocab.Sam;

/**
 * Takes out of a shapes graph what a SHACL engine would refuse all of it for: property shapes that are named and not
 * there (as in the published shapes of DCAT-AP 3.0.1), and shapes that cannot be parsed.
 */
final class Mending {
    private static final List<Node> TARGETS =
            List.of(SHACL.targetClass, SHACL.targetNode, SHACL.targetObjectsOf, SHACL.targetSubjectsOf, SHACL.target);

    private final ShapesFile file;
    private final Graph graph;
    private final List<String> broken = new ArrayList<>();

    Mending(ShapesFile file) {
        this.file = file;
        this.graph = file.graph();
        dangling();
        unreadable();
        questions();
    }

    Graph graph() {
        return graph;
    }

    /** What was taken out, one line each. */
    List<String> broken() {
        return broken;
    }

    private void dangling() {
        for (Triple names : graph.find(Node.ANY, SHACL.property, Node.ANY).toList()) {
            if (graph.contains(names.getObject(), SHACL.path, Node.ANY)) continue;
            broken.add(at(file.line(names)) + named(names.getSubject())
                    + " names a property shape " + names.getObject()
                    + " that is not there or has no sh:path; that one is left out");
            graph.delete(names);
        }
    }

    private void unreadable() {
        for (Node shape : shapes())
            fault(shape).ifPresent(fault -> {
                broken.add(leftOut(shape, fault));
                TARGETS.forEach(target -> graph.remove(shape, target, Node.ANY));
                graph.remove(shape, RDF.Nodes.type, Node.ANY);
            });
    }

    /** Which of its properties is at fault, when one of them cannot be parsed by itself. */
    private String leftOut(Node shape, RuntimeException why) {
        Optional<Node> culprit = graph.stream(shape, SHACL.property, Node.ANY)
                .map(Triple::getObject)
                .filter(property -> fault(property).isPresent())
                .findFirst();
        RuntimeException fault = culprit.flatMap(this::fault).orElse(why);
        OptionalLong line = file.line(culprit.orElse(shape), culprit.isPresent() ? SHACL.path : Node.ANY);
        String property = culprit.flatMap(each -> graph.stream(each, SHACL.path, Node.ANY)
                        .map(Triple::getObject)
                        .filter(Node::isURI)
                        .findFirst())
                .map(path -> ", for its property " + named(path))
                .orElse("");
        return at(line) + named(shape) + " is left out" + property + ": " + ShapesFolder.reason(fault);
    }

    private Optional<RuntimeException> fault(Node shape) {
        try {
            ShapesParser.parseShape(new HashMap<>(), graph, shape);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private static String at(OptionalLong line) {
        return line.isPresent() ? "line " + line.getAsLong() + ": " : "";
    }

    private String named(Node node) {
        return node.isURI() ? graph.getPrefixMapping().shortForm(node.getURI()) : "a shape without a name";
    }

    private void questions() {
        for (Triple when : graph.find(Node.ANY, Sam.appliesWhen, Node.ANY).toList()) {
            try {
                if (QueryFactory.create(when.getObject().getLiteralLexicalForm())
                        .isAskType()) continue;
                broken.add("sam:appliesWhen is no ASK; it is left out");
            } catch (QueryException | UnsupportedOperationException e) {
                broken.add("sam:appliesWhen is no query; it is left out: " + ShapesFolder.reason(e));
            }
            graph.delete(when);
        }
    }

    private Set<Node> shapes() {
        Set<Node> shapes = new HashSet<>();
        for (Node target : TARGETS)
            graph.find(Node.ANY, target, Node.ANY).forEachRemaining(triple -> shapes.add(triple.getSubject()));
        for (Node type : List.of(SHACL.NodeShape, SHACL.PropertyShape))
            graph.find(Node.ANY, RDF.Nodes.type, type).forEachRemaining(triple -> shapes.add(triple.getSubject()));
        return shapes;
    }
}
