package samdata.web.pages;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import samdata.catalog.Catalog;
import samdata.catalog.quality.Indicator;
import samdata.catalog.quality.Measured;
import samdata.catalog.quality.Quality;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.store.Entry;
import samdata.vocab.Labels;
import samdata.vocab.Sam;

/** The points of a description, in words. */
final class QualityReader {
    private final Catalog catalog;
    private final QualityRules rules;
    private final Page page;

    QualityReader(Catalog catalog, QualityRules rules, Page page) {
        this.catalog = catalog;
        this.rules = rules;
        this.page = page;
    }

    QualityView view(Entry entry) {
        Quality quality = rules.measure(entry);
        List<Measured> ours = quality.measured().stream()
                .filter(each -> each.indicator().isOurs())
                .toList();
        Description description = new Description(catalog, entry, page);
        return new QualityView(
                quality.points(),
                quality.outOf(),
                name(quality.rating()),
                text(quality.rating(), SKOS.definition.asNode()),
                description.distributions().count() > 1
                        ? quality.distribution().map(description::name).orElse("")
                        : "",
                rules.dimensions().stream()
                        .filter(dimension -> !Indicator.isOurs(dimension))
                        .map(dimension -> dimension(
                                dimension, quality.points(dimension), quality.outOf(dimension), quality.in(dimension)))
                        .toList(),
                dimension(machineLearning(), quality.mlPoints(), quality.mlOutOf(), ours),
                quality.nextBestFixes().stream().map(this::fix).toList());
    }

    /** A dimension whose points are a mean, without its indicators. */
    QualityView.Dimension mean(Node dimension, double points, long outOf) {
        return new QualityView.Dimension(
                name(dimension),
                text(dimension, SKOS.definition.asNode()),
                page.text().decimal(points),
                outOf,
                share(points, outOf),
                List.of());
    }

    QualityView.Fix fix(Indicator indicator, long datasets) {
        return new QualityView.Fix(
                name(indicator.iri()),
                text(indicator.iri(), Sam.fix),
                indicator.points(),
                indicator.isOurs(),
                datasets,
                datasets * indicator.points());
    }

    Node machineLearning() {
        return rules.dimensions().stream().filter(Indicator::isOurs).findFirst().orElseThrow();
    }

    String name(Node concept) {
        return Labels.of(catalog.vocabulary(), concept, page.lang());
    }

    private QualityView.Fix fix(Measured missing) {
        return fix(missing.indicator(), 1);
    }

    private QualityView.Dimension dimension(Node dimension, int points, int outOf, List<Measured> measured) {
        return new QualityView.Dimension(
                name(dimension),
                text(dimension, SKOS.definition.asNode()),
                page.text().number(points),
                outOf,
                share(points, outOf),
                measured.stream().map(this::indicator).toList());
    }

    private QualityView.Indicator indicator(Measured measured) {
        Node iri = measured.indicator().iri();
        return new QualityView.Indicator(
                measured.indicator().id(),
                name(iri),
                text(iri, SKOS.definition.asNode()),
                measured.met(),
                measured.points(),
                measured.indicator().points());
    }

    private static long share(double points, long outOf) {
        return outOf == 0 ? 0 : Math.round(100 * points / outOf);
    }

    private String text(Node concept, Node property) {
        return Labels.best(catalog.vocabulary(), concept, property, page.lang()).orElse("");
    }
}
