package samdata.harvester.protocol.oai;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.w3c.dom.Element;
import samdata.harvester.read.JsonFields;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;

/** The fifteen elements of unqualified Dublin Core (oai_dc) as DCAT. A date that does not say of what it is stays a dct:date. */
final class DublinCoreRecord {
    private static final String EPRINT_ACCESS = "info:eu-repo/semantics/";
    /** Words that are the name of a licence and nothing else. */
    private static final Pattern LICENCE =
            Pattern.compile("(?i)(cc0|cc[ -]by|odbl|odc-by|pddl|cdla-|apache|mit$).{0,40}"
                    + "|https?://(creativecommons|opendatacommons|opensource|spdx)\\.org/.*"
                    + "|https?://\\S*/licen[cs]es?/\\S*");

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[A-Za-z0-9.+-]+");

    private final Node dataset;
    private final Graph out;

    DublinCoreRecord(Node dataset, Graph out) {
        this.dataset = dataset;
        this.out = out;
    }

    Node add(OaiRecord record, Element metadata) {
        var fields = new XmlFields(metadata);
        out.add(dataset, RDF.Nodes.type, DCAT.Dataset.asNode());
        out.add(dataset, DCTerms.identifier.asNode(), Values.text(record.identifier()));
        record.sets().forEach(set -> JsonFields.extra(dataset, "setSpec", set, out));
        fields.map("title", dataset, DCTerms.title.asNode(), XmlFields::words, out);
        fields.map("description", dataset, DCTerms.description.asNode(), XmlFields::words, out);
        fields.map("date", dataset, DCTerms.date.asNode(), XmlFields::date, out);
        fields.map("type", dataset, DCTerms.type.asNode(), XmlFields::link, out);
        fields.map("language", dataset, DCTerms.language.asNode(), XmlFields::link, out);
        fields.map("source", dataset, DCTerms.source.asNode(), XmlFields::link, out);
        fields.map("relation", dataset, DCTerms.relation.asNode(), XmlFields::link, out);
        fields.map("coverage", dataset, Terms.of(Terms.DCT, "coverage"), XmlFields::words, out);
        agents(fields, "creator", DCTerms.creator.asNode());
        agents(fields, "contributor", DCTerms.contributor.asNode());
        agents(fields, "publisher", DCTerms.publisher.asNode());
        fields.each("subject", Set.of(), this::subject);
        fields.each("rights", Set.of(), this::rights);
        identifiers(fields).ifPresent(page -> distribution(fields, page));
        fields.extras(dataset, out);
        return dataset;
    }

    private void agents(XmlFields fields, String name, Node property) {
        fields.each(name, Set.of(), element -> {
            if (Xml.text(element).isEmpty()) return;
            var agent = NodeFactory.createBlankNode();
            out.add(dataset, property, agent);
            out.add(agent, RDF.Nodes.type, FOAF.Agent.asNode());
            out.add(agent, FOAF.name.asNode(), XmlFields.words(element));
        });
    }

    private void subject(Element element) {
        if (Xml.text(element).isEmpty()) return;
        var link = XmlFields.link(element);
        out.add(
                dataset,
                (link.isURI() ? DCAT.theme : DCAT.keyword).asNode(),
                link.isURI() ? link : XmlFields.words(element));
    }

    private void rights(Element element) {
        var text = Xml.text(element);
        if (text.isEmpty()) return;
        if (text.startsWith(EPRINT_ACCESS)) out.add(dataset, DCTerms.accessRights.asNode(), Values.text(text));
        else if (LICENCE.matcher(text).matches()) out.add(dataset, DCTerms.license.asNode(), Values.link(text));
        else {
            var link = Values.link(text);
            out.add(dataset, DCTerms.rights.asNode(), link.isURI() ? link : XmlFields.words(element));
        }
    }

    /** @return the first web address among them */
    private Optional<Node> identifiers(XmlFields fields) {
        var page = new Node[1];
        fields.each("identifier", Set.of(), element -> {
            if (Xml.text(element).isEmpty()) return;
            out.add(dataset, DCTerms.identifier.asNode(), Values.text(Xml.text(element)));
            var link = XmlFields.link(element);
            if (!link.isURI() || !link.getURI().startsWith("http")) return;
            out.add(dataset, DCAT.landingPage.asNode(), link);
            if (page[0] == null) page[0] = link;
        });
        return Optional.ofNullable(page[0]);
    }

    /** What is had through a landing page alone has that page as its access URL (DCAT 3, section 6.8.7). */
    private void distribution(XmlFields fields, Node page) {
        var node = NodeFactory.createBlankNode();
        out.add(dataset, DCAT.distribution.asNode(), node);
        out.add(node, RDF.Nodes.type, DCAT.Distribution.asNode());
        out.add(node, DCAT.accessURL.asNode(), page);
        fields.each("format", Set.of(), element -> {
            var text = Xml.text(element);
            if (text.isEmpty()) return;
            boolean media = MEDIA_TYPE.matcher(text).matches();
            out.add(node, (media ? DCAT.mediaType : DCTerms.format).asNode(), Values.link(text));
        });
    }
}
