package samdata.harvester.protocol.file;

import java.util.regex.Pattern;
import org.apache.jena.riot.Lang;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.protocol.HydraPage;
import samdata.harvester.protocol.SitemapProtocol;
import samdata.harvester.protocol.cards.CardListing;
import samdata.harvester.protocol.cards.HfCardsProtocol;
import samdata.harvester.protocol.cards.RegistryEntry;
import samdata.harvester.protocol.ckan.CkanProtocol;
import samdata.harvester.protocol.dcatus.DcatUsProtocol;
import samdata.harvester.protocol.oai.OaiList;
import samdata.harvester.protocol.oai.OaiPmhProtocol;
import samdata.harvester.protocol.openml.OpenMlProtocol;
import samdata.harvester.read.RdfDocument;
import samdata.harvester.read.Reading;
import samdata.harvester.read.Syntax;
import samdata.harvester.source.Source;

/**
 * What a document on this machine is, told by its content as {@code Detection} tells it, and read as the protocol reads it
 * that serves such.
 */
final class LocalDocument {
    private static final Pattern JSON_LD = Pattern.compile("\"@(context|type|id|graph)\"");
    private static final Pattern RDF_XML = Pattern.compile("rdf:rdf|22-rdf-syntax-ns#");

    enum Kind {
        PAGE,
        RECORDS,
        DESCRIPTION,
        CARD,
        CARDS,
        DATA_JSON,
        PACKAGES,
        RDF,
        NONE
    }

    private LocalDocument() {}

    static boolean isCard(Document document) throws Refusal {
        if (!CardListing.isCard(document.url())) return false;
        return RegistryEntry.isFile(String.valueOf(document.url().getPath()))
                ? RegistryEntry.isEntry(document.text())
                : document.beginning().startsWith("---");
    }

    /** @throws Refusal when nothing is in the document */
    static Kind of(Document document, Visit visit) throws Refusal {
        if (CardListing.isCard(document.url())) return isCard(document) ? Kind.CARD : Kind.NONE;
        if (document.isHtml()) return SitemapProtocol.hasJsonLd(document) ? Kind.PAGE : Kind.NONE;
        if (OaiPmhProtocol.isRepository(document.notEmpty())) return Kind.RECORDS;
        if (OpenMlProtocol.isDescription(document)) return Kind.DESCRIPTION;
        if (HfCardsProtocol.isCards(document, visit)) return Kind.CARDS;
        if (DcatUsProtocol.isCatalog(document)) return Kind.DATA_JSON;
        if (CkanProtocol.isAnswer(document)) return Kind.PACKAGES;
        return isRdf(document) ? Kind.RDF : Kind.NONE;
    }

    private static boolean isRdf(Document document) throws Refusal {
        var syntax = Syntax.of(document);
        if (syntax.isEmpty()) return false;
        if (syntax.get().equals(Lang.JSONLD))
            return JSON_LD.matcher(document.text()).find();
        return !syntax.get().equals(Lang.RDFXML)
                || RDF_XML.matcher(document.beginning()).find();
    }

    /** Adds what a document of this kind says. */
    static void read(Kind kind, Document document, Source source, Visit visit, Reading reading) throws Refusal {
        switch (kind) {
            case PAGE -> SitemapProtocol.page(document, visit, reading);
            case RECORDS -> OaiList.read(document, at(document, source), visit, reading);
            case DESCRIPTION -> OpenMlProtocol.read(document, visit, reading);
            case CARD, CARDS -> HfCardsProtocol.readLocal(document, visit, reading);
            case DATA_JSON -> DcatUsProtocol.read(document, at(document, source), visit, reading);
            case PACKAGES -> CkanProtocol.read(document, visit, reading);
            case RDF ->
                HydraPage.of(RdfDocument.triples(document, visit, reading), document.url())
                        .stated()
                        .forEach(reading.stated()::add);
            case NONE -> {}
        }
    }

    /** Only the name of what was registered is told, not where on this machine it lies. */
    private static Source at(Document document, Source source) {
        return new Source(
                source.id(),
                document.url(),
                source.protocol(),
                source.publisher(),
                source.every(),
                source.visibility());
    }
}
