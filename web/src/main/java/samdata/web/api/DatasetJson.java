package samdata.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import samdata.catalog.Catalog;
import samdata.catalog.licence.DatasetLicences;
import samdata.catalog.licence.Licences;
import samdata.catalog.store.Entry;
import samdata.catalog.store.Graphs;

/** One dataset as JSON; what is not stated is null or an empty list. */
final class DatasetJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Property TASK = property("https://w3id.org/samdata/ns#declaredTask");
    private static final Property TASK_TYPE = property("http://w3id.org/mlso/hasTaskType");
    private static final Property MODALITY = property("http://w3id.org/mlso/hasModality");
    private static final Property ATTRIBUTION = property("http://www.w3.org/ns/prov#qualifiedAttribution");
    private static final Property AGENT = property("http://www.w3.org/ns/prov#agent");
    private static final Property RECORDS = property("http://data.europa.eu/it6/numberOfDatapoints");

    private final Catalog catalog;
    private final String lang;
    private final Licences known;
    private final Entry entry;
    private final Described described;

    private DatasetJson(Catalog catalog, Licences known, Entry entry, String lang) {
        this.catalog = catalog;
        this.lang = lang;
        this.known = known;
        this.entry = entry;
        this.described = new Described(catalog, entry, lang);
    }

    static ObjectNode of(Catalog catalog, Licences known, Entry entry, String lang) {
        return new DatasetJson(catalog, known, entry, lang).json();
    }

    private ObjectNode json() {
        Node dataset = entry.iri();
        ObjectNode json = NODES.objectNode()
                .put("id", entry.id())
                .put("iri", dataset.getURI())
                .put("title", described.label(dataset))
                .put("description", text(dataset, DCTerms.description));
        json.set(
                "publisher",
                described.values(dataset, DCTerms.publisher).stream()
                        .findFirst()
                        .map(this::agent)
                        .orElse(null));
        json.set("contributors", contributors());
        ArrayNode stated = stated();
        json.set("licence", stated.isEmpty() ? null : bare(stated.get(0)));
        json.set("licences", stated);
        json.set("tasks", tasks());
        json.set("modality", ids(dataset, MODALITY));
        json.set("themes", concepts(described.values(dataset, DCAT.theme)));
        json.set("keywords", ids(dataset, DCAT.keyword));
        json.set("languages", ids(dataset, DCTerms.language));
        json.put("issued", text(dataset, DCTerms.issued))
                .put("modified", text(dataset, DCTerms.modified))
                .put("landingPage", first(dataset, DCAT.landingPage))
                .put("accessRights", first(dataset, DCTerms.accessRights));
        ArrayNode distributions = json.putArray("distributions");
        described.values(dataset, DCAT.distribution).stream()
                .filter(node -> !node.isLiteral())
                .forEach(node -> distributions.add(distribution(node)));
        ArrayNode sources = json.putArray("sources");
        entry.sources().forEach(sources::add);
        json.set("record", record());
        json.set("alsoAt", new AlsoAtJson(catalog, lang).of(dataset.getURI()));
        return json;
    }

    private ObjectNode record() {
        return NODES.objectNode()
                .put("iri", Graphs.record(entry.home(), entry.id()).getURI())
                .put("source", entry.home())
                .put("graph", Graphs.stated(entry.home()).getURI())
                .put("issued", entry.firstSeen().toString())
                .put("modified", entry.lastChanged().toString());
    }

    private ObjectNode distribution(Node node) {
        ObjectNode json = NODES.objectNode()
                .put("iri", node.toString())
                .put("title", text(node, DCTerms.title))
                .put("description", text(node, DCTerms.description))
                .put("accessURL", first(node, DCAT.accessURL))
                .put("downloadURL", first(node, DCAT.downloadURL));
        json.set("format", ids(node, DCTerms.format));
        json.set("mediaType", ids(node, DCAT.mediaType));
        json.set("licences", concepts(described.values(node, DCTerms.license)));
        return json.put("byteSize", text(node, DCAT.byteSize)).put("records", text(node, RECORDS));
    }

    /** Each once, with every place where it is stated. */
    private ArrayNode stated() {
        return new StatedLicencesJson(known, DatasetLicences.of(entry, known)).json(this::concept);
    }

    private static ObjectNode bare(JsonNode licence) {
        ObjectNode concept = licence.deepCopy();
        return concept.retain("id", "iri", "label");
    }

    private ArrayNode tasks() {
        ArrayNode tasks = NODES.arrayNode();
        Stream.of(TASK, TASK_TYPE)
                .flatMap(property -> described.values(entry.iri(), property).stream())
                .distinct()
                .forEach(task -> tasks.add(concept(task).put("level", "unknown")));
        return tasks;
    }

    private ArrayNode contributors() {
        Map<Node, Set<Node>> roles = new LinkedHashMap<>();
        Stream.of(DCTerms.creator, DCTerms.contributor)
                .flatMap(property -> described.values(entry.iri(), property).stream())
                .forEach(agent -> roles.computeIfAbsent(agent, any -> new LinkedHashSet<>()));
        for (Node attribution : described.values(entry.iri(), ATTRIBUTION))
            for (Node agent : described.values(attribution, AGENT))
                roles.computeIfAbsent(agent, any -> new LinkedHashSet<>())
                        .addAll(described.values(attribution, DCAT.hadRole));
        ArrayNode contributors = NODES.arrayNode();
        roles.forEach((agent, played) -> {
            ObjectNode json = agent(agent);
            json.set("roles", concepts(List.copyOf(played)));
            contributors.add(json);
        });
        return contributors;
    }

    private ObjectNode agent(Node agent) {
        return NODES.objectNode().put("iri", iri(agent)).put("name", described.label(agent));
    }

    private ArrayNode concepts(List<Node> nodes) {
        ArrayNode concepts = NODES.arrayNode();
        nodes.forEach(node -> concepts.add(concept(node)));
        return concepts;
    }

    private ObjectNode concept(Node node) {
        return NODES.objectNode()
                .put("id", described.id(node))
                .put("iri", iri(node))
                .put("label", described.label(node));
    }

    private ArrayNode ids(Node subject, Property property) {
        ArrayNode ids = NODES.arrayNode();
        described.values(subject, property).stream()
                .map(described::id)
                .distinct()
                .forEach(ids::add);
        return ids;
    }

    private @Nullable String text(Node subject, Property property) {
        return described.text(subject, property).orElse(null);
    }

    private @Nullable String first(Node subject, Property property) {
        return described.values(subject, property).stream()
                .findFirst()
                .map(Described::written)
                .orElse(null);
    }

    private static @Nullable String iri(Node node) {
        return node.isURI() ? node.getURI() : null;
    }

    private static Property property(String iri) {
        return ResourceFactory.createProperty(iri);
    }
}
