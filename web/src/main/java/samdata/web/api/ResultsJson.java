package samdata.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import samdata.catalog.search.Results;
import samdata.catalog.search.Search;

/** The answer to a search as JSON; what is not stated is null. */
final class ResultsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ResultsJson() {}

    static ObjectNode of(Results results, Search search) {
        ObjectNode json = NODES.objectNode()
                .put("total", results.total())
                .put("page", search.page())
                .put("size", search.size());
        ArrayNode hits = json.putArray("results");
        results.hits().forEach(hit -> hits.add(of(hit)));
        ObjectNode facets = json.putObject("facets");
        results.facets().forEach(facet -> {
            ArrayNode values = facets.putArray(facet.facet());
            facet.values().forEach(value -> values.add(of(value)));
        });
        return json.put("didYouMean", results.didYouMean().orElse(null));
    }

    private static ObjectNode of(Results.Hit hit) {
        ObjectNode json = NODES.objectNode()
                .put("id", hit.id())
                .put("iri", hit.iri())
                .put("title", hit.title())
                .put("description", hit.description());
        json.set(
                "publisher",
                hit.publisher()
                        .map(publisher ->
                                NODES.objectNode().put("iri", publisher.iri()).put("name", publisher.name()))
                        .orElse(null));
        json.set("licence", hit.licence().map(ResultsJson::of).orElse(null));
        ArrayNode tasks = json.putArray("tasks");
        hit.tasks().forEach(fit -> tasks.add(of(fit.task()).put("level", fit.level())));
        ArrayNode modality = json.putArray("modality");
        hit.modality().forEach(modality::add);
        return json.put("quality", hit.quality().isPresent() ? hit.quality().getAsInt() : null)
                .put("modified", hit.modified().isEmpty() ? null : hit.modified())
                .put("highlight", hit.highlight())
                .put("score", hit.score());
    }

    private static ObjectNode of(Results.Concept concept) {
        return NODES.objectNode()
                .put("id", concept.id())
                .put("iri", concept.iri())
                .put("label", concept.label());
    }

    private static ObjectNode of(Results.Value value) {
        return NODES.objectNode()
                .put("value", value.value())
                .put("label", value.label())
                .put("count", value.count())
                .put("selected", value.selected())
                .put("parent", value.parent().orElse(null));
    }
}
