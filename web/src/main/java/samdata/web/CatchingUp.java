package samdata.web;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.catalog.Catalog;

/**
 * Looks now and then whether the search index is where the store is, and has it built anew when it is not: after a disk
 * was full, say. Without it search would miss what SPARQL finds until the next harvest.
 */
final class CatchingUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Catalog catalog;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("index-watch").daemon().factory());

    private final ScheduledFuture<?> looking;

    private CatchingUp(Catalog catalog) {
        this.catalog = catalog;
        long pause = PAUSE.toMillis();
        this.looking = thread.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    static CatchingUp start(Catalog catalog) {
        return new CatchingUp(catalog);
    }

    /** Whatever is wrong now may be well at the next look. */
    private void look() {
        try {
            catalog.catchUp();
        } catch (Throwable e) {
            LOG.warn("The search index is behind the store and cannot be built now: {}", e.toString());
        }
    }

    /** Not interrupted: an interrupt closes the files of store and index under their owners. */
    @Override
    public void close() {
        looking.cancel(false);
        thread.shutdown();
    }
}
