package samdata.catalog;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import samdata.catalog.check.Check;
import samdata.catalog.judge.Judgements;
import samdata.catalog.judge.Rules;
import samdata.catalog.licence.Licences;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.search.Facet;
import samdata.catalog.search.Facets;
import samdata.catalog.suitability.Suitability;
import samdata.vocab.Ontologies;
import samdata.vocab.Schemes;

/** What samdata knows before any company has spoken: vocabulary, shapes and the rules of judging, each read once. */
public final class Knowledge {
    private final Schemes schemes;
    private final Graph labels;
    private final Graph shapes;
    private final Rules rules;
    private final Judgements judgements;
    private final Check check;
    private final List<Facet> facets;

    private Knowledge(Schemes schemes, Graph shapes, Rules rules, Judgements judgements, Check check) {
        this.schemes = schemes;
        this.labels = schemes.graph();
        this.shapes = shapes;
        this.rules = rules;
        this.judgements = judgements;
        this.check = check;
        this.facets = Facets.declaredIn(shapes);
    }

    public static Knowledge load() {
        Schemes schemes = Schemes.load();
        Rules rules = Rules.of(Ontologies.vocabulary());
        return new Knowledge(
                schemes, Ontologies.shapes(), rules, new Judgements(schemes, rules.version()), Check.ours());
    }

    /** The same, and the shapes that an operator keeps in a folder. */
    public Knowledge with(Path shapesFolder) {
        return new Knowledge(schemes, shapes, rules, judgements, check.and(shapesFolder));
    }

    public Schemes schemes() {
        return schemes;
    }

    /** The concept schemes with the labels of every language; the terms stand in the store only. */
    public Graph vocabulary() {
        return labels;
    }

    public Graph shapes() {
        return shapes;
    }

    /** What the shapes find wrong with a description; it informs, and decides nothing. */
    public Check check() {
        return check;
    }

    public List<Facet> facets() {
        return facets;
    }

    public Suitability suitability() {
        return judgements.suitability();
    }

    public Licences licences() {
        return judgements.licences();
    }

    public QualityRules quality() {
        return judgements.quality();
    }

    Judgements judgements() {
        return judgements;
    }

    Rules rules() {
        return rules;
    }
}
