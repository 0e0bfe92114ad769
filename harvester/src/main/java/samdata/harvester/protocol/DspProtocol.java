package samdata.harvester.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.fetch.WebAddress;
import samdata.harvester.read.RdfDocument;
import samdata.harvester.read.Reading;
import samdata.harvester.read.Syntax;
import samdata.harvester.source.Source;

/**
 * The catalogue of a dataspace connector (Eclipse Dataspace Protocol, 2024-1 and 2025-1): asked for with a
 * CatalogRequestMessage, or lying at its address as a document; in pages by the Link header.
 */
public final class DspProtocol implements Protocol {
    private static final String ACCEPT = "application/json, application/ld+json;q=0.9, */*;q=0.1";
    private static final String REQUEST = "/catalog/request";
    private static final String NS = "https://w3id.org/dspace/";
    private static final List<String> MESSAGES = List.of("""
            {"@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "CatalogRequestMessage"}
            """, """
            {"@context": "https://w3id.org/dspace/2024/1/context.json", "@type": "dspace:CatalogRequestMessage"}
            """);
    /** What a connector answers that speaks another version of the protocol. */
    private static final Set<Integer> NOT_UNDERSTOOD = Set.of(400, 415, 422);
    /** What an address answers that is to be asked otherwise. */
    private static final Set<Integer> NOT_THIS_WAY = Set.of(400, 404, 405, 501);

    @Override
    public String name() {
        return "dsp";
    }

    @Override
    public Reading read(Source source, Visit visit) throws Refusal {
        var reading = new Reading();
        Set<URI> seen = new HashSet<>();
        var lying = isRequest(source.url()) ? Optional.<Document>empty() : lying(source.url(), visit);
        boolean asked = lying.isEmpty();
        var document = asked ? request(requestUrl(source.url()), visit) : lying.get();
        while (true) {
            page(document, visit, reading);
            var next = document.next();
            if (next.isEmpty()) return reading;
            if (!seen.add(next.get()))
                throw Refusal.rejected(next.get() + " is named as a page to read twice: the paging runs in a circle");
            // what is sent to a connector is sent to no other server, wherever its Link header points
            document = more(next.get(), asked && WebAddress.isSameServer(source.url(), next.get()), visit);
        }
    }

    /** Whether these statements come from a connector. */
    public static boolean isCatalogue(List<Triple> triples) {
        return triples.stream()
                .anyMatch(triple -> triple.getPredicate().getURI().startsWith(NS)
                        || (triple.getObject().isURI()
                                && triple.getObject().getURI().startsWith(NS)));
    }

    /** Whether a connector answers at this address when it is asked for its catalogue. */
    public static boolean answers(URI url, Visit visit) {
        try {
            return isCatalogue(RdfDocument.triples(request(requestUrl(url), visit), visit, new Reading()));
        } catch (Refusal refusal) {
            return false;
        }
    }

    public static boolean isRequest(URI url) {
        return String.valueOf(url.getPath()).endsWith(REQUEST);
    }

    private static URI requestUrl(URI url) {
        if (isRequest(url)) return url;
        return URI.create(url.toString().replaceFirst("[?#].*$", "").replaceFirst("(/catalog)?/*$", "") + REQUEST);
    }

    /** The document at the address itself, when it is one. */
    private static Optional<Document> lying(URI url, Visit visit) throws Refusal {
        try {
            return Optional.of(visit.get(url, ACCEPT))
                    .filter(document ->
                            Syntax.of(document).filter(Lang.JSONLD::equals).isPresent());
        } catch (Refusal refusal) {
            if (NOT_THIS_WAY.contains(refusal.status())) return Optional.empty();
            throw refusal;
        }
    }

    private static Document request(URI url, Visit visit) throws Refusal {
        try {
            return post(url, MESSAGES.getFirst(), visit);
        } catch (Refusal refusal) {
            if (!NOT_UNDERSTOOD.contains(refusal.status())) throw refusal;
            return post(url, MESSAGES.getLast(), visit);
        }
    }

    private static Document post(URI url, String message, Visit visit) throws Refusal {
        return visit.post(url, ACCEPT, "application/json", message.getBytes(StandardCharsets.UTF_8));
    }

    /** The protocol does not say how a next page is asked for: as the first one was, else plainly. */
    private static Document more(URI url, boolean asked, Visit visit) throws Refusal {
        if (!asked) return visit.more(url, ACCEPT);
        try {
            return request(url, visit);
        } catch (Refusal refusal) {
            if (NOT_THIS_WAY.contains(refusal.status())) return visit.more(url, ACCEPT);
            throw Refusal.rejected("A page of the catalogue is missing: " + refusal.why());
        }
    }

    private static void page(Document document, Visit visit, Reading reading) throws Refusal {
        var triples = RdfDocument.triples(document, visit, reading);
        if (!states(triples, DCAT.Catalog.asNode()) && !states(triples, DCAT.Dataset.asNode()))
            throw Refusal.rejected(document.url() + " answered with JSON that holds no catalogue"
                    + reason(document).map(why -> ": " + why).orElse(""));
        triples.forEach(reading.stated()::add);
        visit.countDatasets(triples.stream()
                .filter(triple -> isA(triple, DCAT.Dataset.asNode()))
                .count());
    }

    private static boolean states(List<Triple> triples, Node type) {
        return triples.stream().anyMatch(triple -> isA(triple, type));
    }

    private static boolean isA(Triple triple, Node type) {
        return triple.getPredicate().equals(RDF.Nodes.type)
                && triple.getObject().equals(type);
    }

    /** What a CatalogError gives as its reason. */
    private static Optional<String> reason(Document document) throws Refusal {
        try {
            var json = new ObjectMapper().readTree(document.content());
            var reason = json.has("reason") ? json.path("reason") : json.path("dspace:reason");
            return Optional.of(reason)
                    .map(each -> each.isArray() ? each.path(0) : each)
                    .map(each -> each.isObject() ? each.path("@value") : each)
                    .map(JsonNode::asText)
                    .filter(text -> !text.isBlank())
                    .map(text -> text.length() <= 200 ? text : text.substring(0, 200) + "...");
        } catch (java.io.IOException e) {
            return Optional.empty();
        }
    }
}
