package samdata.catalog.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import samdata.catalog.store.Harvested;
import samdata.vocab.Labels;
import samdata.vocab.Sam;

/** One shapes file: its name, its shapes, and the questions ({@code sam:appliesWhen}) that tell when it is asked. */
final class Profile {
    private final String name;
    private final Graph graph;
    private final Shapes shapes;
    private final List<Checked> roots;

    /** Those that look at the same nodes, so that a node is read once for all of them. */
    private final List<List<Checked>> byTarget;

    private final List<Query> when;
    private final Map<String, Map<String, Test>> inLanguage = new ConcurrentHashMap<>();

    /**
     * @throws org.apache.jena.shacl.parser.ShaclParseException for shapes that are no shapes
     * @throws org.apache.jena.query.QueryParseException for a question that is no query
     */
    Profile(String name, Graph graph) {
        this.name = name;
        this.graph = graph;
        this.shapes = Shapes.parse(graph);
        this.roots = worded("en");
        this.byTarget = List.copyOf(roots.stream()
                .collect(Collectors.groupingBy(Profile::targets, LinkedHashMap::new, Collectors.toList()))
                .values());
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

    /** What a person calls it; its name, when the file does not say. */
    String title(String lang) {
        return graph.find(Node.ANY, RDF.Nodes.type, Sam.Profile)
                .mapWith(Triple::getSubject)
                .nextOptional()
                .flatMap(profile -> Labels.best(graph, profile, SHACL.name, lang))
                .orElse(name);
    }

    /** Whether rules of its stand in place of others, so that it has to be asked before those. */
    boolean replaces() {
        return graph.contains(Node.ANY, Sam.insteadOf, Node.ANY);
    }

    /** Whether one of its questions is answered yes, or it asks none. */
    boolean appliesTo(Graph description) {
        return when.isEmpty() || when.stream().anyMatch(question -> isTrue(question, description));
    }

    /** What a violation of this profile says in another language; the same, where the shape has no words in it. */
    Violation inLanguage(Violation violation, String lang) {
        Test test = inLanguage.computeIfAbsent(lang, this::byEnglish).get(key(violation));
        if (test == null) return violation;
        return test.broken(violation.dataset());
    }

    void validate(Harvested said, Replaced replaced, Consumer<Violation> found) {
        Graph description = said.union();
        Walk walk = new Walk(shapes, description, said.recognised(), replaced, found);
        for (List<Checked> same : byTarget)
            for (Node focus : VLib.focusNodes(description, same.getFirst().shape()))
                for (Checked root : same) walk.visit(root, focus);
        walk.end();
    }

    void validate(Harvested said, Collection<Node> only, Replaced replaced, Consumer<Violation> found) {
        Graph description = said.union();
        Walk walk = new Walk(shapes, description, said.recognised(), replaced, found);
        for (List<Checked> same : byTarget)
            for (Node focus : only)
                if (VLib.isFocusNode(same.getFirst().shape(), focus, description))
                    for (Checked root : same) walk.visit(root, focus);
        walk.end();
    }

    /** What tells the targets of a shape from those of others; nothing is known of targets by SPARQL. */
    private static Set<String> targets(Checked root) {
        return root.shape().getTargets().stream()
                .map(target -> target.getTargetType() + " "
                        + (target.getTargetType() == TargetType.targetExtension
                                ? root.shape().getShapeNode()
                                : target.getObject()))
                .collect(Collectors.toSet());
    }

    private List<Checked> worded(String lang) {
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

    /** What each test says in a language, by what it says in English: two of one shape may share their id. */
    private Map<String, Test> byEnglish(String lang) {
        Map<String, Test> all = new HashMap<>();
        pair(roots, worded(lang), all);
        return all;
    }

    /** Both are made of the same shapes, so they have the same form. */
    private static void pair(List<Checked> english, List<Checked> other, Map<String, Test> into) {
        for (int i = 0; i < english.size(); i++) {
            List<Test> tests = english.get(i).tests();
            for (int j = 0; j < tests.size(); j++)
                into.put(key(tests.get(j).broken("")), other.get(i).tests().get(j));
            pair(english.get(i).below(), other.get(i).below(), into);
        }
    }

    private static String key(Violation violation) {
        return violation.rule().id() + "\n" + violation.path() + "\n" + violation.message();
    }

    private static boolean isTrue(Query question, Graph description) {
        try (QueryExec asked = QueryExec.graph(description).query(question).build()) {
            return asked.ask();
        }
    }
}
