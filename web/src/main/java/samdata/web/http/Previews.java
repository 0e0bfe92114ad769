package samdata.web.http;

import io.javalin.http.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import samdata.harvester.FetchSettings;
import samdata.harvester.Harvests;
import samdata.harvester.Preview;
import samdata.harvester.Progress;
import samdata.harvester.Source;
import samdata.harvester.SourceException;

/**
 * Previews for whoever asks over HTTP. It writes nothing, so nobody needs a token; who has none waits for one of few turns
 * and gets a small budget, who has one gets the operator's.
 */
public final class Previews {
    /** As long as a person waits for a page, and so is the longest that a slow server can hold a turn. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    /** A server that is silent for as long will not answer within the deadline either. */
    private static final Duration STALL = Duration.ofSeconds(10);
    /** The largest real catalogue of a single company that we know is a tenth of this. */
    private static final long BYTES = 50_000_000;
    /** Held in memory while it is read, by each turn. */
    private static final long INFLATED = 200_000_000;
    /** About 5,000 datasets, which are checked and judged within the time that they took to fetch. */
    private static final long TRIPLES = 200_000;
    /** One host is sent no more requests than this by a stranger's click. */
    private static final int PAGES = 200;

    private static final int AT_ONCE = 2;
    private static final int QUEUE = 4;

    private final Preview forOperator;
    private final Preview forAnyone;
    private final FetchSettings budget;
    private final AdminToken token;
    private final Permits permits = new Permits("previews", AT_ONCE, QUEUE);

    public Previews(Harvests harvests, FetchSettings settings, AdminToken token) {
        this.budget = small(settings);
        this.forOperator = harvests.preview();
        this.forAnyone = harvests.preview(budget);
        this.token = token;
    }

    /** What a caller without a token gets. */
    public FetchSettings budget() {
        return budget;
    }

    public boolean isLimited(Context ctx) {
        return !token.isOn(ctx.req());
    }

    /**
     * An address that cannot be one is an outcome, too.
     *
     * @throws Problem 422 for the protocol {@code file} and for one that there is not; 429 when too many wait
     */
    public Preview.Seen of(Context ctx, String url, @Nullable String protocol) {
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
            return Preview.unusable(e);
        }
        return isLimited(ctx) ? inTurn(source) : forOperator.of(source, Progress.NONE);
    }

    private Preview.Seen inTurn(Source source) {
        permits.take();
        try {
            return forAnyone.of(source, Progress.NONE);
        } finally {
            permits.giveBack();
        }
    }

    private static FetchSettings small(FetchSettings settings) {
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
