package samdata.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.web.RunningServer;

class QualityApiTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer samdata;

    @BeforeAll
    static void start() {
        samdata = RunningServer.over(folder).with("north", """
                        <http://north.example/roads> a dcat:Dataset ; dct:title "Roads"@en ; dct:description "Roads"@en ;
                          dcat:keyword "road" ; dcat:distribution <http://north.example/roads/1> .
                        <http://north.example/roads/1> a dcat:Distribution ; dcat:accessURL <http://north.example/roads.zip> .
                        """);
    }

    @AfterAll
    static void stop() {
        samdata.close();
    }

    @Test
    void theAnswerHasItsKeysAndAddsUp() throws Exception {
        JsonNode quality = quality("en");

        assertThat(names(quality))
                .containsExactly(
                        "dataset",
                        "iri",
                        "points",
                        "outOf",
                        "rating",
                        "ratingLabel",
                        "distribution",
                        "measured",
                        "dimensions",
                        "ml",
                        "nextBestFixes");
        assertThat(quality.path("points").asInt()).isEqualTo(30 + 50 + 30);
        assertThat(quality.path("outOf").asInt()).isEqualTo(405);
        assertThat(quality.path("rating").asText()).isEqualTo("bad");
        assertThat(quality.path("measured").asText()).isEqualTo("from the description");
        assertThat(quality.path("distribution").asText()).isEqualTo("http://north.example/roads/1");
        assertThat(texts(quality.path("dimensions"), "id"))
                .containsExactly("findability", "accessibility", "interoperability", "reusability", "contextuality");
        assertThat(sum(quality.path("dimensions"), "points")).isEqualTo(110);
        assertThat(sum(quality.path("dimensions"), "outOf")).isEqualTo(405);
        assertThat(quality.path("ml").path("points").asInt()).isZero();
        assertThat(quality.path("ml").path("outOf").asInt()).isEqualTo(95);
    }

    @Test
    void anIndicatorNamesTheStatementThatEarnedItAndTheFixOfWhatIsMissing() throws Exception {
        JsonNode findability = quality("en").path("dimensions").path(0).path("indicators");
        JsonNode keyword = findability.path(0);
        JsonNode theme = findability.path(1);

        assertThat(keyword.path("id").asText()).isEqualTo("keyword-usage");
        assertThat(keyword.path("met").asBoolean()).isTrue();
        assertThat(keyword.path("fix").isNull()).isTrue();
        assertThat(keyword.path("evidence").path(0).path("subject").asText()).isEqualTo("http://north.example/roads");
        assertThat(keyword.path("evidence").path(0).path("predicate").asText())
                .isEqualTo("http://www.w3.org/ns/dcat#keyword");
        assertThat(keyword.path("evidence").path(0).path("object").asText()).isEqualTo("road");
        assertThat(theme.path("points").asInt()).isZero();
        assertThat(theme.path("outOf").asInt()).isEqualTo(30);
        assertThat(theme.path("evidence")).isEmpty();
        assertThat(theme.path("fix").asText()).startsWith("Write dcat:theme");
    }

    @Test
    void theFixesBeginWithWhatGainsMostAndTellWhosePointsTheyAre() throws Exception {
        JsonNode fixes = quality("en").path("nextBestFixes");

        assertThat(fixes.path(0).path("indicator").asText()).isEqualTo("categories");
        assertThat(fixes.path(0).path("gain").asInt()).isEqualTo(30);
        assertThat(fixes.path(0).path("part").asText()).isEqualTo("mqa");
        assertThat(texts(fixes, "part")).contains("ml");
        assertThat(sum(fixes, "gain")).isEqualTo(405 - 110 + 95);
    }

    @Test
    void labelsAndFixesAreInTheLanguageAskedFor() throws Exception {
        JsonNode swedish = quality("sv");

        assertThat(swedish.path("dimensions").path(0).path("label").asText()).isEqualTo("Sökbarhet");
        assertThat(swedish.path("nextBestFixes").path(0).path("fix").asText()).startsWith("Skriv dcat:theme");
    }

    @Test
    void aDatasetThatIsNotThereHasNoQuality() {
        assertThat(samdata.get("/api/datasets/none/quality").statusCode()).isEqualTo(404);
    }

    private static JsonNode quality(String lang) throws Exception {
        String id =
                json("/api/search?q=roads").path("results").path(0).path("id").asText();
        return json("/api/datasets/" + id + "/quality?lang=" + lang);
    }

    private static JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(samdata.get(path).body());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array, String key) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.path(key).asText()));
        return texts;
    }

    private static int sum(JsonNode array, String key) {
        int sum = 0;
        for (JsonNode each : array) sum += each.path(key).asInt();
        return sum;
    }
}
