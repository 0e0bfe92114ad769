package samdata.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import samdata.catalog.quality.Indicator;
import samdata.catalog.quality.Measured;
import samdata.catalog.quality.Quality;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.store.Entry;
import samdata.vocab.Labels;
import samdata.vocab.Sam;
import samdata.vocab.Schemes;

/** The points of a description as JSON: the European ones by dimension, ours apart, and what to do next. */
final class QualityJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Schemes schemes;
    private final QualityRules rules;
    private final String lang;

    QualityJson(Schemes schemes, QualityRules rules, String lang) {
        this.schemes = schemes;
        this.rules = rules;
        this.lang = lang;
    }

    ObjectNode of(Entry entry) {
        Quality quality = rules.measure(entry);
        ObjectNode json = NODES.objectNode()
                .put("dataset", entry.id())
                .put("iri", entry.iri().getURI())
                .put("points", quality.points())
                .put("outOf", quality.outOf())
                .put("rating", id(quality.rating()))
                .put("ratingLabel", label(quality.rating()))
                .put("distribution", quality.distribution().map(Node::toString).orElse(null))
                .put("measured", "from the description");
        ArrayNode dimensions = json.putArray("dimensions");
        rules.dimensions().stream()
                .filter(dimension -> !Indicator.isOurs(dimension))
                .forEach(dimension -> dimensions
                        .addObject()
                        .put("id", id(dimension))
                        .put("label", label(dimension))
                        .put("points", quality.points(dimension))
                        .put("outOf", quality.outOf(dimension))
                        .set("indicators", indicators(quality.in(dimension))));
        json.putObject("ml")
                .put("points", quality.mlPoints())
                .put("outOf", quality.mlOutOf())
                .set(
                        "indicators",
                        indicators(quality.measured().stream()
                                .filter(each -> each.indicator().isOurs())
                                .toList()));
        json.set("nextBestFixes", fixes(quality.nextBestFixes()));
        return json;
    }

    private ArrayNode indicators(List<Measured> measured) {
        ArrayNode json = NODES.arrayNode();
        measured.forEach(each -> json.add(indicator(each)));
        return json;
    }

    private ObjectNode indicator(Measured measured) {
        Node iri = measured.indicator().iri();
        ObjectNode json = NODES.objectNode()
                .put("id", measured.indicator().id())
                .put("label", label(iri))
                .put("definition", text(iri, SKOS.definition.asNode()))
                .put("points", measured.points())
                .put("outOf", measured.indicator().points())
                .put("met", measured.met());
        ArrayNode evidence = json.putArray("evidence");
        measured.evidence()
                .forEach(triple -> evidence.addObject()
                        .put("subject", triple.getSubject().toString())
                        .put("predicate", triple.getPredicate().getURI())
                        .put("object", Described.written(triple.getObject())));
        return json.put("fix", measured.met() ? null : text(iri, Sam.fix));
    }

    /** What is best to mend next; {@code part} tells the European points from ours. */
    private ArrayNode fixes(List<Measured> missing) {
        ArrayNode json = NODES.arrayNode();
        missing.forEach(each -> json.addObject()
                .put("indicator", each.indicator().id())
                .put("part", each.indicator().isOurs() ? "ml" : "mqa")
                .put("gain", each.missing())
                .put("fix", text(each.indicator().iri(), Sam.fix)));
        return json;
    }

    private String id(Node concept) {
        return schemes.id(concept).orElseThrow();
    }

    private String label(Node concept) {
        return Labels.of(schemes.graph(), concept, lang);
    }

    private String text(Node concept, Node property) {
        return Labels.best(schemes.graph(), concept, property, lang).orElse("");
    }
}
