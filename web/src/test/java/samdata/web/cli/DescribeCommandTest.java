package samdata.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.Catalog;
import samdata.catalog.check.Violation;
import samdata.web.Main;
import samdata.web.http.Prefixes;

/** The command as a person runs it, and its draft as a harvester reads it. */
class DescribeCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path file = Path.of("");

    @BeforeEach
    void aFileOfFlowers() throws Exception {
        String rows = "5.1,setosa\n".repeat(30) + "6.2,virginica\n".repeat(15);
        file = Files.writeString(folder.resolve("flowers.csv"), "length,kind\n" + rows);
    }

    @Test
    void theDraftIsHarvestedAsADatasetOfItsOwn() throws Exception {
        Path draft = folder.resolve("flowers.ttl");
        assertThat(run("describe", file.toString(), "--out", draft.toString(), "--target", "kind"))
                .isZero();

        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] turtle = Files.readAllBytes(draft);
        server.createContext("/flowers.ttl", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/turtle");
            exchange.sendResponseHeaders(200, turtle.length);
            exchange.getResponseBody().write(turtle);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/flowers.ttl";
            String data = folder.resolve("data").toString();
            assertThat(run(
                            "source",
                            "add",
                            "mine",
                            url,
                            "--protocol",
                            "dcat",
                            "--data",
                            data,
                            "--allow-address",
                            "127.0.0.0/8"))
                    .isZero();
            assertThat(run("harvest", "mine", "--data", data, "--allow-address", "127.0.0.0/8"))
                    .isZero();
            assertThat(out.toString()).contains("mine: stored, 1 datasets (1 added");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theShapesMissNothingButWhatIsLeftToSay() throws Exception {
        assertThat(run("describe", file.toString(), "--target", "kind")).isZero();
        String turtle = out.toString();
        Graph draft = RDFParser.fromString(turtle, Lang.TURTLE)
                .base("https://example.org/flowers.ttl")
                .toGraph();

        List<Violation> found;
        try (Catalog catalog = Catalog.open(folder.resolve("data"))) {
            found = catalog.knowledge().check().of(draft);
        }

        assertThat(found)
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(
                                Prefixes.shortened(violation.path()).split("[()|]+"))
                        .anySatisfy(property -> assertThat(turtle).contains("> " + property + " ")));
        assertThat(turtle).contains("it6:defaultTargetAttribute", "annotation/class-label", "class-balance-ratio");
        assertThat(err.toString()).contains("Target kind: 2 classes", "class 1: 30");
        assertThat(turtle + err).doesNotContain("setosa", "5.1");
    }

    @Test
    void everyCommentIsAStatementWhenItsMarkIsTakenAway() throws Exception {
        run("describe", file.toString());
        String filled = out.toString().replaceAll("(?m)^# (<#)", "$1");

        Graph graph = RDFParser.fromString(filled, Lang.TURTLE)
                .base("https://example.org/flowers.ttl")
                .toGraph();

        try (Catalog catalog = Catalog.open(folder.resolve("data"))) {
            assertThat(catalog.knowledge().check().of(graph)).isEmpty();
        }
    }

    @Test
    void croissantHasWhatItsSpecificationAsksOfFilesAndFields() throws Exception {
        Path croissant = folder.resolve("flowers.json");
        assertThat(run("describe", file.toString(), "--croissant", croissant.toString()))
                .isZero();

        JsonNode json = new ObjectMapper().readTree(croissant.toFile());

        assertThat(json.path("conformsTo").asText()).isEqualTo("http://mlcommons.org/croissant/1.1");
        assertThat(json.path("name").asText()).isEqualTo("flowers");
        JsonNode fileObject = json.path("distribution").path(0);
        assertThat(fileObject.path("sha256").asText()).hasSize(64);
        assertThat(fileObject.path("encodingFormat").asText()).isEqualTo("text/csv");
        assertThat(fileObject.path("contentUrl").asText()).isEqualTo("flowers.csv");
        JsonNode field = json.path("recordSet").path(0).path("field").path(0);
        assertThat(field.path("dataType").asText()).isEqualTo("sc:Float");
        assertThat(field.path("source").path("extract").path("column").asText()).isEqualTo("length");
        Graph graph = RDFParser.fromString(json.toString(), Lang.JSONLD)
                .base("https://example.org/")
                .toGraph();
        assertThat(graph.size()).isGreaterThan(20);
    }

    @Test
    void aDraftThatIsThereIsNotOverwrittenUnlessForced() throws Exception {
        Path draft = Files.writeString(folder.resolve("flowers.ttl"), "mine");

        assertThat(run("describe", file.toString(), "--out", draft.toString())).isEqualTo(2);
        assertOneLine(draft + " is there already; --force overwrites it");
        assertThat(draft).hasContent("mine");
        assertThat(run("describe", file.toString(), "--out", draft.toString(), "--force"))
                .isZero();
        assertThat(Files.readString(draft)).contains("dcat:Dataset");
    }

    @Test
    void wrongUseIsOneLine() throws Exception {
        assertThat(run("describe", folder.toString())).isEqualTo(2);
        assertOneLine("is a folder");
        assertThat(run("describe", folder.resolve("none.csv").toString())).isEqualTo(2);
        assertOneLine("There is no file");
        Path sheet = Files.writeString(folder.resolve("sheet.xlsx"), "x");
        assertThat(run("describe", sheet.toString())).isEqualTo(2);
        assertOneLine("wanted .csv, .tsv, .tab, .jsonl, .ndjson, .parquet, .pq at its end, or --format");
        assertThat(run("describe", file.toString(), "--target", "colour")).isEqualTo(2);
        assertOneLine("There is no column \"colour\"; there are length, kind");
        assertThat(run("describe", file.toString(), "--encoding", "klingon")).isEqualTo(2);
        assertOneLine("Unknown encoding");
    }

    @Test
    void aFileOfWhichTooMuchIsBrokenIsProfiledAndNotDrafted() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.csv"), "a,b\n1,2\n3\n4,5\n");

        assertThat(run("describe", broken.toString())).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("line 3: 1 fields, where the header has 2")
                .endsWith("samdata: broken.csv: 1 of 3 rows are broken (the first on line 3), too many for a draft\n");
    }

    @Test
    void anEmptyFileEndsWithOne() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");

        assertThat(run("describe", empty.toString())).isEqualTo(1);

        assertOneLine("empty.csv is empty; wanted CSV");
    }

    private int run(String... args) {
        err.getBuffer().setLength(0);
        return Main.commandLine(false)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private void assertOneLine(String part) {
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("samdata: ").contains(part);
    }
}
