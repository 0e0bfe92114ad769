package samdata.catalog.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
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
    public Stream<Diff> of(DatasetGraph store, Set<Node> affected, Optional<Harvested> harvested) {
        Entries entries = new Entries(store, vocabulary);
        Set<String> sources = new HashSet<>();
        Map<Node, OptionalInt> points = new HashMap<>();
        harvested.ifPresent(now -> sources.add(now.source()));
        Stream<Diff> datasets = affected.stream().map(dataset -> {
            Optional<Entry> entry = entries.unjudged(dataset, harvested);
            entry.ifPresent(described -> sources.addAll(described.sources()));
            Graph wanted = entry.map(judge::of).orElse(Graph.emptyGraph);
            points.put(dataset, Entries.points(wanted, dataset));
            return Diff.of(Graphs.JUDGEMENTS, entries.judged(dataset), wanted);
        });
        Stream<Diff> means = Stream.of(sources).flatMap(Set::stream).map(source -> mean(entries, source, points));
        return Stream.concat(datasets, means).filter(diff -> !diff.isEmpty());
    }

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
