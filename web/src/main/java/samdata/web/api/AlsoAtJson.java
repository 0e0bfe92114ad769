package samdata.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.jena.graph.Node;
import samdata.catalog.Catalog;
import samdata.catalog.identity.Evidence;
import samdata.catalog.identity.Link;
import samdata.catalog.store.Entry;
import samdata.vocab.Labels;

/** Where else the same dataset is described, under other IRIs, and what shows it. */
final class AlsoAtJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final Catalog catalog;
    private final String lang;

    AlsoAtJson(Catalog catalog, String lang) {
        this.catalog = catalog;
        this.lang = lang;
    }

    ArrayNode of(String iri) {
        ArrayNode all = NODES.arrayNode();
        for (Link link : catalog.alsoAt(iri))
            catalog.entryOf(link.otherThan(iri)).ifPresent(entry -> all.add(json(link, entry)));
        return all;
    }

    private ObjectNode json(Link link, Entry entry) {
        ObjectNode json = NODES.objectNode()
                .put("id", entry.id())
                .put("iri", entry.iri().getURI())
                .put("title", Labels.of(entry.view(), entry.iri(), lang));
        ArrayNode sources = json.putArray("sources");
        entry.sources().forEach(sources::add);
        json.put("score", link.score());
        ArrayNode evidence = json.putArray("evidence");
        link.evidence().forEach(each -> evidence.add(json(each)));
        return json;
    }

    private ObjectNode json(Evidence evidence) {
        ObjectNode json = NODES.objectNode()
                .put("kind", evidence.kind().id())
                .put("label", Labels.of(catalog.vocabulary(), evidence.kind().concept(), lang))
                .put(
                        "property",
                        evidence.properties().stream()
                                .findFirst()
                                .map(Node::getURI)
                                .orElse(null));
        ArrayNode properties = json.putArray("properties");
        evidence.properties().forEach(property -> properties.add(property.getURI()));
        ArrayNode values = json.putArray("values");
        evidence.values().forEach(values::add);
        evidence.similarity().ifPresent(similarity -> json.put("similarity", similarity));
        return json;
    }
}
