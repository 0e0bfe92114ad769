package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.harvester.fetch.FetchSettings;
import samdata.harvester.run.Outcome;

/** Slow companies take their own time, not that of others. */
class SlowSourcesTest {
    private static final Logger LOG = LoggerFactory.getLogger(SlowSourcesTest.class);
    private static final int SLOW = 20;
    private static final int GOOD = 6;
    private static final int DATASETS = 60;
    private static final FetchSettings PATIENT = new FetchSettings(
            Duration.ofMinutes(2), Duration.ofMinutes(1), 20_000_000, 40_000_000, 200, 1_000_000, 50, 200, 5, 20);

    @TempDir
    Path data;

    /** Ends what the slow servers wait for. */
    private final CountDownLatch enough = new CountDownLatch(1);

    @Test
    void goodSourcesAreAllStoredWhileTwentySlowOnesStillAnswer() throws Exception {
        var slowServers = new ArrayList<Site>();
        var asked = new CountDownLatch(SLOW);
        try (var house = new House(data, PATIENT);
                var good = new Site()) {
            for (int i = 0; i < GOOD; i++)
                house.register("good-" + i, good.url("/good-" + i), "dcat")
                        .register("warm-" + i, good.url("/warm-" + i), "dcat");
            publish(good, "warm", "a");
            harvest(house, "warm");
            publish(good, "good", "a");
            var alone = harvest(house, "good");
            for (int i = 0; i < SLOW; i++) slowServers.add(slow(asked, i));
            for (int i = 0; i < SLOW; i++) {
                house.register("slow-" + i, slowServers.get(i).url("/catalog.ttl"), "dcat");
                house.harvests.start("slow-" + i);
            }
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

            publish(good, "good", "b");
            var beside = harvest(house, "good");

            LOG.info(
                    "{} good sources: {} ms alone, {} ms beside {} slow ones ({} %)",
                    GOOD, alone.toMillis(), beside.toMillis(), SLOW, 100 * beside.toMillis() / alone.toMillis() - 100);
            for (int i = 0; i < GOOD; i++)
                assertThat(house.runs.of("good-" + i, 1).getFirst().outcome()).contains(Outcome.STORED);
            for (int i = 0; i < SLOW; i++)
                assertThat(house.runs.of("slow-" + i, 1).getFirst().ended()).isEmpty();
        } finally {
            enough.countDown();
            slowServers.forEach(Site::close);
        }
    }

    /** All at once, as a schedule would. */
    private static Duration harvest(House house, String kind) throws Exception {
        long begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = IntStream.range(0, GOOD)
                    .mapToObj(i -> threads.submit(() -> house.run(kind + "-" + i)))
                    .toList();
            for (var run : runs) assertThat(run.get().outcome()).contains(Outcome.STORED);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static void publish(Site site, String kind, String edition) {
        for (int i = 0; i < GOOD; i++) site.page("/" + kind + "-" + i, "text/turtle", turtle(kind + i, edition));
    }

    private static String turtle(String name, String edition) {
        var text = new StringBuilder(
                "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>\n");
        for (int i = 0; i < DATASETS; i++) text.append("""
                    <https://mills.example/%1$s/%3$d> a dcat:Dataset ; dct:title "Saw blades %3$d, edition %2$s"@en ;
                        dct:publisher <https://mills.example/> ; dct:license <https://creativecommons.org/licenses/by/4.0/> ;
                        dcat:distribution [ a dcat:Distribution ; dcat:accessURL <https://mills.example/%1$s/%3$d.csv> ] .
                    """.formatted(name, edition, i));
        return text.toString();
    }

    /** One of three ways to be slow: no answer, headers without a body, a body that drips. */
    private Site slow(CountDownLatch asked, int which) {
        return new Site().page("/catalog.ttl", exchange -> {
            if (which % 3 > 0) {
                exchange.getResponseHeaders().set("Content-Type", "text/turtle");
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().flush();
            }
            asked.countDown();
            while (which % 3 == 2 && !waited(100)) drip(exchange.getResponseBody());
            waited(120_000);
        });
    }

    private static void drip(java.io.OutputStream body) throws IOException {
        body.write("#".getBytes(StandardCharsets.US_ASCII));
        body.flush();
    }

    private boolean waited(long millis) {
        try {
            return enough.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
