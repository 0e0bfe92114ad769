package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.DCAT;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import samdata.harvester.read.PlainRdf;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;

/** The fixtures of other servers' tests, each served over HTTP and read by what detection finds: as counted, or refused. */
@EnabledIfEnvironmentVariable(named = Expected.FOLDER, matches = ".+")
class ExpectedTest extends CorporaSuite {
    private static final List<String> FOLDERS =
            List.of("conformance/vsds-ldes/", "conformance/dataspace-protocol/", "conformance/oai-pmh/");
    private static final Map<String, String> TYPES = Map.of(
            "ttl", "text/turtle",
            "xml", "application/rdf+xml",
            "jsonld", "application/ld+json",
            "json", "application/json");

    static Stream<Expected> read() {
        return files().filter(file -> "ok".equals(file.figures().get("parse")));
    }

    static Stream<Expected> broken() {
        return files().filter(file -> !"ok".equals(file.figures().get("parse")));
    }

    private static Stream<Expected> files() {
        return Expected.all()
                .filter(file -> FOLDERS.stream().anyMatch(file.path()::startsWith)
                        && file.figures().containsKey("parse"));
    }

    @ParameterizedTest
    @MethodSource("read")
    void aFileGivesTheDatasetsAndStatementsThatWereCounted(Expected file) throws IOException {
        var first = harvest(file.path(), file.content());
        var before = Written.in(house.data);
        var second = house.run(first.source());

        assertThat(first.message()).isEmpty();
        var stated = house.stated(first.source());
        assertThat(Map.of(
                        "datasets",
                                PlainRdf.typed(stated, DCAT.Dataset.asNode()).size(),
                        "distributions",
                                PlainRdf.typed(stated, DCAT.Distribution.asNode())
                                        .size(),
                        "quads", stated.size()))
                .allSatisfy((measure, found) ->
                        assertThat(file.figures()).as(measure).containsEntry(measure, found.toString()));
        assertThat(second.outcome()).contains(Outcome.UNCHANGED);
        assertThat(Written.in(house.data)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aFileThatNoParserReadsIsRejectedWithItsReasonAndLeavesNothing(Expected file) throws IOException {
        var before = Written.in(house.data);

        var run = harvest(file.path(), file.content());

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).matches(".*(line \\d+|context).*");
        assertThat(Written.in(house.data)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"oaiListIdentifiers", "oaiListIdentifiers2", "oaiListIdentifiersNoResumptionToken"})
    void aListOfIdentifiersIsNoListOfRecords(String answer) throws IOException {
        var path = "conformance/oai-pmh/metis/" + answer + ".xml";
        var file = new Expected(path, Map.of(), "");
        var before = Written.in(house.data);

        var run = harvest(path, file.content());

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("ListIdentifiers");
        assertThat(Written.in(house.data)).isEqualTo(before);
    }

    private Run harvest(String path, byte[] body) {
        var ending = path.substring(path.lastIndexOf('.') + 1);
        var id = "file-" + house.sources.list().size();
        site.page("/" + id, exchange -> Site.send(exchange, 200, TYPES.getOrDefault(ending, ""), body));
        house.register(id, site.url("/" + id), Source.UNDETECTED);
        return house.run(id);
    }
}
