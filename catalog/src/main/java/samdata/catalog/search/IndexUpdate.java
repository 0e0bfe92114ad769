package samdata.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import samdata.catalog.store.Entry;

/**
 * What takes the place of what was indexed: all of it or nothing. What goes wrong meanwhile is told when it is committed, so
 * that whoever puts need not care. For one thread, but for {@link #put}.
 */
public final class IndexUpdate implements AutoCloseable {
    private final Written written;
    private final Committed committed;
    private final Runnable closed;
    private final Set<Node> put = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean begun;

    /** @param closed run when all is over, before another update can begin */
    IndexUpdate(Written written, Committed committed, Runnable closed) {
        written.lock().lock();
        this.written = written;
        this.committed = committed;
        this.closed = closed;
    }

    /** Lets searches see what was committed. */
    @FunctionalInterface
    interface Committed {
        void at(long generation) throws IOException;
    }

    /** Puts a dataset in the place of what was known of it. By any thread. */
    public void put(Entry entry) {
        trying(() -> {
            if (put.add(entry.iri())) written.forget(entry.iri());
            written.add(entry);
        });
    }

    void forgetAll() {
        trying(written::forgetAll);
    }

    /**
     * Lets searches see what was put.
     *
     * @param affected of these, what was not put is gone
     * @throws RuntimeException or Error when any of it could not be written, and then nothing is, or when searches cannot be
     *     shown it yet
     */
    public void commit(Collection<Node> affected, long generation) {
        for (Node iri : affected) if (!put.contains(iri)) trying(() -> written.forget(iri));
        trying(() -> written.commit(generation));
        Throwable failed = failure.get();
        if (failed instanceof RuntimeException exception) throw exception;
        if (failed instanceof Error error) throw error;
        begun = false;
        try {
            committed.at(generation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (begun) written.rollback();
        } finally {
            closed.run();
            written.lock().unlock();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void trying(Work work) {
        if (failure.get() != null) return;
        try {
            begin();
            work.run();
        } catch (IOException e) {
            failure.compareAndSet(null, new UncheckedIOException(e));
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    private synchronized void begin() throws IOException {
        if (begun) return;
        begun = true;
        written.begin();
    }
}
