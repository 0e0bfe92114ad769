package samdata.catalog.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Pure work on many things by as many threads as there are processors, while the calling thread, which may be in a
 * transaction, reads what comes next and uses what is done.
 */
public final class Parallel {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final int AHEAD = 2 * THREADS;

    private Parallel() {}

    /**
     * Applies {@code work} to each of {@code all} and hands the results to {@code use}, in their order. Few are under way
     * at once, whatever their number.
     *
     * @throws RuntimeException or Error that the work threw, the first of them
     */
    public static <T, R> void each(Iterator<T> all, Function<T, R> work, Consumer<R> use) {
        Deque<Future<R>> underWay = new ArrayDeque<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().factory())) {
            while (all.hasNext() || !underWay.isEmpty()) {
                while (all.hasNext() && underWay.size() < AHEAD) {
                    T next = all.next();
                    underWay.add(threads.submit(() -> work.apply(next)));
                }
                use.accept(result(underWay.remove()));
            }
        }
    }

    /** As {@link #each(Iterator, Function, Consumer)}, where nothing comes of the work. */
    public static <T> void each(Iterator<T> all, Consumer<T> work) {
        each(
                all,
                one -> {
                    work.accept(one);
                    return one;
                },
                done -> {});
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            if (e.getCause() instanceof Error cause) throw cause;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while others work", e);
        }
    }
}
