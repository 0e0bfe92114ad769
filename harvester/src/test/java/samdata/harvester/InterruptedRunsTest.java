package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;

/** A run that was answered to somebody is there after a restart, however its process ended. */
class InterruptedRunsTest {
    private static final String TURTLE =
            "<urn:d> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> \"D\" .";

    @TempDir
    Path data;

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aRunThatHadNotEndedHasFailedAfterTheRestart() throws Exception {
        var asked = new CountDownLatch(1);
        var answers = new CountDownLatch(1);
        site.page("/c.ttl", exchange -> {
            asked.countDown();
            await(answers);
            Site.text(200, "text/turtle", TURTLE).to(exchange);
        });
        Run begun;
        try (var house = house()) {
            begun = house.harvests.start("company");
            asked.await();
            assertThat(house.runs.get(begun.id()).flatMap(Run::ended)).isEmpty();
        }
        try (var house = new House(data)) {
            var run = house.runs.get(begun.id()).orElseThrow();

            assertThat(run.outcome()).contains(Outcome.FAILED);
            assertThat(run.ended()).isPresent();
            assertThat(run.message()).contains("samdata was stopped");
            assertThat(house.runs.of("company", 9)).containsExactly(run);
            assertThat(house.catalog.datasets("company")).isEmpty();
            answers.countDown();
            assertThat(house.run("company").outcome()).contains(Outcome.STORED);
        }
        try (var house = new House(data)) {
            assertThat(house.runs.of("company", 9)).hasSize(2);
        }
    }

    @Test
    void aRunWaitingForItsTurnIsThereAfterTheRestart() throws IOException {
        Run begun;
        try (var house = house()) {
            begun = house.runs.begin("company", java.time.Instant.now()).run();
        }
        try (var house = new House(data)) {
            assertThat(house.runs.get(begun.id()).flatMap(Run::outcome)).contains(Outcome.FAILED);
        }
    }

    @Test
    void howLongARunTookThatNobodySawEndIsNotTold() throws IOException {
        site.page("/c.ttl", "text/turtle", TURTLE);
        Run stored;
        Run waiting;
        try (var house = house()) {
            stored = house.run("company");
            waiting = house.runs.begin("company", java.time.Instant.now()).run();
        }
        loseReport(stored);
        new House(data).close(); // what the next start notices stays as it was told

        try (var house = new House(data)) {
            assertThat(stored.took()).isPresent();
            assertThat(house.run("company").took()).isPresent();
            for (Run run : List.of(stored, waiting)) {
                var told = house.runs.get(run.id()).orElseThrow();

                assertThat(told.ended()).isPresent();
                assertThat(told.took()).isEmpty();
            }
        }
    }

    @Test
    void aRunThatWasStoredButNotReportedHasStoredAfterTheRestart() throws IOException {
        site.page("/c.ttl", "text/turtle", TURTLE);
        Run before;
        try (var house = house()) {
            before = house.run("company");
        }
        loseReport(before);

        try (var house = new House(data)) {
            var run = house.runs.get(before.id()).orElseThrow();

            assertThat(run.outcome()).contains(Outcome.STORED);
            assertThat(run.datasets()).isEqualTo(before.datasets());
            assertThat(run.triples()).isEqualTo(before.triples());
            assertThat(run.after().generation()).isEqualTo(before.after().generation());
            assertThat(run.after().points()).isEqualTo(before.after().points());
            assertThat(run.message()).contains("It was stored").contains("report was not written");
            assertThat(run.violations()).isNotEmpty().isEqualTo(before.violations());
            assertThat(house.run("company").violations()).isEqualTo(before.violations());
        }
    }

    @Test
    void whatAnUnreportedRunStoredIsItsOwnWhateverWasStoredAfterIt() throws IOException {
        Run first;
        Run second;
        try (var house = house().register("other", site.url("/c.ttl"), "dcat")) {
            site.page("/c.ttl", "text/turtle", TURTLE);
            first = house.run("company");
            site.page("/c.ttl", "text/turtle", TURTLE + "<urn:e> a <http://www.w3.org/ns/dcat#Dataset> .");
            second = house.run("company");
            house.run("other");
        }
        loseReport(first);
        loseReport(second);

        try (var house = new House(data)) {
            for (Run before : List.of(first, second)) {
                var run = house.runs.get(before.id()).orElseThrow();

                assertThat(run.outcome()).contains(Outcome.STORED);
                assertThat(run.datasets()).isEqualTo(before.datasets());
                assertThat(run.triples()).isEqualTo(before.triples());
                assertThat(run.after().generation()).isEqualTo(before.after().generation());
            }
        }
    }

    @Test
    void ofARunWhoseChangeIsNotInTheLogNoGenerationIsTold() throws IOException {
        site.page("/c.ttl", "text/turtle", TURTLE);
        Run before;
        try (var house = house().register("other", site.url("/c.ttl"), "dcat")) {
            before = house.run("company");
            house.run("other");
        }
        loseReport(before);
        var generation = before.after().generation().orElseThrow();
        Files.delete(data.resolve("changes").resolve("%010d.rdfp".formatted(generation)));

        try (var house = new House(data)) {
            var run = house.runs.get(before.id()).orElseThrow();

            assertThat(run.outcome()).contains(Outcome.STORED);
            assertThat(run.after().generation()).isEmpty();
            assertThat(run.message()).contains("How much it changed is not known");
        }
    }

    @Test
    void ofARunThatEndedButWasNotReportedOnlyWhatIsKnownIsTold() throws IOException {
        site.page("/c.ttl", "text/turtle", TURTLE);
        Run unchanged;
        try (var house = house()) {
            house.run("company");
            unchanged = house.run("company");
        }
        loseReport(unchanged);

        try (var house = new House(data)) {
            assertThat(house.runs.get(unchanged.id()).orElseThrow().message())
                    .contains("report was not written")
                    .contains("Nothing of it was stored")
                    .doesNotContain("before this harvest had ended");
        }
    }

    /** As when the process ends, or the disk is full, before it is written. */
    private void loseReport(Run run) throws IOException {
        var folder = data.resolve("runs").resolve(run.source());
        Files.move(folder.resolve(run.id() + ".ttl"), folder.resolve(run.id() + ".begun"));
    }

    private House house() {
        return new House(data).register("company", site.url("/c.ttl"), "dcat");
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
