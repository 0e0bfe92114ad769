package samdata.web.sparql;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import samdata.web.http.Problem;

/**
 * How many queries run at once. A core is left for everybody else, a few callers may wait for a short while, and the
 * rest are told to come again.
 */
final class Permits {
    private static final long PATIENCE_SECONDS = 5;

    private final Semaphore free;
    private final int queue;

    Permits(int atOnce, int queue) {
        this.free = new Semaphore(atOnce, true);
        this.queue = queue;
    }

    static Permits forThisMachine() {
        int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new Permits(atOnce, 16 * atOnce);
    }

    /** @throws Problem 429 when too many wait already, or none gets free soon */
    void take() {
        try {
            if (free.getQueueLength() < queue && free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.tooManyRequests(
                "As many queries as this server can run are running; try again shortly.", PATIENCE_SECONDS);
    }

    void giveBack() {
        free.release();
    }
}
