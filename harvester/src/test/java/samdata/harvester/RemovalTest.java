package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.source.Sources;

class RemovalTest {
    private static final String TURTLE = "<urn:d> a <http://www.w3.org/ns/dcat#Dataset> .";

    @TempDir
    Path data;

    private final Site site = new Site();
    private House house;

    @BeforeEach
    void open() {
        house = new House(data);
        site.page("/c", "text/turtle", TURTLE);
    }

    @AfterEach
    void close() {
        house.close();
        site.close();
    }

    @Test
    void whatARemovedSourceWasBringingIsNotStoredUnderAnotherOfTheSameId() throws InterruptedException {
        house.register("mills", site.url("/c"), "dcat");
        var run = duringAHarvest(() -> {
            house.harvests.removeSource("mills");
            house.register("mills", site.url("/other"), "dcat");
        });

        assertThat(run.message()).contains("its source was removed");
        assertThat(house.catalog.datasets("mills")).isEmpty();
        assertThat(house.runs.last("mills")).isEmpty();
        assertThat(house.sources.get("mills").orElseThrow().url()).hasToString(site.url("/other"));
    }

    @Test
    void norUnderAnEqualOne() throws InterruptedException {
        house.register("mills", site.url("/c"), "dcat");
        duringAHarvest(() -> {
            house.harvests.removeSource("mills");
            house.register("mills", site.url("/c"), "dcat");
        });

        assertThat(house.catalog.datasets("mills")).isEmpty();
        assertThat(house.run("mills").outcome()).contains(Outcome.STORED);
    }

    @Test
    void nothingIsRememberedOfASourceRemovedWhileItWasFoundUnchanged() throws InterruptedException {
        house.register("mills", site.url("/c"), "dcat").run("mills");
        var remembered = data.resolve("fetch/mills.json");
        assertThat(remembered).exists();
        duringAHarvest(() -> house.harvests.removeSource("mills"));

        assertThat(remembered).doesNotExist();
    }

    @Test
    void aRemovalThatFailedCanBeRepeated() throws IOException {
        house.register("mills", site.url("/c"), "dcat").run("mills");
        var inTheWay = data.resolve("held/mills.json/x");
        Files.createDirectories(inTheWay);

        assertThatThrownBy(() -> house.harvests.removeSource("mills")).hasMessageContaining("held harvest of mills");
        assertThat(house.sources.get("mills")).isPresent();
        Files.delete(inTheWay);

        assertThat(house.harvests.removeSource("mills")).isTrue();
        assertThat(house.catalog.datasets("mills")).isEmpty();
        assertThat(house.runs.of("mills", 5)).isEmpty();
        assertThat(Sources.open(data).list()).isEmpty();
    }

    /** Does something while a harvest of mills waits for its page. */
    private Run duringAHarvest(Runnable task) throws InterruptedException {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        site.page("/c", exchange -> {
            asked.countDown();
            try {
                answer.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            Site.text(200, "text/turtle", TURTLE).to(exchange);
        });
        var run = CompletableFuture.supplyAsync(() -> house.run("mills"));
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        task.run();
        answer.countDown();
        return run.join();
    }
}
