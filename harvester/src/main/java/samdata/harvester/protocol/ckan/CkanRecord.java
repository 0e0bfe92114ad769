package samdata.harvester.protocol.ckan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.read.Genid;
import samdata.harvester.read.Iris;
import samdata.harvester.read.JsonLdTerms;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;
import samdata.vocab.Sam;

/**
 * One CKAN package as DCAT. A field that is read is taken out of the record; what is left at the end is kept raw, as
 * {@code sam:extra}. Keys that are RDF terms ({@code prov:qualifiedAttribution}, {@code @type}) go to {@code linked} as
 * JSON-LD about the same node.
 */
final class CkanRecord {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*");
    /** What only counts other fields. */
    private static final List<String> DERIVED = List.of("num_resources", "num_tags");

    private final ObjectMapper json;
    private final String root;
    private final Graph out;
    private final ArrayNode linked;

    /** @param root the site, ending in a slash */
    CkanRecord(ObjectMapper json, String root, Graph out, ArrayNode linked) {
        this.json = json;
        this.root = root;
        this.out = out;
        this.linked = linked;
    }

    void add(ObjectNode packaged) {
        var fields = withExtras(packaged);
        var id = text(fields, "id").or(() -> text(fields, "name")).orElse("");
        var dataset = named(fields, root + "dataset/" + id);
        out.add(dataset, RDF.Nodes.type, DCAT.Dataset.asNode());
        linked(dataset, fields);
        fallBack(fields, "identifier", "guid");
        if (!isPresent(fields.get("identifier"))) fields.put("identifier", id);
        if (dataset.getURI().contains(id) || id.equals(fields.path("identifier").asText())) fields.remove("id");
        fallBack(fields, "issued", "metadata_created");
        fallBack(fields, "modified", "metadata_modified");
        tags(dataset, fields);
        publisher(dataset, fields);
        creators(dataset, fields);
        contacts(dataset, fields);
        periods(dataset, fields);
        places(dataset, fields);
        var licence = licence(fields);
        map(dataset, fields, CkanFields.DATASET);
        var resources = fields.path("resources");
        fields.remove("resources");
        resources.forEach(resource -> {
            if (resource instanceof ObjectNode node) resource(dataset, id, node.deepCopy(), licence);
        });
        // as ckanext-dcat does: a licence covers the distributions; without any it is the dataset's
        if (resources.isEmpty()) licence.ifPresent(given -> out.add(dataset, DCTerms.license.asNode(), given));
        fields.remove(DERIVED);
        extras(dataset, fields);
    }

    private void resource(Node dataset, String id, ObjectNode fields, Optional<Node> licence) {
        var distribution = named(
                fields,
                root + "dataset/" + id + "/resource/"
                        + text(fields, "id").orElseGet(() -> Genid.hash(fields.toString())));
        out.add(dataset, DCAT.distribution.asNode(), distribution);
        out.add(distribution, RDF.Nodes.type, DCAT.Distribution.asNode());
        boolean licensed = fields.has("license") || fields.has("license_url") || fields.has("dct:license");
        linked(distribution, fields);
        if (fields.path("access_url").equals(fields.path("url"))) fields.remove("url");
        fallBack(fields, "access_url", "url");
        fallBack(fields, "issued", "created");
        fallBack(fields, "modified", "last_modified", "metadata_modified");
        checksum(distribution, fields);
        services(distribution, fields);
        map(distribution, fields, CkanFields.RESOURCE);
        if (!licensed) licence.ifPresent(given -> out.add(distribution, DCTerms.license.asNode(), given));
        fields.remove(List.of("id", "package_id", "position"));
        extras(distribution, fields);
    }

    /** The extras beside the fields; where both exist the field counts and the extra keeps its place among the extras. */
    private ObjectNode withExtras(ObjectNode packaged) {
        var fields = packaged.deepCopy();
        var kept = json.createArrayNode();
        fields.path("extras").forEach(extra -> {
            var key = extra.path("key").asText();
            if (key.isEmpty() || isPresent(fields.get(key))) kept.add(extra);
            else fields.set(key, extra.path("value"));
        });
        if (kept.isEmpty()) fields.remove("extras");
        else fields.set("extras", kept);
        return fields;
    }

    private Node named(ObjectNode fields, String otherwise) {
        var uri = text(fields, "uri").filter(Iris::good);
        if (uri.isPresent()) fields.remove("uri");
        return NodeFactory.createURI(uri.orElse(otherwise.replaceAll("[\\s<>\"{}|\\\\^`]", "-")));
    }

