package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import samdata.catalog.store.Graphs;

/** The files of the corpora whose figures another RDF library counted, each served over HTTP and read by what detection finds. */
class ExpectedTest {
    private static final Set<String> CASES = Set.of("vsds-ldes", "dataspace-protocol");
    private static final Map<String, String> TYPES = Map.of(
            "ttl", "text/turtle",
            "xml", "application/rdf+xml",
            "jsonld", "application/ld+json",
            "json", "application/json");

    @TempDir
    Path data;

    static Stream<Arguments> files() throws IOException {
        var corpora = System.getenv("SAMDATA_CORPORA");
        if (corpora == null) return Stream.of(Arguments.of("", "", ""));
        return Files.readAllLines(Path.of(corpora, "EXPECTED.tsv")).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .filter(row -> CASES.contains(row.get(0))
                        && row.get(2).startsWith("parse|")
                        && row.get(3).startsWith("ok|"))
                .map(row -> Arguments.of(corpora, row.get(1), row.get(3)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("files")
    void aFileGivesTheDatasetsAndStatementsThatWereCounted(String corpora, String file, String figures)
            throws IOException {
        org.junit.jupiter.api.Assumptions.assumeFalse(
                corpora.isEmpty(), "SAMDATA_CORPORA names no folder of catalogues");
        var body = Files.readAllBytes(Path.of(corpora, file));
        var ending = file.substring(file.lastIndexOf('.') + 1);
        var expected = figures.split("\\|", -1);
        try (var site = new Site();
                var house = new House(data)) {
            site.page("/catalog", exchange -> Site.send(exchange, 200, TYPES.getOrDefault(ending, ""), body));
            house.register("real", site.url("/catalog"), Source.UNDETECTED);

            var first = house.run("real");
            var generation = house.catalog.generation();
            var second = house.run("real");

            assertThat(first.message()).isEmpty();
            assertThat(count(house, RDF.Nodes.type, DCAT.Dataset.asNode())).isEqualTo(Long.parseLong(expected[3]));
            assertThat(count(house, RDF.Nodes.type, DCAT.Distribution.asNode())).isEqualTo(Long.parseLong(expected[4]));
            assertThat(count(house, Node.ANY, Node.ANY)).isEqualTo(Long.parseLong(expected[1]));
            assertThat(second.outcome()).contains(Outcome.UNCHANGED);
            assertThat(house.catalog.generation()).isEqualTo(generation);
        }
    }

    private static long count(House house, Node property, Node object) {
        return house.catalog.<Long>read(
                store -> Iter.count(store.find(Graphs.stated("real"), Node.ANY, property, object)));
    }
}
