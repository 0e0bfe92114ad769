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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import samdata.web.RunningServer;

class SearchApiTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer samdata;

    @BeforeAll
    static void start() {
        samdata = RunningServer.over(folder)
                .with("north", """
                        <http://north.example/roads> a dcat:Dataset ; dct:title "Roads"@en , "Vägar"@sv ;
                          dct:description "Photographs of roads"@en ; dct:publisher <http://north.example/> ;
                          dcat:keyword "road" ; dct:issued "2024-05-01"^^xsd:date ;
                          <https://w3id.org/samdata/ns#declaredTask> <https://w3id.org/samdata/task/object-detection> ;
                          dct:license <https://w3id.org/samdata/licence/CC-BY-4.0> ;
                          <http://www.w3.org/ns/prov#qualifiedAttribution> <urn:samdata:genid:1> ;
                          dcat:distribution <http://north.example/roads/1> .
                        <urn:samdata:genid:1> <http://www.w3.org/ns/prov#agent> <http://north.example/> ;
                          dcat:hadRole <https://w3id.org/samdata/role/annotator> .
                        <http://north.example/roads/1> a dcat:Distribution ; dcat:accessURL <http://north.example/roads.zip> .
                        <http://north.example/> a foaf:Agent ; foaf:name "North" .
                        """)
                .with("south", "<http://south.example/rivers> a dcat:Dataset ; dct:title \"Rivers\"@en .");
    }

    @AfterAll
    static void stop() {
        samdata.close();
    }

    @Test
    void aHitHasEveryKeyAndNullForWhatIsNotStated() throws Exception {
        JsonNode roads = json("/api/search?q=roads").path("results").path(0);
        JsonNode rivers = json("/api/search?q=rivers").path("results").path(0);

        assertThat(names(roads))
                .containsExactly(
                        "id",
                        "iri",
                        "title",
                        "description",
                        "publisher",
                        "licence",
                        "tasks",
                        "modality",
                        "quality",
                        "modified",
                        "highlight",
                        "score");
        assertThat(roads.path("licence").path("id").asText()).isEqualTo("CC-BY-4.0");
        assertThat(roads.path("tasks").path(0).path("level").asText()).isEqualTo("unknown");
        assertThat(names(rivers)).isEqualTo(names(roads));
        assertThat(rivers.path("licence").isNull()).isTrue();
        assertThat(rivers.path("publisher").isNull()).isTrue();
    }

    @Test
    void facetsCountTheAlternativesToWhatIsChosen() throws Exception {
        JsonNode found = json("/api/search?source=north&source=south&lang=sv");
        JsonNode narrowed = json("/api/search?source=north");

        assertThat(found.path("total").asInt()).isEqualTo(2);
        assertThat(narrowed.path("total").asInt()).isEqualTo(1);
        assertThat(narrowed.path("facets").path("source")).hasSize(2);
        assertThat(narrowed.path("facets")
                        .path("source")
                        .path(0)
                        .path("selected")
                        .isBoolean())
                .isTrue();
        assertThat(names(found.path("facets")))
                .containsExactlyInAnyOrder(
                        "task",
                        "modality",
                        "licence",
                        "publisher",
                        "theme",
                        "keyword",
                        "format",
                        "language",
                        "source",
                        "year",
                        "fit",
                        "ready",
                        "permits",
                        "quality");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=red     | There is no parameter colour; known are q, page, size, sort, lang,",
                "page=0         | page is a number from 1",
                "page=x         | page is a number from 1",
                "size=101       | size is a number from 1 to 100",
                "sort=best      | There is no order best; known are relevance, newest, quality, title",
                "year=lately    | year is a year such as 2026"
            })
    void whatCannotBeAskedIsToldWithWhatCan(String query, String detail) {
        var answer = samdata.get("/api/search?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(detail);
    }

    @Test
    void aChosenValueThatNoDatasetHasIsNamed() throws Exception {
        JsonNode slip = json("/api/search?source=north&source=nroth");

        assertThat(slip.path("total").asInt()).isPositive();
        assertThat(slip.path("unheld")).hasSize(1);
        assertThat(slip.path("unheld").get(0).path("facet").asText()).isEqualTo("source");
        assertThat(slip.path("unheld").get(0).path("value").asText()).isEqualTo("nroth");
        assertThat(slip.path("unheld").get(0).path("detail").asText()).contains("No dataset has the value nroth");
        assertThat(json("/api/search?source=north&q=zzzz").path("unheld")).isEmpty();
    }

    @Test
    void aDatasetIsToldWithItsPeopleAndWhereItWasHarvested() throws Exception {
        String id =
                json("/api/search?q=roads").path("results").path(0).path("id").asText();

        JsonNode dataset = json("/api/datasets/" + id);

        assertThat(dataset.path("iri").asText()).isEqualTo("http://north.example/roads");
        assertThat(json("/api/datasets/" + id + "?lang=sv").path("title").asText())
                .isEqualTo("Vägar");
        assertThat(dataset.path("publisher").path("name").asText()).isEqualTo("North");
        assertThat(dataset.path("contributors")
                        .path(0)
                        .path("roles")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo("annotator");
        assertThat(dataset.path("distributions").path(0).path("accessURL").asText())
                .isEqualTo("http://north.example/roads.zip");
        assertThat(dataset.path("sources")).hasSize(1);
        assertThat(dataset.path("record").path("graph").asText()).isEqualTo("urn:samdata:source:north");
        assertThat(dataset.path("alsoAt").isArray()).isTrue();
        assertThat(samdata.get("/api/datasets/nothing").statusCode()).isEqualTo(404);
    }

    private static JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(samdata.get(path).body());
    }

    private static List<String> names(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