    private void linked(Node subject, ObjectNode fields) {
        var node = json.createObjectNode();
        for (String key : names(fields)) {
            if (!JsonLdTerms.isTerm(key)) continue;
            node.set(key, unpacked(fields.get(key)));
            fields.remove(key);
        }
        if (!node.isEmpty()) linked.add(node.put("@id", subject.getURI()));
    }

    private void fallBack(ObjectNode fields, String wanted, String... others) {
        for (String other : others) {
            if (isPresent(fields.get(wanted))) return;
            if (isPresent(fields.get(other))) fields.set(wanted, fields.remove(other));
        }
    }

    private void tags(Node dataset, ObjectNode fields) {
        fields.path("tags").forEach(tag -> {
            var word = tag.isTextual()
                    ? tag.asText()
                    : tag.path("display_name").asText(tag.path("name").asText());
            if (!word.isBlank()) out.add(dataset, DCAT.keyword.asNode(), Values.text(word));
        });
        fields.remove("tags");
    }

    private Optional<Node> licence(ObjectNode fields) {
        for (String name : List.of("license_url", "license_id", "license_title")) {
            var stated = text(fields, name);
            if (stated.isEmpty()) continue;
            fields.remove(name);
            return stated.map(Values::link);
        }
        return Optional.empty();
    }

    private void publisher(Node dataset, ObjectNode fields) {
        for (JsonNode given : objects(fields, "publisher"))
            agent(dataset, DCTerms.publisher.asNode(), (ObjectNode) given);
        var stated = prefixed(fields, "publisher_");
        if (stated.has("uri") || stated.has("name")) {
            agent(dataset, DCTerms.publisher.asNode(), stated);
        } else if (fields.path("organization").isObject()
                && !out.contains(dataset, DCTerms.publisher.asNode(), Node.ANY)
                && !isLinked(dataset, "dct:publisher", "publisher")) {
            var organization = fields.get("organization");
            var node = NodeFactory.createURI(root + "organization/"
                    + organization.path("id").asText(organization.path("name").asText()));
            out.add(dataset, DCTerms.publisher.asNode(), node);
            out.add(node, RDF.Nodes.type, FOAF.Organization.asNode());
            text(organization, "title")
                    .or(() -> text(organization, "name"))
                    .ifPresent(name -> out.add(node, FOAF.name.asNode(), Values.text(name)));
            text(organization, "description")
                    .ifPresent(words -> out.add(node, DCTerms.description.asNode(), Values.text(words)));
            fields.remove("organization");
        }
    }

    private boolean isLinked(Node subject, String... keys) {
        for (JsonNode node : linked) {
            if (!node.path("@id").asText().equals(subject.getURI())) continue;
            if (Stream.of(keys).anyMatch(node::has)) return true;
        }
        return false;
    }

    private void creators(Node dataset, ObjectNode fields) {
        for (JsonNode given : objects(fields, "creator")) agent(dataset, DCTerms.creator.asNode(), (ObjectNode) given);
        var author = json.createObjectNode();
        text(fields, "author").ifPresent(name -> author.put("name", name));
        text(fields, "author_email").ifPresent(mail -> author.put("email", mail));
        if (!author.isEmpty()) agent(dataset, DCTerms.creator.asNode(), author);
        fields.remove(List.of("author", "author_email"));
    }

    private void agent(Node dataset, Node property, ObjectNode given) {
        var node = Stream.of("uri", "identifier")
                .map(name -> text(given, name))
                .flatMap(Optional::stream)
                .map(Values::link)
                .filter(Node::isURI)
                .findFirst()
                .orElseGet(NodeFactory::createBlankNode);
        out.add(dataset, property, node);
        out.add(node, RDF.Nodes.type, FOAF.Agent.asNode());
        text(given, "name").ifPresent(name -> out.add(node, FOAF.name.asNode(), Values.text(name)));
        text(given, "email").ifPresent(mail -> out.add(node, FOAF.mbox.asNode(), Values.mailbox(mail)));
        text(given, "url").ifPresent(url -> out.add(node, FOAF.homepage.asNode(), Values.link(url)));
        text(given, "type").ifPresent(type -> out.add(node, DCTerms.type.asNode(), Values.link(type)));
        text(given, "identifier").ifPresent(id -> out.add(node, DCTerms.identifier.asNode(), Values.text(id)));
    }

    private void contacts(Node dataset, ObjectNode fields) {
        objects(fields, "contact").forEach(given -> contact(dataset, (ObjectNode) given));
        var stated = prefixed(fields, "contact_");
        var maintainer = json.createObjectNode();
        text(fields, "maintainer").ifPresent(name -> maintainer.put("name", name));
        text(fields, "maintainer_email").ifPresent(mail -> maintainer.put("email", mail));
        fields.remove(List.of("maintainer", "maintainer_email"));
        if (!stated.isEmpty()) contact(dataset, stated);
        if (!maintainer.isEmpty()) contact(dataset, maintainer);
    }

