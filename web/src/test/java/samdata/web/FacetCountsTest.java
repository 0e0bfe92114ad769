package samdata.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.path.PathWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.search.Facet;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Progress;
import samdata.harvester.source.Source;
import samdata.web.demo.Companies;
import samdata.web.demo.Company;

/** What the search counts and what SPARQL counts by the facet's own path is one number. */
class FacetCountsTest {
    @Test
    void everyFacetCountOfTheDemoIsWhatSparqlCounts(@TempDir Path folder) throws Exception {
        try (Companies companies = Companies.startAnywhere();
                RunningServer samdata = RunningServer.over(folder)) {
            for (Company company : companies.list()) harvest(samdata, company);
            JsonNode found =
                    new ObjectMapper().readTree(samdata.get("/api/search").body());
            List<String> different = new ArrayList<>();

            for (Facet facet : samdata.catalog().facets())
                for (JsonNode value : found.path("facets").path(facet.id())) {
                    long counted = ask(samdata, facet, value.path("value").asText());
                    if (counted != value.path("count").asLong())
                        different.add(facet.id() + " " + value + ": SPARQL counts " + counted);
                }

            assertThat(found.path("total").asInt())
                    .isEqualTo(samdata.catalog().datasets().size())
                    .isGreaterThanOrEqualTo(40);
            assertThat(different).isEmpty();
        }
    }

    private static void harvest(RunningServer samdata, Company company) {
        samdata.harvests()
                .register(Source.of(company.id(), company.url().toString(), company.protocol(), null, "never", null));
        var run = samdata.harvests().run(company.id(), Progress.NONE);
        assertThat(run.outcome()).as(run.message()).hasValue(Outcome.STORED);
    }

    private static long ask(RunningServer samdata, Facet facet, String value) throws Exception {
        String key = facet.byYear() ? "SUBSTR(STR(?value), 1, 4)" : "COALESCE(STR(?notation), STR(?value))";
        // a concept stands for what was written where it was recognised
        String query = """
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT (COUNT(DISTINCT ?dataset) AS ?count) {
                  ?dataset a dcat:Dataset ; %s ?value .
                  ?record <http://xmlns.com/foaf/0.1/primaryTopic> ?dataset ; <https://w3id.org/samdata/ns#source> ?source .
                  OPTIONAL { ?value skos:notation ?notation ; skos:inScheme ?scheme }
                  FILTER(%s = "%s")
                }
                """.formatted(
                        PathWriter.asString(facet.path()),
                        key,
                        value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
        var answer = samdata.get(
                "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                "Accept",
                "application/sparql-results+json");
        assertThat(answer.statusCode()).as(query + answer.body()).isEqualTo(200);
        return new ObjectMapper()
                .readTree(answer.body())
                .path("results")
                .path("bindings")
                .path(0)
                .path("count")
                .path("value")
                .asLong();
    }
}
