package samdata.catalog.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.constraint.ConstraintDataTerm;
import org.apache.jena.shacl.engine.constraint.ConstraintOp;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.path.P_Link;

/**
 * A shape with its constraints put into words, and the property shapes below it.
 *
 * @param below all of them, in their order
 * @param always those of them that have to be asked of every node
 * @param whenStated by property, those of them that find nothing where a node does not state it
 * @param insteadOf the rules of other profiles that are not asked of a node that this shape is asked of, by their ids
 */
record Checked(
        Shape shape,
        List<Test> tests,
        List<Checked> below,
        List<Checked> always,
        Map<Node, List<Checked>> whenStated,
        List<String> insteadOf) {
    static Checked of(Shape shape, List<Test> tests, List<Checked> below, List<String> insteadOf) {
        List<Checked> always = new ArrayList<>();
        Map<Node, List<Checked>> whenStated = new HashMap<>();
        for (Checked checked : below) {
            if (checked.asksNothing()) continue;
            if (checked.isIdleWithoutValues() && ((PropertyShape) checked.shape).getPath() instanceof P_Link link)
                whenStated
                        .computeIfAbsent(link.getNode(), any -> new ArrayList<>())
                        .add(checked);
            else always.add(checked);
        }
        return new Checked(shape, tests, below, always, whenStated, insteadOf);
    }

    /** Such as a shape that only labels a property. */
    private boolean asksNothing() {
        return tests.isEmpty() && below.isEmpty() && insteadOf.isEmpty();
    }

    private boolean isIdleWithoutValues() {
        return below.isEmpty()
                && insteadOf.isEmpty()
                && tests.stream()
                        .map(Test::constraint)
                        .allMatch(constraint -> constraint instanceof MaxCount
                                || constraint instanceof ConstraintTerm
                                || constraint instanceof ConstraintDataTerm
                                || constraint instanceof ConstraintOp);
    }
}
