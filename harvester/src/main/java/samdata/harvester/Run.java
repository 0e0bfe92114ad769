package samdata.harvester;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import samdata.catalog.Violation;

/**
 * One harvest of one source.
 *
 * @param id sorts by time and names the source
 * @param ended empty while it is under way, and so is {@code outcome}
 * @param message why, in plain words; empty only for stored, unchanged and a run under way
 */
public record Run(
        String id,
        String source,
        Instant started,
        Optional<Instant> ended,
        Optional<Outcome> outcome,
        Datasets datasets,
        Triples triples,
        List<Finding> violations,
        String message) {

    public record Datasets(long seen, long added, long changed, long removed) {
        static final Datasets NONE = new Datasets(0, 0, 0, 0);
    }

    public record Triples(long added, long removed) {
        static final Triples NONE = new Triples(0, 0);
    }

    /** @param line of the document read, from 1, where it is known */
    public record Finding(Violation violation, OptionalLong line) {}

    static Run begun(String id, String source, Instant started) {
        return new Run(
                id, source, started, Optional.empty(), Optional.empty(), Datasets.NONE, Triples.NONE, List.of(), "");
    }

    Run ended(
            Instant at, Outcome outcome, Datasets datasets, Triples triples, List<Finding> violations, String message) {
        return new Run(
                id, source, started, Optional.of(at), Optional.of(outcome), datasets, triples, violations, message);
    }

    /** Ended without touching the catalogue. */
    Run ended(Instant at, Outcome outcome, String message) {
        return ended(at, outcome, Datasets.NONE, Triples.NONE, List.of(), message);
    }

    /** Whether the catalogue changed by it. */
    public boolean stored() {
        return outcome.equals(Optional.of(Outcome.STORED));
    }
}
