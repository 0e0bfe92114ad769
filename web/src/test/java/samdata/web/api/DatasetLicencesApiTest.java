package samdata.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.web.RunningServer;

class DatasetLicencesApiTest {
    @Test
    void eachLicenceNamesThePlacesWhereItIsStatedAndByWhom(@TempDir Path folder) throws Exception {
        try (RunningServer samdata = RunningServer.over(folder).with("north", """
                @prefix sam: <https://w3id.org/samdata/ns#> .
                <http://north.example/parts> a dcat:Dataset ; dct:title "Roads in parts"@en ; dct:license "ask us" ;
                  sam:licenceStatement <http://north.example/parts#1> , <http://north.example/parts#2> , <http://north.example/parts#3> .
                <http://north.example/parts#1> sam:component "images" ; sam:statedLicence "CC-BY-4.0" ; sam:statedBy "The paper" .
                <http://north.example/parts#2> sam:component "images" ; sam:statedLicence "CC-BY-NC-4.0" ; sam:statedBy "The page" .
                <http://north.example/parts#3> sam:component "annotations" ; sam:statedLicence "CC0-1.0" .
                """)) {
            String id = json(samdata, "/api/search?q=roads")
                    .path("results")
                    .path(0)
                    .path("id")
                    .asText();
            JsonNode dataset = json(samdata, "/api/datasets/" + id);

            assertThat(texts(dataset.path("licences"), "id"))
                    .containsExactly("ask us", "CC-BY-4.0", "CC-BY-NC-4.0", "CC0-1.0");
            assertThat(names(dataset.path("licence"))).containsExactly("id", "iri", "label");
            JsonNode unknown = statement(dataset, 0);
            JsonNode images = statement(dataset, 1);
            assertThat(names(images))
                    .containsExactly("subject", "predicate", "object", "part", "by", "recognised", "disputed");
            assertThat(unknown.path("recognised").asBoolean(true)).isFalse();
            assertThat(unknown.path("part").isNull()).isTrue();
            assertThat(images.path("part").asText()).isEqualTo("images");
            assertThat(images.path("by").asText()).isEqualTo("The paper");
            assertThat(images.path("recognised").asBoolean()).isTrue();
            assertThat(images.path("disputed").asBoolean()).isTrue();
        }
    }

    private static JsonNode statement(JsonNode dataset, int licence) {
        return dataset.path("licences").path(licence).path("statements").path(0);
    }

    private static List<String> texts(JsonNode array, String key) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.path(key).asText()));
        return texts;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode json(RunningServer samdata, String path) throws Exception {
        return new ObjectMapper().readTree(samdata.get(path).body());
    }
}
