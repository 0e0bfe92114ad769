package samdata.harvester.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import samdata.harvester.House;
import samdata.harvester.Site;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;

/** What every protocol keeps: it reads all datasets, and whatever a company's server does, the old ones stay. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ProtocolContract {
    protected Site site;
    protected House house;

    /** The protocol's name. */
    protected abstract String protocol();

    /** Puts so many datasets, with titles and one distribution each, on the site; called again it changes the number. */
    protected abstract void publish(int datasets);

    /** The address to register. */
    protected abstract String address();

    @BeforeAll
    void open(@TempDir Path data) {
        house = new House(data);
    }

    @BeforeEach
    void register() {
        site = new Site();
        house.register("company", address(), protocol());
    }

    @AfterEach
    void remove() {
        house.sources.list().forEach(source -> house.harvests.removeSource(source.id()));
        site.close();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void everyDatasetIsStoredAndASecondHarvestChangesNothing() {
        publish(7);

        var first = house.run("company");
        var generation = house.catalog.generation();
        var second = house.run("company");

        assertThat(first.message()).isEmpty();
        assertThat(first.outcome()).contains(Outcome.STORED);
        assertThat(first.datasets()).isEqualTo(new Run.Datasets(7, 7, 0, 0));
        assertThat(house.catalog.datasets("company")).hasSize(7);
        assertThat(second.outcome()).contains(Outcome.UNCHANGED);
        assertThat(second.datasets().seen()).isEqualTo(7);
        assertThat(house.catalog.generation()).isEqualTo(generation);
    }

    @Test
    void aDatasetMoreIsOneAdded() {
        publish(7);
        house.run("company");
        publish(8);

        assertThat(house.run("company").datasets()).isEqualTo(new Run.Datasets(8, 1, 0, 0));
    }

    @Test
    void aServerThatAnswers500IsUnreachable() {
        breaks(Site.text(500, "text/plain", "oops"), Outcome.UNREACHABLE, "500");
    }

    @Test
    void aServerThatAnswers503SaysWhenToComeBack() {
        breaks(
                exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "120");
                    Site.send(exchange, 503, "text/plain", new byte[0]);
                },
                Outcome.UNREACHABLE,
                "120 s");
    }

    @Test
    void aWebPageIsRejected() {
        breaks(
                Site.text(200, "text/html", "<!DOCTYPE html><html><body>Under maintenance</body></html>"),
                Outcome.REJECTED,
                "");
    }

    @Test
    void anEmptyBodyIsRejected() {
        breaks(Site.text(200, "text/turtle", ""), Outcome.REJECTED, "");
    }

    @Test
    void aServerThatSaysNothingAtAllIsUnreachable() {
        breaks(
                exchange -> {
                    throw new IOException("closed without an answer");
                },
                Outcome.UNREACHABLE,
                "without an answer");
    }

    @Test
    void aServerThatStallsIsUnreachable() {
        breaks(
                exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write('#');
                    exchange.getResponseBody().flush();
                    outwaitTheClient();
                },
                Outcome.UNREACHABLE,
                "harvest.stall");
    }

    @Test
    void anAnswerThatBreaksOffIsRejected() {
        breaks(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/turtle");
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write("<urn:a> <urn:b> <urn:c> .\n".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                },
                Outcome.REJECTED,
                "broke off");
    }

    @Test
    void aCircleOfRedirectsIsUnreachable() {
        breaks(redirect(site.url("/round")), Outcome.UNREACHABLE, "redirects more than 5 times");
    }

    @Test
    void aRedirectToAnInnerAddressIsRefused() {
        breaks(redirect("http://169.254.169.254/latest/meta-data"), Outcome.UNREACHABLE, "169.254.169.254");
        breaks(redirect("http://[::1]:1/"), Outcome.UNREACHABLE, "no public address");
        breaks(redirect("file:///etc/passwd"), Outcome.UNREACHABLE, "only http and https");
    }

    @Test
    void aBombIsRejected() {
        breaks(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    Site.send(exchange, 200, "text/turtle", bomb());
                },
                Outcome.REJECTED,
                "harvest.max-ratio");
    }

    @Test
    void aSourceThatIsForbiddenByRobotsTxtIsUnreachable() {
        site.page("/robots.txt", "text/plain", "User-agent: samdata\nDisallow: /\n");
        publish(3);

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.UNREACHABLE);
        assertThat(run.message()).contains("robots.txt");
    }

    private void breaks(Site.Answer answer, Outcome outcome, String why) {
        site.worksAgain();
        publish(7);
        house.run("company");
        List<String> before = house.catalog.datasets("company");

        site.answersOnly(answer);
        var run = house.run("company");

        assertThat(run.message()).contains(why).isNotBlank().doesNotContain("Exception", "java.", "\n");
        assertThat(run.outcome()).contains(outcome);
        assertThat(house.catalog.datasets("company")).isEqualTo(before).hasSize(7);
        assertThat(house.runs.get(run.id())).contains(run);
    }

    private static Site.Answer redirect(String to) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            Site.send(exchange, 302, "text/plain", new byte[0]);
        };
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 100; i++) gzip.write(new byte[100_000]);
        }
        return bytes.toByteArray();
    }

    private static void outwaitTheClient() {
        // the other side gives up first; a bound for the case that it does not
        try {
            new java.util.concurrent.CountDownLatch(1).await(5, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
