package samdata.catalog.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import samdata.catalog.store.Comparison;
import samdata.catalog.store.Extent;
import samdata.catalog.store.Harvested;

/** Finds what a change does to the findings of its source by looking at no more nodes than it can have reached. */
final class Recheck {
    /** Looking at so many nodes costs as much as looking at all of a small source. */
    private static final int FEW = 2000;

    private static final int HUNDREDTHS = 10;

    private final Check check;
    private final int steps;
    private final Set<Node> against;

    Recheck(Check check, List<Reach> reaches) {
        this.check = check;
        this.steps = reaches.stream().mapToInt(Reach::steps).max().orElse(0);
        this.against =
                reaches.stream().flatMap(reach -> reach.against().stream()).collect(Collectors.toSet());
    }

    /**
     * Empty when all has to be checked: too much has changed, other profiles apply, or nobody can say how far a shape
     * looks.
     */
    Optional<Rechecked> of(Comparison comparison) {
        Harvested former = comparison.former();
        Graph before = former.union();
        Graph now = comparison.now().union();
        int most = Math.max(FEW, now.size() / HUNDREDTHS);
        if (steps == Reach.ANYWHERE || comparison.touched().isEmpty()) return Optional.empty();
        if (!check.profiles(before).equals(check.profiles(now))) return Optional.empty();
        Set<Node> focus = new HashSet<>();
        for (Graph graph : List.of(before, now)) {
            reached(graph, comparison.touched(), focus, most);
            if (focus.size() > most) return Optional.empty();
            for (Set<Node> datasets : List.of(comparison.affected(), comparison.added(), comparison.removed()))
                for (Node dataset : datasets)
                    focus.addAll(Extent.of(graph, dataset).wide());
        }
        return Optional.of(new Rechecked(check.of(former, focus), check.of(comparison.now(), focus)));
    }

    /** Adds the nodes that paths of the shapes can lead from to one of {@code touched}. */
    private void reached(Graph graph, Set<Node> touched, Set<Node> found, int most) {
        Set<Node> all = new HashSet<>(touched);
        Set<Node> level = touched;
        for (int step = 0; step < steps && all.size() <= most; step++) {
            Set<Node> above = new HashSet<>();
            for (Node node : level)
                graph.find(Node.ANY, Node.ANY, node).mapWith(Triple::getSubject).forEachRemaining(above::add);
            above.removeAll(all);
            all.addAll(above);
            level = above;
        }
        found.addAll(all);
        for (Node node : all)
            for (Node property : against)
                graph.find(node, property, Node.ANY).mapWith(Triple::getObject).forEachRemaining(found::add);
    }
}
