package samdata.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.web.RunningServer;

class SuitabilityApiTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer samdata;

    @BeforeAll
    static void start() {
        samdata = RunningServer.over(folder).with("north", """
                PREFIX an: <https://w3id.org/samdata/annotation/>
                PREFIX it6: <http://data.europa.eu/it6/>
                PREFIX lang: <http://publications.europa.eu/resource/authority/language/>
                PREFIX mlso: <http://w3id.org/mlso/>
                PREFIX mo: <https://w3id.org/samdata/modality/>
                PREFIX sam: <https://w3id.org/samdata/ns#>
                PREFIX n: <http://north.example/>
                n:roads a dcat:Dataset ; dct:title "Roads"@en ; mlso:hasModality mo:image ;
                  sam:annotationType an:bounding-box ; dcat:distribution n:roads-1 .
                n:roads-1 it6:numberOfDatapoints 5000 .
                n:swedish a dcat:Dataset ; dct:title "Swedish speech"@en ; mlso:hasModality mo:audio ;
                  sam:annotationType an:transcript ; dct:language lang:SWE .
                n:english a dcat:Dataset ; dct:title "English speech"@en ; mlso:hasModality mo:audio ;
                  sam:annotationType an:transcript ; dct:language lang:ENG .
                n:bare a dcat:Dataset ; dct:title "Bare"@en .
                """);
    }

    @AfterAll
    static void stop() {
        samdata.close();
    }

    @Test
    void aTaskIsAnsweredCriterionByCriterion() throws Exception {
        JsonNode roads = json("/api/datasets/" + id("Roads") + "/suitability?task=object-detection&lang=en");

        assertThat(roads.path("task").asText()).isEqualTo("object-detection");
        assertThat(roads.path("level").asText()).isEqualTo("usable-with-work");
        assertThat(roads.path("declared").asBoolean()).isFalse();
        assertThat(roads.path("proven")).isEmpty();
        JsonNode size = criterion(roads, "size");
        assertThat(size.path("status").asText()).isEqualTo("met");
        assertThat(size.path("evidence").get(0).path("predicate").asText())
                .isEqualTo("http://data.europa.eu/it6/numberOfDatapoints");
        assertThat(size.path("evidence").get(0).path("object").asText()).isEqualTo("5000");
        assertThat(criterion(roads, "split").path("fix").asText()).contains("it6:Split");
    }

    @Test
    void aTaskIsNamedByIriAndByNameToo() throws Exception {
        String path = "/api/datasets/" + id("Roads") + "/suitability?task=";

        assertThat(json(path + "https://w3id.org/samdata/task/credit-scoring")
                        .path("level")
                        .asText())
                .isEqualTo("blocked");
        assertThat(json(path + "objektdetektering").path("task").asText()).isEqualTo("object-detection");
    }

    @Test
    void fixesAreInTheLanguageAskedFor() throws Exception {
        JsonNode roads = json("/api/datasets/" + id("Roads") + "/suitability?task=object-detection&lang=sv");

        assertThat(criterion(roads, "split").path("fix").asText()).startsWith("Beskriv");
    }

    @Test
    void withoutATaskThereIsAListBestFirst() throws Exception {
        JsonNode roads = json("/api/datasets/" + id("Roads") + "/suitability");

        assertThat(texts(roads, "task")).contains("object-detection").doesNotContain("vehicle-detection");
        assertThat(json("/api/datasets/" + id("Bare") + "/suitability")).isEmpty();
    }

    @Test
    void aTaskThatThereIsNotIsAProblemThatNamesItAndSaysWhereTheTasksAre() throws Exception {
        HttpResponse<String> answer = samdata.get("/api/datasets/" + id("Roads") + "/suitability?task=soothsaying");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("soothsaying").contains("/tasks.ttl");
        assertThat(samdata.get("/api/datasets/nowhere/suitability").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aMatchKeepsTheUnknownAfterTheFittingAndCountsTheBlocked() throws Exception {
        JsonNode match = json("/api/match?task=automatic-speech-recognition&language=sv");

        assertThat(texts(match.path("results"), "title")).containsExactly("Swedish speech", "Bare");
        assertThat(texts(match.path("results"), "level")).containsExactly("usable-with-work", "unknown");
        assertThat(match.path("blocked").asInt()).isEqualTo(2);
        assertThat(match.path("complete").asBoolean()).isTrue();
    }

    @Test
    void aMatchOfMoreThanCanBeJudgedSaysHowManyThereWouldBe(@TempDir Path other) throws Exception {
        String many = IntStream.range(0, 310)
                .mapToObj(i -> "<http://many.example/%1$d> a dcat:Dataset ; dct:title \"Many %1$d\"@en .".formatted(i))
                .collect(Collectors.joining("\n"));
        String named = """
                <http://many.example/named> a dcat:Dataset ; dct:title "Zebras"@en ;
                  <https://w3id.org/samdata/ns#declaredTask> <https://w3id.org/samdata/task/object-detection> .
                """;
        try (RunningServer full = RunningServer.over(other).with("many", many + named)) {
            JsonNode match = new ObjectMapper()
                    .readTree(
                            full.get("/api/match?task=object-detection&size=1").body());

            assertThat(match.path("candidates").asInt()).isEqualTo(311);
            assertThat(match.path("considered").asInt()).isEqualTo(300);
            assertThat(match.path("complete").asBoolean()).isFalse();
            assertThat(texts(match.path("results"), "title")).containsExactly("Zebras");
        }
    }

    @Test
    void aMatchWithoutATaskIsByWhatElseIsNeeded() throws Exception {
        JsonNode match = json("/api/match?modality=image&minRows=1000&q=roads");
        JsonNode tooMany = json("/api/match?modality=image&minRows=10000&q=roads");

        assertThat(texts(match.path("results"), "title")).containsExactly("Roads");
        assertThat(match.path("results").get(0).path("task").isNull()).isTrue();
        assertThat(tooMany.path("results")).isEmpty();
        assertThat(tooMany.path("blocked").asInt()).isEqualTo(1);
    }

    @Test
    void whatAMatchCannotUnderstandIsRefused() throws Exception {
        assertThat(samdata.get("/api/match?colour=red").statusCode()).isEqualTo(400);
        assertThat(samdata.get("/api/match?language=klingon-of-old").statusCode())
                .isEqualTo(400);
        assertThat(samdata.get("/api/match?minRows=many").statusCode()).isEqualTo(400);
        assertThat(samdata.get("/api/match?permits=sell").statusCode()).isEqualTo(400);
        assertThat(samdata.get("/api/match?task=soothsaying").statusCode()).isEqualTo(404);
    }

    private static String id(String title) throws Exception {
        return json("/api/search?sort=title&q=" + title)
                .path("results")
                .get(0)
                .path("id")
                .asText();
    }

    private static JsonNode criterion(JsonNode suitability, String id) {
        for (JsonNode criterion : suitability.path("criteria"))
            if (criterion.path("id").asText().equals(id)) return criterion;
        throw new AssertionError("No criterion " + id + " in " + suitability);
    }

    private static List<String> texts(JsonNode list, String key) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.path(key).asText()));
        return texts;
    }

    private static JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(samdata.get(path).body());
    }
}
