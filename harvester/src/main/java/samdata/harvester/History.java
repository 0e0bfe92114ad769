package samdata.harvester;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the descriptions of a source fared from harvest to harvest, oldest first. */
public record History(List<Step> steps) {
    /**
     * A harvest that has ended.
     *
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
     * @param runs newest first, as the journal has them
     */
    public static History of(List<Run> runs) {
        List<Step> steps = new ArrayList<>();
        Optional<Found> known = Optional.empty();
        for (Run run : runs.reversed()) {
            if (run.outcome().isEmpty()) continue;
            switch (run.outcome().get()) {
                case STORED -> known = Optional.of(Found.of(run));
                case UNCHANGED -> {
                    if (!run.violations().isEmpty()) known = Optional.of(Found.of(run));
                }
                case HELD, REJECTED, UNREACHABLE, FAILED -> {}
            }
            steps.add(new Step(run, known));
        }
        return new History(List.copyOf(steps));
    }

    /** Those after which the catalogue was as the source said. */
    public List<Step> measured() {
        return steps.stream().filter(Step::isMeasured).toList();
    }
}
