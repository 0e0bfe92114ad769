package samdata.harvester;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import samdata.catalog.check.Rechecked;
import samdata.catalog.check.Violation;

/** What the shapes found in a source, brought up to date with a change instead of being found again. */
final class Findings {
    /** So many examples of a rule are worth having; with fewer all is looked at again. */
    private static final long FEWEST = 10;

    private final Map<Violation, Long> kept = new LinkedHashMap<>();
    private final Map<Violation, Long> times = new HashMap<>();

    private Findings(List<Run.Finding> before) {
        for (Run.Finding finding : before) {
            kept.merge(finding.violation(), 1L, Long::sum);
            times.put(finding.broken(), finding.times());
        }
    }

    /**
     * The findings of a run after a change, counted.
     *
     * @param before what the shapes found at the run that stored what was there before
     * @return empty when too few examples were kept to go on without looking at everything
     */
    static Optional<List<Run.Finding>> updated(List<Run.Finding> before, Rechecked change) {
        var findings = new Findings(before);
        change.gone().forEach(violation -> findings.count(violation, -1));
        change.come().forEach(violation -> findings.count(violation, 1));
        return findings.all();
    }

    /** Whether a shape found it; what could not be read is found anew by each reading. */
    static boolean isChecked(Violation violation) {
        return !violation.rule().id().isEmpty();
    }

    private void count(Violation violation, long more) {
        kept.merge(violation, more, Long::sum);
        times.merge(Run.Finding.of(violation).broken(), more, Long::sum);
    }

    private Optional<List<Run.Finding>> all() {
        Map<Violation, Long> examples = new HashMap<>();
        List<Run.Finding> all = new ArrayList<>();
        kept.forEach((violation, count) -> {
            var rule = Run.Finding.of(violation).broken();
            long found = times.getOrDefault(rule, 0L);
            for (long i = 0; i < count && examples.getOrDefault(rule, 0L) < Run.Finding.EXAMPLES; i++) {
                examples.merge(rule, 1L, Long::sum);
                all.add(new Run.Finding(violation, OptionalLong.empty(), found));
            }
        });
        boolean shown = times.entrySet().stream()
                .allMatch(rule -> rule.getValue() >= 0
                        && examples.getOrDefault(rule.getKey(), 0L) >= Math.min(rule.getValue(), FEWEST));
        all.sort((a, b) -> Violation.ORDER.compare(a.violation(), b.violation()));
        return shown ? Optional.of(List.copyOf(all)) : Optional.empty();
    }
}
