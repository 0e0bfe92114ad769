package samdata.catalog.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.constraint.ConstraintComponentSPARQL;
import org.apache.jena.shacl.engine.constraint.ConstraintOp1;
import org.apache.jena.shacl.engine.constraint.ConstraintOpN;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;

/** How far shapes look: over how many statements another node can change what is found at one. */
final class Reach {
    static final int ANYWHERE = Integer.MAX_VALUE;

    private final Set<Node> entered = new HashSet<>();
    private final Set<Node> against = new HashSet<>();
    private final int steps;

    /** @param shapes that are asked for themselves */
    Reach(Collection<Shape> shapes) {
        steps = shapes.stream().mapToInt(this::below).max().orElse(0);
    }

    /** How many statements; {@link #ANYWHERE} for SPARQL, for paths without end and for shapes that contain themselves. */
    int steps() {
        return steps;
    }

    /** The properties that are followed from object to subject. */
    Set<Node> against() {
        return against;
    }

    private int below(Shape shape) {
        if (shape.getConstraints().isEmpty() && shape.getPropertyShapes().isEmpty()) return 0;
        if (!entered.add(shape.getShapeNode())) return ANYWHERE;
        int further = Stream.concat(
                        shape.getPropertyShapes().stream().map(this::below),
                        shape.getConstraints().stream().map(this::of))
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        entered.remove(shape.getShapeNode());
        return shape instanceof PropertyShape property ? sum(of(property.getPath()), further) : further;
    }

    private int of(Constraint constraint) {
        return switch (constraint) {
            case SparqlConstraint sparql -> ANYWHERE;
            case ConstraintComponentSPARQL sparql -> ANYWHERE;
            case ConstraintOp1 other -> below(other.getOther());
            case ConstraintOpN others ->
                others.getOthers().stream().mapToInt(this::below).max().orElse(0);
            case QualifiedValueShape qualified -> ANYWHERE;
            default -> 0;
        };
    }

    private int of(Path path) {
        return switch (path) {
            case P_Link link -> 1;
            case P_Inverse inverse -> against(inverse.getSubPath());
            case P_Seq seq -> sum(of(seq.getLeft()), of(seq.getRight()));
            case P_Alt alt -> Math.max(of(alt.getLeft()), of(alt.getRight()));
            default -> ANYWHERE;
        };
    }

    private int against(Path path) {
        if (!(path instanceof P_Link link)) return ANYWHERE;
        against.add(link.getNode());
        return 1;
    }

    private static int sum(int a, int b) {
        return a == ANYWHERE || b == ANYWHERE ? ANYWHERE : a + b;
    }
}
