package samdata.harvester.protocol.oai;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.w3c.dom.Element;
import samdata.harvester.read.JsonFields;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;

/** A record of DataCite's metadata schema, kernel 2 to 4, as DCAT. A dataset with a DOI is named by it. */
final class DataCiteRecord {
    private static final Map<String, String> DATES = Map.of(
            "Issued", "issued",
            "Created", "created",
            "Updated", "modified",
            "Available", "available",
            "Valid", "valid",
            "Accepted", "dateAccepted",
            "Copyrighted", "dateCopyrighted",
            "Submitted", "dateSubmitted");
    private static final Map<String, Node> RELATIONS = Map.ofEntries(
            Map.entry("IsPartOf", DCTerms.isPartOf.asNode()),
            Map.entry("HasPart", DCTerms.hasPart.asNode()),
            Map.entry("IsVersionOf", DCTerms.isVersionOf.asNode()),
            Map.entry("HasVersion", DCTerms.hasVersion.asNode()),
            Map.entry("IsNewVersionOf", Terms.of(Terms.DCAT, "previousVersion")),
            Map.entry("Obsoletes", DCTerms.replaces.asNode()),
            Map.entry("IsObsoletedBy", DCTerms.isReplacedBy.asNode()),
            Map.entry("References", DCTerms.references.asNode()),
            Map.entry("Cites", DCTerms.references.asNode()),
            Map.entry("IsReferencedBy", DCTerms.isReferencedBy.asNode()),
            Map.entry("IsCitedBy", DCTerms.isReferencedBy.asNode()),
            Map.entry("Requires", DCTerms.requires.asNode()),
            Map.entry("IsRequiredBy", DCTerms.isRequiredBy.asNode()),
            Map.entry("IsVariantFormOf", DCTerms.isFormatOf.asNode()),
            Map.entry("IsDerivedFrom", DCTerms.source.asNode()),
            Map.entry("IsDocumentedBy", Terms.of(Terms.FOAF, "page")));
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String WKT = "http://www.opengis.net/ont/geosparql#wktLiteral";

    private final Node own;
    private final Graph out;
    private Node dataset;

    /** @param own the name of the dataset when it has no DOI */
    DataCiteRecord(Node own, Graph out) {
        this.own = own;
        this.out = out;
        this.dataset = own;
    }

    Node add(OaiRecord record, Element resource) {
        var fields = new XmlFields(resource);
        name(fields, record);
        out.add(dataset, RDF.Nodes.type, DCAT.Dataset.asNode());
        fields.each("titles", "title", Set.of("titleType"), this::title);
        fields.each("descriptions", "description", Set.of(), this::description);
        agents(fields);
        fields.each("subjects", "subject", Set.of("valueURI"), this::subject);
        issued(fields);
        fields.each("dates", "date", Set.of("dateType"), this::date);
        fields.map("language", dataset, DCTerms.language.asNode(), XmlFields::link, out);
        fields.map("version", dataset, Terms.of(Terms.DCAT, "version"), XmlFields::link, out);
        fields.each("resourceType", Set.of("resourceTypeGeneral"), this::type);
        fields.each("alternateIdentifiers", "alternateIdentifier", Set.of("alternateIdentifierType"), this::alternate);
        fields.each(
                "relatedIdentifiers",
                "relatedIdentifier",
                Set.of("relatedIdentifierType", "relationType"),
                this::related);
        fields.each("rightsList", "rights", Set.of("rightsURI"), this::rights);
        fields.each("rights", Set.of("rightsURI"), this::rights);
        for (Element places : fields.taken("geoLocations"))
            Xml.children(places, "geoLocation").forEach(this::place);
        distribution(fields);
        fields.extras(dataset, out);
        return dataset;
    }

