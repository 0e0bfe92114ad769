package samdata.harvester.protocol.dcatus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.read.JsonFields;
import samdata.harvester.read.Reading;
import samdata.harvester.read.Values;
import samdata.harvester.source.Source;

/** The catalogue that a data.json is, with a node for each dataset that its entries can refer to by identifier. */
final class DcatUsCatalog {
    private final Node catalog;
    private final DcatUsNames datasets;
    private final Graph out;

    /** @param json all of the file but its datasets */
    DcatUsCatalog(ObjectNode json, DcatUsNames datasets, Source source, Reading reading) {
        this.out = reading.stated();
        this.datasets = datasets;
        var fields = new JsonFields(json);
        this.catalog = fields.takenIri("@id")
                .orElseGet(() -> NodeFactory.createURI(source.url().toString()));
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
                datasets.of(record.path("identifier").asText()).or(() -> iri).orElseGet(NodeFactory::createBlankNode);
        out.add(catalog, DCAT.dataset.asNode(), dataset);
        new DcatUsRecord(dataset, out).add(fields, this);
    }

    /** The dataset that an entry names as its collection, when one in this file has that identifier; else what is written. */
    Node named(String identifier) {
        return datasets.of(identifier).orElseGet(() -> Values.link(identifier));
    }
}
