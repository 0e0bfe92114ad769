package samdata.harvester.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import samdata.catalog.store.Graphs;
import samdata.harvester.House;
import samdata.harvester.Site;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Progress;

class DspProtocolTest extends ProtocolContract {
    private static final String ODRL = "http://www.w3.org/ns/odrl/2/";

    @Override
    protected String protocol() {
        return "dsp";
    }

    @Override
    protected String address() {
        return site.url("/dsp");
    }

    @Override
    protected void publish(int datasets) {
        site.page("/dsp/catalog/request", posted(catalogue(0, datasets)));
    }

    private static String catalogue(int from, int to) {
        return """
                {"@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@id": "urn:uuid:c1", "@type": "Catalog",
                 "participantId": "urn:example:Mills",
                 "service": [{"@id": "urn:uuid:s1", "@type": "DataService", "endpointURL": "https://mills.example/dsp"}],
                 "dataset": [%s]}
                """.formatted(IntStream.range(from, to).mapToObj("""
                {"@id": "https://mills.example/d/%1$d", "@type": "Dataset", "title": "Saws %1$d",
                 "hasPolicy": [{"@id": "urn:uuid:o%1$d", "@type": "Offer", "permission": [{"action": "use",
                   "constraint": [{"leftOperand": "spatial", "operator": "eq", "rightOperand": "EU"}]}]}],
                 "distribution": [{"@type": "Distribution", "format": "https://mills.example/HttpData-PULL", "accessService": "urn:uuid:s1"}]}
                """::formatted).collect(Collectors.joining(",")));
    }

    /** Answers a catalogue request, and nothing else. */
    private static Site.Answer posted(String body) {
        return exchange -> {
            var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean right = exchange.getRequestMethod().equals("POST") && sent.contains("CatalogRequestMessage");
            Site.text(right ? 200 : 405, "application/json", right ? body : "{}")
                    .to(exchange);
        };
    }

    @Test
    void theOffersAreStatedInOdrl() {
        publish(1);

        house.run("company");

        var stated = stated();
        assertThat(stated.contains(iri("https://mills.example/d/0"), iri(ODRL + "hasPolicy"), iri("urn:uuid:o0")))
                .isTrue();
        assertThat(stated.contains(Node.ANY, iri(ODRL + "action"), iri(ODRL + "use")))
                .isTrue();
        assertThat(stated.contains(Node.ANY, iri(ODRL + "operator"), iri(ODRL + "eq")))
                .isTrue();
        assertThat(stated.contains(
                        iri("urn:uuid:c1"),
                        iri("https://w3id.org/dspace/2025/1/participantId"),
                        iri("urn:example:Mills")))
                .isTrue();
    }

    @Test
    void aConnectorOfTheVersionBeforeIsAskedInItsWords() {
        site.page("/dsp/catalog/request", exchange -> {
            var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean understood = sent.contains("2024/1") && sent.contains("dspace:CatalogRequestMessage");
            Site.text(understood ? 200 : 400, "application/json", """
                    {"@context": "https://w3id.org/dspace/2024/1/context.json", "@id": "urn:c", "@type": "dcat:Catalog",
                     "dspace:participantId": "urn:mills",
                     "dcat:dataset": [{"@id": "urn:d", "@type": "dcat:Dataset", "dct:title": "Saws"}]}
                    """).to(exchange);
        });

        assertThat(house.run("company").datasets().added()).isEqualTo(1);
    }

    @Test
    void pagesAreFollowedByTheirLinkHeader() {
        site.page("/dsp/catalog/request", exchange -> {
            boolean first = exchange.getRequestURI().getQuery() == null;
            if (first)
                exchange.getResponseHeaders()
                        .add("Link", "<" + site.url("/dsp/catalog/request?continuationToken=2") + ">; rel=\"next\"");
            posted(first ? catalogue(0, 3) : catalogue(3, 5)).to(exchange);
        });

        assertThat(house.run("company").datasets().seen()).isEqualTo(5);
    }

    @Test
    void aNextPageThatIsOnlyToBeFetchedIsFetched() {
        site.page("/dsp/catalog/request", exchange -> {
            exchange.getResponseHeaders().add("Link", "</more>; rel=next");
            posted(catalogue(0, 3)).to(exchange);
        });
        site.page(
                "/more",
                exchange -> Site.text(
                                exchange.getRequestMethod().equals("GET") ? 200 : 405,
                                "application/json",
                                catalogue(3, 5))
                        .to(exchange));

        assertThat(house.run("company").datasets().seen()).isEqualTo(5);
    }

    @Test
    void aMissingPageAndACircleOfPagesRejectTheWhole() {
        publish(3);
        house.run("company");
        site.page("/dsp/catalog/request", exchange -> {
            exchange.getResponseHeaders().add("Link", "</gone>; rel=\"next\"");
            posted(catalogue(0, 1)).to(exchange);
        });
        var missing = house.run("company");
        site.page("/dsp/catalog/request", exchange -> {
            exchange.getResponseHeaders().add("Link", "</dsp/catalog/request?a>; rel=\"next\"");
            posted(catalogue(0, 1)).to(exchange);
        });
        var circle = house.run("company");

        assertThat(missing.outcome()).contains(Outcome.REJECTED);
        assertThat(circle.outcome()).contains(Outcome.REJECTED);
        assertThat(circle.message()).contains("circle");
        assertThat(house.catalog.datasets("company")).hasSize(3);
    }

    @Test
    void aCatalogueThatOnlyLiesThereIsReadToo() {
        house.register("lying", site.url("/catalog.json"), "dsp");
        site.page("/catalog.json", "application/json", catalogue(0, 4));

        assertThat(house.run("lying").datasets().added()).isEqualTo(4);
    }

    @Test
    void anErrorOfTheConnectorIsSaidInItsWords() {
        site.page("/dsp/catalog/request", posted("""
                {"@context": "https://w3id.org/dspace/2024/1/context.json", "@type": "dspace:CatalogError", "dspace:code": "1",
                 "dspace:reason": [{"@value": "Catalog not provisioned for this requester.", "@language": "en"}]}
                """));

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("Catalog not provisioned for this requester.");
    }

    @Test
    void aContextThatIsNotKnownIsNamedAndNotFetched() {
        site.page(
                "/dsp/catalog/request",
                posted("{\"@context\": \"" + site.url("/context.jsonld") + "\", \"@type\": \"Catalog\"}"));

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains(site.url("/context.jsonld")).contains("never fetched");
        assertThat(site.asked()).doesNotContain("/context.jsonld");
    }

    @Test
    void aConnectorIsFoundOutByAskingIt() throws Refusal {
        publish(1);
        site.page("/static", "application/json", catalogue(0, 1));

        try (var visit = house.fetcher.visit(Progress.NONE)) {
            assertThat(House.detected(URI.create(site.url("/dsp")), visit)).isEqualTo("dsp");
            assertThat(House.detected(URI.create(site.url("/dsp/catalog/request")), visit))
                    .isEqualTo("dsp");
            assertThat(House.detected(URI.create(site.url("/static")), visit)).isEqualTo("dsp");
        }
    }

    private Graph stated() {
        return house.catalog.read(dataset -> {
            var copy = GraphFactory.createDefaultGraph();
            dataset.getGraph(Graphs.stated("company")).find().forEachRemaining(copy::add);
            return copy;
        });
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
