package samdata.web.demo;

import static samdata.web.demo.Words.iri;
import static samdata.web.demo.Words.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * One dataset as CKAN's package JSON. What CKAN has a field for stands in that field; the rest, and what the field
 * cannot carry whole (a language, a datatype), stands as JSON-LD under prefixed keys of samdata's context.
 */
final class CkanPackage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Node IS_APPLIED_TO = NodeFactory.createURI("http://data.europa.eu/it6/isAppliedTo");
    private static final Map<Node, String> DATASET_FIELDS = Map.of(
            DCTerms.identifier.asNode(), "identifier",
            DCTerms.issued.asNode(), "issued",
            DCTerms.modified.asNode(), "modified",
            DCTerms.language.asNode(), "language",
            DCTerms.accessRights.asNode(), "access_rights",
            DCTerms.source.asNode(), "source",
            DCAT.theme.asNode(), "theme",
            DCAT.landingPage.asNode(), "url");
    private static final Map<Node, String> RESOURCE_FIELDS = Map.of(
            DCAT.accessURL.asNode(), "access_url",
            DCAT.downloadURL.asNode(), "download_url",
            DCTerms.license.asNode(), "license");

    private final Graph graph;
    private final Node dataset;
    private final JsonLdTree tree;

    CkanPackage(Graph graph, Node dataset) {
        this.graph = graph;
        this.dataset = dataset;
        this.tree = new JsonLdTree(graph, Prefixes.ofContext(), this::apart);
    }

    ObjectNode json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", id(dataset)).put("name", Words.name(graph, dataset)).put("uri", dataset.getURI());
        json.put("type", "dataset").put("state", "active").put("private", false);
        json.put("title", text(graph, dataset, DCTerms.title.asNode()));
        json.put("notes", text(graph, dataset, DCTerms.description.asNode()));
        organization(json);
        ArrayNode tags = json.putArray("tags");
        Words.all(graph, dataset, DCAT.keyword.asNode()).stream()
                .map(Node::getLiteralLexicalForm)
                .distinct()
                .forEach(word -> tags.addObject().put("name", word).put("display_name", word));
        Set<Node> written = fields(json, dataset, DATASET_FIELDS);
        written.addAll(List.of(DCAT.distribution.asNode(), RDF.Nodes.type));
        json.setAll(tree.properties(dataset, property -> !written.contains(property)));
        ArrayNode resources = json.putArray("resources");
        Words.all(graph, dataset, DCAT.distribution.asNode())
                .forEach(distribution -> resources.add(resource(distribution, resources.size())));
        return json.put("num_resources", resources.size()).put("num_tags", tags.size());
    }

    private ObjectNode resource(Node distribution, int position) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", id(distribution)).put("uri", distribution.getURI()).put("position", position);
        json.put("name", text(graph, distribution, DCTerms.title.asNode()));
        String address = iri(graph, distribution, DCAT.downloadURL.asNode());
        json.put("url", address.isEmpty() ? iri(graph, distribution, DCAT.accessURL.asNode()) : address);
        json.put("format", iri(graph, distribution, DCTerms.format.asNode()).replaceFirst(".*/", ""));
        Set<Node> written = fields(json, distribution, RESOURCE_FIELDS);
        written.add(RDF.Nodes.type);
        json.setAll(tree.properties(distribution, property -> !written.contains(property)));
        tree.reverse(json, distribution, IS_APPLIED_TO);
        return json;
    }

    private void organization(ObjectNode json) {
        Words.all(graph, dataset, DCTerms.publisher.asNode()).stream()
                .findFirst()
                .ifPresent(publisher -> json.putObject("organization")
                        .put("id", id(publisher))
                        .put("name", Words.name(graph, publisher))
                        .put("title", text(graph, publisher, FOAF.name.asNode()))
                        .put("type", "organization"));
    }

    /** Fills the fields that can carry what is stated, and returns the properties that need no more words. */
    private Set<Node> fields(ObjectNode json, Node subject, Map<Node, String> table) {
        Set<Node> written = new HashSet<>();
        table.forEach((property, field) -> {
            List<Node> values = Words.all(graph, subject, property);
            if (values.isEmpty() || !values.stream().allMatch(CkanPackage::isPlain)) return;
            written.add(property);
            if (values.size() == 1) json.put(field, plain(values.get(0)));
            else values.forEach(value -> json.withArray(field).add(plain(value)));
        });
        return written;
    }

    /** Whether the text alone says it all: an IRI, a string or a date. */
    private static boolean isPlain(Node value) {
        if (value.isURI()) return true;
        return value.isLiteral()
                && value.getLiteralLanguage().isEmpty()
                && List.of(XSDDatatype.XSDstring, XSDDatatype.XSDdate).contains(value.getLiteralDatatype());
    }

    private static String plain(Node value) {
        return value.isURI() ? value.getURI() : value.getLiteralLexicalForm();
    }

    /** A distribution is a resource of its own package; datasets and catalogues have their own records. */
    private boolean apart(Node node) {
        return List.of(DCAT.Dataset, DCAT.Catalog, DCAT.Distribution).stream()
                .anyMatch(type -> graph.contains(node, RDF.Nodes.type, type.asNode()));
    }

    private static String id(Node node) {
        return UUID.nameUUIDFromBytes(node.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
