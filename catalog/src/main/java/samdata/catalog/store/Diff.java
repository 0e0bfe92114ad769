package samdata.catalog.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        Set<Triple> kept = new HashSet<>();
        store.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            Triple triple = quad.asTriple();
            if (wanted.contains(triple)) kept.add(triple);
            else deleted.add(triple);
        });
        List<Triple> added = kept.isEmpty()
                ? wanted.find().toList()
                : wanted.find().filterDrop(kept::contains).toList();
        return new Diff(graph, deleted, added);
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
