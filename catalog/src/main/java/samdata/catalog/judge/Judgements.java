package samdata.catalog.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
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
import samdata.vocab.Sam;
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
        Writing writing = new Writing(store, use);
        harvested.ifPresent(now -> sources.add(now.source()));
        Parallel.each(
                affected.stream()
                        .map(dataset -> Subject.of(entries, dataset, harvested))
                        .iterator(),
                subject -> judged(subject, stands),
                judged -> {
                    Subject subject = judged.subject();
                    sources.addAll(judged.sources());
                    points.put(subject.dataset(), Entries.points(judged.wanted().graph(), subject.dataset()));
                    writing.replace(subject.before(), judged.wanted());
                });
        for (String source : sources)
            writing.replace(entries.judged(Graphs.stated(source)), mean(entries, source, points));
    }

    private Judged judged(Subject subject, Consumer<Entry> stands) {
        if (subject.reading().isEmpty()) return new Judged(subject, List.of(), judge.ofNothing(subject.dataset()));
        Entry entry = subject.reading().get().get();
        Judgement wanted = judge.of(entry);
        stands.accept(entry.judged(wanted.graph()));
        return new Judged(subject, entry.sources(), wanted);
    }

    /** A dataset to be judged, and what we think of it so far. */
    private record Subject(Node dataset, Optional<Supplier<Entry>> reading, Graph before) {
        static Subject of(Entries entries, Node dataset, Optional<Harvested> harvested) {
            return new Subject(dataset, entries.reading(dataset, harvested), entries.judged(dataset));
        }
    }

    private record Judged(Subject subject, List<String> sources, Judgement wanted) {}

    /** Puts one judgement in the place of another, and the findings it names beside it for as long as any names them. */
    private record Writing(DatasetGraph store, Consumer<Diff> use, Set<Node> standing) {
        Writing(DatasetGraph store, Consumer<Diff> use) {
            this(store, use, new HashSet<>());
        }

        void replace(Graph before, Judgement wanted) {
            Diff diff = Diff.of(Graphs.JUDGEMENTS, before, wanted.graph());
            useful(diff);
            for (Findings findings : wanted.findings())
                if (standing.add(findings.name())) useful(findings.missing(store));
            for (Triple gone : diff.deleted()) if (gone.getPredicate().equals(Sam.findings)) forget(gone.getObject());
        }

        private void forget(Node findings) {
            if (store.contains(Graphs.JUDGEMENTS, Node.ANY, Sam.findings, findings)) return;
            standing.remove(findings);
            useful(Findings.forgotten(store, findings));
        }

        private void useful(Diff diff) {
            if (!diff.isEmpty()) use.accept(diff);
        }
    }

    /** @param judgedNow the points that are not in the store yet */
    private Judgement mean(Entries entries, String source, Map<Node, OptionalInt> judgedNow) {
        Node said = Graphs.stated(source);
        List<Integer> points = entries.datasets(source)
                .map(dataset -> Optional.ofNullable(judgedNow.get(dataset)).orElseGet(() -> entries.points(dataset)))
                .flatMap(known -> known.stream().boxed())
                .toList();
        return judge.ofSource(said, points);
    }
}
