package samdata.catalog.check;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.exec.QueryExec;
import samdata.vocab.Sam;

/** One shapes file: its name, its shapes, and the questions ({@code sam:appliesWhen}) that tell when it is asked. */
final class Profile {
    private final String name;
    private final Graph graph;
    private final Shapes shapes;
    private final List<Checked> roots;
    private final List<Query> when;

    /** @throws org.apache.jena.shacl.parser.ShaclParseException for shapes that are no shapes */
    Profile(String name, Graph graph) {
        this.name = name;
        this.graph = graph;
        this.shapes = Shapes.parse(graph);
        this.roots = worded("en");
        this.when = graph.find(Node.ANY, Sam.appliesWhen, Node.ANY)
                .mapWith(triple -> QueryFactory.create(triple.getObject().getLiteralLexicalForm()))
                .toList();
    }

    String name() {
        return name;
    }

    Graph graph() {
        return graph;
    }

    List<Checked> worded(String lang) {
        Wording wording = new Wording(name, graph, lang);
        return shapes.getTargetShapes().stream()
                .filter(shape -> !shape.deactivated())
                .map(wording::root)
                .toList();
    }

    /** How far its shapes look. */
    Reach reach() {
        return new Reach(roots.stream().map(Checked::shape).toList());
    }

    /** Whether one of its questions is answered yes, or it asks none. */
    boolean appliesTo(Graph description) {
        return when.isEmpty()
                || when.stream()
                        .anyMatch(question -> QueryExec.graph(description)
                                .query(question)
                                .build()
                                .ask());
    }

    void validate(Graph description, Consumer<Violation> found) {
        Walk walk = new Walk(shapes, description, found);
        for (Checked root : roots)
            for (Node focus : VLib.focusNodes(description, root.shape())) walk.visit(root, focus);
        walk.end();
    }

    void validate(Graph description, Collection<Node> only, Consumer<Violation> found) {
        Walk walk = new Walk(shapes, description, found);
        for (Checked root : roots)
            for (Node focus : only) if (VLib.isFocusNode(root.shape(), focus, description)) walk.visit(root, focus);
        walk.end();
    }
}