    private void name(XmlFields fields, OaiRecord record) {
        for (Element identifier : fields.taken("identifier")) {
            var text = Xml.text(identifier);
            if (text.isEmpty()) continue;
            var link = address(text, identifier.getAttribute("identifierType"));
            if (link.isURI() && dataset.equals(own)) dataset = link;
            out.add(dataset, DCTerms.identifier.asNode(), Values.text(text));
            if (link.isURI() && link.getURI().startsWith("http")) out.add(dataset, DCAT.landingPage.asNode(), link);
        }
        out.add(dataset, DCTerms.identifier.asNode(), Values.text(record.identifier()));
        record.sets().forEach(set -> JsonFields.extra(dataset, "setSpec", set, out));
    }

    private void title(Element element) {
        if (Xml.text(element).isEmpty()) return;
        boolean other = List.of("AlternativeTitle", "Subtitle").contains(element.getAttribute("titleType"));
        out.add(dataset, (other ? DCTerms.alternative : DCTerms.title).asNode(), XmlFields.words(element));
    }

    private void description(Element element) {
        if (Xml.text(element).isEmpty()) return;
        var property = switch (element.getAttribute("descriptionType")) {
            case "TableOfContents" -> DCTerms.tableOfContents;
            case "Methods" -> DCTerms.provenance;
            default -> DCTerms.description;
        };
        out.add(dataset, property.asNode(), XmlFields.words(element));
    }

    private void agents(XmlFields fields) {
        for (Element list : fields.taken("creators"))
            Xml.children(list, "creator")
                    .forEach(creator ->
                            out.add(dataset, DCTerms.creator.asNode(), DataCiteAgent.of(creator, "creatorName", out)));
        for (Element list : fields.taken("contributors"))
            Xml.children(list, "contributor").forEach(this::contributor);
        for (Element publisher : fields.taken("publisher"))
            if (!Xml.text(publisher).isEmpty())
                out.add(dataset, DCTerms.publisher.asNode(), DataCiteAgent.publisher(publisher, out));
    }

    private void contributor(Element element) {
        var agent = DataCiteAgent.of(element, "contributorName", out);
        var role = element.getAttribute("contributorType");
        out.add(dataset, DCTerms.contributor.asNode(), agent);
        if (role.isBlank()) return;
        var attribution = NodeFactory.createBlankNode();
        out.add(dataset, Terms.of(PROV, "qualifiedAttribution"), attribution);
        out.add(attribution, RDF.Nodes.type, Terms.of(PROV, "Attribution"));
        out.add(attribution, Terms.of(PROV, "agent"), agent);
        out.add(attribution, DCAT.hadRole.asNode(), Values.text(role));
    }

    private void subject(Element element) {
        Xml.attribute(element, "valueURI")
                .map(Values::link)
                .ifPresent(concept -> out.add(dataset, DCAT.theme.asNode(), concept));
        if (!Xml.text(element).isEmpty()) out.add(dataset, DCAT.keyword.asNode(), XmlFields.words(element));
    }

    private void issued(XmlFields fields) {
        fields.map("publicationYear", dataset, DCTerms.issued.asNode(), XmlFields::date, out);
    }

    private void date(Element element) {
        var text = Xml.text(element);
        var type = element.getAttribute("dateType");
        if (text.isEmpty()) return;
        if (type.equals("Collected")) out.add(dataset, Terms.of(Terms.IT6, "collectionDate"), Values.date(text));
        else if (type.equals("Coverage")) period(text);
        else if (DATES.containsKey(type))
            out.add(dataset, Terms.of(Terms.DCT, DATES.getOrDefault(type, "date")), Values.date(text));
        else JsonFields.extra(dataset, "date", Xml.written(element), out);
    }

    private void period(String text) {
        var ends = text.split("/", 2);
        var period = NodeFactory.createBlankNode();
        out.add(dataset, DCTerms.temporal.asNode(), period);
        out.add(period, RDF.Nodes.type, DCTerms.PeriodOfTime.asNode());
        if (!ends[0].isBlank()) out.add(period, DCAT.startDate.asNode(), Values.date(ends[0]));
        if (ends.length > 1 && !ends[1].isBlank()) out.add(period, DCAT.endDate.asNode(), Values.date(ends[1]));
    }

