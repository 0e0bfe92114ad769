package samdata.catalog.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.ConstraintDataTerm;
import org.apache.jena.shacl.engine.constraint.ConstraintEntity;
import org.apache.jena.shacl.engine.constraint.ConstraintOp;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * Walks the shapes over the nodes of one description. The constraints are Jena's; the walk is ours because Jena's own
 * ends with a model of the whole report, which costs more than the validation.
 */
final class Walk {
    /** What leads from a dataset to the parts that its description consists of. */
    private static final List<Node> PARTS = List.of(
            DCAT.distribution.asNode(),
            NodeFactory.createURI("http://www.w3.org/ns/adms#sample"),
            NodeFactory.createURI("http://data.europa.eu/it6/hasFeature"),
            NodeFactory.createURI("http://www.w3.org/ns/dqv#hasQualityMeasurement"),
            NodeFactory.createURI("http://spdx.org/rdf/terms#checksum"));

    private final Graph data;
    private final Graph recognised;
    private final Replaced replaced;
    private final Consumer<Violation> found;
    private final ValidationContext context;
    private final Conformance conformance;
    private final IdentityHashMap<Constraint, Test> left = new IdentityHashMap<>();

    /** What {@link #at} states, by property: a hundred shapes ask of the same node. */
    private final Map<Node, Set<Node>> stated = new HashMap<>();

    private @Nullable Node at;

    /**
     * @param data all that is said
     * @param recognised what of it nobody stated: it may be what was asked for, but is never one too many
     */
    Walk(Shapes shapes, Graph data, Graph recognised, Replaced replaced, Consumer<Violation> found) {
        this.data = data;
        this.recognised = recognised;
        this.replaced = replaced;
        this.found = found;
        this.context = ValidationContext.create(shapes, data);
        this.conformance = new Conformance(data, context);
    }

    void visit(Checked checked, Node focus) {
        if (checked.shape() instanceof PropertyShape property) {
            Set<Node> values = values(focus, property.getPath());
            replaced.put(checked.insteadOf(), focus);
            for (Test test : checked.tests())
                if (!replaced.has(test.rule(), focus)) ofValues(checked, test, focus, values);
            for (Checked below : checked.below()) for (Node value : values) visit(below, value);
        } else {
            for (Test test : checked.tests())
                VLib.evalConstraint(context, data, checked.shape(), focus, null, null, left(test));
            for (Checked below : checked.always()) visit(below, focus);
            if (!checked.whenStated().isEmpty())
                stated(focus).forEach((property, values) -> {
                    for (Checked below : checked.whenStated().getOrDefault(property, List.of()))
                        for (Test test : below.tests())
                            if (!replaced.has(test.rule(), focus)) ofValues(below, test, focus, values);
                });
        }
    }

    /** Tells what the rarer constraints found, which write into Jena's report. */
    void end() {
        if (!context.hasViolation()) return;
        for (ReportEntry entry : context.generateReport().getEntries()) {
            Test test = left.get(entry.constraint());
            if (test != null) tell(test, entry.focusNode());
        }
    }

    private void ofValues(Checked checked, Test test, Node focus, Set<Node> values) {
        switch (test.constraint()) {
            case MinCount least -> tellIf(values.size() < least.getMinCount(), test, focus);
            case MaxCount most -> tellIf(isExceeded(most, checked, focus, values), test, focus);
            case ConstraintEntity entity -> tellIf(entity.validate(context, values) != null, test, focus);
            case ConstraintTerm term -> ofEach(values, test, focus);
            case ConstraintDataTerm term -> ofEach(values, test, focus);
            case ConstraintOp operation -> ofEach(values, test, focus);
            default -> {
                PropertyShape property = (PropertyShape) checked.shape();
                VLib.evalConstraint(context, data, property, focus, property.getPath(), values, left(test));
            }
        }
    }

    private boolean isExceeded(MaxCount most, Checked checked, Node focus, Set<Node> values) {
        if (values.size() <= most.getMaxCount()) return false;
        if (!(((PropertyShape) checked.shape()).getPath() instanceof P_Link link)) return true;
        return values.stream()
                        .filter(value -> !recognised.contains(focus, link.getNode(), value))
                        .count()
                > most.getMaxCount();
    }

    private void ofEach(Set<Node> values, Test test, Node focus) {
        for (Node value : values) tellIf(!conformance.holds(test.constraint(), value), test, focus);
    }

    private Set<Node> values(Node focus, Path path) {
        if (!(path instanceof P_Link link)) return ShaclPaths.valueNodes(data, focus, path);
        return stated(focus).getOrDefault(link.getNode(), Set.of());
    }

    private Map<Node, Set<Node>> stated(Node focus) {
        if (focus.equals(at)) return stated;
        at = focus;
        stated.clear();
        data.find(focus, Node.ANY, Node.ANY)
                .forEachRemaining(triple -> stated.computeIfAbsent(triple.getPredicate(), any -> new HashSet<>())
                        .add(triple.getObject()));
        return stated;
    }

    private Constraint left(Test test) {
        left.put(test.constraint(), test);
        return test.constraint();
    }

    private void tellIf(boolean broken, Test test, Node focus) {
        if (broken) tell(test, focus);
    }

    private void tell(Test test, Node focus) {
        found.accept(test.broken(datasetOf(focus).toString()));
    }

    /** The dataset that {@code focus} is a part of; itself, when it is of none. */
    private Node datasetOf(Node focus) {
        Node at = focus;
        for (int steps = 0; steps < PARTS.size(); steps++) {
            if (data.contains(at, RDF.Nodes.type, DCAT.Dataset.asNode())) return at;
            Node whole = whole(at);
            if (whole == null) return steps == 0 ? focus : at;
            at = whole;
        }
        return at;
    }

    /** The first by name of those it is a part of, so that the same description gives the same findings. */
    private @Nullable Node whole(Node part) {
        for (Node property : PARTS) {
            var wholes = data.find(Node.ANY, property, part).mapWith(Triple::getSubject);
            var first = wholes.toList().stream().min(Comparator.comparing(Node::toString));
            if (first.isPresent()) return first.get();
        }
        return null;
    }
}
