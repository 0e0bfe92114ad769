package samdata.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import samdata.catalog.store.Graphs;
import samdata.web.RunningServer;

class LicencesApiTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer samdata;

    @BeforeAll
    static void start() {
        samdata = RunningServer.over(folder)
                .with(
                        "north",
                        """
                        <http://north.example/roads> a dcat:Dataset ; dct:title "Roads"@en ; dct:publisher <http://north.example/> ;
                          dct:license <https://creativecommons.org/licenses/by-sa/4.0/> .
                        <http://north.example/map> a dcat:Dataset ; dct:title "Map"@en ; dct:license "ODbL" .
                        <http://north.example/closed> a dcat:Dataset ; dct:title "Closed"@en ; dct:license "CC0-1.0" ;
                          dct:accessRights <http://publications.europa.eu/resource/authority/access-right/RESTRICTED> .
                        <http://north.example/bare> a dcat:Dataset ; dct:title "Bare"@en .
                        <http://north.example/> a foaf:Agent ; foaf:name "North" .
                        """
                                + IntStream.range(0, 10)
                                        .mapToObj(LicencesApiTest::basket)
                                        .collect(Collectors.joining()));
    }

    private static String basket(int i) {
        return """
                <http://north.example/b%d> a dcat:Dataset ; dct:title "Basket %d"@en ; dct:license <https://creativecommons.org/licenses/by/4.0/> ;
                  dcat:distribution <http://north.example/b%d/f> .
                <http://north.example/b%d/f> a dcat:Distribution ; dct:license "CC-BY 4.0" .
                """.formatted(i, i, i, i);
    }

    @AfterAll
    static void stop() {
        samdata.close();
    }

    @Test
    void everyLicenceIsListedWithWhatItSaysAndWhere() throws Exception {
        JsonNode list = json("/api/licences").path("licences");

        assertThat(list.size()).isGreaterThanOrEqualTo(40);
        list.forEach(licence -> {
            assertThat(names(licence))
                    .contains("id", "iri", "label", "permissions", "duties", "prohibitions", "unclear", "mayFlowInto");
            licence.path("permissions")
                    .forEach(point -> assertThat(point.path("clause").asText()).isNotBlank());
        });
    }

    @Test
    void aLicenceIsFoundByItsIdAndByOtherNamesAndIsSaidInTheReadersLanguage() throws Exception {
        JsonNode english = json("/api/licences/CC-BY-NC-4.0");
        JsonNode swedish = json("/api/licences/cc%20by-nc%204.0?lang=sv");

        assertThat(english.path("prohibitions").path(0).path("id").asText()).isEqualTo("commercialUse");
        assertThat(english.path("mayFlowInto")).extracting(JsonNode::asText).contains("CC-BY-NC-SA-4.0");
        assertThat(swedish.path("id").asText()).isEqualTo("CC-BY-NC-4.0");
        assertThat(swedish.path("label").asText()).isEqualTo("Creative Commons Erkännande-IckeKommersiell 4.0");
        assertThat(swedish.path("duties").path(0).path("label").asText()).isEqualTo("Ange upphovsman och källa");
    }

    @Test
    void aQuestionIsAnsweredInTheShapeThatIsPromised() throws Exception {
        JsonNode answer =
                json("/api/licences/combine?use=publish-derived&dataset=" + id("roads") + "&dataset=" + id("map"));

        assertThat(names(answer))
                .contains(
                        "use", "verdict", "duties", "conflicts", "unclear", "resultLicences", "attribution", "notice");
        assertThat(answer.path("verdict").asText()).isEqualTo("conflict");
        assertThat(answer.path("conflicts").path(0).path("a").asText()).isEqualTo("CC-BY-SA-4.0");
        assertThat(answer.path("conflicts").path(0).path("b").asText()).isEqualTo("ODbL-1.0");
        assertThat(answer.path("conflicts").path(0).path("clause").asText()).contains("4.4(a)");
        assertThat(answer.path("attribution").asText()).contains("“Roads” by North");
        assertThat(answer.path("notice").asText()).isEqualTo("not legal advice");
    }

    @ParameterizedTest
    @CsvSource({
        "licence=CC-BY-4.0&licence=CC-BY-SA-4.0&use=publish-derived, ok-with-duties",
        "licence=CC0-1.0&use=publish-model, ok",
        "licence=CC-BY-NC-4.0&licence=CC0-1.0&use=train-commercial, not-permitted",
        "licence=unknown&use=train-research, undecidable",
        "licence=NOASSERTION&use=train-research, undecidable",
        "licence=free+for+all&use=train-research, undecidable"
    })
    void licencesAloneAreAnswered(String question, String verdict) throws Exception {
        assertThat(json("/api/licences/combine?" + question).path("verdict").asText())
                .isEqualTo(verdict);
    }

    @Test
    void aDatasetWithoutLicenceIsUndecidableAndAWordThatIsNoLicenceIsNamed() throws Exception {
        JsonNode bare = json("/api/licences/combine?use=train-research&dataset=" + id("bare"));
        JsonNode word = json("/api/licences/combine?use=train-research&licence=ask+us");

        assertThat(bare.path("verdict").asText()).isEqualTo("undecidable");
        assertThat(word.path("unclear"))
                .extracting(point -> point.path("licence").asText())
                .contains("ask us", "NOASSERTION");
    }

    @Test
    void dataThatNotEverybodyGetsAreToldOfBesideAVerdictThatStaysTheLicences() throws Exception {
        JsonNode closed = json("/api/licences/combine?use=train-commercial&dataset=" + id("closed"));
        JsonNode swedish = json("/api/licences/combine?use=train-commercial&lang=sv&dataset=" + id("closed"));
        JsonNode open = json("/api/licences/combine?use=train-commercial&dataset=" + id("roads"));

        assertThat(closed.path("verdict").asText()).isEqualTo("ok");
        assertThat(closed.path("cautions")).hasSize(1);
        assertThat(closed.path("cautions").get(0).path("access").path("id").asText())
                .isEqualTo("RESTRICTED");
        assertThat(closed.path("cautions").get(0).path("text").asText()).startsWith("Access to the data is restricted");
        assertThat(swedish.path("cautions").get(0).path("text").asText()).startsWith("Tillgången");
        assertThat(open.path("cautions")).isEmpty();
        assertThat(samdata.get("/datasets/" + id("closed") + "?lang=sv", "Accept", "text/html")
                        .body())
                .contains("Tillgången till data är begränsad");
        assertThat(samdata.get("/licences/combine?lang=en&dataset=" + id("closed"))
                        .body())
                .contains("Access to the data is restricted");
    }

    @Test
    void dutiesSayWhatToDoAndWhy() throws Exception {
        JsonNode duties = json("/api/licences/combine?use=publish-collection&licence=CC-BY-NC-4.0&lang=en")
                .path("duties");

        assertThat(duties)
                .extracting(duty -> duty.path("duty").asText())
                .containsExactly("attribution", "notice", "commercialUse");
        assertThat(duties.path(0).path("because").asText()).isEqualTo("CC-BY-NC-4.0: CC BY-NC 4.0 s. 3(a)(1)(A)");
        assertThat(duties.path(2).path("label").asText()).isEqualTo("Keep to non-commercial purposes");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/licences/combine?licence=MIT, 400, publish-collection",
        "/api/licences/combine?licence=MIT&use=sell, 400, train-research",
        "/api/licences/combine?use=train-research, 400, dataset=ID",
        "/api/licences/combine?use=train-research&license=MIT, 400, licence",
        "/api/licences/combine?use=train-research&dataset=nothing, 404, nothing",
        "/api/licences/no-such-licence, 404, no-such-licence"
    })
    void aQuestionThatCannotBeAnsweredSaysWhy(String path, int status, String detail) throws Exception {
        var answer = samdata.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(new ObjectMapper().readTree(answer.body()).path("detail").asText())
                .contains(detail);
    }

    @Test
    void tenDatasetsAreAnsweredInFiftyMilliseconds() throws Exception {
        String question = "/api/licences/combine?use=publish-derived"
                + IntStream.range(0, 10)
                        .mapToObj(i -> "&dataset=" + id("b" + i))
                        .collect(Collectors.joining());
        for (int i = 0; i < 50; i++) json(question);

        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            long start = System.nanoTime();
            json(question);
            times.add(System.nanoTime() - start);
        }

        long median = times.stream().sorted().toList().get(10);
        assertThat(Duration.ofNanos(median)).isLessThan(Duration.ofMillis(50));
    }

    private static String id(String name) {
        return Graphs.datasetId("http://north.example/" + name);
    }

    private static JsonNode json(String path) throws Exception {
        var answer = samdata.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
