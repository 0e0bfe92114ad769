package samdata.harvester.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import samdata.harvester.House;
import samdata.harvester.Site;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;

/**
 * What a catalogue links to, in every protocol: where the operator lists the canary's address the harvest comes to it, and
 * where not, it does not.
 */
class CanaryLinkTest {
    @SuppressWarnings("NullAway.Init")
    private static House shut;

    @SuppressWarnings("NullAway.Init")
    private static House open;

    private final Canary canary = new Canary();
    private final Site site = new Site();

    @BeforeAll
    static void build(@TempDir Path one, @TempDir Path other) {
        shut = new House(one, House.SETTINGS, List.of("127.0.0.1/32"));
        open = new House(other, House.SETTINGS, List.of("127.0.0.1/32", "::1/128", "0.0.0.0/32"));
    }

    @AfterAll
    static void leave() {
        shut.close();
        open.close();
    }

    @AfterEach
    void close() {
        site.close();
        canary.close();
    }

    /** A page of the company, at {@code /start}, that leads to the address {@code canary}. */
    enum Link {
        REDIRECT_OF_DCAT("dcat", (site, canary) -> site.page("/start", CanaryAddressTest.redirect(303, canary))),
        HYDRA_NEXT("dcat", (site, canary) -> site.page("/start", "text/turtle", """
                PREFIX hydra: <http://www.w3.org/ns/hydra/core#> PREFIX dcat: <http://www.w3.org/ns/dcat#>
                <> a dcat:Catalog ; dcat:dataset <#d> . <#d> a dcat:Dataset .
                <?page=1> a hydra:PartialCollectionView ; hydra:next <%s> .
                """.formatted(canary))),
        HYDRA_NEXT_PAGE("dcat", (site, canary) -> site.page("/start", "text/turtle", """
                PREFIX hydra: <http://www.w3.org/ns/hydra/core#> PREFIX dcat: <http://www.w3.org/ns/dcat#>
                <> a hydra:PagedCollection ; hydra:nextPage "%s" . <#d> a dcat:Dataset .
                """.formatted(canary))),
        FAIR_DATA_POINT("dcat", (site, canary) -> site.page("/start", "text/turtle", """
                PREFIX ldp: <http://www.w3.org/ns/ldp#> PREFIX fdp-o: <https://w3id.org/fdp/fdp-o#>
                <> a fdp-o:FAIRDataPoint . <%1$s> ldp:contains <%1$s/d> .
                """.formatted(canary))),
        TREE_NODE("ldes", (site, canary) -> site.page("/start", "text/turtle", """
                PREFIX tree: <https://w3id.org/tree#> PREFIX ldes: <https://w3id.org/ldes#>
                <#s> a ldes:EventStream ; tree:view <> . <> tree:relation [ a tree:Relation ; tree:node <%s> ] .
                """.formatted(canary))),
        SITEMAP_PAGE("sitemap", (site, canary) -> site.page("/start", "application/xml", """
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>%s</loc></url></urlset>
                """.formatted(canary))),
        SITEMAP_OF_SITEMAPS("sitemap", (site, canary) -> site.page("/start", "application/xml", """
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>%s</loc></sitemap></sitemapindex>
                """.formatted(canary))),
        REDIRECT_OF_SPARQL("sparql", (site, canary) -> site.page("/start", CanaryAddressTest.redirect(302, canary))),
        REDIRECT_OF_CKAN(
                "ckan",
                (site, canary) ->
                        site.page("/start/api/3/action/package_search", CanaryAddressTest.redirect(302, canary))),
        REDIRECT_OF_OAI("oai-pmh", (site, canary) -> site.page("/start", CanaryAddressTest.redirect(302, canary))),
        REDIRECT_OF_OPENML(
                "openml",
                (site, canary) -> site.page(
                        "/start/api/v1/json/data/list/limit/1000/offset/0", CanaryAddressTest.redirect(308, canary))),
        REDIRECT_OF_DCAT_US("dcat-us", (site, canary) -> site.page("/start", CanaryAddressTest.redirect(301, canary))),
        LINK_OF_A_LISTING(
                "hf-cards",
                (site, canary) -> site.page("/start", exchange -> {
                    exchange.getResponseHeaders().add("Link", "<" + canary + ">; rel=\"next\"");
                    Site.text(200, "application/json", "[{\"id\": \"a/b\", \"tags\": []}]")
                            .to(exchange);
                })),
        LINK_TO_A_CARD(
                "hf-cards",
                (site, canary) ->
                        site.page("/start", "text/html", "<html><a href=\"" + canary + "/README.md\">a</a></html>")),
        LINK_OF_A_CONNECTOR(
                "dsp",
                (site, canary) -> site.page("/start/catalog/request", exchange -> {
                    exchange.getResponseHeaders().add("Link", "<" + canary + ">; rel=\"next\"");
                    Site.text(200, "application/json", """
                    {"@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "Catalog", "@id": "urn:c",
                     "participantId": "urn:p", "dataset": [{"@id": "urn:d", "@type": "Dataset"}]}
                    """).to(exchange);
                })),
        LINK_OF_A_DOCUMENT(
                "dsp",
                (site, canary) -> site.page("/start", exchange -> {
                    exchange.getResponseHeaders().add("Link", "<" + canary + ">; rel=\"next\"");
                    Site.text(200, "application/ld+json", """
                    {"@context": {"dcat": "http://www.w3.org/ns/dcat#"}, "@type": "dcat:Catalog", "@id": "urn:c"}
                    """).to(exchange);
                })),
        REDIRECT_OF_A_DETECTION(
                Source.UNDETECTED, (site, canary) -> site.page("/start", CanaryAddressTest.redirect(307, canary)));

