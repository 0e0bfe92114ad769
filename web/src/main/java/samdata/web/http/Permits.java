package samdata.web.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How much of one costly kind of work runs at once. A few callers may wait for a short while, the rest are told to come again. */
public final class Permits {
    private static final long PATIENCE_SECONDS = 5;

    private final String what;
    private final Semaphore free;
    private final int queue;

    /** @param what the work is called, in the plural */
    public Permits(String what, int atOnce, int queue) {
        this.what = what;
        this.free = new Semaphore(atOnce, true);
        this.queue = queue;
    }

    /** @throws Problem 429 when too many wait already, or none gets free soon */
    public void take() {
        try {
            if (free.getQueueLength() < queue && free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.tooManyRequests(
                "As many " + what + " as this server can run are running; try again shortly.", PATIENCE_SECONDS);
    }

    /**
     * Does {@code work} when its turn comes.
     *
     * @throws Problem as {@link #take}
     */
    public <T> T during(Supplier<T> work) {
        take();
        try {
            return work.get();
        } finally {
            giveBack();
        }
    }

    public void giveBack() {
        free.release();
    }
}
