package samdata.catalog.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import samdata.catalog.quality.Measured;
import samdata.catalog.quality.Quality;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.store.Entry;
import samdata.vocab.Sam;

/**
 * Measures how well a dataset is described, in points and by the indicators that it meets. An indicator brings all of its
 * points or none, so the points of each dimension are a sum over the {@code sam:met} of its findings.
 */
final class QualityJudge {
    private final QualityRules rules;

    QualityJudge(QualityRules rules) {
        this.rules = rules;
    }

    void judge(Entry entry, Judgement judgement) {
        Quality quality = rules.measure(entry);
        judgement.say(Sam.rating, quality.rating());
        Node node = judgement.measured(Sam.metadataQuality, quality.points());
        write(quality.measured(), node, judgement);
    }

    static void mean(List<Integer> points, Judgement judgement) {
        double mean = points.stream().mapToInt(Integer::intValue).average().orElse(0);
        judgement.found(judgement.measured(Sam.metadataQuality, mean), Set.of());
    }

    private static void write(List<Measured> measured, Node node, Judgement judgement) {
        Set<Findings.Said> met = new HashSet<>();
        for (Measured each : measured) {
            if (!each.met()) continue;
            met.add(new Findings.Said(Sam.met, each.indicator().iri()));
            judgement.derived(node, each.evidence());
        }
        judgement.found(node, met);
    }
}
