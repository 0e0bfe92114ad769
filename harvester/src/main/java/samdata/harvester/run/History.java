package samdata.harvester.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the descriptions of a source fared from harvest to harvest, oldest first. */
public record History(List<Step> steps) {
    /**
     * A harvest that has ended.
     *
     * @param run without its findings
     * @param found what is wrong with what the catalogue held after it; empty while that is not known
     */
    public record Step(Run run, Optional<Found> found) {
        /** Whether the catalogue was as the source said when it ended. */
        public boolean isMeasured() {
            return run.after().points().isPresent();
        }
    }

    /** How often rules of each severity were broken. */
    public record Found(long violations, long warnings, long infos) {
        public long all() {
            return violations + warnings + infos;
        }

        private static Found of(Run run) {
            List<Report.ByProfile> profiles = Report.of(run.violations()).profiles();
            return new Found(times(profiles, "violation"), times(profiles, "warning"), times(profiles, "info"));
        }

        private static long times(List<Report.ByProfile> profiles, String severity) {
            return profiles.stream()
                    .mapToLong(profile -> profile.times(severity))
                    .sum();
        }
    }

    /**
     * A harvest that found nothing new and looked at nothing again leaves what was found before; one that brought nothing
     * into the catalogue says nothing of it.
     *
     * @param runs newest first, as the journal has them; each is let go of before the next is read
     */
    public static History of(Stream<Run> runs) {
        List<Step> newestFirst = runs.filter(run -> run.outcome().isPresent())
                .map(History::alone)
                .toList();
        List<Step> steps = new ArrayList<>();
        Optional<Found> known = Optional.empty();
        for (Step step : newestFirst.reversed()) {
            boolean stored = step.run().outcome().equals(Optional.of(Outcome.STORED));
            if (stored || step.found().isPresent()) known = step.found();
            steps.add(new Step(step.run(), known));
        }
        return new History(List.copyOf(steps));
    }

    /** With what this harvest itself found, if it looked, and without the findings. */
    private static Step alone(Run run) {
        boolean looked = switch (run.outcome().orElseThrow()) {
            case STORED -> run.isChecked();
            case UNCHANGED -> !run.violations().isEmpty();
            case HELD, REJECTED, UNREACHABLE, FAILED -> false;
        };
        return new Step(run.bare(), looked ? Optional.of(Found.of(run)) : Optional.empty());
    }

    /** Those after which the catalogue was as the source said. */
    public List<Step> measured() {
        return steps.stream().filter(Step::isMeasured).toList();
    }
}
