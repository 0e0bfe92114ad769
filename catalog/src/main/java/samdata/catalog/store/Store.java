package samdata.catalog.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one owner of the TDB2 dataset. One writer at a time, any number of readers.
 *
 * <p>After a write that failed, TDB2 must not be written again by the same object (apache/jena#3877): the database is
 * closed and opened anew before the next write, between readers. A database that has grown by what is past is compacted
 * by itself: writers wait while it is copied, readers do not notice.
 */
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    /** As long as a query may take; who reads for longer after a write that failed does not keep all others waiting. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StoreFolder folder;
    private final Duration patience;
    private final ReadView view = new ReadView(this);
    private final Compaction compaction;
    /** Held by whoever changes what is stored. */
    private final ReentrantLock writing = new ReentrantLock(true);
    /** Held for a moment by a reader that enters, and while another database takes the place of the current one. */
    private final ReadWriteLock gate = new ReentrantReadWriteLock(true);

    private volatile Database current;
    private volatile boolean spoilt;
    private volatile boolean closing;

    private Store(Path path, Duration patience) {
        requireLexicalForms();
        this.patience = patience;
        this.folder = new StoreFolder(path);
        this.current = Database.open(folder.database());
        this.compaction = new Compaction(this, folder);
    }

    public static Store open(Path folder) {
        return new Store(folder, PATIENCE);
    }

    /** @param patience how long the reopening after a failed write waits for those who still read, before their reading ends */
    static Store open(Path folder, Duration patience) {
        return new Store(folder, patience);
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
    public void write(Consumer<DatasetGraph> writer) {
        long before;
        writing.lock();
        try {
            if (spoilt) reopen();
            before = current.bytes();
            written(writer);
        } finally {
            writing.unlock();
        }
        compaction.consider(before);
    }

    /** What a compaction took away. */
    public record Shrunk(long before, long after) {}

    /**
     * Takes out of the files what is past, and returns when the old files are gone: when their last reader has left.
     *
     * @throws IOException when there is no room for the copy, or it takes too long; all is then as it was
     */
    public Shrunk compact() throws IOException {
        return compaction.compact();
    }

    /** Ends a compaction under way, and the reading of whoever still reads. */
    @Override
    public void close() {
        closing = true;
        writing.lock();
        gate.writeLock().lock();
        try {
            current.close();
            compaction.close();
        } finally {
            gate.writeLock().unlock();
            writing.unlock();
        }
    }

    /** Called when a read transaction begins; the reader leaves the database when it ends. */
    Database enter() {
        gate.readLock().lock();
        try {
            current.enter();
            return current;
        } finally {
            gate.readLock().unlock();
        }
    }

    DatasetGraph current() {
        return current.dataset();
    }

    Database database() {
        return current;
    }

    boolean isClosing() {
        return closing;
    }

    /** Keeps writers out while {@code work} makes another database, which then takes the place of the current one. */
    Database replace(Replacement work) throws IOException {
        writing.lock();
        try {
            if (closing) throw new IOException("The store is being closed");
            if (spoilt) reopen();
            Database old = current;
            put(work.of(old));
            return old;
        } finally {
            writing.unlock();
        }
    }

    interface Replacement {
        Database of(Database old) throws IOException;
    }

    private void put(Database next) {
        gate.writeLock().lock();
        try {
            current = next;
        } finally {
            gate.writeLock().unlock();
        }
    }

    private void written(Consumer<DatasetGraph> writer) {
        DatasetGraph dataset = current();
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

    /** When it fails the store stays spoilt, and the next write tries again. */
    private void reopen() {
        gate.writeLock().lock();
        try {
            if (!current.awaitNobody(patience)) LOG.warn("What has been read for longer than {} ends", patience);
            current.close();
            current = Database.open(current.folder());
            spoilt = false;
        } finally {
            gate.writeLock().unlock();
        }
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
