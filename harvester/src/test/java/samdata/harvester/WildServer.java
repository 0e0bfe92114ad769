package samdata.harvester;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server without manners on a loopback port: what it sends is sent byte by byte as a test says, HTTP or not. */
final class WildServer implements AutoCloseable {
    private final ServerSocket listening;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Wild manner = wild(404, "text/plain", "nothing here");
    private volatile Wild robots = wild(404, "text/plain", "nothing here");

    /** What a client asked for. */
    record Ask(String method, String target, Map<String, String> headers, String body, WildServer server) {
        String url(String path) {
            return server.url(path);
        }

        boolean is(String path) {
            return target.equals(path);
        }
    }

    /** How the server behaves once it was asked; the connection ends with it. */
    @FunctionalInterface
    interface Wild {
        void to(Ask ask, OutputStream out) throws IOException;
    }

    WildServer() {
        this(plain());
    }

    WildServer(ServerSocket listening) {
        this.listening = listening;
        Thread.ofVirtual().start(this::listen);
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** Behaves so from now on, but for robots.txt. */
    WildServer behaves(Wild wild) {
        manner = wild;
        return this;
    }

    void robots(Wild wild) {
        robots = wild;
    }

    List<String> asked() {
        return asked;
    }

    static Wild wild(int status, String type, String body) {
        return wild(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    static Wild wild(int status, String type, byte[] body) {
        return (ask, out) -> {
            raw(
                    out,
                    "HTTP/1.1 " + status + " Said so\r\n" + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
                            + "Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n");
            out.write(body);
        };
    }

    /** Headers and body as they stand, with the line ends of HTTP. */
    static Wild raw(String answer) {
        return (ask, out) -> raw(out, answer.replace("\n", "\r\n"));
    }

    static void raw(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Lets so many milliseconds pass; less when the server is closed. */
    static void dawdle(Ask ask, long millis) {
        try {
            if (ask.server().closing.await(millis, TimeUnit.MILLISECONDS)) throw new IllegalStateException("closed");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var ask = read(new BufferedInputStream(socket.getInputStream()));
            if (ask == null) {
                raw(socket.getOutputStream(), "HTTP/1.1 400 Plain HTTP here\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            asked.add(ask.target());
            (ask.is("/robots.txt") ? robots : manner).to(ask, socket.getOutputStream());
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            // a connection that is closed with bytes unread is reset, which would take the answer along
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException | IllegalStateException e) {
            // the client went away, as it should
        }
    }

    private @org.jspecify.annotations.Nullable Ask read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int one = in.read();
            // a client that begins with TLS (RFC 8446 section 5.1) is told that this is not the place
            if (one < 0 || one == 0x16) return null;
            head.write(one);
        }
        var lines = head.toString(StandardCharsets.ISO_8859_1).lines().toList();
        var words = lines.getFirst().split(" ", 3);
        Map<String, String> headers = new HashMap<>();
        for (var line : lines.subList(1, lines.size())) {
            var pair = line.split(":", 2);
            if (pair.length == 2) headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1].strip());
        }
        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return words.length < 2
                ? null
                : new Ask(words[0], words[1], headers, new String(body, StandardCharsets.UTF_8), this);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            listening.close();
        } catch (IOException e) {
            // it was to go anyway
        }
    }
}
