package samdata.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import samdata.harvester.run.Progress;
import samdata.harvester.source.Source;
import samdata.web.RunningServer;
import samdata.web.demo.Companies;
import samdata.web.demo.Company;

class PreviewApiTest {
    private static final String CATALOG = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            <http://acme.example/a> a dcat:Dataset ; dct:title "Apples" ; dct:license <https://creativecommons.org/licenses/by/4.0/> .
            <http://acme.example/b> a dcat:Dataset ; dct:title "Bears"@en , "Björnar"@sv ; dct:description "Bears in woods"@en .
            """;
    private static final String BEARER = "Bearer " + RunningServer.TOKEN;
    private static final Map<String, String> PAGES = Map.of(
            "/catalog.ttl", CATALOG,
            "/empty.ttl", "",
            "/people.ttl", "<http://acme.example/p> <http://xmlns.com/foaf/0.1/name> \"P\" .",
            "/cut.ttl", CATALOG.substring(0, CATALOG.length() - 30),
            "/page.html", "<!DOCTYPE html><html><body><h1>Welcome</h1></body></html>");

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer samdata;

    /** Where anybody may have loopback addresses previewed. */
    @SuppressWarnings("NullAway.Init")
    private static RunningServer open;

    @SuppressWarnings("NullAway.Init")
    private static HttpServer company;

    private static final CountDownLatch SLOW = new CountDownLatch(1);
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    private static final CountDownLatch ASKED = new CountDownLatch(AT_ONCE);

    @BeforeAll
    static void start() throws IOException {
        samdata = RunningServer.over(folder.resolve("one"));
        open = RunningServer.over(folder.resolve("open"), "preview.allow-address", "127.0.0.0/8");
        company = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        company.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        company.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/slow")) hold();
            String text = PAGES.get(path);
            byte[] body = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", path.endsWith(".html") ? "text/html" : "text/turtle");
            exchange.sendResponseHeaders(text == null ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        company.start();
    }

    private static void hold() {
        ASKED.countDown();
        try {
            SLOW.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterAll
    static void stop() {
        SLOW.countDown();
        samdata.close();
        open.close();
        company.stop(0);
    }

    @Test
    void aCatalogueIsShownAsItWouldBeStored() throws Exception {
        JsonNode preview = preview(at("/catalog.ttl"));

        assertThat(preview.path("outcome").asText()).isEqualTo("stored");
        assertThat(preview.path("message").asText()).isEmpty();
        assertThat(preview.path("id").isNull()).isTrue();
        assertThat(preview.path("source").isNull()).isTrue();
        assertThat(preview.path("protocol").asText()).isEqualTo("dcat");
        assertThat(preview.path("datasets").path("added").asInt()).isEqualTo(2);
        assertThat(preview.path("triples").path("added").asInt()).isEqualTo(7);
        assertThat(preview.path("results").findValuesAsText("title")).contains("Apples", "Bears");
        assertThat(preview.at("/results/0/licence/id").asText()).isEqualTo("CC-BY-4.0");
        assertThat(preview.at("/licences/train-commercial/undecidable").asInt()).isEqualTo(1);
        assertThat(preview.at("/quality/outOf").asInt()).isEqualTo(405);
        assertThat(preview.path("limits").isNull()).isTrue();
    }

    @Test
    void whoHasNoTokenIsToldTheLimits() throws Exception {
        JsonNode preview = json(open.post("/api/preview", body(at("/catalog.ttl"))));

        assertThat(preview.path("outcome").asText()).isEqualTo("stored");
        assertThat(preview.at("/limits/seconds").asInt()).isEqualTo(60);
    }

    @Test
    void whoHasNoTokenReachesNothingThatOnlyHarvestsMay() throws Exception {
        try (ServerSocketChannel inside = ServerSocketChannel.open()) {
            inside.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            inside.configureBlocking(false);
            String url = "http://127.0.0.1:" + inside.socket().getLocalPort() + "/";

            JsonNode preview = json(samdata.post("/api/preview", body(url)));

            assertThat(preview.path("outcome").asText()).isEqualTo("unreachable");
            assertThat(preview.path("message").asText()).contains("preview.allow-address");
            assertThat(inside.accept()).isNull();
        }
    }

    @Test
    void theNextFixIsTheOneThatBringsMostOverAllDatasets() throws Exception {
        JsonNode preview = preview(at("/catalog.ttl"));
        long most = 0;
        for (JsonNode indicator : preview.at("/quality/indicators"))
            most = Math.max(
                    most,
                    (indicator.path("asked").asLong() - indicator.path("met").asLong())
                            * indicator.path("points").asLong());

        assertThat(preview.at("/nextFix/total").asLong()).isEqualTo(most).isPositive();
        assertThat(preview.at("/nextFix/fix").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/nowhere.ttl | unreachable | 404",
                "/empty.ttl   | rejected    | empty",
                "/cut.ttl     | rejected    | line",
                "/page.html   | rejected    | HTML"
            })
    void aBadSourceIsAnAnswerWithItsReason(String path, String outcome, String message) throws Exception {
        var answer = asked("{\"url\": \"%s\", \"protocol\": \"dcat\"}".formatted(at(path)));
        JsonNode preview = json(answer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(preview.path("outcome").asText()).isEqualTo(outcome);
        assertThat(preview.path("message").asText()).contains(message);
        assertThat(preview.path("results").isEmpty()).isTrue();
        assertThat(preview.path("quality").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense                                | unreachable | http",
                "ftp://acme.example/                     | unreachable | http",
                "http://127.0.0.1:1/                     | unreachable | 127.0.0.1",
                "http://user:secret@acme.example/        | unreachable | password",
                "http://10.0.0.1/catalog.ttl             | unreachable | allow-address",
                "http://no-such-host.invalid/catalog.ttl | unreachable | no-such-host.invalid"
            })
    void anAddressThatCannotBeHadIsAnAnswer(String url, String outcome, String message) throws Exception {
        var answer = samdata.post("/api/preview", "{\"url\": \"%s\"}".formatted(url));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("outcome").asText()).isEqualTo(outcome);
        assertThat(json(answer).path("message").asText()).contains(message).doesNotContain("Exception");
    }

    @Test
    void aSourceWithoutDatasetsIsToldWhatIsMissing() throws Exception {
        JsonNode preview = preview(at("/people.ttl"));

        assertThat(preview.at("/datasets/seen").asInt()).isZero();
        assertThat(preview.at("/violations/0/message").asText()).startsWith("No dataset was found");
        assertThat(preview.path("nextFix").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                        | 422 | needs \\\"url\\\"",
                "{\"url\": 7}                                              | 422 | is a text",
                "{\"url\": \"http://x.example/\", \"protocol\": \"smoke\"} | 422 | smoke",
                "{\"url\": \"http://x.example/\", \"colour\": \"red\"}     | 422 | colour",
                "{\"url\": \"/etc/passwd\", \"protocol\": \"file\"}        | 422 | ./samdata preview",
                "{\"url\": \"file:///etc/passwd\"}                         | 422 | ./samdata preview",
                "[]                                                        | 400 | not a JSON object",
                "not json                                                  | 400 | not a JSON object"
            })
    void whatAsksForNoPreviewIsRefused(String body, int status, String detail) {
        var answer = samdata.post("/api/preview", body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(detail);
    }

    @Test
    void nothingIsWritten() throws Exception {
        Map<String, String> before = files();

        preview(at("/catalog.ttl"));
        preview(at("/nowhere.ttl"));

        assertThat(files()).isEqualTo(before);
        assertThat(json(samdata.get("/api/search")).path("total").asInt()).isZero();
        assertThat(json(samdata.get("/api/sources")).path("sources").isEmpty()).isTrue();
    }

    @Test
    void asManyAsRunAtOnceMakeTheOthersComeAgainButNotTheOperator() throws Exception {
        List<Future<HttpResponse<String>>> waiting = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                String url = at("/slow" + i);
                waiting.add(threads.submit(() -> open.post("/api/preview", body(url))));
            }
            ASKED.await();

            var refused = open.post("/api/preview", body(at("/catalog.ttl")));
            var operator = open.post("/api/preview", body(at("/catalog.ttl")), "Authorization", BEARER);
            SLOW.countDown();

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(operator.statusCode()).isEqualTo(200);
            assertThat(json(operator).path("limits").isNull()).isTrue();
            for (var answer : waiting)
                assertThat(json(answer.get()).path("outcome").asText()).isEqualTo("unreachable");
        }
    }

    @Test
    void thePreviewIsWhatAHarvestThenStores(@TempDir Path data) throws Exception {
        try (Companies companies = Companies.startAnywhere();
                RunningServer server = RunningServer.over(data)) {
            for (Company each : companies.list()) {
                JsonNode preview =
                        json(server.post("/api/preview", body(each.url().toString()), "Authorization", BEARER));
                server.harvests().register(Source.of(each.id(), each.url().toString(), null, null, "never", null));
                var run = server.harvests().run(each.id(), Progress.NONE);
                JsonNode stored = json(server.get("/api/runs/" + run.id()));

                assertThat(preview.path("protocol").asText()).isEqualTo(each.protocol());
                assertThat(preview.path("datasets")).isEqualTo(stored.path("datasets"));
                assertThat(preview.path("triples")).isEqualTo(stored.path("triples"));
                assertThat(anonymous(preview.path("violations"))).isEqualTo(anonymous(stored.path("violations")));
                double sum = 0;
                for (JsonNode dataset : preview.path("results")) {
                    JsonNode quality = json(
                            server.get("/api/datasets/" + dataset.path("id").asText() + "/quality"));
                    assertThat(dataset.path("quality")).isEqualTo(quality.path("points"));
                    sum += quality.path("points").asInt();
                }
                assertThat(preview.at("/quality/points").asDouble())
                        .isEqualTo(sum / preview.path("results").size(), org.assertj.core.data.Offset.offset(0.001));
            }
        }
    }

    /** Blank nodes are named by their source. */
    private static String anonymous(JsonNode violations) {
        return violations.toString().replaceAll("urn:samdata:genid:[^\"]+", "urn:samdata:genid:");
    }

    /** What each file of the data folder holds, as a digest. */
    private static Map<String, String> files() throws Exception {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) files.put(file.toString(), digest(file));
        }
        return files;
    }

    private static String digest(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = Files.newInputStream(file)) {
            byte[] some = new byte[1 << 16];
            for (int read = in.read(some); read > 0; read = in.read(some)) digest.update(some, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String at(String path) {
        return "http://127.0.0.1:" + company.getAddress().getPort() + path;
    }

    private static String body(String url) {
        return "{\"url\": \"" + url + "\"}";
    }

    private static JsonNode preview(String url) throws Exception {
        return json(asked(body(url)));
    }

    /** As the operator asks. */
    private static HttpResponse<String> asked(String body) {
        return samdata.post("/api/preview", body, "Authorization", BEARER);
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
