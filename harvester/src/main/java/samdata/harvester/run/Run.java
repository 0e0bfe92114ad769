package samdata.harvester.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import samdata.catalog.check.Violation;

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
        String message,
        After after) {

    /**
     * The catalogue when the run had ended.
     *
     * @param generation of the store that holds what the run changed; empty when it changed nothing
     * @param points the mean of the source's descriptions
     * @param found the id of the run that found what this one finds again; empty when this one looked itself
     * @param endSeen false when its process was stopped: it ended before the time that is told, when that was noticed
     */
    public record After(OptionalLong generation, OptionalDouble points, String found, boolean endSeen) {
        public static final After NONE = new After(OptionalLong.empty(), OptionalDouble.empty(), "", true);

        public After with(OptionalDouble points) {
            return new After(generation, points, found, endSeen);
        }

        public After foundBy(String run) {
            return new After(generation, points, run, endSeen);
        }

        public After unseen() {
            return new After(generation, points, found, false);
        }
    }

    /** Whether it is known what the shapes find in what the source said: nothing found is then good news. */
    public boolean isChecked() {
        boolean brought = outcome.stream()
                .anyMatch(how -> how == Outcome.STORED || how == Outcome.UNCHANGED || how == Outcome.HELD);
        return !violations.isEmpty() || (brought && after.endSeen());
    }

    public record Datasets(long seen, long added, long changed, long removed) {
        static final Datasets NONE = new Datasets(0, 0, 0, 0);
    }

    public record Triples(long added, long removed) {
        public static final Triples NONE = new Triples(0, 0);
    }

    /**
     * One thing found wrong. Of the same thing found many times, a run shows the first {@value #EXAMPLES} as examples; all
     * of them are in its {@link Runs#findings}.
     *
     * @param line of the document read, from 1, where it is known
     * @param times how often this rule (same profile and id, path, severity, message and fix) was broken in the run
     */
    public record Finding(Violation violation, OptionalLong line, long times) {
        public static final int EXAMPLES = 100;

        /** One that no line is known of. */
        public static Finding of(Violation violation) {
            return new Finding(violation, OptionalLong.empty(), 1);
        }

        /** What makes two findings the same but for the place: all that is said but of which dataset. */
        public Violation broken() {
            return new Violation(
                    "", violation.path(), violation.severity(), violation.message(), violation.fix(), violation.rule());
        }
    }

    /** How long it took; empty while it is under way, and when nobody saw it end. */
    public Optional<Duration> took() {
        return ended.filter(at -> after.endSeen()).map(at -> Duration.between(started, at));
    }

    public static Run begun(String id, String source, Instant started) {
        return new Run(
                id,
                source,
                started,
                Optional.empty(),
                Optional.empty(),
                Datasets.NONE,
                Triples.NONE,
                List.of(),
                "",
                After.NONE);
    }

    /** The same run, its findings told in other words. */
    public Run saying(UnaryOperator<Violation> words) {
        return finding(violations.stream()
                .map(found -> new Finding(words.apply(found.violation()), found.line(), found.times()))
                .toList());
    }

    /** The same run without its findings, which may be thousands. */
    Run bare() {
        return finding(List.of());
    }

    public Run ended(
            Instant at, Outcome outcome, Datasets datasets, Triples triples, List<Finding> violations, String message) {
        return new Run(
                id,
                source,
                started,
                Optional.of(at),
                Optional.of(outcome),
                datasets,
                triples,
                violations,
                message,
                after);
    }

    /** The same run, with what it left. */
    public Run leaving(After left) {
        return new Run(id, source, started, ended, outcome, datasets, triples, violations, message, left);
    }

    /** The same run, with what it found. */
    Run finding(List<Finding> found) {
        return new Run(id, source, started, ended, outcome, datasets, triples, found, message, after);
    }

    /** The same run, told otherwise. */
    public Run saying(String words) {
        return new Run(id, source, started, ended, outcome, datasets, triples, violations, words, after);
    }

    /** The same run, with a sentence more. */
    public Run noting(String sentence) {
        return saying(message.isEmpty() ? sentence : message + " " + sentence);
    }

    /** Ended without touching the catalogue. */
    public Run ended(Instant at, Outcome outcome, String message) {
        return ended(at, outcome, Datasets.NONE, Triples.NONE, List.of(), message);
    }
}
