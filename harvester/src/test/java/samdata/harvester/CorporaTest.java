package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import samdata.catalog.store.Graphs;

/** Real catalogues that nobody here wrote, served over HTTP; the figures were counted by another RDF library. */
class CorporaTest {
    private static final String FOLDER = "SAMDATA_CORPORA";

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({
        "opendatasoft/catalog.ttl, text/turtle, 186, 3084",
        "govdata-portals/brandenburg-catalog-original-input.rdf, application/rdf+xml, 112, 7090",
        "govdata-portals/brandenburg-catalog-original-input.ttl, text/turtle, 112, 7090",
        "govdata-portals/destatis-catalog-original-input.rdf, application/rdf+xml, 135, 3323",
        "alicante/catalog.rdf, application/rdf+xml, 258, 7658"
    })
    void aRealCatalogueIsReadWithoutLoss(String file, String type, long datasets, long triples) throws IOException {
        var corpora = System.getenv(FOLDER);
        Assumptions.assumeTrue(corpora != null, FOLDER + " names no folder of catalogues");
        var path = Path.of(corpora).resolve("catalogues").resolve(file);
        Assumptions.assumeTrue(Files.exists(path), path + " is not there");
        var body = Files.readAllBytes(path);
        try (var site = new Site();
                var house = new House(data)) {
            site.page("/catalog", exchange -> Site.send(exchange, 200, type, body));
            house.register("real", site.url("/catalog"), "dcat");

            var first = house.run("real");
            var generation = house.catalog.generation();
            var second = house.run("real");

            assertThat(first.message()).isEmpty();
            assertThat(first.datasets().added()).isEqualTo(datasets);
            assertThat(house.catalog.datasets("real")).hasSize((int) datasets);
            assertThat(house.catalog.<Long>read(
                            store -> Iter.count(store.find(Graphs.stated("real"), Node.ANY, Node.ANY, Node.ANY))))
                    .isEqualTo(triples);
            assertThat(second.outcome()).contains(Outcome.UNCHANGED);
            assertThat(house.catalog.generation()).isEqualTo(generation);
        }
    }
}
