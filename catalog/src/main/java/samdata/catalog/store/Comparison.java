package samdata.catalog.store;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.Delta;

/**
 * What a harvest would change, with nothing written yet.
 *
 * @param before the datasets that the source stated until now
 * @param after the datasets that it states now
 * @param touched the nodes whose statements differ, and what parts that point upwards are parts of
 * @param changed of the datasets that stay, those whose own description differs
 * @param affected the datasets, of any source, that must be judged and indexed anew
 */
public record Comparison(
        Harvested now,
        Diff stated,
        Diff recognised,
        Set<Node> before,
        Set<Node> after,
        Set<Node> touched,
        Set<Node> changed,
        Set<Node> affected) {

    /** Whether the source says what it said before. */
    public boolean isEmpty() {
        return stated.isEmpty() && recognised.isEmpty();
    }

    /** What the source said before, as a view of what it says now. */
    public Harvested former() {
        return former(now, stated, recognised);
    }

    static Harvested former(Harvested now, Diff stated, Diff recognised) {
        return new Harvested(now.source(), former(now.stated(), stated), former(now.recognised(), recognised));
    }

    private static Graph former(Graph now, Diff diff) {
        Delta former = new Delta(now);
        diff.added().forEach(former::delete);
        diff.deleted().forEach(former::add);
        return former;
    }

    public Set<Node> added() {
        return minus(after, before);
    }

    public Set<Node> removed() {
        return minus(before, after);
    }

    private static Set<Node> minus(Set<Node> all, Set<Node> without) {
        return all.stream().filter(node -> !without.contains(node)).collect(Collectors.toUnmodifiableSet());
    }
}