        private final String protocol;

        /** It keeps nothing. */
        @SuppressWarnings("ImmutableEnumChecker")
        private final BiConsumer<Site, String> publish;

        Link(String protocol, BiConsumer<Site, String> publish) {
            this.protocol = protocol;
            this.publish = publish;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLinkIsFollowedToWhatTheOperatorListsAndNowhereElse(Link link) {
        link.publish.accept(site, canary.url("/x"));

        var run = harvest(link, shut);
        var without = canary.heard();
        harvest(link, open);
        var with = canary.heard();

        assertThat(without).isEmpty();
        assertThat(run.outcome().orElseThrow()).isNotIn(Outcome.STORED, Outcome.UNCHANGED, Outcome.FAILED);
        assertThat(run.message()).contains("no public address");
        assertThat(with).isNotEmpty();
    }

    @Test
    void whatIsSentToAConnectorIsSentToNoOtherServer() {
        Link.LINK_OF_A_CONNECTOR.publish.accept(site, canary.url("/catalog/request"));

        harvest(Link.LINK_OF_A_CONNECTOR, open);

        assertThat(canary.heard()).isNotEmpty().allMatch(head -> head.startsWith("GET "));
    }

    @Test
    void norWhenItRedirects() {
        for (int code : new int[] {301, 302, 307, 308}) {
            site.page("/start/catalog/request", CanaryAddressTest.redirect(code, canary.url("/catalog/request")));

            assertThat(harvest(Link.LINK_OF_A_CONNECTOR, open).message()).contains("sent to no other");
        }
        assertThat(canary.heard()).isEmpty();
    }

    @Test
    void aQuestionCarriesNothingOfAnotherServersAlong() {
        site.page("/start", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "session=secret; Path=/");
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
            exchange.getResponseHeaders().add("Location", canary.url("/x"));
            Site.send(exchange, 302, "text/plain", new byte[0]);
        });

        harvest(Link.REDIRECT_OF_DCAT, open);

        assertThat(canary.heard())
                .isNotEmpty()
                .allSatisfy(head -> assertThat(head.toLowerCase(Locale.ROOT))
                        .doesNotContain("cookie", "authorization", "referer", "127.0.0.1"));
    }

    @Test
    void aRedirectWithAUserNameIsRefused() {
        site.page("/start", CanaryAddressTest.redirect(302, canary.url("/").replace("http://", "http://a:secret@")));

        var run = harvest(Link.REDIRECT_OF_DCAT, open);

        assertThat(run.message()).contains("user name").doesNotContain("secret");
        assertThat(canary.heard()).isEmpty();
    }

    private Run harvest(Link link, House house) {
        house.register("company", site.url("/start"), link.protocol);
        var run = house.run("company");
        house.harvests.removeSource("company");
        return run;
    }
}
