package samdata.harvester;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.protocol.DspProtocol;
import samdata.harvester.protocol.SitemapProtocol;
import samdata.harvester.protocol.cards.HfCardsProtocol;
import samdata.harvester.protocol.ckan.CkanProtocol;
import samdata.harvester.protocol.dcatus.DcatUsProtocol;
import samdata.harvester.protocol.ldes.LdesPage;
import samdata.harvester.protocol.oai.OaiPmhProtocol;
import samdata.harvester.protocol.openml.OpenMlProtocol;
import samdata.harvester.read.RdfDocument;
import samdata.harvester.read.Reading;
import samdata.harvester.read.Syntax;

/** Finds out by which protocol an address is to be read: from the address where it tells, else by asking it. */
final class Detection {
    private static final Node SPARQL_SERVICE =
            NodeFactory.createURI("http://www.w3.org/ns/sparql-service-description#Service");
    private static final String ACCEPT = Syntax.ACCEPT.replace("*/*;q=0.1", "text/html;q=0.5, */*;q=0.1");

    private Detection() {}

    /** @throws Refusal when nothing answers, or with something that no protocol reads */
    static String of(URI url, Visit visit) throws Refusal {
        var path = String.valueOf(url.getPath()).toLowerCase(Locale.ROOT);
        if (path.endsWith("/sparql")) return "sparql";
        if (path.contains("/api/3")) return "ckan";
        if (DspProtocol.isRequest(url)) return "dsp";
        if (path.endsWith("/readme.md") || path.endsWith("/api/datasets")) return "hf-cards";
        // .xml may be RDF or a sitemap: only its content tells
        if (!path.endsWith(".xml")
                && !path.endsWith(".json")
                && Syntax.byName("", path).isPresent()) return ofNamedRdf(url, visit);
        Document document;
        try {
            document = visit.get(url, ACCEPT);
        } catch (Refusal refusal) {
            // the root of a site that only has an API answers 404
            if (refusal.gone() && isCkan(url, visit)) return "ckan";
            if ((refusal.gone() || refusal.status() == 405) && DspProtocol.answers(url, visit)) return "dsp";
            throw refusal;
        }
        if (SitemapProtocol.isSitemap(document)) return "sitemap";
        if (OaiPmhProtocol.isRepository(document)) return "oai-pmh";
        if (OpenMlProtocol.isOpenMl(document)) return "openml";
        if (HfCardsProtocol.isCards(document, visit)) return "hf-cards";
        if (DcatUsProtocol.isCatalog(document)) return "dcat-us";
        if (Syntax.of(document).isPresent()) return ofRdf(document, visit);
        if (isCkan(url, visit)) return "ckan";
        if (document.isHtml() && SitemapProtocol.hasJsonLd(document)) return "sitemap";
        if (document.isHtml() && HfCardsProtocol.isListing(document, visit)) return "hf-cards";
        throw Refusal.rejected(url + " answered with " + (document.isHtml() ? "a web page (HTML)" : "something")
                + " in which no catalogue was found; if there is one, name its protocol (--protocol)");
    }

    /** A file of RDF by its name: a stream, when it says so, else a catalogue, whatever services it describes. */
    private static String ofNamedRdf(URI url, Visit visit) {
        try {
            return ofRdf(visit.get(url, ACCEPT), visit).equals("ldes") ? "ldes" : "dcat";
        } catch (Refusal refusal) {
            return "dcat";
        }
    }

    /** A description of a SPARQL endpoint, the catalogue of a connector, a page of an event stream, else a catalogue. */
    private static String ofRdf(Document document, Visit visit) throws Refusal {
        var statements = RdfDocument.statements(document, visit, new Reading());
        var triples = statements.all();
        if (states(triples, SPARQL_SERVICE)) return "sparql";
        if (DspProtocol.isCatalogue(triples)) return "dsp";
        // in a named graph, a catalogue is a member of the stream
        boolean isCatalogue = states(statements.unnamed(), DCAT.Catalog.asNode());
        return LdesPage.isServed(triples, document.url()) && !isCatalogue ? "ldes" : "dcat";
    }

    private static boolean states(List<Triple> triples, Node type) {
        return triples.stream()
                .anyMatch(triple -> triple.getPredicate().equals(RDF.Nodes.type)
                        && triple.getObject().equals(type));
    }

    private static boolean isCkan(URI url, Visit visit) {
        try {
            var answer =
                    visit.get(URI.create(CkanProtocol.root(url) + CkanProtocol.SEARCH + "?rows=0"), "application/json");
            return answer.text().replaceAll("\\s", "").contains("\"success\":true");
        } catch (Refusal refusal) {
            return false;
        }
    }
}
