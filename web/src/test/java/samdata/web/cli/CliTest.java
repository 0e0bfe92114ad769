package samdata.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import samdata.catalog.store.Derivation;
import samdata.catalog.store.Graphs;
import samdata.catalog.store.Ledger;
import samdata.web.Main;
import samdata.web.demo.Companies;
import samdata.web.demo.Company;

/** Every command over a real data folder and real endpoints; only the process is the test's own. */
class CliTest {
    @TempDir
    Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aCompanyIsRegisteredHarvestedAskedAndRemoved() throws Exception {
        try (Companies companies = Companies.startAnywhere()) {
            Company company = companies.get("fjallkraft");

            assertThat(run("source", "add", "wind", company.url().toString())).isZero();
            assertThat(run("harvest")).isZero();
            assertThat(run("source", "list")).isZero();
            assertThat(run("check")).isZero();
            assertThat(run("reindex")).isZero();
            assertThat(run("source", "remove", "wind")).isZero();
            assertThat(run("source", "list")).isZero();

            assertThat(err.toString()).isEmpty();
            assertThat(out.toString())
                    .contains("wind: registered, read as sparql, every 24h")
                    .contains("wind: stored, 11 datasets (11 added, 0 changed, 0 removed)")
                    .contains("Store, index and change log agree on 11 datasets")
                    .contains("Indexed 11 datasets")
                    .contains("wind: removed, with 11 datasets")
                    .contains("No sources yet");
        }
    }

    @Test
    void aFolderOnThisMachineIsRegisteredOnlyAsOne(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.ttl"), "<urn:d> a <http://www.w3.org/ns/dcat#Dataset> .");

        assertThat(run("source", "add", "mills", folder.toString())).isNotZero();
        assertThat(run("source", "add", "disk", folder.toString(), "--protocol", "file"))
                .isZero();
        assertThat(run("harvest")).isZero();

        assertThat(out.toString()).contains("disk: stored, 1 datasets (1 added, 0 changed, 0 removed)");
    }

    @Test
    void aBrokenShapeOfTheOperatorsIsNamedAndTheRestIsAskedFor(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.ttl"), "<urn:d> a <http://www.w3.org/ns/dcat#Dataset> .");
        Path shapes = Files.createDirectory(folder.resolve("shapes"));
        Files.writeString(
                shapes.resolve("cut.ttl"), "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> sh:property [ sh:path");
        Files.writeString(shapes.resolve("house.ttl"), """
                @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dct: <http://purl.org/dc/terms/> .
                <urn:bad> a sh:NodeShape ; sh:targetClass <http://www.w3.org/ns/dcat#Dataset> ; sh:property [ sh:path ( ) ] .
                <urn:good> a sh:NodeShape ; sh:targetClass <http://www.w3.org/ns/dcat#Dataset> ;
                    sh:property [ sh:path dct:identifier ; sh:minCount 1 ; sh:message "No number." ] .
                """);
        run("source", "add", "disk", folder.resolve("a.ttl").toString(), "--protocol", "file");

        assertThat(run("harvest", "--shapes", shapes.toString())).isZero();

        assertThat(out.toString())
                .contains("cut.ttl is not used: it cannot be read as Turtle")
                .contains("house.ttl: ")
                .contains("urn:bad")
                .contains("disk: stored, 1 datasets");
        try (Stream<Path> runs = Files.walk(data.resolve("runs"))) {
            assertThat(runs.filter(file -> file.toString().endsWith(".ttl")))
                    .singleElement()
                    .satisfies(run -> assertThat(run).content().contains("No number."));
        }
    }

    @Test
    void whatCheckFindsWrongWithJudgementsReindexMends(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.ttl"), "<urn:d> a <http://www.w3.org/ns/dcat#Dataset> .");
        run("source", "add", "disk", folder.toString(), "--protocol", "file");
        run("harvest");
        try (Ledger ledger = Ledger.open(data.resolve("store"), data.resolve("changes"), Derivation.NONE)) {
            ledger.put(Graphs.JUDGEMENTS, GraphFactory.createDefaultGraph(), Instant.now());
        }

        assertThat(run("check")).isEqualTo(1);
        assertThat(out.toString()).contains("not what the rules give");
        assertThat(run("reindex")).isZero();
        assertThat(run("check")).isZero();
    }

    @Test
    void aSourceThatMayNotBeReachedIsRegisteredWithAWarning() {
        assertThat(run("source", "add", "inside", "http://10.0.0.1/", "--protocol", "dcat"))
                .isZero();

        assertThat(out.toString()).contains("inside: registered");
        assertOneLine("warning: ", "10.0.0.1 is no public address", "--allow-address");
    }

    @Test
    void aShapesFolderThatIsNotThereStopsTheStart(@TempDir Path folder) {
        Path none = folder.resolve("none");

        assertThat(run("harvest", "--shapes", none.toString())).isEqualTo(2);
        assertOneLine("--shapes", "there is no folder " + none);
    }

