package samdata.harvester.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.harvester.House;
import samdata.harvester.Site;
import samdata.harvester.run.Progress;

/** How a connection is made, once its address is known: to that address, by no detour, to nobody else. */
class ConnectionsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final List<String> OWN = List.of("127.0.0.1/32");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    private final Canary canary = new Canary();
    private final Site site = new Site().page("/a", "text/turtle", "").page("/b", "text/turtle", "");

    @AfterEach
    void close() {
        site.close();
        canary.close();
    }

    /** A name that is elsewhere each time it is looked up, with the canary behind the same port. */
    @Test
    void aNameThatMovesIsConnectedToWhereItWasWhenItWasChecked() throws IOException {
        var lookUps = new AtomicInteger();
        Connections.Names moving =
                host -> InetAddress.getAllByName(lookUps.getAndIncrement() % 2 == 0 ? "127.0.0.1" : "::1");
        int port = URI.create(site.url("/a")).getPort();
        try (var beside = new Canary("::1", port);
                var fetcher = fetcher(moving, Connections.Trust.ofTheSystem());
                var visit = fetcher.visit(Progress.NONE)) {
            assertThatThrownBy(() -> visit.get(URI.create("http://moving.example:" + port + "/a"), "text/turtle"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("moving.example is at 0:0:0:0:0:0:0:1");

            assertThat(beside.heard()).isEmpty();
        }
        assertThat(site.asked()).containsExactly("/robots.txt");
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void aCertificateIsCheckedAgainstTheNameThatWasAskedFor() throws Exception {
        var keys = keys("good.example");
        var asked = new CopyOnWriteArrayList<String>();
        var server = https(keys, asked);
        var trusting = new Connections.Trust(
                host -> InetAddress.getAllByName("127.0.0.1"), new DefaultClientTlsStrategy(context(keys)));
        Connections.Names everywhere = host -> InetAddress.getAllByName("127.0.0.1");
        int port = server.getAddress().getPort();
        try (var fetcher = fetcher(everywhere, trusting);
                var other = fetcher(everywhere, Connections.Trust.ofTheSystem());
                var visit = fetcher.visit(Progress.NONE);
                var doubting = other.visit(Progress.NONE)) {
            var page = visit.get(URI.create("https://good.example:" + port + "/a"), "text/turtle");

            assertThat(page.text()).isEqualTo("asked for good.example");
            assertThatThrownBy(() -> visit.get(URI.create("https://evil.example:" + port + "/a"), "text/turtle"))
                    .hasMessageContaining("No trusted TLS connection to evil.example");
            assertThatThrownBy(() -> visit.get(URI.create("https://127.0.0.1:" + port + "/a"), "text/turtle"))
                    .hasMessageContaining("No trusted TLS connection");
            assertThatThrownBy(() -> doubting.get(URI.create("https://good.example:" + port + "/a"), "text/turtle"))
                    .hasMessageContaining("No trusted TLS connection to good.example");
        } finally {
            server.stop(0);
        }
        assertThat(asked).containsExactly("/robots.txt", "/a");
    }

    /** What Java, or who starts it, names as a proxy would connect for us to what it likes. */
    @Test
    void noProxyOfTheSystemIsUsed() throws IOException, Refusal {
        var port = Integer.toString(canary.port());
        var proxies = Map.of(
                "http.proxyHost",
                "127.0.0.1",
                "http.proxyPort",
                port,
                "http.nonProxyHosts",
                "",
                "https.proxyHost",
                "127.0.0.1",
                "https.proxyPort",
                port,
                "socksProxyHost",
                "127.0.0.1",
                "socksProxyPort",
                port,
                "socksNonProxyHosts",
                "");
        proxies.forEach(System::setProperty);
        try (var fetcher = new Fetcher(House.SETTINGS, AddressRule.allowing(OWN), "test", data);
                var visit = fetcher.visit(Progress.NONE)) {
            assertThat(visit.get(URI.create(site.url("/a")), "text/turtle").text())
                    .isEmpty();
        } finally {
            proxies.keySet().forEach(System::clearProperty);
        }
        assertThat(canary.heard()).isEmpty();
    }

    @Test
    void aHeaderWithoutEndIsNotKept() throws IOException {
        site.page("/long", exchange -> {
            exchange.getResponseHeaders().add("X-Long", "x".repeat(1_000_000));
            Site.send(exchange, 200, "text/turtle", new byte[0]);
        });
        site.page("/many", exchange -> {
            for (int i = 0; i < 5_000; i++) exchange.getResponseHeaders().add("X-" + i, "x");
            Site.send(exchange, 200, "text/turtle", new byte[0]);
        });
        try (var fetcher = new Fetcher(House.SETTINGS, AddressRule.allowing(OWN), "test", data);
                var visit = fetcher.visit(Progress.NONE)) {
            for (String path : List.of("/long", "/many"))
                assertThatThrownBy(() -> visit.get(URI.create(site.url(path)), "text/turtle"))
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining("more header than samdata takes");
        }
    }

    private Fetcher fetcher(Connections.Names names, Connections.Trust trust) {
        return new Fetcher(
                House.SETTINGS,
                AddressRule.allowing(OWN),
                new Connections.Trust(names, trust.certificates()),
                "test",
                data.resolve("tmp"));
    }

    /** A key of its own for one name, made by the tool that comes with Java. */
    private KeyStore keys(String name) throws Exception {
        var file = Files.createTempDirectory(data, "keys").resolve("keys.p12");
        var tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "a",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        try (InputStream said = tool.getInputStream()) {
            var words = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(tool.waitFor()).as(words).isZero();
        }
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        var certificate = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            certificate.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        certificate.setCertificateEntry("a", keys.getCertificate("a"));
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(certificate);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    /** Answers with the name that the client asked for in its hello (SNI). */
    private static HttpsServer https(KeyStore keys, List<String> asked) throws Exception {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            var session = (ExtendedSSLSession) ((com.sun.net.httpserver.HttpsExchange) exchange).getSSLSession();
            var name = ((javax.net.ssl.SNIHostName)
                            session.getRequestedServerNames().getFirst())
                    .getAsciiName();
            boolean robots = exchange.getRequestURI().getPath().equals("/robots.txt");
            try (exchange) {
                Site.send(
                        exchange,
                        robots ? 404 : 200,
                        "text/turtle",
                        ("asked for " + name).getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
        return server;
    }
}
