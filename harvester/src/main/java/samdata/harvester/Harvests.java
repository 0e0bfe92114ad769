package samdata.harvester;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.catalog.Catalog;

/**
 * Harvesting as the rest of the program sees it: register, run, release, remove. One source is harvested by one run at a
 * time; a few sources at once.
 */
public final class Harvests implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Harvests.class);
    private static final int AT_ONCE = 4;

    private final Catalog catalog;
    private final Sources sources;
    private final Runs runs;
    private final Reader reader;
    private final Remembered remembered;
    private final Held held;
    private final Harvest harvest;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore permits = new Semaphore(AT_ONCE);
    private final Map<String, Future<Run>> underWay = new ConcurrentHashMap<>();
    /** Held while a source's statements, its registration or its runs change together. */
    private final ReentrantLock storing = new ReentrantLock();

    private boolean closed;

    public Harvests(Catalog catalog, Sources sources, Runs runs, Fetcher fetcher, Path data) {
        this.catalog = catalog;
        this.sources = sources;
        this.runs = runs;
        this.remembered = new Remembered(data);
        this.held = new Held(data);
        this.reader = new Reader(catalog.knowledge(), fetcher);
        this.harvest = new Harvest(catalog, reader, fetcher.settings().holdAt(), remembered, held);
    }

    /**
     * Registers a source; when its protocol is not given, its address is asked. An address that does not answer now is
     * registered all the same, and asked again by the first harvest.
     *
     * @throws SourceException when the id is taken
     */
    public Source register(Source source) {
        if (sources.get(source.id()).isPresent()) return sources.add(source);
        try {
            return sources.add(reader.detected(source, Progress.NONE));
        } catch (Refusal refusal) {
            return sources.add(source);
        }
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
                throw SourceException.invalid("The run " + runId + " is not held"
                        + run.outcome().map(outcome -> " but " + outcome.word()).orElse(" but under way"));
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
        try {
            var ended = harvest.release(source, begun.run());
            remembered.forget(source.id());
            runs.end(ended);
            return ended;
        } finally {
            runs.abandon(begun.run());
        }
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
        storing.lock();
        try {
            closed = true;
        } finally {
            storing.unlock();
        }
        // never interrupted: an interrupt closes the files of store and index under their owners
        threads.shutdown();
    }

    Sources sources() {
        return sources;
    }

    Runs runs() {
        return runs;
    }

    private synchronized Run begin(String id, Progress progress) {
        var source = source(id);
        var begun = runs.begin(id, Instant.now());
        if (!begun.fresh()) return begun.run();
        var work = new FutureTask<>(() -> work(source, begun.run(), progress));
        underWay.put(id, work);
        threads.execute(() -> {
            work.run();
            underWay.remove(id, work);
            if (work.state() == Future.State.FAILED) {
                LOG.error("The harvest {} ended without a record", begun.run().id(), work.exceptionNow());
                runs.abandon(begun.run());
            }
        });
        return begun.run();
    }

    private Run work(Source source, Run run, Progress progress) throws InterruptedException {
        permits.acquire();
        try {
            var step = harvest.read(source, run, progress);
            storing.lock();
            try {
                return end(source, run, step, progress);
            } finally {
                storing.unlock();
            }
        } finally {
            permits.release();
        }
    }

    private Run end(Source source, Run run, Harvest.Step step, Progress progress) {
        // another one may have been registered under its id meanwhile
        boolean removed = !sources.get(source.id()).equals(Optional.of(source))
                || runs.last(source.id()).filter(run::equals).isEmpty();
        if (closed || removed) {
            runs.abandon(run);
            return run.ended(
                    Instant.now(),
                    Outcome.FAILED,
                    "The harvest was given up: " + (removed ? "its source was removed" : "samdata was stopped"));
        }
        var ended = switch (step) {
            case Harvest.Step.Over over -> over.run();
            case Harvest.Step.Unchanged unchanged -> harvest.unchanged(run, unchanged);
            case Harvest.Step.ToStore toStore -> harvest.store(toStore.source(), run, toStore, progress);
        };
        if (step instanceof Harvest.Step.ToStore toStore && !toStore.source().equals(source))
            sources.replace(source, toStore.source());
        runs.end(ended);
        return ended;
    }

    private Source source(String id) {
        return sources.get(id).orElseThrow(() -> SourceException.unknown(id));
    }
}