    @Test
    void aHarvestThatFailsIsToldAndEndsWithOne() throws Exception {
        run("source", "add", "gone", "http://127.0.0.1:1/", "--protocol", "dcat");

        assertThat(run("harvest")).isEqualTo(1);

        assertThat(out.toString()).contains("gone: unreachable");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aHarvestThatIsHeldEndsWithOneAndSaysHowItIsLetIn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.ttl");
        Files.writeString(file, datasets(10));
        run("source", "add", "disk", file.toString(), "--protocol", "file");
        assertThat(run("harvest")).isZero();
        Files.writeString(file, datasets(1));

        assertThat(run("harvest")).isEqualTo(1);

        assertThat(out.toString().lines().toList().getLast())
                .startsWith("disk: held")
                .contains("Only 1 of 10 datasets came")
                .contains("`./samdata source release disk`");
        assertThat(run("source", "release", "disk")).isZero();
        assertThat(out.toString().lines().toList().getLast()).startsWith("disk: stored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json"})
    void rowsAreWrittenInTheFormatAskedFor(String format) throws Exception {
        assertThat(ask("SELECT (COUNT(*) AS ?licences) { ?licence a odrl:Policy }", format))
                .isZero();

        assertThat(out.toString()).contains("licences");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aGraphIsWrittenAsTurtle() throws Exception {
        assertThat(ask("DESCRIBE <https://w3id.org/samdata/licence/CC-BY-4.0>", "turtle"))
                .isZero();

        assertThat(out.toString()).contains("<https://w3id.org/samdata/licence/CC-BY-4.0>");
    }

    @Test
    void brokenSparqlIsToldWithItsPlace() throws Exception {
        assertThat(ask("SELECT * {\n  ?s ?p }", "table")).isEqualTo(2);

        assertOneLine("is not SPARQL: line 2, column 9: unexpected }");
    }

    @Test
    void rowsAreNoTurtleAndAGraphIsNoCsv() throws Exception {
        assertThat(ask("SELECT * { ?s a dcat:Catalog }", "turtle")).isEqualTo(2);
        assertOneLine("choose --format table, csv or json");
        assertThat(ask("DESCRIBE <https://w3id.org/samdata/licence/CC-BY-4.0>", "csv"))
                .isEqualTo(2);
        assertOneLine("choose --format turtle or json");
    }

    @Test
    void wrongUseIsOneLineThatSaysWhatToDo() throws Exception {
        assertThat(run("query", "missing.rq")).isEqualTo(2);
        assertOneLine("There is no file missing.rq");
        assertThat(run("source", "add", "x", "not a url")).isEqualTo(2);
        assertOneLine("not a url");
        assertThat(run("source", "add", "No Good", "https://example.org/")).isEqualTo(2);
        assertOneLine("A source id is");
        assertThat(run("source", "remove", "nobody")).isEqualTo(2);
        assertOneLine("No source has the id \"nobody\"");
        assertThat(run("harvest", "nobody")).isEqualTo(2);
        assertOneLine("No source has the id \"nobody\"");
        assertThat(run("check", "--port", "many")).isEqualTo(2);
        assertOneLine("port");
        assertThat(run("check", "--colour")).isEqualTo(2);
        assertOneLine("Unknown option: '--colour'");
        assertThat(run("check", "--allow-address", "everywhere")).isEqualTo(2);
        assertOneLine("--allow-address");
    }

    @Test
    void aSettingNobodyKnowsNamesTheKnownOnes() throws Exception {
        Path settings = Files.writeString(data.resolve("settings"), "harvest.sped=fast\n");

        assertThat(run("check", "--config", settings.toString())).isEqualTo(2);

        assertOneLine("Unknown setting harvest.sped", "harvest.stall");
    }

    @Test
    void aFolderInUseNamesTheProcess() throws Exception {
        try (Opened held = Main.open(Map.of("data", data.toString()), true)) {
            assertThat(held.sources().list()).isEmpty();

            assertThat(run("check")).isEqualTo(2);

            assertOneLine("in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamedAndNotMade() throws Exception {
        Path mistyped = data.resolve("dta");

        assertThat(Main.commandLine(false)
                        .setErr(new PrintWriter(err, true))
                        .execute("check", "--data", mistyped.toString()))
                .isEqualTo(2);

        assertOneLine("There is no data folder " + mistyped);
        assertThat(mistyped).doesNotExist();
    }

    @Test
    void theDemoEmptiesNoFolderItDidNotMake() throws Exception {
        Path precious = Files.createDirectories(data.resolve("demo")).resolve("thesis.txt");
        Files.writeString(precious, "years of work");

        assertThat(run("demo")).isEqualTo(2);

        assertOneLine("which it did not make");
        assertThat(precious).hasContent("years of work");
    }

    @Test
    void everyCommandTeachesItself() {
        CommandLine samdata = Cli.commandLine(
                (flags, make) -> {
                    throw new AssertionError("help opens nothing");
                },
                flags -> {
                    throw new AssertionError("help fetches nothing");
                },
                false);

        assertThat(samdata.getSubcommands().keySet())
                .containsExactlyInAnyOrder(
                        "demo",
                        "serve",
                        "source",
                        "harvest",
                        "preview",
                        "query",
                        "reindex",
                        "compact",
                        "check",
                        "describe",
                        "bench",
                        "bench-bare",
                        "test");
        samdata.getSubcommands()
                .values()
                .forEach(command -> assertThat(command.getUsageMessage()).contains("Usage: samdata "));
    }

    private static String datasets(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "<urn:d" + number + "> a <http://www.w3.org/ns/dcat#Dataset> .")
                .collect(Collectors.joining("\n"));
    }

    private int ask(String query, String format) throws Exception {
        Path file = Files.writeString(data.resolve("question.rq"), query);
        return run("query", file.toString(), "--format", format);
    }

    private int run(String... args) {
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        if (!all.contains("--allow-address")) all.addAll(List.of("--allow-address", "127.0.0.0/8"));
        return Main.commandLine(false)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private void assertOneLine(String... parts) {
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("samdata: ").contains(parts);
    }
}
