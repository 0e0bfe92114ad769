package samdata.harvester.fetch;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Rings when a time is over, unless the alarm was cancelled before; of a cancelled one nothing is kept. */
public final class Alarms implements AutoCloseable {
    private final ScheduledThreadPoolExecutor thread;

    /** @param name of the thread that rings */
    public Alarms(String name) {
        this.thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name(name).daemon().factory());
        thread.setRemoveOnCancelPolicy(true);
    }

    /** Runs {@code ring}, which must be quick, after {@code time}. */
    public Future<?> in(Duration time, Runnable ring) {
        return thread.schedule(ring, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
