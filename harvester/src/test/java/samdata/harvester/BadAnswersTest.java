package samdata.harvester;

import static samdata.harvester.WildServer.dawdle;
import static samdata.harvester.WildServer.raw;
import static samdata.harvester.WildServer.wild;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import samdata.harvester.fetch.FetchSettings;

/** Sources that do not answer as HTTP servers do, or do answer that there is nothing. */
class BadAnswersTest extends Zoo {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\n";

    @Override
    FetchSettings strictness() {
        return HASTY;
    }

    @ParameterizedTest(name = "a source that {0}")
    @MethodSource({"slow", "broken", "statuses", "redirects"})
    void isToldAndKeepsItsContent(Fault fault) {
        keepsTheOldContent(fault);
    }

    static Stream<Fault> slow() {
        return Stream.of(
                unreachable("answers never", "sent nothing for 700ms|harvest.stall", (ask, out) -> dawdle(ask, 20_000)),
                unreachable("sends its headers byte by byte", "harvest.deadline", (ask, out) -> drip(ask, out, OK)),
                unreachable("sends its body byte by byte", "harvest.deadline", (ask, out) -> {
                    raw(out, OK + "Content-Length: 100000\r\n\r\n");
                    drip(ask, out, "# slowly\n".repeat(1_000));
                }),
                unreachable("stops in the middle of its body", "harvest.stall", (ask, out) -> {
                    raw(out, OK + "Content-Length: 100000\r\n\r\n# and then");
                    dawdle(ask, 20_000);
                }),
                unreachable("says 100 Continue for ever", "harvest.deadline", (ask, out) -> {
                    while (true) raw(out, "HTTP/1.1 100 Continue\r\n\r\n");
                }),
                unreachable("says 103 Early Hints now and then, for ever", "harvest.deadline", (ask, out) -> {
                    for (int i = 0; i < 200; i++) {
                        raw(out, "HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n");
                        dawdle(ask, 100);
                    }
                }));
    }

