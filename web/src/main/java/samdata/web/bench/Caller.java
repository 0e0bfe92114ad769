package samdata.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;

/** A client of a running samdata, or of any other HTTP server a bench is held against. */
final class Caller implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long POLL_MILLIS = 50;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String site;

    Caller(String site) {
        this.site = site;
    }

    /** @throws IOException for any answer but 2xx */
    String get(String path, String accept) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(site + path)).header("Accept", accept));
    }

    void register(String id, URI url) throws IOException, InterruptedException {
        post(
                "/api/sources",
                JSON.createObjectNode()
                        .put("id", id)
                        .put("url", url.toString())
                        .put("protocol", "dcat")
                        .put("every", "never")
                        .toString());
    }

    /** Harvests one source and waits for the end. */
    JsonNode harvest(String id) throws IOException, InterruptedException {
        JsonNode run = JSON.readTree(post("/api/sources/" + id + "/harvest", ""));
        while (run.path("ended").isNull()) {
            Thread.sleep(POLL_MILLIS);
            run = JSON.readTree(get("/api/runs/" + run.path("id").asText(), "application/json"));
        }
        return run;
    }

    static double seconds(JsonNode run) {
        OffsetDateTime started = OffsetDateTime.parse(run.path("started").asText());
        OffsetDateTime ended = OffsetDateTime.parse(run.path("ended").asText());
        return Duration.between(started, ended).toMillis() / 1000.0;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Authorization", "Bearer " + Child.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2)
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        return answer.body();
    }

    @Override
    public void close() {
        client.close();
    }
}
