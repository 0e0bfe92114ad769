package samdata.harvester.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import samdata.harvester.source.Durations;

/**
 * One harvest's share of this machine. It computes only in its turn and gives that back while it waits for a company, so
 * that slow companies take nothing from good ones, short of four that are slow and large at once. All that it reads and
 * checks is within one deadline, by a clock that nobody sets; what it waits for other harvests is not counted.
 */
public final class Turn implements AutoCloseable {
    /** From so many statements on, a harvest waits until few others hold as many. */
    private static final long LARGE = 100_000;

    private final Semaphore computing;
    private final Semaphore large;
    private final Duration deadline;
    private final long begun = System.nanoTime();
    private long queued;
    private long queuedSince;
    private boolean queues;
    private boolean computes;
    private boolean holdsMuch;
    private boolean finished;
    private boolean closed;
    private @Nullable Duration comeBackAfter;

    Turn(Semaphore computing, Semaphore large, Duration deadline) {
        this.computing = computing;
        this.large = large;
        this.deadline = deadline;
    }

    /** For one that shares with nobody. */
    public static Turn alone(Duration deadline) {
        return new Turns().turn(deadline);
    }

    /** Waits until it may compute. */
    public void take() {
        queue(computing);
        synchronized (this) {
            if (closed || computes) computing.release();
            else computes = true;
        }
    }

    /** Lets another compute. */
    synchronized void give() {
        if (computes) computing.release();
        computes = false;
    }

    /** Told how many statements the harvest holds in memory; waits when there is no room for as many. */
    void holds(long statements) {
        boolean took;
        synchronized (this) {
            if (statements <= LARGE || holdsMuch || closed) return;
            took = computes;
            give();
        }
        queue(large);
        synchronized (this) {
            if (closed) large.release();
            else holdsMuch = true;
        }
        if (took) take();
    }

    /** How much of its time is left; nothing once it is closed. */
    public synchronized Duration left() {
        if (closed) return Duration.ofNanos(-1);
        if (finished) return deadline;
        long now = System.nanoTime();
        return deadline.minusNanos(now - begun - queued - (queues ? now - queuedSince : 0));
    }

    /** Nothing of the company's is left to do: lets another compute, and no deadline runs any more. */
    public synchronized void finish() {
        finished = true;
        give();
    }

    public boolean isOver() {
        return !left().isPositive();
    }

    /** Ends whoever computes for this harvest when its time is over. */
    public void check() {
        if (isOver()) throw new Refusal.Stop(tooSlow());
    }

    public Refusal tooSlow() {
        return Refusal.rejected("The catalogue was fetched, but reading and checking what it says took longer than "
                + Durations.write(deadline) + " in all (harvest.deadline)");
    }

    /** The company asks not to be asked again before so much time has passed. */
    synchronized void comeBackAfter(Duration time) {
        if (comeBackAfter == null || comeBackAfter.compareTo(time) < 0) comeBackAfter = time;
    }

    public synchronized Optional<Duration> comeBackAfter() {
        return Optional.ofNullable(comeBackAfter);
    }

    /** Leaves its share to others, also when whoever computes for it has not noticed yet. */
    @Override
    public synchronized void close() {
        closed = true;
        give();
        if (holdsMuch) large.release();
        holdsMuch = false;
    }

    private void queue(Semaphore permits) {
        synchronized (this) {
            queues = true;
            queuedSince = System.nanoTime();
        }
        permits.acquireUninterruptibly();
        synchronized (this) {
            queues = false;
            queued += System.nanoTime() - queuedSince;
        }
    }
}
