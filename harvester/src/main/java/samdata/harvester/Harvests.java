package samdata.harvester;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.catalog.Catalog;
import samdata.harvester.fetch.Alarms;
import samdata.harvester.fetch.Fetcher;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Turn;
import samdata.harvester.fetch.Turns;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Progress;
import samdata.harvester.run.Run;
import samdata.harvester.run.Runs;
import samdata.harvester.source.Source;
import samdata.harvester.source.SourceException;
import samdata.harvester.source.Sources;

/**
 * Harvesting as the rest of the program sees it: register, run, release, remove. One source is harvested by one run at a
 * time. Many sources at once may wait for their companies; few of them compute (see {@link Turn}).
 */
public final class Harvests implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Harvests.class);
    private static final int AT_ONCE = 64;
    /** Who registers a source waits no longer than this for its address to say what it is. */
    private static final Duration REGISTERING = Duration.ofSeconds(10);
    /** How long after its deadline a run is ended for a harvest that has not noticed. */
    private static final Duration STORED_WITHIN = Duration.ofSeconds(4);

    private static final Duration GRACE = Duration.ofSeconds(2);
    /** No company puts us off for longer. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(7);

    private final Catalog catalog;
    private final Sources sources;
    private final Runs runs;
    private final Fetcher fetcher;
    private final Reader reader;
    private final Remembered remembered;
    private final Held held;
    private final Harvest harvest;
    private final ComeBack comeBack;
    private final Duration deadline;
    private final Turns turns = new Turns();
    private final ThreadPoolExecutor threads = threads();
    private final Alarms deadlines = new Alarms("harvest-deadline");
    private final Map<String, CompletableFuture<Run>> underWay = new ConcurrentHashMap<>();
    /** Harvests whose run was ended for them, and which still compute. */
    private final Map<String, Future<Run>> givenUp = new ConcurrentHashMap<>();

    /** Held while a source's statements, its registration or its runs change together. */
    private final ReentrantLock storing = new ReentrantLock();

    private volatile boolean closed;

    public Harvests(Catalog catalog, Sources sources, Runs runs, Fetcher fetcher, Path data) {
        this.catalog = catalog;
        this.sources = sources;
        this.runs = runs;
        this.fetcher = fetcher;
        this.remembered = new Remembered(data);
        this.held = new Held(data);
        this.comeBack = new ComeBack(data);
        this.deadline = fetcher.settings().deadline();
        this.reader = new Reader(catalog.knowledge(), fetcher);
        this.harvest = new Harvest(catalog, reader, runs, fetcher.settings(), remembered, held);
        var unreported = new UnreportedRuns(catalog, runs);
        for (Run run : runs.interrupted()) runs.end(run.ended().isPresent() ? run : unreported.ended(run));
    }

    /**
     * Registers a source; when its protocol is not given, its address is asked. An address that does not answer now is
     * registered all the same, and asked again by the first harvest.
     *
     * @throws SourceException when the id is taken
     */
    public Source register(Source source) {
        if (sources.get(source.id()).isPresent()) return sources.add(source);
        boolean named = !source.protocol().equals(Source.UNDETECTED)
                && !source.protocol().equals(Source.FILE);
        if (named && !Reader.protocols().contains(source.protocol()))
            throw SourceException.invalid("No protocol is named " + source.protocol() + "; there are "
                    + String.join(", ", Reader.protocols()));
        var turn = Turn.alone(deadline.compareTo(REGISTERING) < 0 ? deadline : REGISTERING);
        try {
            return sources.add(reader.detected(source, Progress.NONE, turn));
        } catch (Refusal refusal) {
            return sources.add(source);
        }
    }

    /** Why no harvest would connect to a source that is to be registered, where its address itself tells. */
    public Optional<String> refuses(Source source) {
        boolean isNew = sources.get(source.id()).isEmpty() && !source.protocol().equals(Source.FILE);
        return isNew ? fetcher.refuses(source.url()) : Optional.empty();
    }

    /** What harvests of addresses that are not registered would bring, by the rules of this catalogue and as the operator allows. */
    public Preview preview() {
        return preview(fetcher);
    }

    /** As {@link #preview()}, with the budget and through the door of another. */
    public Preview preview(Fetcher other) {
        return new Preview(catalog.knowledge(), other);
    }

    /**
     * Begins a harvest in the background and answers its run; when one of this source is under way, that one's.
     *
     * @throws SourceException when no source has this id
     */
    public Run start(String id) {
        return begin(id, Progress.NONE);
    }

    /**
     * Harvests now and waits for the end; when a harvest of this source is under way, for its end.
     *
     * @throws SourceException when no source has this id
     */
    public Run run(String id, Progress progress) {
        var begun = begin(id, progress);
        var end = underWay.get(id);
        if (end == null) return runs.get(begun.id()).orElse(begun);
        try {
            return end.get();
        } catch (ExecutionException e) {
            return Harvest.failed(begun, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return begun;
        }
    }

    /**
     * Lets in what a run brought that was held, as a new run.
     *
     * @throws SourceException when there is no such run, or it is not held (any more)
     */
    public Run release(String runId) {
        var run = runs.get(runId)
                .orElseThrow(() -> new SourceException(SourceException.Reason.UNKNOWN, "No run has the id " + runId));
        var source = source(run.source());
        storing.lock();
        try {
            if (held.of(source.id())
                    .filter(waiting -> waiting.runs().contains(runId))
                    .isEmpty())
                throw SourceException.invalid("Nothing that the run " + runId + " brought waits to be let in"
                        + (run.message().isEmpty() ? "" : ": " + run.message()));
            return letIn(source);
        } finally {
            storing.unlock();
        }
    }

    /**
     * Lets in what is held of a source, as a new run; harvests that brought nothing since do not matter.
     *
     * @throws SourceException when no source has this id, or nothing of it is held
     */
    public Run releaseHeld(String id) {
        var source = source(id);
        storing.lock();
        try {
            if (held.of(id).isEmpty()) throw SourceException.invalid("Nothing that " + id + " brought is held");
            return letIn(source);
        } finally {
            storing.unlock();
        }
    }

    private Run letIn(Source source) {
        var begun = runs.begin(source.id(), Instant.now());
        if (!begun.fresh())
            throw SourceException.invalid("A harvest of " + source.id() + " is under way; release when it has ended");
        return runs.end(harvest.release(source, begun.run()));
    }

    /**
     * Removes a source, all it stated and its runs; false when no source has this id. Its registration goes last: when
     * this fails half way, it can be asked for again. A harvest of it that is under way is not stored any more.
     */
    public boolean removeSource(String id) {
        storing.lock();
        try {
            if (sources.get(id).isEmpty()) return false;
            catalog.remove(id, Instant.now());
            remembered.forget(id);
            held.forget(id);
            comeBack.forget(id);
            runs.forget(id);
            underWay.remove(id);
            return sources.remove(id);
        } finally {
            storing.unlock();
        }
    }

    /** Ends without waiting for companies: what is under way is not stored any more. */
    @Override
    public void close() {
        closed = true;
        try {
            // what is being stored is let end; but not when it waits for something that takes minutes
            if (storing.tryLock(STORED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) storing.unlock();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // never interrupted: an interrupt closes the files of store and index under their owners
        threads.shutdown();
        deadlines.close();
    }

    Sources sources() {
        return sources;
    }

    Runs runs() {
        return runs;
    }

    /** Until when this source asked not to be asked again. */
    Optional<Instant> notBefore(String source) {
        return comeBack.of(source);
    }

    /**
     * Threads of the platform: one that computes on a virtual thread lets no other have its core until it waits, and two
     * long parses would stop all that is virtual on two cores.
     */
    private static ThreadPoolExecutor threads() {
        var threads = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("harvest-", 1).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private synchronized Run begin(String id, Progress progress) {
        var source = source(id);
        var begun = runs.begin(id, Instant.now());
        if (!begun.fresh()) return begun.run();
        var end = new CompletableFuture<Run>();
        underWay.put(id, end);
        threads.execute(() -> work(source, begun.run(), progress, end));
        return begun.run();
    }

    private void work(Source source, Run run, Progress progress, CompletableFuture<Run> end) {
        try (var turn = turns.turn(deadline)) {
            watch(run, turn, end);
            var step = givenUp.containsKey(source.id())
                    ? new Harvest.Step.Over(stillBusy(run))
                    : read(source, run, progress, turn);
            storing.lock();
            try {
                end.complete(end(source, run, step, progress, turn));
            } finally {
                storing.unlock();
            }
        } catch (RuntimeException | Error e) {
            var failed = Harvest.failed(run, e);
            try {
                end.complete(runs.end(failed));
            } finally {
                end.complete(failed);
            }
        } finally {
            underWay.remove(source.id(), end);
            givenUp.remove(source.id(), end);
        }
    }

    private Harvest.Step read(Source source, Run run, Progress progress, Turn turn) {
        turn.take();
        var step = harvest.read(source, run, progress, turn);
        turn.finish();
        return step;
    }

    private static Run stillBusy(Run run) {
        return run.ended(
                Instant.now(),
                Outcome.FAILED,
                "samdata still reads what the harvest before this one brought, long after its deadline");
    }

    /** Sees to it that a run ends with its deadline, whatever its harvest does. */
    private void watch(Run run, Turn turn, CompletableFuture<Run> end) {
        if (closed) return;
        var alarm = deadlines.in(turn.left().plus(GRACE), () -> {
            if (!end.isDone() && !giveUp(run, turn, end)) watch(run, turn, end);
        });
        var unused = end.whenComplete((ended, failure) -> alarm.cancel(false));
    }

    private boolean giveUp(Run run, Turn turn, CompletableFuture<Run> end) {
        if (!turn.isOver()) return false;
        storing.lock();
        try {
            if (end.isDone() || !turn.isOver()) return true;
            LOG.warn("The harvest {} has not noticed its deadline; its run is ended for it", run.id());
            var ended = Harvest.over(run, turn.tooSlow());
            givenUp.put(run.source(), end);
            underWay.remove(run.source(), end);
            boolean underWayStill = runs.last(run.source()).filter(run::equals).isPresent();
            end.complete(underWayStill ? runs.end(ended) : ended);
            turn.close();
            return true;
        } finally {
            storing.unlock();
        }
    }

    private Run end(Source source, Run run, Harvest.Step step, Progress progress, Turn turn) {
        // another one may have been registered under its id meanwhile
        boolean removed = !sources.get(source.id()).equals(Optional.of(source))
                || runs.last(source.id()).filter(run::equals).isEmpty();
        if (removed) runs.abandon(run);
        if (closed || removed)
            return run.ended(
                    Instant.now(),
                    Outcome.FAILED,
                    "The harvest was given up: " + (removed ? "its source was removed" : "samdata was stopped"));
        var ended = switch (step) {
            case Harvest.Step.Over over -> over.run();
            case Harvest.Step.Unchanged unchanged -> harvest.unchanged(run, unchanged);
            case Harvest.Step.ToStore toStore -> harvest.store(toStore.source(), run, toStore, progress);
        };
        noteComeBack(ended, turn);
        if (!(step instanceof Harvest.Step.ToStore toStore) || toStore.source().equals(source)) return runs.end(ended);
        return runs.end(AfterStoring.also(ended, "Its protocol could not be noted, so it is found out again.", also -> {
            sources.replace(source, toStore.source());
            return also;
        }));
    }

    private void noteComeBack(Run ended, Turn turn) {
        var pause = turn.comeBackAfter().filter(asked -> Schedule.isFailure(ended));
        try {
            if (pause.isEmpty()) comeBack.forget(ended.source());
            else
                comeBack.put(
                        ended.source(),
                        Instant.now().plus(pause.get().compareTo(LONGEST_PAUSE) < 0 ? pause.get() : LONGEST_PAUSE));
        } catch (UncheckedIOException e) {
            LOG.warn("When {} wants to be asked again is not remembered: {}", ended.source(), e.getMessage());
        }
    }

    private Source source(String id) {
        return sources.get(id).orElseThrow(() -> SourceException.unknown(id));
    }
}
