package samdata.harvester;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.source.Durations;

/**
 * How long others wait while the datasets of one source are judged and stored: what many of them share is read for each, so
 * that a small source can take for ever. The time runs from the first dataset on, since what comes before is not its fault.
 */
final class Patience {
    /** Many times what judging takes. */
    private static final Duration EACH = Duration.ofMillis(20);

    private final Duration deadline;
    private final long datasets;
    private final AtomicReference<@Nullable Long> begun = new AtomicReference<>();

    /** @param deadline what there is beside the time for each dataset */
    Patience(Duration deadline, long datasets) {
        this.deadline = deadline;
        this.datasets = datasets;
    }

    /** Told of each dataset, by any thread; ends whoever tells when the time is over. */
    void check() {
        long now = System.nanoTime();
        Long first = begun.compareAndExchange(null, now);
        var allowed = deadline.plus(EACH.multipliedBy(datasets));
        if (first != null && now - first > allowed.toNanos()) throw new Refusal.Stop(tooLong(allowed));
    }

    private Refusal tooLong(Duration allowed) {
        return Refusal.rejected("The catalogue was fetched and checked, but judging its " + datasets
                + " datasets took longer than " + Durations.write(allowed) + ": harvest.deadline ("
                + Durations.write(deadline) + ") and 20 ms for each. Perhaps many of them share something very large");
    }
}
