package samdata.harvester.protocol.dcatus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import samdata.harvester.read.JsonFields;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;

/** One entry of a data.json as DCAT. A field that no rule reads, or that is not built as the schema says, is kept raw. */
final class DcatUsRecord {
    /** How widely a dataset may be had, in the EU's words beside those of DCAT-US. */
    private static final Map<String, String> ACCESS =
            Map.of("public", "PUBLIC", "restricted public", "RESTRICTED", "non-public", "NON_PUBLIC");

    private static final RDFDatatype GEO_JSON = TypeMapper.getInstance()
            .getSafeTypeByName("https://www.iana.org/assignments/media-types/application/vnd.geo+json");

    private static final Pattern PERIOD = Pattern.compile("-?\\d{4}[^/]*/[^/]*");

    private final Node dataset;
    private final Graph out;

    DcatUsRecord(Node dataset, Graph out) {
        this.dataset = dataset;
        this.out = out;
    }

    /** Whether there is anything to know it by. */
    static boolean saysAnything(ObjectNode record) {
        return !record.path("distribution").isEmpty()
                || Stream.of("@id", "title", "description", "landingPage")
                        .anyMatch(name -> !record.path(name).asText("").isBlank());
    }

    void add(JsonFields fields, DcatUsCatalog catalog) {
        typed(dataset, fields, DCAT.Dataset.asNode(), "dcat:Dataset");
        agents(dataset, fields, out);
        fields.text("accessLevel")
                .map(ACCESS::get)
                .ifPresent(right -> out.add(
                        dataset,
                        DCTerms.accessRights.asNode(),
                        Terms.of("http://publications.europa.eu/resource/authority/access-right/", right)));
        fields.text("accessLevel")
                .filter(level -> !ACCESS.containsKey(level))
                .ifPresent(level -> out.add(dataset, DCTerms.accessRights.asNode(), Values.text(level)));
        contacts(fields);
        period(dataset, fields);
        place(fields);
        fields.taken("isPartOf").ifPresent(whole -> out.add(dataset, DCTerms.isPartOf.asNode(), catalog.named(whole)));
        fields.map(dataset, DcatUsFields.DATASET, out);
        fields.takenObjects("distribution").forEach(this::distribution);
        fields.extras(dataset, out);
    }

    private void distribution(JsonFields fields) {
        var node = fields.takenIri("@id").orElseGet(NodeFactory::createBlankNode);
        out.add(dataset, DCAT.distribution.asNode(), node);
        typed(node, fields, DCAT.Distribution.asNode(), "dcat:Distribution");
        period(node, fields);
        fields.map(node, DcatUsFields.DISTRIBUTION, out);
        fields.extras(node, out);
    }

    /** The type that the place in the file gives it; another one that is written there is kept raw. */
    private void typed(Node node, JsonFields fields, Node type, String written) {
        out.add(node, RDF.Nodes.type, type);
        if (fields.text("@type").filter(written::equals).isPresent()) fields.drop("@type");
    }

    static void agents(Node node, JsonFields fields, Graph out) {
        for (JsonFields publisher : fields.takenObjects("publisher"))
            out.add(node, DCTerms.publisher.asNode(), organization(publisher, out));
        fields.taken("publisher").ifPresent(name -> {
            var agent = NodeFactory.createBlankNode();
            out.add(node, DCTerms.publisher.asNode(), agent);
            out.add(agent, RDF.Nodes.type, FOAF.Agent.asNode());
            out.add(agent, FOAF.name.asNode(), Values.text(name));
        });
    }

    private static Node organization(JsonFields fields, Graph out) {
        var agent = fields.takenIri("@id").orElseGet(NodeFactory::createBlankNode);
        out.add(agent, RDF.Nodes.type, FOAF.Agent.asNode());
        if (fields.text("@type").filter("org:Organization"::equals).isPresent()) {
            fields.drop("@type");
            out.add(agent, RDF.Nodes.type, Terms.of(Terms.ORG, "Organization"));
        }
        fields.map(agent, DcatUsFields.AGENT, out);
        for (JsonFields above : fields.takenObjects("subOrganizationOf"))
            out.add(agent, Terms.of(Terms.ORG, "subOrganizationOf"), organization(above, out));
        fields.extras(agent, out);
        return agent;
    }

    private void contacts(JsonFields fields) {
        for (JsonFields contact : fields.takenObjects("contactPoint")) {
            var node = NodeFactory.createBlankNode();
            out.add(dataset, DCAT.contactPoint.asNode(), node);
            out.add(node, RDF.Nodes.type, Terms.of(Terms.VCARD, "Kind"));
            if (contact.text("@type").filter("vcard:Contact"::equals).isPresent()) contact.drop("@type");
            contact.map(node, DcatUsFields.CONTACT, out);
            contact.extras(node, out);
        }
    }

    /** A period is written as two dates with a slash between them. */
    private void period(Node of, JsonFields fields) {
        var stated = fields.text("temporal").filter(PERIOD.asMatchPredicate()).map(text -> text.split("/", -1));
        if (stated.isEmpty()) return;
        fields.drop("temporal");
        var period = NodeFactory.createBlankNode();
        out.add(of, DCTerms.temporal.asNode(), period);
        out.add(period, RDF.Nodes.type, DCTerms.PeriodOfTime.asNode());
        out.add(period, DCAT.startDate.asNode(), Values.date(stated.get()[0]));
        if (!stated.get()[1].isBlank()) out.add(period, DCAT.endDate.asNode(), Values.date(stated.get()[1]));
    }

    private void place(JsonFields fields) {
        var words = fields.taken("spatial");
        var geometry = words.isPresent() ? words.filter(text -> text.startsWith("{")) : fields.takenRaw("spatial");
        if (words.isEmpty() && geometry.isEmpty()) return;
        var place = words.map(Values::link).filter(Node::isURI).orElseGet(NodeFactory::createBlankNode);
        out.add(dataset, DCTerms.spatial.asNode(), place);
        if (place.isURI()) return;
        out.add(place, RDF.Nodes.type, DCTerms.Location.asNode());
        if (geometry.isPresent())
            out.add(place, Terms.of(Terms.LOCN, "geometry"), NodeFactory.createLiteralDT(geometry.get(), GEO_JSON));
        else words.ifPresent(text -> out.add(place, SKOS.prefLabel.asNode(), Values.text(text)));
    }
}