    private static void drip(WildServer.Ask ask, java.io.OutputStream out, String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            raw(out, text.substring(i, i + 1));
            dawdle(ask, 100);
        }
    }

    static Stream<Fault> broken() {
        var cut = PREFIXES + datasets(0, DATASETS);
        return Stream.of(
                unreachable("closes the connection without a word", "without an answer", (ask, out) -> {}),
                unreachable(
                        "answers with something that is not HTTP", "without an answer", raw("<html>hello</html>\n\n")),
                unreachable("is an SSH server", "without an answer", raw("SSH-2.0-OpenSSH_9.6\n")),
                unreachable("says a negative Content-Length", "No HTTP answer", (ask, out) -> {
                    raw(out, OK + "Content-Length: -5\r\n\r\n" + cut);
                }),
                unreachable("never ends its headers", "answered with more header", (ask, out) -> {
                    raw(out, OK);
                    for (int i = 0; i < 2_000_000; i++) raw(out, "X-More-" + i + ": of the same\r\n");
                }),
                unreachable("never ends one header", "answered with more header", (ask, out) -> {
                    raw(out, OK + "X-Long: ");
                    for (int i = 0; i < 200_000; i++) raw(out, "and so on and so on ".repeat(50));
                }),
                rejected(
                        "sends less than its Content-Length",
                        "broke off",
                        (ask, out) -> raw(out, OK + "Content-Length: 100000\r\n\r\n" + cut)),
                rejected(
                        "sends more than its Content-Length, which cuts a statement",
                        "not readable Turtle",
                        (ask, out) -> raw(out, OK + "Content-Length: " + (cut.length() - 30) + "\r\n\r\n" + cut)),
                rejected(
                        "ends in the middle of a chunk",
                        "broke off",
                        (ask, out) -> raw(out, OK + "Transfer-Encoding: chunked\r\n\r\nffff\r\n" + cut)),
                rejected(
                        "ends without the last chunk",
                        "broke off",
                        (ask, out) -> raw(
                                out,
                                OK + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(cut.length()) + "\r\n"
                                        + cut + "\r\n")),
                rejected(
                        "says chunk sizes that are none",
                        "broke off",
                        (ask, out) -> raw(out, OK + "Transfer-Encoding: chunked\r\n\r\nmany\r\n" + cut)));
    }

    static Stream<Fault> statuses() {
        return Stream.concat(
                Stream.of(300, 304, 400, 401, 402, 403, 404, 405, 406, 410, 418, 451, 500, 502, 503, 504, 599)
                        .map(status -> unreachable(
                                "answers " + status,
                                "/catalog answered " + status,
                                wild(status, "text/plain", status == 304 ? "" : "no"))),
                Stream.of(
                        unreachable(
                                "answers 429 with Retry-After",
                                "429|120 s",
                                raw("HTTP/1.1 429 Slow down\nRetry-After: 120\nContent-Length: 0\n\n")),
                        unreachable(
                                "answers 503 with a date in Retry-After",
                                "503|01 Jan 2030",
                                raw(
                                        "HTTP/1.1 503 Later\nRetry-After: Tue, 01 Jan 2030 00:00:00 GMT\nContent-Length: 0\n\n")),
                        rejected("answers 204 without content", "an empty body", raw("HTTP/1.1 204 No Content\n\n")),
                        rejected(
                                "answers 205 without content",
                                "an empty body",
                                raw("HTTP/1.1 205 Reset Content\nContent-Length: 0\n\n")),
                        rejected(
                                "answers 206 with a part nobody asked for",
                                "206|a part",
                                wild(206, TURTLE, PREFIXES + datasets(0, DATASETS - 1)))));
    }

    static Stream<Fault> redirects() {
        return Stream.of(
                unreachable("redirects to itself", "redirects more than 5 times", redirect("/catalog")),
                unreachable("redirects six times", "redirects more than 5 times", (ask, out) -> {
                    int hop = ask.is("/catalog")
                            ? 0
                            : Integer.parseInt(ask.target().substring(1));
                    (hop == 6 ? GOOD : redirect("/" + (hop + 1))).to(ask, out);
                }),
                unreachable("redirects to a file", "only http and https", redirect("file:///etc/passwd")),
                unreachable("redirects to FTP", "only http and https", redirect("ftp://127.0.0.1/catalog")),
                unreachable(
                        "redirects to a script", "only http and https", redirect("javascript:alert(document.cookie)")),
                unreachable("redirects to a private address", "10.0.0.1", redirect("http://10.0.0.1/")),
                unreachable("redirects to what is no URL", "no URL", redirect("http://[broken/")),
                unreachable("redirects with a password", "user name", redirect("http://user:secret@127.0.0.1/catalog")),
                unreachable("redirects nowhere", "302", raw("HTTP/1.1 302 Found\nContent-Length: 0\n\n")),
                unreachable("redirects to a name that nobody has", "not known", redirect("http://nobody.invalid/")),
                unreachable(
                        "redirects to TLS on a plain port",
                        "TLS",
                        (ask, out) -> redirect(
                                        "https://127.0.0.1:" + ask.server().port() + "/")
                                .to(ask, out)),
                rejected("redirects to a page to log in", "a web page (HTML)", (ask, out) -> {
                    var login = wild(200, "text/html", "<!DOCTYPE html><html><form>Log in</form></html>");
                    (ask.is("/catalog") ? redirect("/login") : login).to(ask, out);
                }));
    }

    private static WildServer.Wild redirect(String to) {
        return raw("HTTP/1.1 302 Found\nLocation: " + to + "\nContent-Length: 0\nConnection: close\n\n");
    }

    @Test
    void aSourceThatRefusesConnectionsIsUnreachable() throws IOException {
        try (var server = new WildServer().behaves(GOOD)) {
            var id = good(server, "dcat", "/catalog");
            moves(id, "http://127.0.0.1:" + portWithoutServer() + "/catalog");

            keepsTheOldContent(unreachable("", "No connection to 127.0.0.1|refused", GOOD), id);
        }
    }

    private static int portWithoutServer() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aSourceWhoseNameIsNotKnownIsUnreachable() {
        try (var server = new WildServer().behaves(GOOD)) {
            var id = good(server, "dcat", "/catalog");
            moves(id, "http://nobody.invalid/catalog");

            keepsTheOldContent(unreachable("", "nobody.invalid is not known", GOOD), id);
        }
    }

    @Test
    void aSourceWithACertificateThatNobodyVouchesForIsUnreachable(@TempDir Path folder) throws Exception {
        var sockets = ownCertificate(folder).getServerSocketFactory();
        try (var server = new WildServer().behaves(GOOD);
                var secret = new WildServer(sockets.createServerSocket(0, 5, InetAddress.getLoopbackAddress()))) {
            var id = good(server, "dcat", "/catalog");
            secret.behaves(GOOD);
            moves(id, "https://127.0.0.1:" + secret.port() + "/catalog");

            keepsTheOldContent(unreachable("", "No trusted TLS connection to 127.0.0.1", GOOD), id);
        }
    }

    private static SSLContext ownCertificate(Path folder) throws IOException, GeneralSecurityException {
        var file = folder.resolve("own.p12");
        var password = "changeit".toCharArray();
        try {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=127.0.0.1",
                            "-ext",
                            "san=ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            "changeit",
                            "-keystore",
                            file.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void aSourceThatRobotsTxtForbidsIsUnreachable() {
        robots("forbids it to samdata", wild(200, "text/plain", "User-agent: *\nDisallow: /catalog\n"));
    }

    @Test
    void aSourceWhoseRobotsTxtNeverAnswersIsUnreachable() {
        robots("robots.txt sent nothing for 700ms", (ask, out) -> dawdle(ask, 20_000));
    }

    @Test
    void aSourceWhoseRobotsTxtFailsIsUnreachable() {
        robots("robots.txt answered 503", wild(503, "text/plain", "oops"));
    }

    @Test
    void aSourceWhoseRobotsTxtNeverEndsIsReadByItsBeginning() {
        robots("forbids it to samdata", (ask, out) -> {
            raw(out, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *\nDisallow: /\n");
            for (int i = 0; i < 200_000; i++) raw(out, "# and so on, and so on\n".repeat(10));
        });
    }

    private void robots(String words, WildServer.Wild robots) {
        try (var server = new WildServer().behaves(GOOD)) {
            var id = good(server, "dcat", "/catalog");
            server.robots(robots);
            keepsTheOldContent(unreachable("", words, GOOD), id);
        }
    }
}
