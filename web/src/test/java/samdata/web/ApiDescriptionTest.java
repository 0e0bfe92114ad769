package samdata.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.search.Facet;

class ApiDescriptionTest {
    @Test
    void everyRouteOfTheApiIsDescribedAndNothingElse(@TempDir Path folder) throws Exception {
        try (RunningServer samdata = RunningServer.over(folder)) {
            JsonNode paths = openapi(samdata).path("paths");
            Set<String> described = new TreeSet<>();
            paths.fieldNames()
                    .forEachRemaining(path -> paths.path(path)
                            .fieldNames()
                            .forEachRemaining(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

            assertThat(described).isEqualTo(new TreeSet<>(apiRoutes(samdata)));
        }
    }

    @Test
    void everyFacetIsDescribed(@TempDir Path folder) throws Exception {
        try (RunningServer samdata = RunningServer.over(folder)) {
            Set<String> described = new TreeSet<>();
            openapi(samdata)
                    .path("paths")
                    .path("/api/search")
                    .path("get")
                    .path("parameters")
                    .forEach(parameter -> described.add(parameter.path("name").asText()));

            assertThat(described)
                    .containsAll(
                            samdata.catalog().facets().stream().map(Facet::id).toList());
        }
    }

    private static List<String> apiRoutes(RunningServer samdata) {
        return samdata.server().routes().stream()
                .filter(route -> route.contains(" /api/"))
                .toList();
    }

    private static JsonNode openapi(RunningServer samdata) throws Exception {
        return new ObjectMapper().readTree(samdata.get("/api/openapi.json").body());
    }
}
