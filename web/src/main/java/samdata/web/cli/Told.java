package samdata.web.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;

/** A run in one line for a person. */
final class Told {
    private Told() {}

    /** Such as {@code nordsikt: stored, 14 datasets (14 added, 0 changed, 0 removed) in 1.2 s}. */
    static String line(Run run) {
        String outcome = run.outcome().map(Outcome::word).orElse("under way");
        Run.Datasets datasets = run.datasets();
        Duration time = Duration.between(run.started(), run.ended().orElseGet(Instant::now));
        return String.format(
                Locale.ROOT,
                "%s: %s, %d datasets (%d added, %d changed, %d removed) in %.1f s%s",
                run.source(),
                outcome,
                datasets.seen(),
                datasets.added(),
                datasets.changed(),
                datasets.removed(),
                time.toMillis() / 1000.0,
                run.message().isEmpty() ? "" : ": " + run.message());
    }

    /** Whether what the source says is in the catalogue; what is held is not, and its line says how it is let in. */
    static boolean well(Run run) {
        return run.outcome()
                .map(outcome -> switch (outcome) {
                    case STORED, UNCHANGED -> true;
                    case HELD, REJECTED, UNREACHABLE, FAILED -> false;
                })
                .orElse(false);
    }
}
