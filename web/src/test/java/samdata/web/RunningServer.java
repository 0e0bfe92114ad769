package samdata.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import samdata.catalog.Catalog;
import samdata.harvester.Harvests;
import samdata.harvester.fetch.AddressRule;
import samdata.harvester.fetch.Fetcher;
import samdata.harvester.run.Runs;
import samdata.harvester.source.Sources;

/** A whole samdata on a free port over a folder of its own. */
public final class RunningServer implements AutoCloseable {
    public static final String TOKEN = "a-token-for-tests";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Catalog catalog;
    private final Harvests harvests;
    private final Server server;

    private RunningServer(Catalog catalog, Harvests harvests, Server server) {
        this.catalog = catalog;
        this.harvests = harvests;
        this.server = server;
    }

    public static RunningServer over(Path data, String... settings) {
        Map<String, String> flags = new HashMap<>(
                Map.of("data", data.toString(), "port", "0", "admin-token", TOKEN, "allow-address", "127.0.0.0/8"));
        for (int i = 0; i < settings.length; i += 2) flags.put(settings[i], settings[i + 1]);
        Config config = Config.read(flags, Map.of());
        Catalog catalog = Catalog.open(data, Running.knowledge(config));
        Sources sources = Sources.open(data);
        Runs runs = Runs.open(data);
        Fetcher fetcher = new Fetcher(config.harvest(), AddressRule.allowing(config.allowAddress()), "test");
        Harvests harvests = new Harvests(catalog, sources, runs, fetcher, data);
        return new RunningServer(catalog, harvests, Server.start(config, catalog, sources, runs, harvests));
    }

    /** Puts a company's description in the catalogue, as a harvest would. */
    public RunningServer with(String source, String turtle) {
        return with(source, turtle, "");
    }

    public RunningServer with(String source, String turtle, String recognised) {
        catalog.apply(source, graph(turtle), graph(recognised), Graph.emptyGraph, Instant.now());
        return this;
    }

    public static Graph graph(String turtle) {
        String prefixes = """
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                """;
        return RDFParser.fromString(prefixes + turtle, Lang.TURTLE).toGraph();
    }

    public Catalog catalog() {
        return catalog;
    }

    public Harvests harvests() {
        return harvests;
    }

    public Server server() {
        return server;
    }

    public String url(String path) {
        return server.baseUrl() + path;
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(url(path))), headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send(
                HttpRequest.newBuilder(URI.create(url(path))).POST(HttpRequest.BodyPublishers.ofString(body)), headers);
    }

    public HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        try {
            if (headers.length > 0) request.headers(headers);
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
        harvests.close();
        catalog.close();
        client.close();
    }
}
