package samdata.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import samdata.harvester.run.Progress;
import samdata.web.RunningServer;

class SourcesApiTest {
    private static final String[] TOKEN = {"Authorization", "Bearer " + RunningServer.TOKEN};

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer samdata;

    @SuppressWarnings("NullAway.Init")
    private static HttpServer company;

    @BeforeAll
    static void start() throws IOException {
        samdata = RunningServer.over(folder);
        company = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        company.createContext("/", exchange -> {
            byte[] body = exchange.getRequestURI().getPath().equals("/catalog.ttl")
                    ? "<http://acme.example/d> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> \"D\" ."
                            .getBytes(StandardCharsets.UTF_8)
                    : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", "text/turtle");
            exchange.sendResponseHeaders(body.length > 0 ? 200 : 404, body.length > 0 ? body.length : -1);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        company.start();
    }

    @AfterAll
    static void stop() {
        samdata.close();
        company.stop(0);
    }

    @Test
    void aSourceIsRegisteredHarvestedAndRemoved() throws Exception {
        var registered = samdata.post("/api/sources", source("acme"), TOKEN);
        var begun = samdata.post("/api/sources/acme/harvest", "", TOKEN);
        samdata.harvests().run("acme", Progress.NONE);
        JsonNode run = json(samdata.get(begun.headers().firstValue("Location").orElseThrow()));
        JsonNode source = json(samdata.get("/api/sources/acme"));

        assertThat(registered.statusCode()).isEqualTo(201);
        assertThat(registered.headers().firstValue("Location")).hasValue("/api/sources/acme");
        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(run.path("outcome").asText()).isEqualTo("stored");
        assertThat(run.path("datasets").path("added").asInt()).isEqualTo(1);
        assertThat(source.path("datasets").asInt()).isEqualTo(1);
        assertThat(source.path("graph").asText()).isEqualTo("urn:samdata:source:acme");
        assertThat(source.path("every").asText()).isEqualTo("never");
        assertThat(source.path("lastRun").path("id").asText()).isNotEmpty();
        assertThat(source.at("/lastRun/violations").size()).isPositive();
        assertThat(json(samdata.get("/api/sources/acme/runs")).path("runs").size())
                .isPositive();

        var removed = samdata.send(delete("/api/sources/acme"), TOKEN);

        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(samdata.get("/api/sources/acme").statusCode()).isEqualTo(404);
        assertThat(json(samdata.get("/api/search")).path("total").asInt()).isZero();
    }

    @Test
    void theListOfSourcesCountsWhatTheLastRunsDidAndDoesNotGrowWithWhatTheyFound() throws Exception {
        samdata.post("/api/sources", source("listed"), TOKEN);
        var run = samdata.harvests().run("listed", Progress.NONE);
        JsonNode listed = listed("listed");

        assertThat(run.violations()).isNotEmpty();
        assertThat(listed.properties().stream().map(Map.Entry::getKey))
                .containsExactly("id", "source", "started", "ended", "outcome", "datasets", "triples", "message");
        assertThat(listed.path("id").asText()).isEqualTo(run.id());
        assertThat(json(samdata.get("/api/runs/" + run.id())).path("violations"))
                .hasSameSizeAs(run.violations());

        samdata.send(delete("/api/sources/listed"), TOKEN);
    }

    private static JsonNode listed(String id) throws Exception {
        for (JsonNode source : json(samdata.get("/api/sources")).path("sources"))
            if (source.path("id").asText().equals(id)) return source.path("lastRun");
        throw new AssertionError("no source " + id);
    }

    @Test
    void writingNeedsTheToken() {
        var without = samdata.post("/api/sources", source("closed"));
        var wrong = samdata.post("/api/sources", source("closed"), "Authorization", "Bearer wrong");

        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(samdata.send(delete("/api/sources/acme")).statusCode()).isEqualTo(401);
        assertThat(samdata.post("/api/sources/acme/harvest", "").statusCode()).isEqualTo(401);
        assertThat(samdata.post("/api/runs/x/release", "").statusCode()).isEqualTo(401);
        assertThat(samdata.get("/api/sources/closed").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\": \"a\"}                                                          | 422 | needs \\\"url\\\"",
                "{\"id\": \"A B\", \"url\": \"http://x.example/\", \"protocol\": \"dcat\"} | 422 | A source id is",
                "{\"id\": \"a\", \"url\": \"nonsense\"}                                   | 422 | URL",
                "{\"id\": \"a\", \"url\": \"http://x.example/\", \"colour\": \"red\"}      | 422 | colour",
                "{\"id\": 7, \"url\": \"http://x.example/\"}                              | 422 | is a text",
                "not json                                                                 | 400 | not a JSON object"
            })
    void whatIsNoSourceIsRefusedWithTheReason(String body, int status, String detail) {
        var answer = samdata.post("/api/sources", body, TOKEN);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(detail);
    }

    @Test
    void aTakenIdIsAConflict() {
        samdata.post("/api/sources", source("taken"), TOKEN);

        assertThat(samdata.post("/api/sources", source("taken"), TOKEN).statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(samdata.get("/api/runs/nothing").statusCode()).isEqualTo(404);
        assertThat(samdata.get("/api/sources/nothing/runs").statusCode()).isEqualTo(404);
        assertThat(samdata.post("/api/sources/nothing/harvest", "", TOKEN).statusCode())
                .isEqualTo(404);
        assertThat(samdata.send(delete("/api/sources/nothing"), TOKEN).statusCode())
                .isEqualTo(404);
    }

    private static String source(String id) {
        return "{\"id\": \"%s\", \"url\": \"http://127.0.0.1:%d/catalog.ttl\", \"protocol\": \"dcat\", \"every\": \"never\"}"
                .formatted(id, company.getAddress().getPort());
    }

    private static HttpRequest.Builder delete(String path) {
        return HttpRequest.newBuilder(URI.create(samdata.url(path))).DELETE();
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
