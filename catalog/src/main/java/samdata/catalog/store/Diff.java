package samdata.catalog.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** What must be deleted from and added to one named graph so that it says exactly what it should. */
public record Diff(Node graph, List<Triple> deleted, List<Triple> added) {

    /** Compares the stored graph with what it should be. Needs a read transaction on {@code store}. */
    static Diff between(DatasetGraph store, Node graph, Graph wanted) {
        List<Triple> deleted = new ArrayList<>();
        Map<Node, Integer> kept = new HashMap<>();
        Scan.each(store, graph, triple -> {
            if (wanted.contains(triple)) kept.merge(triple.getSubject(), 1, Integer::sum);
            else deleted.add(triple);
        });
        return new Diff(graph, deleted, added(store, graph, wanted, kept));
    }

    /** @param kept how many statements of each subject are stored as they are wanted */
    private static List<Triple> added(DatasetGraph store, Node graph, Graph wanted, Map<Node, Integer> kept) {
        if (kept.isEmpty()) return wanted.find().toList();
        Map<Node, Integer> all = new HashMap<>();
        wanted.find().forEachRemaining(triple -> all.merge(triple.getSubject(), 1, Integer::sum));
        List<Triple> added = new ArrayList<>();
        all.forEach((subject, count) -> {
            if (!count.equals(kept.get(subject)))
                wanted.find(subject, Node.ANY, Node.ANY)
                        .filterDrop(triple -> store.contains(Quad.create(graph, triple)))
                        .forEachRemaining(added::add);
        });
        return added;
    }

    /** What makes {@code graph}, as far as it says {@code now}, say {@code wanted} in its place. */
    public static Diff of(Node graph, Graph now, Graph wanted) {
        return new Diff(
                graph,
                now.find().filterDrop(wanted::contains).toList(),
                wanted.find().filterDrop(now::contains).toList());
    }

    public boolean isEmpty() {
        return deleted.isEmpty() && added.isEmpty();
    }

    void applyTo(DatasetGraph store) {
        deleted.forEach(triple -> store.delete(Quad.create(graph, triple)));
        added.forEach(triple -> store.add(Quad.create(graph, triple)));
    }

    void forEach(Consumer<Triple> use) {
        deleted.forEach(use);
        added.forEach(use);
    }
}
