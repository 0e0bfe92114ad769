package samdata.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.web.http.AdminToken;

class ServerTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer samdata;

    @BeforeAll
    static void start() {
        samdata = RunningServer.over(folder);
    }

    @AfterAll
    static void stop() {
        samdata.close();
    }

    @Test
    void aTakenPortIsToldInOneLine() {
        String port = Integer.toString(samdata.server().port());

        assertThatThrownBy(() -> RunningServer.over(folder.resolve("other"), "port", port))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Port " + port
                        + " is taken or may not be used; choose another with --port (0 picks a free one)");
    }

    @Test
    void itIsAliveAndReady() {
        assertThat(samdata.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(samdata.get("/health/ready").body()).isEqualTo("ready\n");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (String path : new String[] {"/", "/api/search", "/nothing", "/sparql?query=ASK%7B%7D", "/catalog.ttl"})
            assertThat(samdata.get(path).headers().map())
                    .as(path)
                    .containsKeys("content-security-policy", "x-content-type-options", "referrer-policy");
    }

    @Test
    void programsAreToldOfProblemsInJsonAndPeopleOnAPage() {
        var toProgram = samdata.get("/datasets/nothing");
        var toPerson = samdata.get("/datasets/nothing", "Accept", BROWSER);

        assertThat(toProgram.statusCode()).isEqualTo(404);
        assertThat(toProgram.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(toProgram.body())
                .contains("\"type\"", "\"title\"", "\"status\":404", "No dataset has the id nothing");
        assertThat(toPerson.statusCode()).isEqualTo(404);
        assertThat(toPerson.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    @Test
    void headHasTheHeadersOfGet() {
        var get = samdata.get("/catalog.ttl");
        var head = samdata.send(
                HttpRequest.newBuilder(URI.create(samdata.url("/catalog.ttl"))).HEAD());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
    }

    @Test
    void readingIsOpenToScriptsOfOtherSitesAndWritingIsNot() {
        var reading = samdata.get("/api/search");
        var writing = samdata.post("/api/sources", "{}");
        var asked = samdata.send(HttpRequest.newBuilder(URI.create(samdata.url("/api/sources")))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        assertThat(reading.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(writing.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(asked.headers().firstValue("Access-Control-Allow-Methods")).hasValue("GET, HEAD, OPTIONS");
    }

    @Test
    void aTokenIsMadeOnceAndOnlyItsOwnerCanReadIt() throws Exception {
        Path data = folder.resolve("token");

        Path file = AdminToken.open(data, Optional.empty()).file().orElseThrow();
        String made = Files.readString(file);
        AdminToken.open(data, Optional.empty());

        assertThat(made.strip()).hasSize(48);
        assertThat(Files.readString(file)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anEmptyTokenIsRefusedInOneLine() throws Exception {
        Path data = Files.createDirectories(folder.resolve("empty"));
        Files.writeString(data.resolve("admin-token"), "\n");

        assertThatThrownBy(() -> AdminToken.open(data, Optional.empty())).hasMessageContaining("is empty");
    }

    @Test
    void aWrongTokenIsRefusedForReadingTooAndEachGuessWaitsItsTurn() throws Exception {
        String[] wrong = {"Authorization", "Bearer wrong"};
        Instant asked = Instant.now();
        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = guessers.submit(() -> samdata.get("/sparql?query=ASK%7B%7D", wrong));
            var second = guessers.submit(() -> samdata.get("/api/search", wrong));

            assertThat(List.of(first.get().statusCode(), second.get().statusCode()))
                    .containsOnly(401);
        }
        assertThat(Duration.between(asked, Instant.now())).isGreaterThan(Duration.ofMillis(550));
    }

    @Test
    void optionsNameWhatAPathTakes() {
        var one = samdata.send(options("/api/sources/acme"));
        var all = samdata.send(options("/api/sources"));

        assertThat(one.headers().firstValue("Allow")).hasValue("GET, HEAD, DELETE, OPTIONS");
        assertThat(all.headers().firstValue("Allow")).hasValue("GET, HEAD, POST, OPTIONS");
    }

    private static HttpRequest.Builder options(String path) {
        return HttpRequest.newBuilder(URI.create(samdata.url(path)))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody());
    }
}
