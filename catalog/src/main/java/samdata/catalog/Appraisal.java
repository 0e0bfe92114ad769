package samdata.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import samdata.catalog.licence.DatasetLicences;
import samdata.catalog.licence.Use;
import samdata.catalog.licence.Verdict;
import samdata.catalog.quality.Indicator;
import samdata.catalog.quality.Measured;
import samdata.catalog.quality.Quality;
import samdata.catalog.store.Entry;
import samdata.catalog.suitability.Assessment;
import samdata.catalog.suitability.Level;
import samdata.vocab.Labels;

/**
 * What we think of many datasets together, and of the first of them one by one, by the same rules that judge what is
 * stored. It reads each dataset once and keeps no description.
 */
public final class Appraisal {
    private final Knowledge knowledge;
    private final String lang;
    private final int listed;
    private final Map<Node, Long> asked = new HashMap<>();
    private final Map<Node, Long> met = new HashMap<>();
    private final Map<Node, Map<Level, Long>> tasks = new HashMap<>();
    private final Map<Use, Map<Verdict, Long>> licences = new EnumMap<>(Use.class);
    private final List<Dataset> datasets = new ArrayList<>();
    private long count;

    private Appraisal(Knowledge knowledge, String lang, int listed) {
        this.knowledge = knowledge;
        this.lang = lang;
        this.listed = listed;
    }

    /**
     * @param datasets unjudged or judged
     * @param lang of the titles
     * @param listed how many datasets are told one by one
     */
    public static Appraisal of(Stream<Entry> datasets, Knowledge knowledge, String lang, int listed) {
        Appraisal appraisal = new Appraisal(knowledge, lang, listed);
        datasets.forEach(appraisal::add);
        return appraisal;
    }

    /** @param tasks those that concern it, best first */
    public record Dataset(
            String id, Node iri, String title, Quality quality, DatasetLicences licences, List<Assessment> tasks) {}

    /** How many datasets an indicator was asked of, and how many meet it. */
    public record Tally(Indicator indicator, long asked, long met) {
        public long lacking() {
            return asked - met;
        }

        /** The points that all of the datasets would gain together. */
        public long gain() {
            return lacking() * indicator.points();
        }
    }

    public long count() {
        return count;
    }

    /** The first ones, in their order. */
    public List<Dataset> datasets() {
        return List.copyOf(datasets);
    }

    /** Every indicator that was asked of any dataset, in the order of the vocabulary. */
    public List<Tally> indicators() {
        return knowledge.quality().indicators().stream()
                .map(each -> new Tally(each, asked.getOrDefault(each.iri(), 0L), met.getOrDefault(each.iri(), 0L)))
                .filter(tally -> tally.asked() > 0)
                .toList();
    }

    /** The mean of the European points. */
    public double points() {
        return mean(false);
    }

    /** The mean of our own points, for machine learning. */
    public double mlPoints() {
        return mean(true);
    }

    public int outOf(boolean ours) {
        return knowledge.quality().indicators().stream()
                .filter(each -> each.isOurs() == ours)
                .mapToInt(Indicator::points)
                .sum();
    }

    public Node rating() {
        return knowledge.quality().rating(points());
    }

    /** The mend that would bring most points over all of the datasets. */
    public Optional<Tally> nextFix() {
        return indicators().stream()
                .filter(tally -> tally.lacking() > 0)
                .sorted(Comparator.comparingLong(Tally::gain).reversed())
                .findFirst();
    }

    /** The tasks that concern any of the datasets, by how many are at each level; best first. */
    public Map<Node, Map<Level, Long>> tasks() {
        Map<Node, Map<Level, Long>> sorted = new LinkedHashMap<>();
        tasks.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Node, Map<Level, Long>> task) -> -at(task, Level.READY))
                        .thenComparingLong(task -> -at(task, Level.USABLE_WITH_WORK))
                        .thenComparingLong(task -> -at(task, Level.UNKNOWN))
                        .thenComparing(task -> task.getKey().getURI()))
                .forEach(task -> sorted.put(task.getKey(), task.getValue()));
        return sorted;
    }

    /** For each use, how many datasets have which answer; answers that none has are left out. */
    public Map<Use, Map<Verdict, Long>> licences() {
        return licences;
    }

    private void add(Entry entry) {
        count++;
        Quality quality = knowledge.quality().measure(entry);
        for (Measured measured : quality.measured()) {
            asked.merge(measured.indicator().iri(), 1L, Long::sum);
            if (measured.met()) met.merge(measured.indicator().iri(), 1L, Long::sum);
        }
        List<Assessment> assessments = knowledge.suitability().assess(entry);
        for (Assessment assessment : assessments)
            tasks.computeIfAbsent(assessment.task(), any -> new EnumMap<>(Level.class))
                    .merge(assessment.level(), 1L, Long::sum);
        DatasetLicences stated = DatasetLicences.of(entry, knowledge.licences());
        for (Use use : Use.values())
            licences.computeIfAbsent(use, any -> new EnumMap<>(Verdict.class))
                    .merge(stated.answer(use).verdict(), 1L, Long::sum);
        if (datasets.size() < listed)
            datasets.add(new Dataset(
                    entry.id(), entry.iri(), Labels.of(entry.view(), entry.iri(), lang), quality, stated, assessments));
    }

    private double mean(boolean ours) {
        if (count == 0) return 0;
        long sum = indicators().stream()
                .filter(tally -> tally.indicator().isOurs() == ours)
                .mapToLong(tally -> tally.met() * tally.indicator().points())
                .sum();
        return (double) sum / count;
    }

    private static long at(Map.Entry<Node, Map<Level, Long>> task, Level level) {
        return task.getValue().getOrDefault(level, 0L);
    }
}
