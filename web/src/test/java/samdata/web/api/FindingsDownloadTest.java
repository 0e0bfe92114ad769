package samdata.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.harvester.run.Progress;
import samdata.harvester.run.Report;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;
import samdata.web.RunningServer;

class FindingsDownloadTest {
    /** More than a run shows as examples of one rule. */
    private static final int DATASETS = 130;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer samdata;

    @SuppressWarnings("NullAway.Init")
    private static Run run;

    @BeforeAll
    static void harvest() throws Exception {
        Path shapes = Files.createDirectory(folder.resolve("shapes"));
        Files.writeString(shapes.resolve("house.ttl"), """
                @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dct: <http://purl.org/dc/terms/> .
                <urn:numbered> a sh:NodeShape ; sh:targetClass <http://www.w3.org/ns/dcat#Dataset> ;
                    sh:property [ sh:path dct:identifier ; sh:minCount 1 ; sh:message "=1+1, \\"no\\" number" ] .
                """);
        StringBuilder turtle = new StringBuilder();
        IntStream.range(0, DATASETS)
                .forEach(i -> turtle.append("<http://a.example/")
                        .append(i)
                        .append("> a <http://www.w3.org/ns/dcat#Dataset> .\n"));
        Path catalog = Files.writeString(folder.resolve("c.ttl"), turtle);
        samdata = RunningServer.over(folder.resolve("data"), "shapes", shapes.toString());
        samdata.harvests().register(Source.onDisk("acme", catalog, null, "never", null));
        run = samdata.harvests().run("acme", Progress.NONE);
    }

    @AfterAll
    static void stop() {
        samdata.close();
    }

