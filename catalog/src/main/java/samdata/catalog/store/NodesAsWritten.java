package samdata.catalog.store;

import java.lang.reflect.Field;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.TRDF;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetable.NodeTableCache;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.store.nodetable.TReadAppendFileTransport;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TProtocol;

/**
 * TDB2's file of nodes, with numbers written as the text they are. TDB2 itself writes integers, decimals and doubles as
 * values: after the next start {@code "2"^^xsd:long} is {@code "2"^^xsd:integer} and {@code "007"} is {@code "7"}.
 */
final class NodesAsWritten extends NodeTableTRDF {
    private final TProtocol protocol;

    private NodesAsWritten(NodeTableTRDF table) {
        super(table.getIndex(), table.getData());
        this.protocol = TRDF.protocol(new TReadAppendFileTransport(table.getData()));
    }

    /**
     * Puts one of these in the place of the dataset's own file of nodes, under its cache; TDB2 has no setting for it.
     *
     * @throws IllegalStateException when this TDB2 is not built as we know it
     */
    static NodesAsWritten installIn(DatasetGraphTDB dataset) {
        NodesAsWritten nodes =
                install(dataset.getQuadTable().getNodeTupleTable().getNodeTable());
        NodesAsWritten same =
                install(dataset.getTripleTable().getNodeTupleTable().getNodeTable());
        if (nodes != same)
            throw new IllegalStateException("This version of TDB2 keeps the nodes of triples by themselves");
        return nodes;
    }

    private static NodesAsWritten install(NodeTable outermost) {
        NodeTable table = outermost;
        while (table != null && !(table instanceof NodeTableCache)) table = table.wrapped();
        try {
            Field base = NodeTableCache.class.getDeclaredField("baseTable");
            base.setAccessible(true);
            Object file = base.get(table);
            if (file instanceof NodesAsWritten before) return before;
            NodesAsWritten nodes = new NodesAsWritten((NodeTableTRDF) file);
            base.set(table, nodes);
            return nodes;
        } catch (ReflectiveOperationException | ClassCastException | NullPointerException e) {
            throw new IllegalStateException("This version of TDB2 keeps its nodes otherwise", e);
        }
    }

    /** Where a node is found by its hash. */
    BPlusTree byHash() {
        return (BPlusTree) getIndex();
    }

    @Override
    protected NodeId writeNodeToTable(Node node) {
        NodeId id = NodeIdFactory.createPtr(getData().length());
        try {
            ThriftConvert.convert(node, false).write(protocol);
            return id;
        } catch (TException e) {
            throw new IllegalStateException("A node could not be written: " + node, e);
        }
    }
}
