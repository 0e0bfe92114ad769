package samdata.web.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import samdata.harvester.Harvests;
import samdata.harvester.Preview;
import samdata.harvester.fetch.FetchSettings;
import samdata.harvester.fetch.Fetcher;
import samdata.harvester.run.Progress;
import samdata.harvester.source.Source;
import samdata.harvester.source.SourceException;

/**
 * Previews for whoever asks over HTTP. It writes nothing, so nobody needs a token; who has none waits for one of few turns,
 * gets a small budget and reaches public addresses, who has one gets the operator's budget and ranges. They compute on
 * threads of the platform: on virtual ones two long parses would stop the site on two cores.
 */
public final class Previews implements AutoCloseable {
    /** As long as a person waits for a page. Reading ends by then, and judging between one dataset and the next. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    /** A server that is silent for as long will not answer within the deadline either. */
    private static final Duration STALL = Duration.ofSeconds(10);
    /** The largest real catalogue of a single company that we know is a tenth of this. */
    private static final long BYTES = 50_000_000;
    /** Held in memory while it is read, by each turn. */
    private static final long INFLATED = 200_000_000;
    /** About 5,000 datasets of 40 statements each. What they take to check and judge is within the deadline, too. */
    private static final long TRIPLES = 200_000;
    /** One host is sent no more requests than this by a stranger's click. */
    private static final int PAGES = 200;

    /** One core is left to the site, when there is more than one. */
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private static final int QUEUE = 4;

    private final Preview forOperator;
    private final Preview forAnyone;
    private final AdminToken token;
    private final Fetcher fetcher;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("preview-", 1).daemon().factory());
    private final Permits permits = new Permits("previews", AT_ONCE, QUEUE);

    /** @param fetcher for callers without a token, with a {@link #small} budget; closed with this */
    public Previews(Harvests harvests, Fetcher fetcher, AdminToken token) {
        this.fetcher = fetcher;
        this.forOperator = harvests.preview();
        this.forAnyone = harvests.preview(fetcher);
        this.token = token;
    }

    /** What a caller without a token gets. */
    public FetchSettings budget() {
        return fetcher.settings();
    }

    public boolean isLimited(Context ctx) {
        return !token.isOn(ctx.req());
    }

    /**
     * An address that cannot be one is an outcome, too.
     *
     * @throws Problem 422 for the protocol {@code file} and for one that there is not; 429 when too many wait
     */
    public Preview.Seen of(Context ctx, String url, @Nullable String protocol, Preview.Telling telling) {
        if (Source.FILE.equals(protocol) || url.strip().regionMatches(true, 0, "file:", 0, 5))
            throw Problem.unprocessable("What lies on the machine that samdata runs on is previewed there, with"
                    + " ./samdata preview, and not over HTTP.");
        if (protocol != null && !Preview.protocols().contains(protocol))
            throw Problem.unprocessable("No protocol is named \"" + protocol + "\"; there are "
                    + String.join(", ", Preview.protocols()) + ".");
        Source source;
        try {
            source = Source.of(Preview.ID, url, protocol, null, "never", null);
        } catch (SourceException e) {
            return forAnyone.unusable(e);
        }
        return isLimited(ctx)
                ? inTurn(() -> forAnyone.of(source, telling, Progress.NONE))
                : result(threads.submit(() -> forOperator.of(source, telling, Progress.NONE)));
    }

    @Override
    public void close() {
        // never interrupted, as harvests are not; its threads keep nobody from ending
        threads.shutdown();
        fetcher.close();
    }

    /** A turn lasts until the preview has ended, also when nobody waits for it any more. */
    private Preview.Seen inTurn(Callable<Preview.Seen> preview) {
        permits.take();
        Future<Preview.Seen> seen;
        try {
            seen = threads.submit(() -> {
                try {
                    return preview.call();
                } finally {
                    permits.giveBack();
                }
            });
        } catch (RuntimeException | Error e) {
            permits.giveBack();
            throw e;
        }
        return result(seen);
    }

    private static Preview.Seen result(Future<Preview.Seen> seen) {
        try {
            return seen.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("samdata was stopped during a preview", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A preview failed", e.getCause());
        }
    }

    /** What is spent on a caller without a token. */
    public static FetchSettings small(FetchSettings settings) {
        return new FetchSettings(
                shorter(settings.deadline(), DEADLINE),
                shorter(settings.stall(), STALL),
                Math.min(settings.maxBytes(), BYTES),
                Math.min(settings.maxInflated(), INFLATED),
                settings.maxRatio(),
                Math.min(settings.maxTriples(), TRIPLES),
                Math.min(settings.maxPages(), PAGES),
                settings.maxDepth(),
                settings.maxRedirects(),
                settings.holdAt());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
