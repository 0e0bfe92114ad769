package samdata.web.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.jena.graph.Graph;

/** A company that describes its datasets at an HTTP endpoint of its own, on a loopback port. */
public final class Company implements AutoCloseable {
    private final String id;
    private final Style style;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Graph graph;
    private volatile Endpoint endpoint;

    private Company(String id, Style style, Graph graph, HttpServer server) {
        this.id = id;
        this.style = style;
        this.server = server;
        this.graph = graph;
        this.endpoint = style.endpoint(graph, site());
    }

    /**
     * Starts its server.
     *
     * @param port 0 picks a free one
     * @throws IOException when the port is taken
     */
    public static Company start(String id, Style style, Graph graph, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        Company company = new Company(id, style, graph, server);
        server.setExecutor(company.threads);
        server.createContext("/", company::serve);
        server.start();
        return company;
    }

    public String id() {
        return id;
    }

    /** The protocol, by its name in the registry of sources, that reads it. */
    public String protocol() {
        return style.protocol();
    }

    /** What is registered as its source. */
    public URI url() {
        return site().resolve(style.entry());
    }

    public Graph graph() {
        return graph;
    }

    /** From the next call on it describes its datasets as {@code description} does. */
    public void describe(Graph description) {
        endpoint = style.endpoint(description, site());
        graph = description;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** From the next call on it tells nobody that a document is as it was, as many servers never do. */
    public void forgetful() {
        Endpoint sound = endpoint;
        endpoint = request -> sound.answer(request.withoutConditions()).withoutValidators();
    }

    /** From the next call on it answers so, until it describes its datasets again. */
    void answer(Endpoint other) {
        endpoint = other;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private URI site() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(request(exchange));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (head) exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
            if (!head) exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(Request request) {
        try {
            return endpoint.answer(request);
        } catch (IllegalArgumentException e) {
            return Answer.problem(400, String.valueOf(e.getMessage()));
        }
    }

    private static Request request(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        try {
            String body = new String(exchange.getRequestBody().readNBytes(1_000_000), StandardCharsets.UTF_8);
            return new Request(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
        } catch (IOException e) {
            throw new UncheckedIOException("The caller went away", e);
        }
    }
}