    private void contact(Node dataset, ObjectNode given) {
        var node = text(given, "uri").map(Values::link).filter(Node::isURI).orElseGet(NodeFactory::createBlankNode);
        out.add(dataset, DCAT.contactPoint.asNode(), node);
        out.add(node, RDF.Nodes.type, Terms.of(Terms.VCARD, "Kind"));
        text(given, "name").ifPresent(name -> out.add(node, Terms.of(Terms.VCARD, "fn"), Values.text(name)));
        text(given, "email").ifPresent(mail -> out.add(node, Terms.of(Terms.VCARD, "hasEmail"), Values.mailbox(mail)));
        text(given, "url").ifPresent(url -> out.add(node, Terms.of(Terms.VCARD, "hasURL"), Values.link(url)));
        text(given, "identifier").ifPresent(id -> out.add(node, Terms.of(Terms.VCARD, "hasUID"), Values.link(id)));
    }

    private void periods(Node dataset, ObjectNode fields) {
        for (JsonNode period : objects(fields, "temporal_coverage"))
            period(dataset, text(period, "start"), text(period, "end"));
        period(dataset, text(fields, "temporal_start"), text(fields, "temporal_end"));
        fields.remove(List.of("temporal_start", "temporal_end"));
    }

    private void period(Node dataset, Optional<String> start, Optional<String> end) {
        if (start.isEmpty() && end.isEmpty()) return;
        var node = NodeFactory.createBlankNode();
        out.add(dataset, DCTerms.temporal.asNode(), node);
        out.add(node, RDF.Nodes.type, DCTerms.PeriodOfTime.asNode());
        start.ifPresent(date -> out.add(node, DCAT.startDate.asNode(), Values.date(date)));
        end.ifPresent(date -> out.add(node, DCAT.endDate.asNode(), Values.date(date)));
    }

    private void places(Node dataset, ObjectNode fields) {
        objects(fields, "spatial_coverage").forEach(place -> place(dataset, (ObjectNode) place));
        var place = json.createObjectNode();
        text(fields, "spatial_uri").ifPresent(uri -> place.put("uri", uri));
        text(fields, "spatial_text").ifPresent(words -> place.put("text", words));
        if (isPresent(fields.get("spatial"))) place.set("geom", fields.get("spatial"));
        if (!place.isEmpty()) place(dataset, place);
        fields.remove(List.of("spatial_uri", "spatial_text", "spatial"));
    }

    private void place(Node dataset, ObjectNode given) {
        var node = text(given, "uri").map(Values::link).filter(Node::isURI).orElseGet(NodeFactory::createBlankNode);
        out.add(dataset, DCTerms.spatial.asNode(), node);
        var words = text(given, "text");
        if (node.isURI() && words.isEmpty() && given.size() == 1) return;
        out.add(node, RDF.Nodes.type, DCTerms.Location.asNode());
        words.ifPresent(label ->
                out.add(node, Terms.of("http://www.w3.org/2004/02/skos/core#", "prefLabel"), Values.text(label)));
        geometry(node, given, "geom", Terms.of(Terms.LOCN, "geometry"));
        geometry(node, given, "bbox", Terms.of(Terms.DCAT, "bbox"));
        geometry(node, given, "centroid", Terms.of(Terms.DCAT, "centroid"));
    }

    private void geometry(Node place, ObjectNode given, String name, Node property) {
        var geometry = given.get(name);
        if (!isPresent(geometry)) return;
        var type = org.apache.jena.datatypes.TypeMapper.getInstance()
                .getSafeTypeByName("https://www.iana.org/assignments/media-types/application/vnd.geo+json");
        out.add(place, property, NodeFactory.createLiteralDT(raw(geometry), type));
    }

    private void checksum(Node distribution, ObjectNode fields) {
        var hash = text(fields, "hash");
        if (hash.isEmpty()) return;
        var node = NodeFactory.createBlankNode();
        out.add(distribution, Terms.of(Terms.SPDX, "checksum"), node);
        out.add(node, RDF.Nodes.type, Terms.of(Terms.SPDX, "Checksum"));
        out.add(
                node,
                Terms.of(Terms.SPDX, "checksumValue"),
                Values.digits(hash.get()).orElseGet(() -> Values.text(hash.get())));
        text(fields, "hash_algorithm")
                .ifPresent(by -> out.add(node, Terms.of(Terms.SPDX, "algorithm"), Values.link(by)));
        fields.remove(List.of("hash", "hash_algorithm"));
    }

