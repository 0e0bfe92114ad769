package samdata.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.web.Main;
import samdata.web.RunningServer;
import samdata.web.demo.Companies;

class PreviewCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aCatalogueIsToldInEightyColumnsWithoutADataFolder() throws Exception {
        try (Companies companies = Companies.startAnywhere()) {
            String url = companies.get("fjallkraft").url().toString();

            assertThat(run("preview", url)).isZero();
        }

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("read as sparql")
                .contains("11 datasets would be stored")
                .contains("Best to mend next: ")
                .contains("What the licences permit")
                .contains("Fit for tasks")
                .contains("Nothing was stored.");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80 || line.contains("http"));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void theGravestRulesComeFirstAndItIsSaidHowToSeeTheRest() throws Exception {
        Path file = Files.writeString(folder.resolve("a.ttl"), """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <urn:a> a dcat:Dataset ; dct:title "A" ; dct:description "A" ; dcat:distribution <urn:f> .
                <urn:b> a dcat:Dataset ; dct:title "B" ; dct:issued "2023-01-01" .
                <urn:c> a dcat:Dataset ; dct:title "C" ; dct:issued "2023-01-01" .
                <urn:f> a dcat:Distribution .
                """);

        assertThat(run("preview", file.toString())).isZero();

        List<String> rules = out.toString()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("(violation|warning|info), .*"))
                .toList();
        List<String> severities =
                rules.stream().map(rule -> rule.replaceAll(",.*", "")).toList();
        assertThat(rules).hasSize(12);
        assertThat(severities)
                .isSortedAccordingTo(Comparator.comparingInt(List.of("violation", "warning", "info")::indexOf));
        assertThat(rules.getFirst()).startsWith("violation, 2 times: The dataset has no description");
        assertThat(rules.get(1)).startsWith("violation, once: The distribution does not say where the data are");
        assertThat(out.toString())
                .containsPattern("\\.\\.\\. and \\d+ more rules; this tells them all:")
                .contains("./samdata preview --json " + file);
    }

    @Test
    void itRunsWhileAServerHoldsTheDataFolder() throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.ttl"), "<urn:d> a <http://www.w3.org/ns/dcat#Dataset> ; <urn:p> \"v\" .");
        try (RunningServer samdata = RunningServer.over(folder.resolve("data"))) {
            long generation = samdata.catalog().generation();

            assertThat(run("preview", file.toString())).isZero();

            assertThat(out.toString()).contains("read as file").contains("1 dataset would be stored");
            assertThat(samdata.catalog().generation()).isEqualTo(generation);
        }
    }

    @Test
    void asJsonItIsWhatTheApiAnswers() throws Exception {
        Path file = Files.writeString(folder.resolve("a.ttl"), "<urn:d> a <http://www.w3.org/ns/dcat#Dataset> .");

        assertThat(run("preview", "--json", file.toString())).isZero();

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("outcome").asText()).isEqualTo("stored");
        assertThat(json.path("id").isNull()).isTrue();
        assertThat(json.at("/results/0/iri").asText()).isEqualTo("urn:d");
    }

    @Test
    void whatCannotBeReadEndsWithOneAndItsReason() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.ttl"), "<html><body>Welcome");

        assertThat(run("preview", "http://127.0.0.1:1/", "--protocol", "dcat")).isEqualTo(1);
        assertThat(run("preview", broken.toString())).isEqualTo(1);

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("unreachable")
                .contains("127.0.0.1:1")
                .doesNotContain("Exception");
    }

    @Test
    void theOperatorsOwnRulesAreAskedFor() throws Exception {
        Path file = Files.writeString(folder.resolve("a.ttl"), "<urn:d> a <http://www.w3.org/ns/dcat#Dataset> .");
        Path shapes = Files.createDirectory(folder.resolve("shapes"));
        Files.writeString(shapes.resolve("house.ttl"), """
                @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dct: <http://purl.org/dc/terms/> .
                <urn:house> a sh:NodeShape ; sh:targetClass <http://www.w3.org/ns/dcat#Dataset> ;
                    sh:property [ sh:path dct:identifier ; sh:minCount 1 ; sh:message "No house number." ] .
                """);

        assertThat(run("preview", "--json", file.toString(), "--shapes", shapes.toString()))
                .isZero();

        assertThat(out.toString()).contains("No house number.");
    }

    @Test
    void wrongUseIsTwoAndOneLine() {
        for (String wrong : List.of("nonsense", "ftp://x.example/", "file:///no/such/file")) {
            assertThat(run("preview", wrong)).isEqualTo(2);
            assertThat(err.toString().lines()).hasSize(1);
        }
        assertThat(run("preview", "/nonexistent")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no file or folder /nonexistent; an address begins with http");
        assertThat(run("preview", "http://x.example/", "--protocol", "smoke")).isEqualTo(2);
        assertThat(err.toString()).contains("smoke").contains("oai-pmh");
        assertThat(run("preview")).isEqualTo(2);
    }

    private int run(String... args) {
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", folder.resolve("data").toString(), "--allow-address", "127.0.0.0/8"));
        return Main.commandLine(false)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
