package samdata.catalog.judge;

import java.util.List;
import org.apache.jena.graph.Node;
import samdata.catalog.licence.Licences;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.store.Entry;
import samdata.catalog.suitability.Suitability;
import samdata.vocab.Schemes;

/**
 * Says as RDF what we think of a dataset: its suitability for the tasks that concern it, what its licences answer for each
 * use, and how well it is described. A pure function of the description and the rules: the same again gives the same.
 *
 * <p>A judgement names the nodes whose statements it was derived from; which of their properties were read, the vocabulary
 * says of each criterion and indicator ({@code sam:reads}).
 */
final class Judge {
    private final SuitabilityJudge suitability;
    private final LicenceJudge licences;
    private final QualityJudge quality;
    private final String ruleVersion;

    Judge(Schemes schemes, Suitability suitability, Licences licences, QualityRules quality, String ruleVersion) {
        this.suitability = new SuitabilityJudge(schemes, suitability);
        this.licences = new LicenceJudge(schemes, licences);
        this.quality = new QualityJudge(quality);
        this.ruleVersion = ruleVersion;
    }

    /** @param entry without former judgements */
    Judgement of(Entry entry) {
        Judgement judgement = new Judgement(entry.iri(), ruleVersion);
        suitability.judge(entry, judgement);
        licences.judge(entry, judgement);
        quality.judge(entry, judgement);
        return judgement;
    }

    /** Nothing, of what is not stated any more. */
    Judgement ofNothing(Node dataset) {
        return new Judgement(dataset, ruleVersion);
    }

    /**
     * How well the datasets of a source are described on average.
     *
     * @param source the graph that holds what it stated
     * @param points of each of its datasets
     */
    Judgement ofSource(Node source, List<Integer> points) {
        Judgement judgement = new Judgement(source, ruleVersion);
        if (!points.isEmpty()) QualityJudge.mean(points, judgement);
        return judgement;
    }
}
