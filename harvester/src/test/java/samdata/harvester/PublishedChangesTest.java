package samdata.harvester;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import samdata.harvester.read.PlainRdf;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;

/** Files of the corpora that belong together: what a harvester met before and after, and the pages of one catalogue. */
@EnabledIfEnvironmentVariable(named = Expected.FOLDER, matches = ".+")
class PublishedChangesTest {
    private static final String DUTCH = "nde/packages/core/test/datasets/hydra-page%d.ttl";

    @TempDir
    Path data;

    private Site site;
    private House house;

    @BeforeEach
    void open() {
        site = new Site();
        house = new House(data);
    }

    @AfterEach
    void close() {
        house.close();
        site.close();
    }

    /**
     * Counted by hand. In the first pair dataset/0 names its access service by an IRI that was a blank node, and the blank
     * dataset goes; in the third, what changes is a service with an IRI of its own, which is no part of a dataset.
     */
    @ParameterizedTest
    @CsvSource({
        "harvest_response_0, harvest_response_0_catalog_diff, 0, 1, 1",
        "harvest_response_0, harvest_response_0_old_dataset_removed, 1, 0, 2",
        "harvest_response_2, harvest_response_2_dataset_diff, 0, 0, 0",
        "catalog_0, catalog_0_diff_update, 0, 1, 0",
        "catalog_0, all_catalogs, 1, 0, 0"
    })
    void theNorwegianHarvestsBeforeAndAfterDifferInTheDatasetsThatChanged(
            String before, String after, long added, long changed, long removed) {
        house.register("norway", site.url("/catalog.ttl"), Source.UNDETECTED);
        norwegian(before);
        var first = house.run("norway");
        norwegian(after);
        var second = house.run("norway");

        assertThat(first.outcome()).contains(Outcome.STORED);
        assertThat(second.outcome()).contains(Outcome.STORED);
        assertThat(new Run.Datasets(0, added, changed, removed))
                .isEqualTo(new Run.Datasets(
                        0,
                        second.datasets().added(),
                        second.datasets().changed(),
                        second.datasets().removed()));
    }

    private void norwegian(String name) {
        var body = CorpusFile.named("fdk-norway/" + name + ".ttl").content();
        site.page("/catalog.ttl", exchange -> Site.send(exchange, 200, "text/turtle", body));
    }

    @Test
    void thePagedCollectionOfUdataIsReadToItsEnd() {
        site.page("/catalog.jsonld", exchange -> {
            var page = "page=2".equals(exchange.getRequestURI().getQuery()) ? 2 : 1;
            Site.send(exchange, 200, "application/ld+json", atHome("udata/dcat/paged-collection-%d.jsonld", page));
        });
        house.register("pages", site.url("/catalog.jsonld"), Source.UNDETECTED);

        var run = house.run("pages");

        assertThat(run.message()).isEmpty();
        assertThat(run.datasets().added()).isEqualTo(4);
        assertThat(PlainRdf.isomorphic(
                        PlainRdf.unnamed(house.answered("pages")),
                        written("udata/dcat/paged-collection-%d.jsonld", "/catalog.jsonld")))
                .isTrue();
        assertThat(house.run("pages").outcome()).contains(Outcome.UNCHANGED);
    }

    @Test
    void thePartialViewsOfTheDutchHeritageNetworkAreReadToTheirEnd() {
        for (int page : List.of(1, 2))
            site.page(
                    "/datasets/hydra-page" + page + ".ttl",
                    exchange -> Site.send(exchange, 200, "text/turtle", atHome(DUTCH, page)));
        house.register("pages", site.url("/datasets/hydra-page1.ttl"), Source.UNDETECTED);

        var run = house.run("pages");

        assertThat(run.message()).isEmpty();
        assertThat(run.datasets().added()).isEqualTo(2);
        assertThat(PlainRdf.isomorphic(
                        PlainRdf.unnamed(house.answered("pages")), written(DUTCH, "/datasets/hydra-page1.ttl")))
                .isTrue();
        assertThat(house.run("pages").outcome()).contains(Outcome.UNCHANGED);
    }

    /** With its addresses at this site. */
    private byte[] atHome(String file, int page) {
        return new String(CorpusFile.named(file.formatted(page)).content(), UTF_8)
                .replace("http://data.test.org/", site.url("/"))
                .getBytes(UTF_8);
    }

    private Graph written(String file, String address) {
        var lang = CorpusFile.named(file.formatted(1)).lang();
        var graph = PlainRdf.read(atHome(file, 1), lang, site.url(address));
        GraphUtil.addInto(graph, PlainRdf.read(atHome(file, 2), lang, site.url(address)));
        return PlainRdf.withoutPages(graph);
    }
}