    private void services(Node distribution, ObjectNode fields) {
        if (!isPresent(fields.get("access_services"))) return;
        fields.set("access_services", unpacked(fields.get("access_services")));
        for (JsonNode given : objects(fields, "access_services")) {
            var service = ((ObjectNode) given).deepCopy();
            var node =
                    text(service, "uri").map(Values::link).filter(Node::isURI).orElseGet(NodeFactory::createBlankNode);
            service.remove("uri");
            out.add(distribution, DCAT.accessService.asNode(), node);
            out.add(node, RDF.Nodes.type, DCAT.DataService.asNode());
            map(node, service, CkanFields.SERVICE);
            extras(node, service);
        }
    }

    private void map(Node subject, ObjectNode fields, Map<String, CkanFields.Field> table) {
        for (String name : names(fields)) {
            var field = table.get(name);
            var value = fields.get(name);
            if (field == null || !isPresent(value)) continue;
            var terms = terms(unpacked(value), field.kind());
            if (terms.isEmpty()) continue;
            terms.forEach(term -> out.add(subject, field.property(), term));
            fields.remove(name);
        }
    }

    /** The values of a field; none when its structure is not one that is understood. */
    private List<Node> terms(JsonNode value, CkanFields.Kind kind) {
        List<Node> terms = new ArrayList<>();
        if (value.isArray()) {
            for (JsonNode each : value) {
                if (each.isContainerNode()) return List.of();
                terms.addAll(terms(each, kind));
            }
        } else if (value.isObject()) {
            if (kind != CkanFields.Kind.TEXT) return List.of();
            for (var words : value.properties()) {
                if (!LANGUAGE.matcher(words.getKey()).matches()
                        || words.getValue().isContainerNode()) return List.of();
                if (isPresent(words.getValue()))
                    terms.add(NodeFactory.createLiteralLang(
                            words.getValue().asText(), words.getKey().replace('_', '-')));
            }
        } else if (isPresent(value)) {
            terms.add(term(value.asText(), kind));
        }
        return terms;
    }

    private static Node term(String text, CkanFields.Kind kind) {
        return switch (kind) {
            case TEXT -> Values.text(text);
            case LINK -> Values.link(text);
            case DATE -> Values.date(text);
            case BYTES -> Values.bytes(text).orElseGet(() -> Values.text(text));
        };
    }

    /** Everything that no rule has taken, raw. */
    private void extras(Node subject, ObjectNode fields) {
        Map<String, JsonNode> left = new LinkedHashMap<>();
        fields.path("extras").forEach(extra -> left.put(extra.path("key").asText(), extra.path("value")));
        fields.remove("extras");
        fields.properties().forEach(field -> left.putIfAbsent(field.getKey(), field.getValue()));
        left.forEach((key, value) -> {
            if (!isPresent(value)) return;
            var node = NodeFactory.createBlankNode();
            out.add(subject, Sam.extra, node);
            out.add(node, Sam.key, Values.text(key));
            out.add(node, Sam.value, Values.text(raw(value)));
        });
    }

    /** The fields that begin so, without that beginning, taken out of the record. */
    private ObjectNode prefixed(ObjectNode fields, String prefix) {
        var found = json.createObjectNode();
        for (String name : names(fields)) {
            var rest = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
            if (!List.of("uri", "name", "email", "url", "type", "identifier").contains(rest)) continue;
            if (isPresent(fields.get(name))) found.set(rest, fields.get(name));
            fields.remove(name);
        }
        return found;
    }

    /** The objects of a list field, taken out of the record; none when it holds anything else. */
    private List<JsonNode> objects(ObjectNode fields, String name) {
        var value = unpacked(fields.path(name));
        if (value.isObject()) value = json.createArrayNode().add(value);
        List<JsonNode> found = new ArrayList<>();
        value.forEach(found::add);
        if (!value.isArray() || !found.stream().allMatch(JsonNode::isObject)) return List.of();
        fields.remove(name);
        return found;
    }

    /** CKAN extras are text, in which lists and objects are written as JSON. */
    private JsonNode unpacked(JsonNode value) {
        if (!value.isTextual() || !value.asText().strip().matches("(?s)[\\[{].*[\\]}]")) return value;
        try {
            return json.readTree(value.asText());
        } catch (JsonProcessingException e) {
            return value;
        }
    }

    private static String raw(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static Optional<String> text(JsonNode fields, String name) {
        var value = fields.path(name);
        return value.isValueNode() && isPresent(value) ? Optional.of(value.asText()) : Optional.empty();
    }

    private static boolean isPresent(@org.jspecify.annotations.Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) return false;
        return value.isContainerNode() ? !value.isEmpty() : !value.asText().isBlank();
    }

    private static List<String> names(ObjectNode fields) {
        List<String> names = new ArrayList<>();
        fields.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
