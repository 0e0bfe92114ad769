package samdata.web.demo;

import static samdata.web.demo.Words.iri;
import static samdata.web.demo.Words.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * One dataset as Croissant 1.0, its distributions as file objects and its features as the fields of a record set. What
 * schema.org and Croissant have no word for stands beside them under prefixed keys, in the same nodes.
 */
final class CroissantDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IT6 = "http://data.europa.eu/it6/";
    private static final Node HAS_FEATURE = NodeFactory.createURI(IT6 + "hasFeature");
    private static final Node IS_APPLIED_TO = NodeFactory.createURI(IT6 + "isAppliedTo");
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "CSV", "text/csv",
            "JSON", "application/json",
            "PARQUET", "application/vnd.apache.parquet",
            "ZIP", "application/zip",
            "TAR", "application/x-tar",
            "GZIP", "application/gzip",
            "GEOJSON", "application/geo+json",
            "TXT", "text/plain",
            "XML", "application/xml");

    private final Graph graph;
    private final Node dataset;
    private final JsonLdTree tree;

    CroissantDocument(Graph graph, Node dataset) {
        this.graph = graph;
        this.dataset = dataset;
        this.tree = new JsonLdTree(graph, prefixes(graph), this::apart);
    }

    ObjectNode json() {
        ObjectNode json = JSON.createObjectNode();
        json.set("@context", context());
        json.put("@id", dataset.getURI());
        json.putArray("@type").add("sc:Dataset").add("dcat:Dataset");
        json.put("dct:conformsTo", "http://mlcommons.org/croissant/1.0");
        json.put("name", text(graph, dataset, DCTerms.title.asNode()));
        json.put("description", text(graph, dataset, DCTerms.description.asNode()));
        put(json, "url", iri(graph, dataset, DCAT.landingPage.asNode()));
        put(json, "datePublished", text(graph, dataset, DCTerms.issued.asNode()));
        put(json, "dateModified", text(graph, dataset, DCTerms.modified.asNode()));
        put(json, "license", licence());
        organisation(json, "creator", DCTerms.creator.asNode());
        organisation(json, "publisher", DCTerms.publisher.asNode());
        ArrayNode keywords = json.putArray("keywords");
        Words.all(graph, dataset, DCAT.keyword.asNode()).forEach(word -> keywords.add(word.getLiteralLexicalForm()));
        Set<Node> elsewhere = Set.of(RDF.Nodes.type, DCAT.distribution.asNode());
        json.setAll(tree.properties(dataset, property -> !elsewhere.contains(property)));
        ArrayNode files = json.putArray("distribution");
        ArrayNode fields = JSON.createArrayNode();
        for (Node distribution : Words.all(graph, dataset, DCAT.distribution.asNode())) {
            Words.all(graph, distribution, HAS_FEATURE).forEach(feature -> fields.add(field(feature, distribution)));
            files.add(file(distribution));
        }
        if (!fields.isEmpty())
            json.putArray("recordSet")
                    .addObject()
                    .put("@id", dataset.getURI() + "#records")
                    .put("@type", "cr:RecordSet")
                    .set("field", fields);
        return json;
    }

    private ObjectNode file(Node distribution) {
        ObjectNode json = JSON.createObjectNode();
        json.put("@id", distribution.getURI())
                .putArray("@type")
                .add("cr:FileObject")
                .add("dcat:Distribution");
        json.put("name", text(graph, distribution, DCTerms.title.asNode()));
        put(json, "contentUrl", iri(graph, distribution, DCAT.downloadURL.asNode()));
        String format = iri(graph, distribution, DCTerms.format.asNode()).replaceFirst(".*/", "");
        put(json, "encodingFormat", MEDIA_TYPES.getOrDefault(format, ""));
        json.setAll(tree.properties(distribution, property -> !property.equals(RDF.Nodes.type)));
        tree.reverse(json, distribution, IS_APPLIED_TO);
        return json;
    }

    /** The feature's own statements stand where the distribution names it; here is what Croissant says of a column. */
    private ObjectNode field(Node feature, Node distribution) {
        String title = text(graph, feature, DCTerms.title.asNode());
        String type = iri(graph, feature, DCTerms.type.asNode());
        ObjectNode json = JSON.createObjectNode().put("@id", feature.toString()).put("@type", "cr:Field");
        json.put("name", title).put("dataType", type.endsWith("#numeric") ? "sc:Float" : "sc:Text");
        ObjectNode source = json.putObject("source");
        source.putObject("fileObject").put("@id", distribution.getURI());
        source.putObject("extract").put("column", title);
        return json;
    }

    private void organisation(ObjectNode json, String word, Node property) {
        Words.all(graph, dataset, property).stream()
                .filter(Node::isURI)
                .findFirst()
                .ifPresent(agent -> json.putObject(word)
                        .put("@id", agent.getURI())
                        .put("@type", "sc:Organization")
                        .put("name", text(graph, agent, FOAF.name.asNode())));
    }

    /** The one licence of all distributions; empty when they differ or say none. */
    private String licence() {
        List<String> licences = Words.all(graph, dataset, DCAT.distribution.asNode()).stream()
                .map(distribution -> iri(graph, distribution, DCTerms.license.asNode()))
                .distinct()
                .toList();
        return licences.size() == 1 ? licences.get(0) : "";
    }

    private boolean apart(Node node) {
        return graph.contains(node, RDF.Nodes.type, DCAT.Dataset.asNode())
                || graph.contains(node, RDF.Nodes.type, DCAT.Catalog.asNode());
    }

    private static void put(ObjectNode json, String key, String value) {
        if (!value.isEmpty()) json.put(key, value);
    }

    /** Croissant's own context as far as it is used here, and the company's prefixes. */
    private ObjectNode context() {
        ObjectNode context = JSON.createObjectNode().put("@language", "en").put("@vocab", "https://schema.org/");
        prefixes(graph).getNsPrefixMap().forEach(context::put);
        context.put("recordSet", "cr:recordSet").put("field", "cr:field");
        context.put("fileObject", "cr:fileObject").put("extract", "cr:extract").put("column", "cr:column");
        context.put("source", "cr:source");
        context.putObject("dataType").put("@id", "cr:dataType").put("@type", "@vocab");
        return context;
    }

    private static PrefixMapping prefixes(Graph graph) {
        return PrefixMapping.Factory.create()
                .setNsPrefixes(graph.getPrefixMapping())
                .setNsPrefix("sc", "https://schema.org/")
                .setNsPrefix("cr", "http://mlcommons.org/croissant/")
                .setNsPrefix("dcat", DCAT.NS)
                .setNsPrefix("dct", DCTerms.NS);
    }
}
