package samdata.web.demo;

import static samdata.web.demo.Words.iri;
import static samdata.web.demo.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
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
    private static final String LANGUAGE = "en";
    private static final Node HAS_FEATURE = NodeFactory.createURI(IT6 + "hasFeature");
    private static final Node IS_APPLIED_TO = NodeFactory.createURI(IT6 + "isAppliedTo");
    /** What stands as an object within the dataset's. */
    private static final Set<Node> WITHIN =
            Set.of(DCAT.distribution.asNode(), DCTerms.creator.asNode(), DCTerms.publisher.asNode());

    private static final Set<Node> DATES = Set.of(DCTerms.issued.asNode(), DCTerms.modified.asNode());
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
    private final PrefixMapping prefixes;
    private final JsonLdTree tree;

    CroissantDocument(Graph graph, Node dataset) {
        this.graph = graph;
        this.dataset = dataset;
        this.prefixes = PrefixMapping.Factory.create()
                .setNsPrefixes(graph.getPrefixMapping())
                .setNsPrefix("sc", "https://schema.org/")
                .setNsPrefix("cr", "http://mlcommons.org/croissant/")
                .setNsPrefix("dct", DCTerms.NS);
        this.tree = new JsonLdTree(graph, prefixes, this::apart);
    }

    ObjectNode json() {
        ObjectNode json = JSON.createObjectNode();
        json.set("@context", context());
        json.put("@id", dataset.getURI());
        json.put("conformsTo", "http://mlcommons.org/croissant/1.0");
        texts(json, dataset);
        put(json, "url", iri(graph, dataset, DCAT.landingPage.asNode()));
        put(json, "datePublished", text(graph, dataset, DCTerms.issued.asNode()));
        put(json, "dateModified", text(graph, dataset, DCTerms.modified.asNode()));
        put(json, "license", commonLicence());
        agents(json, "creator", DCTerms.creator.asNode());
        agents(json, "publisher", DCTerms.publisher.asNode());
        json.setAll(tree.properties(dataset, unsaid(dataset)));
        typed(json, "sc:Dataset");
        ArrayNode fields = JSON.createArrayNode();
        ArrayNode files = json.putArray("distribution");
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
        json.put("@id", distribution.getURI());
        texts(json, distribution);
        String download = iri(graph, distribution, DCAT.downloadURL.asNode());
        put(json, "contentUrl", download.isEmpty() ? iri(graph, distribution, DCAT.accessURL.asNode()) : download);
        put(json, "license", iri(graph, distribution, DCTerms.license.asNode()));
        String format = iri(graph, distribution, DCTerms.format.asNode()).replaceFirst(".*/", "");
        put(json, "encodingFormat", MEDIA_TYPES.getOrDefault(format, ""));
        json.setAll(tree.properties(distribution, unsaid(distribution)));
        typed(json, "cr:FileObject");
        tree.reverse(json, distribution, IS_APPLIED_TO);
        return json;
    }

    private ObjectNode field(Node feature, Node distribution) {
        String title = text(graph, feature, DCTerms.title.asNode());
        String type = iri(graph, feature, DCTerms.type.asNode());
        ObjectNode json = typed(tree.node(feature), "cr:Field");
        json.putObject("name").put("@value", title);
        json.put("dataType", type.endsWith("#numeric") ? "sc:Float" : "sc:Text");
        ObjectNode source = json.putObject("source");
        source.putObject("fileObject").put("@id", distribution.getURI());
        source.putObject("extract").put("column", title);
        return json;
    }

    /** Name, description and keywords, as far as they are in the document's language. */
    private void texts(ObjectNode json, Node subject) {
        put(json, "name", text(graph, subject, DCTerms.title.asNode()));
        put(json, "description", text(graph, subject, DCTerms.description.asNode()));
        List<Node> keywords = Words.all(graph, subject, DCAT.keyword.asNode());
        if (keywords.isEmpty() || !keywords.stream().allMatch(this::inLanguage)) return;
        ArrayNode list = json.putArray("keywords");
        keywords.forEach(word -> list.add(word.getLiteralLexicalForm()));
    }

    private void agents(ObjectNode json, String word, Node property) {
        List<ObjectNode> agents = Words.all(graph, dataset, property).stream()
                .map(agent ->
                        typed(tree.node(agent), "sc:Organization").put("name", text(graph, agent, FOAF.name.asNode())))
                .toList();
        if (agents.size() == 1) json.set(word, agents.get(0));
        else agents.forEach(json.putArray(word)::add);
    }

    /** With the type of schema.org or Croissant before its own. */
    private static ObjectNode typed(ObjectNode json, String type) {
        ArrayNode types = JSON.createArrayNode().add(type);
        JsonNode own = json.path("@type");
        if (own.isArray()) own.forEach(types::add);
        else if (own.isTextual()) types.add(own);
        json.set("@type", types);
        return json;
    }

    /** The properties of {@code subject} that need a prefixed key, because no word of schema.org says them whole. */
    private Predicate<Node> unsaid(Node subject) {
        return property -> !said(property, Words.all(graph, subject, property), subject.equals(dataset));
    }

    private boolean said(Node property, List<Node> values, boolean ofDataset) {
        if (property.equals(DCAT.keyword.asNode())) return values.stream().allMatch(this::inLanguage);
        if (ofDataset && WITHIN.contains(property)) return true;
        if (values.size() > 1) return false;
        if (property.equals(DCTerms.title.asNode()) || property.equals(DCTerms.description.asNode()))
            return values.stream().allMatch(this::inLanguage);
        if (property.equals(DCTerms.license.asNode())) return !ofDataset;
        if (property.equals(DCAT.landingPage.asNode())) return ofDataset;
        return ofDataset
                && DATES.contains(property)
                && values.stream().allMatch(date -> XSDDatatype.XSDdate.equals(date.getLiteralDatatype()));
    }

    private boolean inLanguage(Node text) {
        return text.isLiteral() && text.getLiteralLanguage().equals(LANGUAGE);
    }

    /** The licence of all distributions; empty when they differ or say none. */
    private String commonLicence() {
        Set<String> licences = Words.all(graph, dataset, DCAT.distribution.asNode()).stream()
                .map(distribution -> iri(graph, distribution, DCTerms.license.asNode()))
                .collect(Collectors.toSet());
        return licences.size() == 1 ? licences.iterator().next() : "";
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
        ObjectNode context = JSON.createObjectNode().put("@language", LANGUAGE).put("@vocab", "https://schema.org/");
        prefixes.getNsPrefixMap().forEach(context::put);
        context.put("recordSet", "cr:recordSet").put("field", "cr:field").put("source", "cr:source");
        context.put("fileObject", "cr:fileObject").put("extract", "cr:extract").put("column", "cr:column");
        context.put("conformsTo", "dct:conformsTo");
        for (String link : List.of("url", "license", "contentUrl"))
            context.putObject(link).put("@id", "sc:" + link).put("@type", "@id");
        context.putObject("dataType").put("@id", "cr:dataType").put("@type", "@vocab");
        return context;
    }
}
