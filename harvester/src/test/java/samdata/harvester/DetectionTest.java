package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import samdata.harvester.fetch.AddressRule;
import samdata.harvester.fetch.Fetcher;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.protocol.cards.HfCardsProtocolTest;
import samdata.harvester.run.Progress;

class DetectionTest {
    private final Site site = new Site();
    private final Fetcher fetcher = new Fetcher(House.SETTINGS, AddressRule.allowing(List.of("127.0.0.0/8")), "test");

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    @Test
    void theAddressAloneTellsWhereItCan() throws Refusal {
        assertThat(detect("/sparql")).isEqualTo("sparql");
        assertThat(site.asked()).isEmpty();
        // by their names RDF, though they cannot be had now
        assertThat(detect("/catalog.ttl")).isEqualTo("dcat");
        assertThat(detect("/a.rdf")).isEqualTo("dcat");
    }

    @Test
    void anEventStreamIsOneWhateverItsFileIsCalled() throws Refusal {
        site.page("/feed.ttl", "text/turtle", """
                PREFIX tree: <https://w3id.org/tree#>
                <#stream> a <https://w3id.org/ldes#EventStream> ; tree:view <> ; tree:member <#m1> .
                """);

        assertThat(detect("/feed.ttl")).isEqualTo("ldes");
    }

    @Test
    void elseTheAnswerTells() throws Refusal {
        site.page(
                "/rdf", "application/rdf+xml", "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/>");
        site.page("/service", "text/turtle", "<> a <http://www.w3.org/ns/sparql-service-description#Service> .");
        site.page("/map", "text/xml", "<?xml version=\"1.0\"?><urlset/>");
        site.page("/page", "text/html", "<html><script type=\"application/ld+json\">{}</script></html>");

        assertThat(detect("/rdf")).isEqualTo("dcat");
        assertThat(detect("/service")).isEqualTo("sparql");
        assertThat(detect("/map")).isEqualTo("sitemap");
        assertThat(detect("/page")).isEqualTo("sitemap");
    }

    @Test
    void aCatalogueAmongTheMembersOfAStreamMakesItNoCatalogue() throws Refusal {
        site.page("/feed", "application/trig", """
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX tree: <https://w3id.org/tree#>
                <#stream> tree:member <#m1> .
                <#m1> { <https://mills.example/> a dcat:Catalog ; dcat:dataset <https://mills.example/d/1> . }
                """);

        assertThat(detect("/feed")).isEqualTo("ldes");
    }

    @Test
    void aSiteWithCkansApiIsCkanWhateverItsFrontPageIs() throws Refusal {
        site.page("/api/3/action/package_search", "application/json", "{\"success\": true, \"result\": {}}");

        assertThat(detect("/")).isEqualTo("ckan");
    }

    @Test
    void datasetCardsAreFoundInEachOfTheirForms() throws Refusal {
        var card = "---\nlicense: mit\n---\nSaws";
        site.page("/cards/", "text/html", "<html><a href=\"empty/\">a</a><a href=\"saws/\">b</a>");
        site.page("/cards/saws/README.md", "text/markdown", card);
        site.page(
                "/cards.zip",
                exchange -> Site.send(
                        exchange,
                        200,
                        "application/zip",
                        HfCardsProtocolTest.zip(java.util.Map.of("saws/README.md", card))));
        site.page("/list", "application/json", "[{\"id\": \"saws\", \"cardData\": {\"license\": \"mit\"}}]");

        assertThat(detect("/cards/")).isEqualTo("hf-cards");
        assertThat(detect("/cards/saws/README.md")).isEqualTo("hf-cards");
        assertThat(detect("/cards.zip")).isEqualTo("hf-cards");
        assertThat(detect("/list")).isEqualTo("hf-cards");
    }

    @Test
    void aPlainWebPageIsNamedAsSuch() {
        site.page("/", "text/html", "<html>Welcome</html>");

        assertThatThrownBy(() -> detect("/")).hasMessageContaining("web page").hasMessageContaining("--protocol");
    }

    private String detect(String path) throws Refusal {
        try (var visit = fetcher.visit(Progress.NONE)) {
            return Detection.of(URI.create(site.url(path)), visit);
        }
    }
}