    @Test
    void theTableHasARowForEachPlaceAndHowOftenTheRuleWasBroken() {
        HttpResponse<String> answer = download("csv");
        List<String> rows = answer.body().lines().toList();
        List<String> untitled = rows.stream()
                .filter(row -> row.startsWith("dcat-ap,Dataset.title.MinCount,violation,"))
                .toList();

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + run.id() + "-violations.csv\"");
        assertThat(rows.getFirst())
                .isEqualTo("profile,rule,severity,dataset,line,path,message,means,fix,example,clause,times");
        assertThat(rows).hasSize(1 + times());
        assertThat(untitled).hasSize(DATASETS).doesNotHaveDuplicates().allMatch(row -> row.endsWith("," + DATASETS));
    }

    @Test
    void aMessageThatASpreadsheetWouldRunIsTamed() {
        assertThat(download("csv").body().lines().filter(row -> row.startsWith("house,")))
                .isNotEmpty()
                .allMatch(row -> row.contains(",\"'=1+1, \"\"no\"\" number\","));
    }

    @Test
    void theTableSpeaksTheLanguageAskedFor() {
        assertThat(samdata.get("/api/runs/" + run.id() + "/violations.csv?lang=sv")
                        .body())
                .contains("Datamängden saknar titel.")
                .doesNotContain("The dataset has no title.");
    }

    @Test
    void asJsonTheyAreToldByProfileAndRule() throws Exception {
        JsonNode json = new ObjectMapper().readTree(download("json").body());
        JsonNode profile = json.path("profiles").get(0);
        JsonNode untitled = rule(profile, "Dataset.title.MinCount");

        assertThat(json.path("run").asText()).isEqualTo(run.id());
        assertThat(json.path("profiles").findValuesAsText("profile")).contains("dcat-ap", "house");
        assertThat(profile.path("title").asText()).isEqualTo("DCAT-AP 3.0.1");
        assertThat(untitled.path("times").asInt()).isEqualTo(DATASETS);
        assertThat(untitled.path("places").findValuesAsText("dataset"))
                .hasSize(DATASETS)
                .doesNotHaveDuplicates();
        assertThat(untitled.path("means").asText()).isNotEmpty();
        assertThat(untitled.path("fix").asText()).contains("dct:title");
        assertThat(untitled.path("example").asText()).contains("dct:title");
        assertThat(untitled.path("clause").asText()).startsWith("https://semiceu.github.io/");
    }

    @Test
    void ofARunThatCouldNotReadTheSourceThereIsNoReport() throws Exception {
        Path page = Files.writeString(folder.resolve("broken.html"), "<!doctype html><title>Out of order</title>");
        samdata.harvests().register(Source.onDisk("broken", page, null, "never", null));
        Run broken = samdata.harvests().run("broken", Progress.NONE);

        for (String ending : List.of("csv", "json", "ttl")) {
            HttpResponse<String> answer = samdata.get("/api/runs/" + broken.id() + "/violations." + ending);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("It is not known what is wrong").doesNotContain("conforms");
        }
    }

    @Test
    void theShaclReportHasAResultForEachPlace() {
        HttpResponse<String> answer = download("ttl");
        Graph report = RDFParser.fromString(answer.body(), Lang.TURTLE).toGraph();

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/turtle");
        assertThat(count(report, RDF.Nodes.type, SHACL.ValidationReport)).isEqualTo(1);
        assertThat(count(report, SHACL.conforms, Node.ANY)).isEqualTo(1);
        assertThat(count(report, RDF.Nodes.type, SHACL.ValidationResult)).isEqualTo(times());
        assertThat(count(report, SHACL.result, Node.ANY)).isEqualTo(times());
        assertThat(count(report, SHACL.resultSeverity, SHACL.Violation)).isEqualTo(times("violation"));
        assertThat(count(report, SHACL.resultSeverity, SHACL.Warning)).isEqualTo(times("warning"));
        assertThat(count(report, SHACL.focusNode, Node.ANY)).isEqualTo(times());
    }

    @Test
    void ofFindingsThatAreDamagedTheExamplesAreTold() throws Exception {
        Path kept = folder.resolve("data/runs/acme").resolve(run.id() + ".findings.gz");
        byte[] whole = Files.readAllBytes(kept);
        try {
            for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(whole, whole.length / 2))) {
                Files.write(kept, damaged);
                JsonNode json = new ObjectMapper().readTree(download("json").body());
                JsonNode untitled = rule(json.path("profiles").get(0), "Dataset.title.MinCount");

                assertThat(untitled.path("times").asInt()).isEqualTo(DATASETS);
                assertThat(untitled.path("places")).hasSize(Run.Finding.EXAMPLES);
                assertThat(download("csv").body().lines())
                        .hasSize(1 + run.violations().size());
                assertThat(RDFParser.fromString(download("ttl").body(), Lang.TURTLE)
                                .toGraph()
                                .find(Node.ANY, SHACL.result, Node.ANY)
                                .toList())
                        .hasSize(run.violations().size());
            }
        } finally {
            Files.write(kept, whole);
        }
    }

    @Test
    void aRunThatIsNotThereHasNoFiles() {
        for (String ending : List.of("csv", "json", "ttl"))
            assertThat(samdata.get("/api/runs/none/violations." + ending).statusCode())
                    .isEqualTo(404);
    }

    @Test
    void theHistoryOfASourceHasARowForEachHarvest() {
        Run again = samdata.harvests().run("acme", Progress.NONE);

        List<String> rows =
                samdata.get("/api/sources/acme/history.csv").body().lines().toList();
        String points = String.format(Locale.ROOT, "%.1f", run.after().points().orElseThrow());
        long errors = run.violations().stream()
                        .filter(found -> found.violation().severity().equals("violation"))
                        .map(found -> found.violation().rule())
                        .distinct()
                        .count()
                * DATASETS;

        assertThat(rows.getFirst())
                .isEqualTo("run,started,ended,outcome,seen,added,changed,removed,points,violations,warnings,infos");
        assertThat(rows.get(1))
                .startsWith(run.id() + ",")
                .contains(",stored,130,130,0,0," + points + "," + errors + ",");
        assertThat(rows.get(2))
                .startsWith(again.id() + ",")
                .contains(",unchanged,130,0,0,0," + points + "," + errors + ",");
        assertThat(samdata.get("/api/sources/none/history.csv").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> download(String ending) {
        return samdata.get("/api/runs/" + run.id() + "/violations." + ending);
    }

    private static JsonNode rule(JsonNode profile, String id) {
        for (JsonNode rule : profile.path("rules"))
            if (rule.path("rule").asText().equals(id)) return rule;
        throw new AssertionError("No rule " + id);
    }

    /** How many places there are in all. */
    private static int times() {
        return (int) (times("violation") + times("warning") + times("info"));
    }

    private static long times(String severity) {
        return Report.of(run.violations()).profiles().stream()
                .mapToLong(profile -> profile.times(severity))
                .sum();
    }

    private static long count(Graph graph, Node property, Node value) {
        return graph.find(Node.ANY, property, value).toList().size();
    }
}
