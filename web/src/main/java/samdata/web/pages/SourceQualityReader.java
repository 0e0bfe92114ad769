package samdata.web.pages;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import samdata.catalog.Catalog;
import samdata.catalog.quality.Indicator;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.search.Search;
import samdata.catalog.store.Graphs;
import samdata.vocab.Sam;

/**
 * The mean quality of a source's descriptions, from the stored judgements: they name the indicators that each dataset
 * meets, and an indicator brings all of its points or none.
 */
final class SourceQualityReader {
    private static final int FIXES = 8;

    private final Catalog catalog;
    private final QualityRules rules;
    private final QualityReader words;
    private final Page page;

    SourceQualityReader(Catalog catalog, QualityRules rules, Page page) {
        this.catalog = catalog;
        this.rules = rules;
        this.words = new QualityReader(catalog, rules, page);
        this.page = page;
    }

    /** How many datasets are judged, and how many of them meet each indicator. */
    private record Met(long datasets, Map<Node, Long> met) {
        double mean(Indicator indicator) {
            return datasets == 0 ? 0 : (double) count(indicator) * indicator.points() / datasets;
        }

        long count(Indicator indicator) {
            return met.getOrDefault(indicator.iri(), 0L);
        }
    }

    SourceQualityView view(String source, List<String> datasets) {
        Met met = met(datasets);
        List<Indicator> european = rules.indicators().stream()
                .filter(indicator -> !indicator.isOurs())
                .toList();
        double points = european.stream().mapToDouble(met::mean).sum();
        return new SourceQualityView(
                met.datasets(),
                page.text().decimal(points),
                european.stream().mapToInt(Indicator::points).sum(),
                words.name(rules.rating(points)),
                rules.dimensions().stream()
                        .filter(dimension -> !Indicator.isOurs(dimension))
                        .map(dimension -> mean(dimension, met))
                        .toList(),
                mean(words.machineLearning(), met),
                fixes(source, met));
    }

    private QualityView.Dimension mean(Node dimension, Met met) {
        List<Indicator> in = rules.indicators().stream()
                .filter(indicator -> indicator.dimension().equals(dimension))
                .toList();
        return words.mean(
                dimension,
                in.stream().mapToDouble(met::mean).sum(),
                in.stream().mapToInt(Indicator::points).sum());
    }

    private List<QualityView.Fix> fixes(String source, Met met) {
        return rules.indicators().stream()
                .map(indicator -> words.fix(indicator, asked(source, indicator, met) - met.count(indicator)))
                .filter(fix -> fix.datasets() > 0)
                .sorted(Comparator.comparingLong(QualityView.Fix::total).reversed())
                .limit(FIXES)
                .toList();
    }

    /** How many datasets of the source the indicator is asked of. */
    private long asked(String source, Indicator indicator, Met met) {
        if (indicator.concerns().isEmpty()) return met.datasets();
        Set<String> modalities = indicator.concerns().stream()
                .map(modality -> catalog.schemes().id(modality).orElseThrow())
                .collect(Collectors.toSet());
        Map<String, Set<String>> chosen = Map.of("source", Set.of(source), "modality", modalities);
        return catalog.search(new Search("", chosen, 1, 1, Search.Sort.TITLE, "en"))
                .total();
    }

    private Met met(List<String> datasets) {
        return catalog.read(store -> {
            Map<Node, Long> findings = new HashMap<>();
            long judged = 0;
            for (String dataset : datasets) {
                Node judgement = Graphs.quality(NodeFactory.createURI(dataset));
                if (!store.contains(Graphs.JUDGEMENTS, judgement, Node.ANY, Node.ANY)) continue;
                judged++;
                store.find(Graphs.JUDGEMENTS, judgement, Sam.findings, Node.ANY)
                        .forEachRemaining(quad -> findings.merge(quad.getObject(), 1L, Long::sum));
            }
            Map<Node, Long> met = new HashMap<>();
            findings.forEach((found, times) -> store.find(Graphs.JUDGEMENTS, found, Sam.met, Node.ANY)
                    .forEachRemaining(quad -> met.merge(quad.getObject(), times, Long::sum)));
            return new Met(judged, met);
        });
    }
}
