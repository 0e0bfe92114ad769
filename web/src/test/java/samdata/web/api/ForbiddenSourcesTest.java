package samdata.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Progress;
import samdata.harvester.run.Run;
import samdata.web.RunningServer;

/** What is registered over the API is reached only where the operator lets it be: somebody listens, and nobody comes. */
class ForbiddenSourcesTest {
    private static final String[] TOKEN = {"Authorization", "Bearer " + RunningServer.TOKEN};
    private static final List<String> OWN = List.of(
            "http://127.0.0.1:%d/c.ttl",
            "http://127.1:%d/c.ttl",
            "http://localhost:%d/c.ttl",
            "http://0:%d/c.ttl",
            "http://0.0.0.0:%d/c.ttl",
            "http://2130706433:%d/c.ttl",
            "http://0x7f000001:%d/c.ttl",
            "http://0177.0.0.1:%d/c.ttl",
            "http://[::1]:%d/c.ttl",
            "http://[::ffff:127.0.0.1]:%d/c.ttl",
            "http://[::ffff:7f00:1]:%d/c.ttl",
            "http://[64:ff9b::127.0.0.1]:%d/c.ttl");
    private static final List<String> OTHERS = List.of(
            "http://169.254.169.254/latest/meta-data/",
            "http://[fd00:ec2::254]/latest/meta-data/",
            "http://169.254.1.1/",
            "http://[fe80::1]/",
            "http://10.0.0.1/",
            "http://192.168.0.1/",
            "http://100.64.0.1/",
            "file:///etc/passwd",
            "gopher://127.0.0.1/");

    @TempDir
    Path folder;

    @Test
    void noSourceReachesAnAddressThatIsNotPublic() throws IOException {
        try (ServerSocket listening = new ServerSocket(0);
                RunningServer samdata = RunningServer.over(folder, "allow-address", "")) {
            int number = 0;
            for (String url : OWN) refused(samdata, "own-" + number++, url.formatted(listening.getLocalPort()));
            for (String url : OTHERS) refused(samdata, "other-" + number++, url);

            nobodyCame(listening);
        }
    }

    @Test
    void anAddressThatTellsByItselfThatItIsForbiddenIsRefusedAtOnceAndInWords() {
        try (RunningServer samdata = RunningServer.over(folder, "allow-address", "")) {
            HttpResponse<String> refused = register(samdata, "inside", "http://10.0.0.1/c.ttl");

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("10.0.0.1 is no public address").contains("--allow-address");
            assertThat(samdata.get("/api/sources/inside").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theOperatorsListOpensExactlyWhatItNames() throws IOException {
        HttpServer company = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        company.createContext("/", exchange -> {
            byte[] body = "<urn:d> a <http://www.w3.org/ns/dcat#Dataset> .".getBytes(StandardCharsets.UTF_8);
            boolean known = exchange.getRequestURI().getPath().equals("/c.ttl");
            exchange.getResponseHeaders().set("Content-Type", "text/turtle");
            exchange.sendResponseHeaders(known ? 200 : 404, known ? body.length : -1);
            if (known) exchange.getResponseBody().write(body);
            exchange.close();
        });
        company.start();
        try (ServerSocket listening = new ServerSocket(0);
                RunningServer samdata = RunningServer.over(folder, "allow-address", "127.0.0.1/32")) {
            register(
                    samdata,
                    "listed",
                    "http://127.0.0.1:%d/c.ttl".formatted(company.getAddress().getPort()));
            Run listed = samdata.harvests().run("listed", Progress.NONE);
            refused(samdata, "beside", "http://127.0.0.2:%d/c.ttl".formatted(listening.getLocalPort()));
            refused(samdata, "six", "http://[::1]:%d/c.ttl".formatted(listening.getLocalPort()));
            refused(samdata, "metadata", "http://169.254.169.254/latest/meta-data/");

            assertThat(listed.outcome()).contains(Outcome.STORED);
            nobodyCame(listening);
        } finally {
            company.stop(0);
        }
    }

    /** Here, or by the first harvest, which says why in words. */
    private static void refused(RunningServer samdata, String id, String url) {
        HttpResponse<String> registered = register(samdata, id, url);
        if (registered.statusCode() == 422) return;
        assertThat(registered.statusCode()).as(url).isEqualTo(201);
        Run run = samdata.harvests().run(id, Progress.NONE);
        assertThat(run.outcome()).as(url).contains(Outcome.UNREACHABLE);
        assertThat(run.message()).as(url).containsAnyOf("no public address", "no plain IPv4 address", "not known");
    }

    private static HttpResponse<String> register(RunningServer samdata, String id, String url) {
        String source = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("url", url)
                .put("every", "never")
                .toString();
        return samdata.post("/api/sources", source, TOKEN);
    }

    /** A connection would wait to be taken. */
    private static void nobodyCame(ServerSocket listening) throws IOException {
        listening.setSoTimeout(1);
        assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
    }
}
