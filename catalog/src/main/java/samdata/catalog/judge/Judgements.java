package samdata.catalog.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import samdata.catalog.licence.Licences;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.store.Derivation;
import samdata.catalog.store.Diff;
import samdata.catalog.store.Entries;
import samdata.catalog.store.Entry;
import samdata.catalog.store.Graphs;
import samdata.catalog.store.Harvested;
import samdata.catalog.store.Parallel;
import samdata.catalog.suitability.Suitability;
import samdata.vocab.Schemes;

/**
 * Keeps {@link Graphs#JUDGEMENTS} in step with the descriptions: the datasets that a change affects are judged anew, and
 * then the sources that state them.
 */
public final class Judgements implements Derivation {
    private final Suitability suitability;
    private final Licences licences;
    private final QualityRules quality;
    private final Judge judge;
    private final Graph vocabulary;

    public Judgements(Schemes schemes, String ruleVersion) {
        this.suitability = Suitability.of(schemes);
        this.licences = Licences.of(schemes);
        this.quality = QualityRules.of(schemes);
        this.judge = new Judge(schemes, suitability, licences, quality, ruleVersion);
        this.vocabulary = schemes.graph();
    }

    public Suitability suitability() {
        return suitability;
    }

    public Licences licences() {
        return licences;
    }

    public QualityRules quality() {
        return quality;
    }

    @Override
    public void of(
            DatasetGraph store,
            Set<Node> affected,
            Optional<Harvested> harvested,
            Consumer<Diff> use,
            Consumer<Entry> stands) {
        Entries entries = new Entries(store, vocabulary);
        Set<String> sources = new HashSet<>();
        Map<Node, OptionalInt> points = new HashMap<>();
        harvested.ifPresent(now -> sources.add(now.source()));
        Parallel.each(
                affected.stream()
                        .map(dataset -> Subject.of(entries, dataset, harvested))
                        .iterator(),
                subject -> judged(subject, stands),
                judged -> {
                    Subject subject = judged.subject();
                    subject.entry().ifPresent(described -> sources.addAll(described.sources()));
                    points.put(subject.dataset(), Entries.points(judged.wanted(), subject.dataset()));
                    useful(Diff.of(Graphs.JUDGEMENTS, subject.before(), judged.wanted()), use);
                });
        for (String source : sources) useful(mean(entries, source, points), use);
    }

    private Judged judged(Subject subject, Consumer<Entry> stands) {
        if (subject.entry().isEmpty()) return new Judged(subject, Graph.emptyGraph);
        Entry entry = subject.entry().get();
        Graph wanted = judge.of(entry);
        stands.accept(entry.judged(wanted));
        return new Judged(subject, wanted);
    }

    private static void useful(Diff diff, Consumer<Diff> use) {
        if (!diff.isEmpty()) use.accept(diff);
    }

    /** A dataset to be judged, in memory. */
    private record Subject(Node dataset, Optional<Entry> entry, Graph before) {
        static Subject of(Entries entries, Node dataset, Optional<Harvested> harvested) {
            return new Subject(dataset, entries.unjudged(dataset, harvested), entries.judged(dataset));
        }
    }

    private record Judged(Subject subject, Graph wanted) {}

    /** @param judgedNow the points that are not in the store yet */
    private Diff mean(Entries entries, String source, Map<Node, OptionalInt> judgedNow) {
        Node said = Graphs.stated(source);
        List<Integer> points = entries.datasets(source)
                .map(dataset -> Optional.ofNullable(judgedNow.get(dataset)).orElseGet(() -> entries.points(dataset)))
                .flatMap(known -> known.stream().boxed())
                .toList();
        return Diff.of(Graphs.JUDGEMENTS, entries.judged(said), judge.ofSource(said, points));
    }
}
