package samdata.catalog.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.store.tupletable.TupleTable;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.apache.jena.tdb2.sys.SystemTDB;

/** One TDB2 database as it is open in this process, and how many read it. */
final class Database {
    private final Path folder;
    private final Location location;
    private final DatasetGraphTDB dataset;
    private final List<BPlusTree> trees = new ArrayList<>();
    private final TupleTable quads;
    private final TupleTable triples;
    private final ReentrantLock counting = new ReentrantLock();
    private final Condition left = counting.newCondition();
    private int readers;

    private Database(Path folder, Location location, DatasetGraphTDB dataset) {
        this.folder = folder;
        this.location = location;
        this.dataset = dataset;
        trees.add(NodesAsWritten.installIn(dataset).byHash());
        this.quads = dataset.getQuadTable().getNodeTupleTable().getTupleTable();
        this.triples = dataset.getTripleTable().getNodeTupleTable().getTupleTable();
        for (TupleTable table : List.of(quads, triples))
            for (TupleIndex index : table.getIndexes())
                trees.add((BPlusTree) ((TupleIndexRecord) index).getRangeIndex());
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    }

    /** Opens the database in {@code folder}, or begins one there. */
    static Database open(Path folder) {
        Location location = Location.create(folder);
        return new Database(
                folder, location, StoreConnection.connectCreate(location).getDatasetGraphTDB());
    }

    Path folder() {
        return folder;
    }

    DatasetGraph dataset() {
        return dataset;
    }

    /** What the database fills of the disk, what is past and unused included. */
    long bytes() {
        long texts = folder.resolve("nodes-data.obj").toFile().length();
        return texts + trees.stream().mapToLong(Database::bytes).sum();
    }

    /** How many statements there are in all graphs. Needs a transaction. */
    long statements() {
        return quads.size() + triples.size();
    }

    void enter() {
        counting.lock();
        try {
            readers++;
        } finally {
            counting.unlock();
        }
    }

    void leave() {
        counting.lock();
        try {
            readers--;
            left.signalAll();
        } finally {
            counting.unlock();
        }
    }

    /** Returns when nobody reads; whoever calls this sees to it that nobody enters. */
    void awaitNobody() {
        counting.lock();
        try {
            while (readers > 0) left.awaitUninterruptibly();
        } finally {
            counting.unlock();
        }
    }

    /** The same, but waits no longer than {@code patience}; whether nobody reads. */
    boolean awaitNobody(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        counting.lock();
        try {
            for (long rest = patience.toNanos(); readers > 0 && rest > 0; rest = until - System.nanoTime()) {
                try {
                    left.awaitNanos(rest);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return readers == 0;
        } finally {
            counting.unlock();
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /** Ends the reading of whoever still reads. */
    void close() {
        StoreConnection.internalExpel(location, true);
    }

    /** What a tree fills of the disk. */
    private static long bytes(BPlusTree tree) {
        return (tree.getStateManager().getNodeBlocksLimit()
                        + tree.getStateManager().getRecordsBlocksLimit())
                * SystemTDB.BlockSize;
    }
}
