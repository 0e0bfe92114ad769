package samdata.harvester;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;
import samdata.harvester.source.SourceException;

/**
 * Harvests each source when it is due: {@code every} after its last run, sooner after a failure and then ever more
 * seldom, and not before the time that its company asked for. What was fetched before a restart is not fetched again
 * until it is due.
 */
public final class Schedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    /** Fewer than there are places, so that a harvest that somebody asks for finds one. */
    private static final int AT_ONCE = 32;

    private static final int OF_ONE_HOST = 2;
    private static final int REMEMBERED_FAILURES = 12;

    private final Harvests harvests;
    private final Clock clock;
    private final Duration tick;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopping = lock.newCondition();
    private final Map<String, Due> due = new HashMap<>();
    /** Until when a source is passed over because looking at it went wrong on our side. */
    private final Map<String, Long> resting = new HashMap<>();

    private boolean stopped;

    /** @param run the last one when this was reckoned; a newer one makes it void */
    private record Due(String run, Duration every, long nanos) {}

    private Schedule(Harvests harvests, Clock clock, Duration tick) {
        this.harvests = harvests;
        this.clock = clock;
        this.tick = tick;
    }

    /** Begins to watch the sources; they are asked for anew at each tick, so later ones are seen too. */
    public static Schedule start(Harvests harvests) {
        return start(harvests, Clock.systemUTC(), Duration.ofSeconds(1));
    }

    static Schedule start(Harvests harvests, Clock clock, Duration tick) {
        var schedule = new Schedule(harvests, clock, tick);
        Thread.ofVirtual().name("harvest-schedule").start(schedule::loop);
        return schedule;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            stopped = true;
            stopping.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        lock.lock();
        try {
            while (!stopped) {
                startWhatIsDue();
                stopping.await(tick.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void startWhatIsDue() {
        var hosts = new ArrayList<String>();
        for (Source source : harvests.sources().list()) if (isRunning(source)) hosts.add(host(source));
        for (Source source : harvests.sources().list()) {
            if (hosts.size() >= AT_ONCE) return;
            if (Collections.frequency(hosts, host(source)) >= OF_ONE_HOST) continue;
            try {
                if (isResting(source) || isRunning(source) || !isDue(source)) continue;
                harvests.start(source.id());
                hosts.add(host(source));
            } catch (SourceException e) {
                due.remove(source.id());
            } catch (RuntimeException e) {
                LOG.error("The source {} cannot be harvested now; it is tried again in a minute", source.id(), e);
                resting.put(source.id(), System.nanoTime() + FIRST_RETRY.toNanos());
            }
        }
    }

    private static String host(Source source) {
        return String.valueOf(source.url().getRawAuthority());
    }

    private boolean isResting(Source source) {
        var until = resting.get(source.id());
        return until != null && System.nanoTime() - until < 0;
    }

    private boolean isRunning(Source source) {
        return harvests.runs().isUnderWay(source.id());
    }

    private boolean isDue(Source source) {
        return source.every().filter(every -> isDue(source, every)).isPresent();
    }

    /** Reckoned once for each run by the wall clock, then by one that nobody sets. */
    private boolean isDue(Source source, Duration every) {
        var last = harvests.runs().lastEnded(source.id());
        var id = last.map(Run::id).orElse("");
        var known = due.get(source.id());
        if (known == null || !known.run().equals(id) || !known.every().equals(every)) {
            var wait = wait(source, every, last);
            known = new Due(id, every, System.nanoTime() + wait.toNanos());
            due.put(source.id(), known);
        }
        return System.nanoTime() - known.nanos() >= 0;
    }

    private Duration wait(Source source, Duration every, Optional<Run> last) {
        var ended = last.flatMap(Run::ended);
        if (ended.isEmpty()) return Duration.ZERO;
        var pause = pause(every, failures(source));
        pause = pause.plus(jitter(source, pause));
        var asked = harvests.notBefore(source.id())
                .map(time -> Duration.between(ended.get(), time))
                .orElse(Duration.ZERO);
        if (asked.compareTo(pause) > 0) pause = asked;
        var left = Duration.between(Instant.now(clock), ended.get().plus(pause));
        // a clock that was set back must not postpone a source for longer than its pause
        return left.compareTo(pause) > 0 ? pause : left.isNegative() ? Duration.ZERO : left;
    }

    /** A minute after the first failure, doubled with each further one, never longer than {@code every}. */
    static Duration pause(Duration every, int failures) {
        if (failures == 0) return every;
        var retry = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, REMEMBERED_FAILURES));
        return retry.compareTo(every) < 0 ? retry : every;
    }

    private int failures(Source source) {
        List<Run> runs = harvests.runs().of(source.id(), REMEMBERED_FAILURES);
        int failures = 0;
        for (Run run : runs) {
            if (!isFailure(run)) break;
            failures++;
        }
        return failures;
    }

    /** Whether the run ended without an answer that can be used. */
    static boolean isFailure(Run run) {
        return run.outcome().isPresent()
                && switch (run.outcome().get()) {
                    case STORED, UNCHANGED, HELD -> false;
                    case REJECTED, UNREACHABLE, FAILED -> true;
                };
    }

    /** Up to a twentieth of the pause, always the same for one source, so that sources do not all come at once. */
    private static Duration jitter(Source source, Duration pause) {
        return pause.multipliedBy(Math.floorMod(source.id().hashCode(), 100)).dividedBy(2000);
    }
}
