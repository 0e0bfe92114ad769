package samdata.harvester.protocol.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import samdata.harvester.Expected;
import samdata.harvester.House;
import samdata.harvester.Site;
import samdata.harvester.Written;
import samdata.harvester.fetch.FetchSettings;
import samdata.harvester.run.Outcome;
import samdata.harvester.source.Source;

/** Amazon's registry of open data as an archive of its files; counted elsewhere by another YAML reader. */
@EnabledIfEnvironmentVariable(named = Expected.FOLDER, matches = ".+")
class RegistryCorporaTest {
    private static final String FOLDER = "catalogues/aws-registry/";

    @Test
    void everyEntryIsADatasetAndEveryResourceADistribution(@TempDir Path data) throws IOException {
        var body = archive();
        try (var site = new Site();
                var house = new House(data, FetchSettings.DEFAULTS)) {
            site.page("/registry.zip", exchange -> Site.send(exchange, 200, "application/zip", body));
            house.register("aws", site.url("/registry.zip"), Source.UNDETECTED);

            var first = house.run("aws");
            var before = Written.in(data);
            var second = house.run("aws");

            var expected = Expected.all()
                    .filter(each -> each.path().equals(FOLDER))
                    .flatMap(each -> each.figures().entrySet().stream())
                    .collect(Collectors.toMap(Map.Entry::getKey, each -> Long.parseLong(each.getValue())));
            var stated = house.stated("aws");
            assertThat(first.message()).isEmpty();
            assertThat(house.sources.get("aws").map(Source::protocol)).contains("hf-cards");
            assertThat(first.datasets().added()).isEqualTo(number(expected, "data sets"));
            assertThat(stated.find(Node.ANY, DCAT.distribution.asNode(), Node.ANY)
                            .toList())
                    .hasSize(number(expected, "resources"));
            assertThat(stated.find(Node.ANY, DCTerms.license.asNode(), Node.ANY)
                            .mapWith(Triple::getObject)
                            .toSet())
                    .hasSize(number(expected, "distinct raw licence strings"));
            for (String tag : List.of("aws-pds", "climate", "life sciences"))
                assertThat(stated.find(Node.ANY, DCAT.keyword.asNode(), NodeFactory.createLiteralString(tag))
                                .toList())
                        .hasSize(number(expected, "tag=" + tag));
            assertThat(second.outcome()).contains(Outcome.UNCHANGED);
            assertThat(Written.in(data)).isEqualTo(before);
        }
    }

    private static int number(Map<String, Long> expected, String measure) {
        return Math.toIntExact(Objects.requireNonNull(expected.get(measure), measure));
    }

    private static byte[] archive() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes);
                var files = Files.list(Expected.file(FOLDER))) {
            for (Path file : files.sorted().toList()) {
                zip.putNextEntry(new ZipEntry("datasets/" + file.getFileName()));
                zip.write(Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }
}
