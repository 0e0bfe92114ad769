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
import samdata.harvester.source.Source;

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
    void aSourceThatAskedToBeLeftAloneIsNotAskedBeforeThatTimeAlsoAfterARestart() {
        var asked = new CountDownLatch(3);
        try (var site = new Site()) {
            site.page("/busy", exchange -> {
                exchange.getResponseHeaders().set("Retry-After", "7200");
                Site.send(exchange, 503, "text/plain", new byte[0]);
            });
            site.page("/failing", exchange -> {
                Site.send(exchange, 500, "text/plain", new byte[0]);
                asked.countDown();
            });
            try (var house = new House(data)) {
                for (var id : java.util.List.of("busy", "failing")) {
                    house.sources.add(Source.of(id, site.url("/" + id), "dcat", null, "6h", null));
                    house.run(id);
                }
                scheduled(house, Duration.ofMinutes(30), asked, 1);
            }
            try (var house = new House(data)) {
                scheduled(house, Duration.ofMinutes(90), asked, 0);
                assertThat(house.runs.of("failing", 5)).hasSizeGreaterThanOrEqualTo(2);
                assertThat(house.runs.of("busy", 5)).hasSize(1);
                assertThat(house.harvests.notBefore("busy").orElseThrow())
                        .isAfter(Instant.now().plus(Duration.ofMinutes(110)));
            }
        }
    }

    /** Until the failing source was asked again, with the clock so far ahead. */
    private static void scheduled(House house, Duration ahead, CountDownLatch asked, long until) {
        var later = Clock.offset(Clock.systemUTC(), ahead);
        var schedule = Schedule.start(house.harvests, later, Duration.ofMillis(20));
        try (schedule) {
            while (asked.getCount() > until) await(asked, 10);
        }
        house.run("failing");
    }

    @Test
    void ofOneHostTwoSourcesAreHarvestedAtOnceAndNoMore() throws InterruptedException {
        var together = new java.util.concurrent.Semaphore(0);
        var go = new CountDownLatch(1);
        try (var site = new Site();
                var other = new Site();
                var house = new House(data)) {
            Site.Answer slow = exchange -> {
                together.release();
                await(go, 20_000);
                Site.text(200, "text/turtle", TURTLE).to(exchange);
            };
            for (var id : java.util.List.of("a", "b", "c", "d")) {
                site.page("/" + id, slow);
                house.sources.add(Source.of(id, site.url("/" + id), "dcat", null, "6h", null));
            }
            other.page("/e", slow);
            house.sources.add(Source.of("e", other.url("/e"), "dcat", null, "6h", null));
            var schedule = Schedule.start(house.harvests, Clock.systemUTC(), Duration.ofMillis(20));
            try (schedule) {
                assertThat(together.tryAcquire(3, 20, TimeUnit.SECONDS)).isTrue();

                assertThat(house.sources.list().stream().filter(source -> house.runs.isUnderWay(source.id())))
                        .extracting(Source::id)
                        .containsExactly("a", "b", "e");
            } finally {
                go.countDown();
            }
        }
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            if (latch.await(millis, TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
