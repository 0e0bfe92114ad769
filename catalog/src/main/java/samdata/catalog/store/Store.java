package samdata.catalog.store;

import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The one owner of the TDB2 dataset. One writer at a time, any number of readers.
 *
 * <p>After a write that failed, TDB2 must not be written again by the same object (apache/jena#3877): the dataset is
 * expelled and opened anew before the next write. Readers hold {@link #open} while they read, so that this happens
 * between them.
 */
public final class Store implements AutoCloseable {
    private final Location location;
    private final ReadWriteLock open = new ReentrantReadWriteLock(true);
    private final ReadView view = new ReadView(this);
    private volatile DatasetGraph current;
    private volatile boolean spoilt;

    private Store(Location location) {
        requireLexicalForms();
        this.location = location;
        this.current = connect();
    }

    public static Store open(Path folder) {
        return new Store(Location.create(folder));
    }

    /** A read-only dataset for query engines: each transaction reads the dataset as it is when it begins. */
    public DatasetGraph view() {
        return view;
    }

    /** Runs {@code reader} in one read transaction. */
    public <T> T read(Function<DatasetGraph, T> reader) {
        return Txn.calculateRead(view, () -> reader.apply(view));
    }

    /** Runs {@code writer} in one write transaction: all of it is stored, or, when it throws, nothing. */
    public synchronized void write(Consumer<DatasetGraph> writer) {
        if (spoilt) reopen();
        DatasetGraph dataset = current;
        try {
            dataset.begin(ReadWrite.WRITE);
            writer.accept(dataset);
            dataset.commit();
        } catch (Throwable e) { // a full disk is an Error, not an Exception
            spoilt = true;
            abort(dataset, e);
            throw e;
        }
        dataset.end();
    }

    @Override
    public synchronized void close() {
        open.writeLock().lock();
        try {
            TDBInternal.expel(current, true);
        } finally {
            open.writeLock().unlock();
        }
    }

    /** Called when a read transaction begins; the dataset stays the same until {@link #leave}. */
    DatasetGraph enter() {
        open.readLock().lock();
        return TDBInternal.getDatasetGraphTDB(current);
    }

    void leave() {
        open.readLock().unlock();
    }

    DatasetGraph current() {
        return current;
    }

    /** When it fails the store stays spoilt, and the next write tries again. */
    private void reopen() {
        open.writeLock().lock();
        try {
            TDBInternal.expel(current, true);
            current = connect();
            spoilt = false;
        } finally {
            open.writeLock().unlock();
        }
    }

    private DatasetGraph connect() {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(location);
        NodesAsWritten.installIn(dataset);
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        return dataset;
    }

    /** TDB2 inlines numbers and dates by value, and "1.50" comes back as "1.5"; what a company wrote must not change. */
    private static void requireLexicalForms() {
        if (SystemTDB.enableInlineLiterals)
            throw new IllegalStateException(
                    "Start the JVM with -Dtdb:store.enableInlineLiterals=false, so that literals are kept as written");
    }

    private static void abort(DatasetGraph dataset, Throwable cause) {
        try {
            if (dataset.isInTransaction()) dataset.abort();
            dataset.end();
        } catch (Throwable e) {
            cause.addSuppressed(e);
        }
    }
}
