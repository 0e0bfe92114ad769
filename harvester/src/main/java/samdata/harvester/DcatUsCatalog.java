package samdata.harvester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/** The catalogue that a data.json is, with a node for each dataset that its entries can refer to by identifier. */
final class DcatUsCatalog {
    private final Node catalog;
    private final Map<String, Node> datasets = new HashMap<>();
    private final Graph out;

    DcatUsCatalog(ObjectNode json, Source source, Reading reading) {
        this.out = reading.stated();
        nameDatasets(json.path("dataset"));
        var fields = new JsonFields(json);
        this.catalog = fields.takenIri("@id")
                .orElseGet(() -> NodeFactory.createURI(source.url().toString()));
        fields.drop("dataset");
        out.add(catalog, RDF.Nodes.type, DCAT.Catalog.asNode());
        if (fields.text("@type").filter("dcat:Catalog"::equals).isPresent()) fields.drop("@type");
        DcatUsRecord.agents(catalog, fields, out);
        fields.map(catalog, DcatUsFields.CATALOG, out);
        fields.extras(catalog, out);
    }

    void add(ObjectNode record) {
        var fields = new JsonFields(record);
        var iri = fields.takenIri("@id");
        var dataset =
                datasets.getOrDefault(record.path("identifier").asText(), iri.orElseGet(NodeFactory::createBlankNode));
        out.add(catalog, DCAT.dataset.asNode(), dataset);
        new DcatUsRecord(dataset, out).add(fields, this);
    }

    /** The dataset that an entry names as its collection, when one in this file has that identifier; else what is written. */
    Node named(String identifier) {
        return datasets.getOrDefault(identifier, Values.link(identifier));
    }

    /** An identifier that several entries have names none of them. */
    private void nameDatasets(JsonNode records) {
        Set<String> shared = new HashSet<>(Set.of(""));
        for (JsonNode record : records) {
            var identifier = record.path("identifier").asText();
            var iri = record.path("@id").asText();
            var node = Iris.good(iri) ? NodeFactory.createURI(iri) : NodeFactory.createBlankNode();
            if (datasets.put(identifier, node) != null) shared.add(identifier);
        }
        datasets.keySet().removeAll(shared);
    }
}
