package samdata.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.Catalog;
import samdata.catalog.store.Graphs;
import samdata.harvester.run.Run;
import samdata.harvester.run.Runs;
import samdata.harvester.source.Source;
import samdata.harvester.source.Sources;

/**
 * A real process that harvests real servers over HTTP, killed as {@code kill -9} does at any time. Each server says one
 * version of all its datasets, another one each time.
 */
class KilledAnywhereTest {
    private static final int KILLS = Boolean.getBoolean("samdata.long") ? 200 : 20;
    private static final List<String> SOURCES = List.of("mill", "quarry", "harbour");
    private static final int DATASETS = 60;

    @TempDir
    Path folder;

    private final Set<String> told = new HashSet<>();
    private final List<String> said = new ArrayList<>();
    private HttpServer companies;
    private volatile int version;

    @BeforeEach
    void register() throws IOException {
        companies = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        companies.createContext("/", this::serve);
        companies.start();
        Sources sources = Sources.open(data());
        for (String source : SOURCES)
            sources.add(Source.of(
                    source,
                    "http://127.0.0.1:" + companies.getAddress().getPort() + "/" + source + ".ttl",
                    "dcat",
                    null,
                    "never",
                    null));
    }

    @AfterEach
    void stop() {
        companies.stop(0);
    }

    @Test
    void whateverTheMomentAllThatWasToldAsStoredIsThereAndNothingIsHalfThere() throws Exception {
        long seed = Long.getLong("samdata.seed", System.nanoTime());
        Random random = new Random(seed);
        long whole = harvest(Duration.ofMinutes(5)).toMillis();
        Duration slowest = Duration.ZERO;
        int inTheMiddle = 0;
        System.out.println("crash: seed " + seed + ", a whole harvest takes " + whole + " ms");
        for (int kill = 1; kill <= KILLS; kill++) {
            version = kill;
            harvest(Duration.ofMillis(random.nextLong(whole + 1)));
            if (told.size() < SOURCES.size()) inTheMiddle++;

            long begun = System.nanoTime();
            try (Catalog catalog = Catalog.open(data())) {
                Duration restart = Duration.ofNanos(System.nanoTime() - begun);
                if (restart.compareTo(slowest) > 0) slowest = restart;
                assertThat(catalog.inconsistencies())
                        .as("kill %d of seed %d", kill, seed)
                        .isEmpty();
                for (String source : SOURCES) assertWhole(catalog, source, "kill " + kill + " of seed " + seed);
            }
        }
        System.out.println("crash: " + KILLS + " kills, " + inTheMiddle
                + " before all was stored, 0 lost, 0 half stored, slowest start and repair " + slowest.toMillis()
                + " ms");
        assertThat(inTheMiddle).isPositive();
    }

    private void assertWhole(Catalog catalog, String source, String when) {
        List<String> versions = catalog.read(store -> store.getGraph(Graphs.stated(source))
                .find(Node.ANY, DCTerms.description.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList());
        long datasets = catalog.read(store -> (long) store.getGraph(Graphs.stated(source))
                .find(Node.ANY, RDF.Nodes.type, DCAT.Dataset.asNode())
                .toList()
                .size());
        assertThat(Set.copyOf(versions)).as("%s after %s", source, when).hasSize(1);
        assertThat(versions).as("%s after %s", source, when).hasSize(DATASETS);
        assertThat(datasets).as("%s after %s", source, when).isEqualTo(DATASETS);
        if (told.contains(source)) assertThat(versions.getFirst()).isEqualTo("Version " + version);
        assertThat(Runs.open(data()).last(source).flatMap(Run::ended)).isPresent();
    }

    /**
     * Lets a process harvest for so long after it has begun, and notes which sources it told as stored.
     *
     * @return how long it really was
     */
    private Duration harvest(Duration time) throws IOException, InterruptedException {
        told.clear();
        said.clear();
        Process process =
                new ProcessBuilder(command()).redirectErrorStream(true).start();
        try (BufferedReader lines = process.inputReader()) {
            note(lines.readLine());
            long begun = System.nanoTime();
            Thread reader = Thread.ofVirtual().start(() -> lines.lines().forEach(this::note));
            boolean ended = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            Duration lasted = Duration.ofNanos(System.nanoTime() - begun);
            reader.join();
            if (ended)
                assertThat(process.exitValue()).as(String.join("\n", said)).isZero();
            return lasted;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void note(String line) {
        said.add(line);
        for (String source : SOURCES) if (line.startsWith(source + ": stored,")) told.add(source);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dtdb:store.enableInlineLiterals=false");
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "samdata.web.Main", "harvest"));
        command.addAll(List.of("--data", data().toString(), "--allow-address", "127.0.0.0/8"));
        return command;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean known = path.endsWith(".ttl");
            byte[] body = known ? description(path).getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", "text/turtle");
            exchange.sendResponseHeaders(known ? 200 : 404, known ? body.length : -1);
            if (known) exchange.getResponseBody().write(body);
        }
    }

    private String description(String path) {
        StringBuilder turtle = new StringBuilder("""
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                """);
        for (int i = 0; i < DATASETS; i++)
            turtle.append("""
                    <https://example.org%s/%d> a dcat:Dataset ; dct:title "Dataset %d of %s"@en ; dct:description "Version %d" ;
                        dcat:distribution <https://example.org%s/%d/file> .
                    <https://example.org%s/%d/file> a dcat:Distribution ; dct:format "csv" ; dct:issued "2026-01-%02d" .
                    """.formatted(path, i, i, path, version, path, i, path, i, 1 + i % 28));
        return turtle.toString();
    }

    private Path data() {
        return folder.resolve("data");
    }
}
