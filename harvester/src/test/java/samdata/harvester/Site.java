package samdata.harvester;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A company's web server on a loopback port: pages by path, or one answer to everything. */
public final class Site implements AutoCloseable {
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    static {
        // else each answer waits 40 ms for an acknowledgement between its head and its body
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Map<String, Answer> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Optional<Answer> everywhere = Optional.empty();

    public Site() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public Site page(String path, String type, String body) {
        return page(path, text(200, type, body));
    }

    public Site page(String path, Answer answer) {
        pages.put(path, answer);
        return this;
    }

    /** From now on this is what every address but robots.txt answers. */
    public void answersOnly(Answer answer) {
        everywhere = Optional.of(answer);
    }

    public void worksAgain() {
        everywhere = Optional.empty();
    }

    /** Paths with queries, as they were asked for. */
    public List<String> asked() {
        return asked;
    }

    public static Answer text(int status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8); // once, for clients that hang up before they have it
        return exchange -> send(exchange, status, type, bytes);
    }

    public static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) exchange.getResponseBody().write(body);
    }

    private void handle(HttpExchange exchange) {
        URI uri = exchange.getRequestURI();
        asked.add(uri.toString());
        try (exchange) {
            var page = pages.getOrDefault(uri.getPath(), text(404, "text/plain", "nothing here"));
            boolean robots = uri.getPath().equals("/robots.txt");
            (robots ? page : everywhere.orElse(page)).to(exchange);
        } catch (IOException e) {
            // the client went away, or is meant to see a broken connection
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
