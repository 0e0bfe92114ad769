package samdata.catalog.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TDB2 never writes a block twice, so that readers are undisturbed, and never forgets a node: each change leaves what it
 * replaced in the files. A compaction copies what is stored into new files and deletes the old.
 *
 * <p>Jena's own would write numbers by their value, which {@link NodesAsWritten} keeps from happening.
 */
final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    /** Writers wait for it, so there must be an end. */
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** After one that failed, until the next is tried. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final long ROOM_BESIDE = 10_000_000;

    private final Store store;
    private final StoreFolder folder;
    private final ReentrantLock one = new ReentrantLock();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile Optional<Database> retired = Optional.empty();
    private volatile Compacted compacted;
    private volatile long notBefore = System.nanoTime();

    Compaction(Store store, StoreFolder folder) {
        this.store = store;
        this.folder = folder;
        this.compacted = folder.compacted();
    }

    /**
     * Called after each write: compacts in the background when it is time.
     *
     * @param before how large the database was before the write
     */
    void consider(long before) {
        if (!compacted.isBloated(store.database().bytes())
                || System.nanoTime() - notBefore < 0
                || !underWay.compareAndSet(false, true)) return;
        Thread.ofPlatform().daemon().name("compaction").start(() -> {
            try {
                compactIfBloated(before);
            } catch (Throwable e) { // a full disk is an Error
                notBefore = System.nanoTime() + PAUSE.toNanos();
                if (!store.isClosing()) LOG.warn("The store was not compacted: {}", e.toString());
            } finally {
                underWay.set(false);
            }
        });
    }

    Store.Shrunk compact() throws IOException {
        one.lock();
        try {
            long before = store.database().bytes();
            Database old = store.replace(this::copied);
            retired = Optional.of(old);
            old.awaitNobody();
            retired = Optional.empty();
            old.close();
            folder.delete(old.folder());
            LOG.info("The store was compacted from {} to {} bytes", before, compacted.bytes());
            return new Store.Shrunk(before, compacted.bytes());
        } finally {
            one.unlock();
        }
    }

    /** Closes the old database that is still read. */
    void close() {
        retired.ifPresent(Database::close);
    }

    private void compactIfBloated(long before) throws IOException {
        Compacted now = measured();
        Compacted expected = compacted.expected(before, now);
        if (expected.isBloated(now.bytes())) compact();
        else remember(expected);
    }

    private Compacted measured() {
        Database database = store.enter();
        try {
            return new Compacted(database.bytes(), statements(database));
        } finally {
            database.leave();
        }
    }

    private Database copied(Database old) throws IOException {
        long needed = old.bytes() + ROOM_BESIDE;
        long room = folder.room();
        if (room < needed)
            throw new IOException("There is no room to compact the store: " + needed / 1_000_000
                    + " MB may be needed, and " + room / 1_000_000 + " MB are free");
        folder.choose(old.folder());
        Path unfinished = folder.unfinished();
        try {
            long statements = copy(old, unfinished);
            Database next = chosen(folder.finished(unfinished));
            remember(new Compacted(next.bytes(), statements));
            return next;
        } catch (Throwable e) {
            folder.delete(unfinished);
            throw e;
        }
    }

    /** @return how many statements there are */
    private long copy(Database old, Path unfinished) throws IOException {
        Database copy = Database.open(unfinished);
        try {
            copy(old.dataset(), copy.dataset());
            long statements = statements(copy);
            if (statements != statements(old)) throw new IOException("The copy holds not all that is stored");
            return statements;
        } finally {
            copy.close();
        }
    }

    private void copy(DatasetGraph from, DatasetGraph to) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        boolean whole = Txn.calculateRead(
                from,
                () -> Txn.calculateWrite(to, () -> {
                    var all = from.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
                    while (all.hasNext() && !store.isClosing() && System.nanoTime() - end < 0) to.add(all.next());
                    return !all.hasNext();
                }));
        if (!whole)
            throw new IOException(
                    store.isClosing()
                            ? "The store is being closed"
                            : "Copying the store took longer than " + LONGEST.toMinutes() + " minutes");
    }

    /** Until it is chosen the old database is the one, whatever happens, and goes on when this fails. */
    private Database chosen(Path finished) throws IOException {
        Database next = Database.open(finished);
        try {
            folder.choose(finished);
            return next;
        } catch (Throwable e) {
            next.close();
            folder.delete(finished);
            throw e;
        }
    }

    private static long statements(Database database) {
        return Txn.calculateRead(database.dataset(), database::statements);
    }

    private void remember(Compacted now) {
        compacted = now;
        folder.compacted(now);
    }
}
