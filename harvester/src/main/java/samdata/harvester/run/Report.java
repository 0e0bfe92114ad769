package samdata.harvester.run;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import samdata.catalog.check.Violation;

/** What a run found wrong, by profile and rule; the gravest and then the most frequent come first. */
public record Report(List<ByProfile> profiles) {
    private static final List<String> SEVERITIES = List.of("violation", "warning", "info");

    /**
     * The rules of one profile that were broken.
     *
     * @param profile the name of the shapes file; empty for what no shape found
     */
    public record ByProfile(String profile, List<Broken> rules) {
        /** How often rules of this severity were broken. */
        public long times(String severity) {
            return rules.stream()
                    .filter(broken -> broken.violation().severity().equals(severity))
                    .mapToLong(Broken::times)
                    .sum();
        }
    }

    /**
     * A rule that was broken.
     *
     * @param violation what is said of it; of the first example's dataset
     * @param examples at most {@value Run.Finding#EXAMPLES}
     */
    public record Broken(Violation violation, long times, List<Run.Finding> examples) {
        /** Of how many datasets it is told, as far as the examples say. */
        public long datasets() {
            return examples.stream()
                    .map(example -> example.violation().dataset())
                    .distinct()
                    .count();
        }
    }

    /** The rules of all profiles together: the gravest first, then those that most datasets break, then the most frequent. */
    public List<Broken> byWeight() {
        return profiles.stream()
                .flatMap(profile -> profile.rules().stream())
                .sorted(Comparator.comparingInt(Report::gravity)
                        .thenComparing(
                                Comparator.comparingLong(Broken::datasets).reversed())
                        .thenComparing(Comparator.comparingLong(Broken::times).reversed()))
                .toList();
    }

    public static Report of(List<Run.Finding> findings) {
        Map<String, List<Run.Finding>> profiles =
                grouped(findings, finding -> finding.violation().rule().profile());
        return new Report(profiles.entrySet().stream()
                .map(profile -> new ByProfile(profile.getKey(), rules(profile.getValue())))
                .sorted(Comparator.comparingInt(
                                (ByProfile profile) -> gravity(profile.rules().getFirst()))
                        .thenComparing(ByProfile::profile))
                .toList());
    }

    private static List<Broken> rules(List<Run.Finding> findings) {
        return grouped(findings, Run.Finding::broken).values().stream()
                .map(examples -> new Broken(
                        examples.getFirst().violation(), examples.getFirst().times(), examples))
                .sorted(Comparator.comparingInt(Report::gravity)
                        .thenComparing(Comparator.comparingLong(Broken::times).reversed()))
                .toList();
    }

    private static int gravity(Broken broken) {
        return SEVERITIES.indexOf(broken.violation().severity());
    }

    private static <K> Map<K, List<Run.Finding>> grouped(List<Run.Finding> findings, Function<Run.Finding, K> by) {
        return findings.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }
}
