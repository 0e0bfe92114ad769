package samdata.catalog.check;

import java.util.IdentityHashMap;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ClosedConstraint;
import org.apache.jena.shacl.engine.constraint.ConstraintDataTerm;
import org.apache.jena.shacl.engine.constraint.ConstraintOp;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.DatatypeConstraint;
import org.apache.jena.shacl.engine.constraint.NodeKindConstraint;
import org.apache.jena.shacl.engine.constraint.ShAnd;
import org.apache.jena.shacl.engine.constraint.ShNode;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.engine.constraint.ShOr;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Whether a value keeps to a shape that says nothing of its properties. Jena decides the same by writing a report of each
 * alternative, which costs a hundred times as much; it is asked where a shape looks further.
 */
final class Conformance {
    private final Graph data;
    private final ValidationContext context;
    private final IdentityHashMap<Shape, Boolean> plain = new IdentityHashMap<>();
    private final IdentityHashMap<Shape, Verdict> verdicts = new IdentityHashMap<>();
    private final boolean subclasses;

    /** The last one of a shape: publisher, licence and language are the same from dataset to dataset. */
    private record Verdict(Node value, boolean conforms) {}

    Conformance(Graph data, ValidationContext context) {
        this.data = data;
        this.context = context;
        this.subclasses = data.contains(Node.ANY, RDFS.Nodes.subClassOf, Node.ANY);
    }

    boolean holds(Constraint constraint, Node value) {
        return switch (constraint) {
            case ClassConstraint of -> isA(value, of);
            case DatatypeConstraint of -> isTyped(value, of) && of.validate(context, value) == null;
            case NodeKindConstraint of -> isOfKind(value, of);
            case ConstraintTerm term -> term.validate(context, value) == null;
            case ConstraintDataTerm term -> term.validate(context, data, value) == null;
            case ShOr any -> conformsToAny(any.getOthers(), value);
            case ShAnd all -> conformsToAll(all.getOthers(), value);
            case ShNot not -> !conforms(not.getOther(), value);
            case ShNode node -> conforms(node.getOther(), value);
            case ConstraintOp operation -> operation.validate(context, data, value) == null;
            case ClosedConstraint closed -> !closed.isActive() || !goesBeyond(value, closed);
            default -> throw new IllegalStateException("not asked of a value alone: " + constraint);
        };
    }

    private boolean conformsToAny(List<Shape> shapes, Node value) {
        for (Shape shape : shapes) if (conforms(shape, value)) return true;
        return false;
    }

    private boolean conformsToAll(List<Shape> shapes, Node value) {
        for (Shape shape : shapes) if (!conforms(shape, value)) return false;
        return true;
    }

    private boolean conforms(Shape shape, Node value) {
        Verdict last = verdicts.get(shape);
        if (last != null && last.value.equals(value)) return last.conforms;
        boolean conforms = decide(shape, value);
        verdicts.put(shape, new Verdict(value, conforms));
        return conforms;
    }

    private boolean decide(Shape shape, Node value) {
        if (shape.deactivated()) return true;
        if (!plain.computeIfAbsent(shape, Conformance::isPlain))
            return new ShNode(shape).validate(context, data, value) == null;
        for (Constraint constraint : shape.getConstraints()) if (!holds(constraint, value)) return false;
        return true;
    }

    private static boolean isPlain(Shape shape) {
        return !(shape instanceof PropertyShape)
                && shape.getPropertyShapes().isEmpty()
                && shape.getConstraints().stream()
                        .allMatch(constraint -> constraint instanceof ConstraintTerm
                                || constraint instanceof ConstraintDataTerm
                                || constraint instanceof ConstraintOp
                                || constraint instanceof ClosedConstraint);
    }

    private boolean isA(Node value, ClassConstraint of) {
        if (value.isLiteral()) return false;
        if (data.contains(value, RDF.Nodes.type, of.getExpectedClass())) return true;
        return subclasses && of.validate(context, data, value) == null;
    }

    private static boolean isTyped(Node value, DatatypeConstraint of) {
        return value.isLiteral() && value.getLiteralDatatypeURI().equals(of.getDatatypeURI());
    }

    private static boolean isOfKind(Node value, NodeKindConstraint of) {
        if (value.isURI()) return of.isCanBeIRI();
        return value.isLiteral() ? of.isCanBeLiteral() : of.isCanBeBlankNode();
    }

    private boolean goesBeyond(Node value, ClosedConstraint closed) {
        if (value.isLiteral()) return false;
        ExtendedIterator<Triple> stated = data.find(value, Node.ANY, Node.ANY);
        try {
            while (stated.hasNext()) {
                Node property = stated.next().getPredicate();
                if (!closed.getExpected().contains(property)
                        && !closed.getIgnoredProperties().contains(property)) return true;
            }
            return false;
        } finally {
            stated.close();
        }
    }
}
