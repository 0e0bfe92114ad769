package samdata.harvester.protocol.oai;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.w3c.dom.Element;
import samdata.harvester.read.JsonFields;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;

/** People and organisations of DataCite, named by their ORCID or ROR where one is written as an address. */
final class DataCiteAgent {
    private DataCiteAgent() {}

    static Node of(Element element, String nameElement, Graph out) {
        var name = Xml.child(element, nameElement);
        var identifiers = Xml.children(element, "nameIdentifier");
        var agent = identifiers.stream()
                .flatMap(identifier -> iri(identifier).stream())
                .findFirst()
                .orElseGet(NodeFactory::createBlankNode);
        out.add(agent, RDF.Nodes.type, type(name).asNode());
        name.ifPresent(words -> out.add(agent, FOAF.name.asNode(), XmlFields.words(words)));
        Xml.text(element, "givenName").ifPresent(given -> out.add(agent, FOAF.givenName.asNode(), Values.text(given)));
        Xml.text(element, "familyName")
                .ifPresent(family -> out.add(agent, FOAF.familyName.asNode(), Values.text(family)));
        identifiers.forEach(identifier -> {
            if (iri(identifier).filter(agent::equals).isEmpty())
                out.add(agent, DCTerms.identifier.asNode(), Values.text(Xml.text(identifier)));
            keep(agent, identifier, Set.of(), out);
        });
        for (Element affiliation : Xml.children(element, "affiliation")) {
            var organization = NodeFactory.createBlankNode();
            out.add(agent, Terms.of(Terms.ORG, "memberOf"), organization);
            out.add(organization, RDF.Nodes.type, FOAF.Organization.asNode());
            out.add(organization, FOAF.name.asNode(), XmlFields.words(affiliation));
            Xml.attribute(affiliation, "affiliationIdentifier")
                    .ifPresent(id -> out.add(organization, DCTerms.identifier.asNode(), Values.text(id)));
            keep(organization, affiliation, Set.of("affiliationIdentifier"), out);
        }
        return agent;
    }

    /** An element that says more than is read of it is kept raw as well. */
    private static void keep(Node of, Element element, Set<String> known, Graph out) {
        if (XmlFields.saysMore(element, known)) JsonFields.extra(of, element.getLocalName(), Xml.written(element), out);
    }

    static Node publisher(Element element, Graph out) {
        var agent = Xml.attribute(element, "publisherIdentifier")
                .map(Values::link)
                .filter(Node::isURI)
                .orElseGet(NodeFactory::createBlankNode);
        out.add(agent, RDF.Nodes.type, FOAF.Agent.asNode());
        out.add(agent, FOAF.name.asNode(), XmlFields.words(element));
        keep(agent, element, Set.of("publisherIdentifier"), out);
        return agent;
    }

    private static org.apache.jena.rdf.model.Resource type(Optional<Element> name) {
        return switch (name.map(element -> element.getAttribute("nameType")).orElse("")) {
            case "Personal" -> FOAF.Person;
            case "Organizational" -> FOAF.Organization;
            default -> FOAF.Agent;
        };
    }

    private static Optional<Node> iri(Element identifier) {
        var text = Xml.text(identifier);
        boolean orcid = text.matches("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]")
                && identifier.getAttribute("nameIdentifierScheme").equalsIgnoreCase("ORCID");
        return Optional.of(Values.link(orcid ? "https://orcid.org/" + text : text))
                .filter(Node::isURI)
                .filter(node -> node.getURI().startsWith("http"));
    }
}
