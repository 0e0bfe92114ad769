package samdata.catalog.store;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;

/**
 * All statements of one named graph, in the order of the index: what is said of one subject comes together. TDB2 looks up
 * four nodes for each statement; here it is mostly one, since graph, subject and predicate are those of a statement before.
 */
final class Scan {
    private final NodeTupleTable quads;
    private final NodeTable nodes;
    private final Map<NodeId, Node> predicates = new HashMap<>();
    private @Nullable NodeId lastId;
    private @Nullable Node lastSubject;

    private Scan(NodeTupleTable quads) {
        this.quads = quads;
        this.nodes = quads.getNodeTable();
    }

    /**
     * Hands over each statement as the transaction of this thread sees it.
     *
     * @throws org.apache.jena.tdb2.TDBException for a dataset that is not kept by TDB2
     */
    static void each(DatasetGraph store, Node graph, Consumer<Triple> use) {
        DatasetGraph dataset = store;
        while (dataset instanceof DatasetGraphWrapper wrapper) dataset = wrapper.getWrapped();
        new Scan(TDBInternal.requireStorage(dataset).getQuadTable().getNodeTupleTable()).each(graph, use);
    }

    private void each(Node graph, Consumer<Triple> use) {
        Iterator<Tuple<NodeId>> found = quads.findAsNodeIds(graph, Node.ANY, Node.ANY, Node.ANY);
        while (found.hasNext()) {
            Tuple<NodeId> quad = found.next();
            use.accept(Triple.create(
                    subject(quad.get(1)),
                    predicates.computeIfAbsent(quad.get(2), nodes::getNodeForNodeId),
                    nodes.getNodeForNodeId(quad.get(3))));
        }
    }

    private Node subject(NodeId id) {
        if (lastSubject != null && id.equals(lastId)) return lastSubject;
        Node subject = nodes.getNodeForNodeId(id);
        lastId = id;
        lastSubject = subject;
        return subject;
    }
}
