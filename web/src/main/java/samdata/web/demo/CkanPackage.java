package samdata.web.demo;

import static samdata.web.demo.Words.iri;
import static samdata.web.demo.Words.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
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

    private final Graph graph;
    private final Node dataset;
    private final JsonLdTree tree;

    CkanPackage(Graph graph, Node dataset) {
        this.graph = graph;
        this.dataset = dataset;
        this.tree = new JsonLdTree(graph, Prefixes.ofContext(), this::apart);
    }

    ObjectNode json(int position) {
        ObjectNode json = JSON.createObjectNode();
        String name = Words.name(graph, dataset);
        json.put("id", id(dataset)).put("name", name).put("uri", dataset.getURI());
        json.put("type", "dataset").put("state", "active").put("private", false);
        json.put("title", text(graph, dataset, DCTerms.title.asNode()));
        json.put("notes", text(graph, dataset, DCTerms.description.asNode()));
        json.put("url", iri(graph, dataset, DCAT.landingPage.asNode()));
        organization(json);
        tags(json.putArray("tags"));
        List<Node> distributions = objects(dataset, DCAT.distribution.asNode());
        String licence = distributions.isEmpty() ? "" : iri(graph, distributions.get(0), DCTerms.license.asNode());
        json.put("license_url", licence).put("license_id", licence.replaceFirst(".*[/#]", ""));
        Set<Node> inResources = Set.of(DCAT.distribution.asNode(), RDF.Nodes.type);
        json.setAll(tree.properties(dataset, property -> !inResources.contains(property)));
        ArrayNode resources = json.putArray("resources");
        distributions.forEach(distribution -> resources.add(resource(distribution, resources.size())));
        return json.put("num_resources", resources.size())
                .put("num_tags", json.path("tags").size());
    }

    private void organization(ObjectNode json) {
        graph.find(dataset, DCTerms.publisher.asNode(), Node.ANY)
                .nextOptional()
                .map(Triple::getObject)
                .ifPresent(publisher -> json.putObject("organization")
                        .put("id", id(publisher))
                        .put("name", Words.name(graph, publisher))
                        .put("title", text(graph, publisher, FOAF.name.asNode()))
                        .put("type", "organization")
                        .put("is_organization", true));
    }

    private void tags(ArrayNode tags) {
        objects(dataset, DCAT.keyword.asNode()).stream()
                .map(Node::getLiteralLexicalForm)
                .distinct()
                .forEach(word -> tags.addObject()
                        .put("name", word)
                        .put("display_name", word)
                        .put("state", "active"));
    }

    private ObjectNode resource(Node distribution, int position) {
        ObjectNode json = JSON.createObjectNode();
        String address = iri(graph, distribution, DCAT.downloadURL.asNode());
        String format = iri(graph, distribution, DCTerms.format.asNode());
        json.put("id", id(distribution)).put("uri", distribution.getURI()).put("position", position);
        json.put("name", text(graph, distribution, DCTerms.title.asNode()));
        json.put("url", address.isEmpty() ? iri(graph, distribution, DCAT.accessURL.asNode()) : address);
        json.put("format", format.replaceFirst(".*/", "")).put("state", "active");
        json.setAll(tree.properties(distribution, property -> !property.equals(RDF.Nodes.type)));
        tree.reverse(json, distribution, IS_APPLIED_TO);
        return json;
    }

    private List<Node> objects(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    /** A distribution is a resource of its own package; datasets and catalogues have their own records. */
    private boolean apart(Node node) {
        return graph.contains(node, RDF.Nodes.type, DCAT.Dataset.asNode())
                || graph.contains(node, RDF.Nodes.type, DCAT.Catalog.asNode())
                || graph.contains(node, RDF.Nodes.type, DCAT.Distribution.asNode());
    }

    private static String id(Node node) {
        return UUID.nameUUIDFromBytes(node.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
