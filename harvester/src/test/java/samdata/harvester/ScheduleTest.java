package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {
    private static final String TURTLE = "<urn:d> a <http://www.w3.org/ns/dcat#Dataset> .";

    @TempDir
    Path data;

    @Test
    void aNewSourceIsHarvestedAndOneThatIsNotDueIsLeftAlone() throws InterruptedException {
        var asked = new CountDownLatch(1);
        try (var site = new Site();
                var house = new House(data)) {
            site.page("/new", exchange -> {
                Site.text(200, "text/turtle", TURTLE).to(exchange);
                asked.countDown();
            });
            site.page("/old", "text/turtle", TURTLE);
            house.sources.add(Source.of("old", site.url("/old"), "dcat", null, "6h", null));
            house.run("old");
            house.sources.add(Source.of("never", site.url("/never"), "dcat", null, "never", null));
            house.sources.add(Source.of("new", site.url("/new"), "dcat", null, "6h", null));
            var schedule = Schedule.start(house.harvests, Clock.systemUTC(), Duration.ofMillis(20));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            schedule.close();
            house.run("new");

            assertThat(house.runs.of("old", 5)).hasSize(1);
            assertThat(house.runs.of("never", 5)).isEmpty();
        }
    }

    @Test
    void aSourceIsDueAgainWhenItsTimeHasPassed() throws InterruptedException {
        var asked = new CountDownLatch(2);
        try (var site = new Site();
                var house = new House(data)) {
            site.page("/old", exchange -> {
                Site.text(200, "text/turtle", TURTLE).to(exchange);
                asked.countDown();
            });
            house.sources.add(Source.of("old", site.url("/old"), "dcat", null, "6h", null));
            house.run("old");
            var later = Clock.fixed(Instant.now().plus(Duration.ofHours(7)), ZoneOffset.UTC);
            var schedule = Schedule.start(house.harvests, later, Duration.ofMillis(20));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            schedule.close();
        }
    }

    @Test
    void anErrorOfOursWithOneSourceDoesNotEndTheScheduleForTheOthers() throws InterruptedException {
        var asked = new CountDownLatch(2);
        var first = new AtomicBoolean(true);
        var later = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                if (first.getAndSet(false)) throw new ArithmeticException("long overflow");
                return Instant.now().plus(Duration.ofHours(7));
            }
        };
        try (var site = new Site();
                var house = new House(data)) {
            site.page("/a", "text/turtle", TURTLE);
            site.page("/b", exchange -> {
                Site.text(200, "text/turtle", TURTLE).to(exchange);
                asked.countDown();
            });
            house.sources.add(Source.of("a", site.url("/a"), "dcat", null, "6h", null));
            house.sources.add(Source.of("b", site.url("/b"), "dcat", null, "6h", null));
            house.run("a");
            house.run("b");
            var schedule = Schedule.start(house.harvests, later, Duration.ofMillis(20));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            schedule.close();

            assertThat(first).isFalse();
            assertThat(house.runs.of("a", 5)).hasSize(1);
        }
    }

    @Test
    void failuresAreRetriedSoonAndThenEverMoreSeldom() {
        var every = Duration.ofHours(1);

        assertThat(Schedule.pause(every, 0)).isEqualTo(every);
        assertThat(Schedule.pause(every, 1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Schedule.pause(every, 3)).isEqualTo(Duration.ofMinutes(4));
        assertThat(Schedule.pause(every, 9)).isEqualTo(every);
    }
}
