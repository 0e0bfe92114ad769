package samdata.harvester.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server at every address of this machine that nobody may reach: it keeps what came, and answers that nothing is here. */
final class Canary implements AutoCloseable {
    private static final String BELL = "GET /bell ";

    private final ServerSocket server;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    Canary() {
        this(0, new InetSocketAddress(0).getAddress());
    }

    /** At one address alone. */
    Canary(String address, int port) throws IOException {
        this(port, InetAddress.getAllByName(address)[0]);
    }

    private Canary(int port, InetAddress address) {
        try {
            server = new ServerSocket(port, 500, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Where it is to be found though only 127.0.0.1 is allowed: at IPv6's loopback, or where Linux takes nowhere to be. */
    String url(String path) {
        return "http://" + host() + ":" + port() + path;
    }

    static String host() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getAllByName("::1")[0])) {
            return probe.isBound() ? "[::1]" : "0.0.0.0";
        } catch (IOException e) {
            return "0.0.0.0";
        }
    }

    /** Every address that this machine has, as it is written in a URL. */
    static List<String> ownAddresses() throws SocketException {
        List<String> all = new ArrayList<>();
        for (var network : NetworkInterface.networkInterfaces().toList())
            for (var address : network.inetAddresses().toList()) all.add(written(address));
        return all;
    }

    private static String written(InetAddress address) {
        var text = address.getHostAddress();
        if (address instanceof Inet4Address) return text;
        return "[" + (address.isLinkLocalAddress() ? text.replace("%", "%25") : text.replaceFirst("%.*", "")) + "]";
    }

    /** The heads of the requests that came, each until its empty line; connections wait in line, so the bell is the last. */
    List<String> heard() {
        try (var bell = new Socket(own(), port())) {
            bell.getOutputStream().write((BELL + "HTTP/1.1\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            bell.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heads.stream().filter(head -> !head.startsWith(BELL)).toList();
    }

    private InetAddress own() {
        var address = server.getInetAddress();
        return address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    }

    private void listen() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                // who connects and says nothing is counted too
                socket.setSoTimeout(2000);
                heads.add(head(socket));
                socket.getOutputStream()
                        .write("HTTP/1.1 404 Nothing here\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                // the caller went away, or the test is over
            }
        }
    }

    private static String head(Socket socket) {
        var head = new StringBuilder();
        try {
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine())
                head.append(line).append('\n');
        } catch (IOException e) {
            head.append("(broke off)");
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