    private void type(Element element) {
        Xml.attribute(element, "resourceTypeGeneral")
                .ifPresent(general -> out.add(dataset, DCTerms.type.asNode(), Values.text(general)));
        if (!Xml.text(element).isEmpty()) out.add(dataset, DCTerms.type.asNode(), Values.text(Xml.text(element)));
    }

    private void alternate(Element element) {
        var node = NodeFactory.createBlankNode();
        out.add(dataset, Terms.of(Terms.ADMS, "identifier"), node);
        out.add(node, RDF.Nodes.type, Terms.of(Terms.ADMS, "Identifier"));
        out.add(node, SKOS.notation.asNode(), Values.text(Xml.text(element)));
        Xml.attribute(element, "alternateIdentifierType")
                .ifPresent(type -> out.add(node, Terms.of(Terms.ADMS, "schemaAgency"), Values.text(type)));
    }

    private void related(Element element) {
        var type = element.getAttribute("relationType");
        var other = address(Xml.text(element), element.getAttribute("relatedIdentifierType"));
        var property = RELATIONS.get(type);
        if (property != null) {
            out.add(dataset, property, other);
            return;
        }
        var relation = NodeFactory.createBlankNode();
        out.add(dataset, DCAT.qualifiedRelation.asNode(), relation);
        out.add(relation, RDF.Nodes.type, Terms.of(Terms.DCAT, "Relationship"));
        out.add(relation, DCTerms.relation.asNode(), other);
        out.add(relation, DCAT.hadRole.asNode(), Values.text(type));
    }

    private void rights(Element element) {
        var uri = Xml.attribute(element, "rightsURI").or(() -> Xml.attribute(element, "rightsIdentifier"));
        uri.ifPresent(text -> out.add(
                dataset,
                (text.startsWith("info:eu-repo/") ? DCTerms.accessRights : DCTerms.license).asNode(),
                Values.link(text)));
        if (!Xml.text(element).isEmpty()) out.add(dataset, DCTerms.rights.asNode(), XmlFields.words(element));
    }

    private void place(Element element) {
        var place = NodeFactory.createBlankNode();
        out.add(dataset, DCTerms.spatial.asNode(), place);
        out.add(place, RDF.Nodes.type, DCTerms.Location.asNode());
        for (Element part : Xml.children(element)) {
            switch (part.getLocalName()) {
                case "geoLocationPlace" -> out.add(place, SKOS.prefLabel.asNode(), XmlFields.words(part));
                case "geoLocationBox" -> geometry(place, DCAT.bbox.asNode(), DataCitePlace.box(part), part);
                case "geoLocationPoint" -> geometry(place, DCAT.centroid.asNode(), DataCitePlace.point(part), part);
                case "geoLocationPolygon" ->
                    geometry(place, Terms.of(Terms.LOCN, "geometry"), DataCitePlace.polygon(part), part);
                default -> JsonFields.extra(place, part.getLocalName(), Xml.written(part), out);
            }
        }
    }

    private void geometry(Node place, Node property, Optional<String> wkt, Element part) {
        if (wkt.isEmpty()) JsonFields.extra(place, part.getLocalName(), Xml.written(part), out);
        wkt.ifPresent(text -> out.add(
                place,
                property,
                NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(WKT))));
    }

    /** What is had through a landing page alone has that page as its access URL (DCAT 3, section 6.8.7). */
    private void distribution(XmlFields fields) {
        if (!dataset.getURI().startsWith("http")) return;
        var node = NodeFactory.createBlankNode();
        out.add(dataset, DCAT.distribution.asNode(), node);
        out.add(node, RDF.Nodes.type, DCAT.Distribution.asNode());
        out.add(node, DCAT.accessURL.asNode(), dataset);
        fields.each("formats", "format", Set.of(), format -> {
            if (!Xml.text(format).isEmpty()) out.add(node, DCTerms.format.asNode(), XmlFields.link(format));
        });
    }

    private static Node address(String text, String type) {
        boolean doi = type.equalsIgnoreCase("DOI") && text.startsWith("10.");
        return Values.link(doi ? "https://doi.org/" + text : text);
    }
}
