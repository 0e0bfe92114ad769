package samdata.harvester.read;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.catalog.store.Extent;
import samdata.catalog.store.Harvested;
import samdata.catalog.store.Ledger;

/**
 * What becomes of the datasets that a source stated before, where a reading does not state all of them anew: one that could
 * not be read stays as it was, and a reading of only what is new leaves the rest in place.
 */
public final class Former {
    private final Set<Node> staying = new HashSet<>();
    private final Set<Node> gone = new HashSet<>();
    private final Set<Node> kept = new HashSet<>();
    private boolean restStays;
    private String state = "";

    /** This one is still there, but could not be read. */
    void stays(Node dataset) {
        staying.add(dataset);
    }

    /** The source says that this one is there no more. */
    public void goes(Node dataset) {
        gone.add(dataset);
    }

    /** The reading holds only what is new: a dataset that it does not name is as it was. */
    public void restStays() {
        restStays = true;
    }

    /** What the protocol wants to be given at the next reading, when this one has been stored. */
    public void remember(String words) {
        state = words;
    }

    public String state() {
        return state;
    }

    /** Whether a former version of this one was there to stay, known when {@link #with} was asked for. */
    boolean isThere(Node dataset) {
        return kept.contains(dataset);
    }

    boolean isNothing() {
        return staying.isEmpty() && !restStays;
    }

    /**
     * What the source says now.
     *
     * @param now the reading, with its blank nodes named
     * @param before all that the source stated before
     */
    Graph with(Graph now, Graph before) {
        var all = GraphFactory.createDefaultGraph();
        now.find().forEachRemaining(all::add);
        var renewed = datasets(now);
        var known = datasets(before);
        known.stream()
                .filter(dataset -> !renewed.contains(dataset) && isKept(dataset))
                .forEach(kept::add);
        var theirs = nodes(before, kept);
        if (!restStays) {
            theirs.forEach(node -> before.find(node, Node.ANY, Node.ANY).forEachRemaining(all::add));
            return all;
        }
        var left = known.stream().filter(dataset -> !kept.contains(dataset)).collect(Collectors.toSet());
        var dropped = nodes(before, left);
        dropped.removeAll(theirs);
        left.removeAll(renewed);
        before.find()
                .filterDrop(triple -> dropped.contains(triple.getSubject()) || left.contains(triple.getObject()))
                .forEachRemaining(all::add);
        return all;
    }

    private boolean isKept(Node dataset) {
        return staying.contains(dataset) || (restStays && !gone.contains(dataset));
    }

    private static Set<Node> datasets(Graph stated) {
        return Ledger.datasets(new Harvested("", stated, GraphFactory.createDefaultGraph()));
    }

    private static Set<Node> nodes(Graph graph, Set<Node> datasets) {
        Set<Node> nodes = new HashSet<>();
        datasets.forEach(dataset -> nodes.addAll(Extent.of(graph, dataset).wide()));
        return nodes;
    }
}
