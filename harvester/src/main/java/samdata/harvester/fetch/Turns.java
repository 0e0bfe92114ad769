package samdata.harvester.fetch;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * What harvests share of this machine: a few compute at once, a few hold much in memory at once. How many wait for
 * companies is bounded elsewhere, and generously, for waiting costs nothing.
 */
public final class Turns {
    private static final int LARGE_AT_ONCE = 4;

    private final Semaphore computing;
    private final Semaphore large = new Semaphore(LARGE_AT_ONCE, true);

    public Turns() {
        this(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    /** @param computing how many may compute at once */
    Turns(int computing) {
        this.computing = new Semaphore(computing, true);
    }

    /** One more that takes part; its time runs from now. */
    public Turn turn(Duration deadline) {
        return new Turn(computing, large, deadline);
    }
}
