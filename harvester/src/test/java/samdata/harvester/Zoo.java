package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import samdata.harvester.fetch.AddressRule;
import samdata.harvester.fetch.FetchSettings;
import samdata.harvester.fetch.Fetcher;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Progress;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;

/**
 * Bad sources. Each is harvested once while it is good, and then with its fault: that ends in the right word, within the
 * budget, with a message that a person understands, and all that was said before stays.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Zoo {
    static final int DATASETS = 6;
    static final String PREFIXES = """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX hydra: <http://www.w3.org/ns/hydra/core#>
            """;
    static final String TURTLE = "text/turtle";

    /** A small budget, so that whatever passes one passes it soon; the time is for a machine that has much else to do. */
    private static FetchSettings within(Duration deadline) {
        return new FetchSettings(deadline, Duration.ofMillis(700), 2_000_000, 6_000_000, 50, 5_000, 10, 50, 5, 20);
    }

    static final FetchSettings STRICT = within(Duration.ofSeconds(20));
    /** For faults that only the deadline ends. */
    static final FetchSettings HASTY = within(Duration.ofSeconds(3));
    /** Far more than the strictest deadline, far less than for ever. */
    private static final Duration IN_ANY_CASE = Duration.ofSeconds(30);

    private House house;
    private Fetcher strict;
    private Harvests harvests;
    private final AtomicInteger sources = new AtomicInteger();

    /**
     * @param name the fault, as a sentence goes on after "a source ..."
     * @param words what the message holds
     */
    record Fault(String name, Outcome outcome, List<String> words, WildServer.Wild reply) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Fault rejected(String name, String words, WildServer.Wild reply) {
        return new Fault(name, Outcome.REJECTED, List.of(words.split("\\|")), reply);
    }

    static Fault unreachable(String name, String words, WildServer.Wild reply) {
        return new Fault(name, Outcome.UNREACHABLE, List.of(words.split("\\|")), reply);
    }

    static Fault held(String name, String words, WildServer.Wild reply) {
        return new Fault(name, Outcome.HELD, List.of(words.split("\\|")), reply);
    }

    static WildServer.Wild turtle(String body) {
        return WildServer.wild(200, TURTLE, PREFIXES + body);
    }

    static String datasets(int from, int to) {
        return IntStream.range(from, to).mapToObj("""
                        <https://mills.example/d/%1$d> a dcat:Dataset ; dct:title "Saw blades %1$d"@en ;
                            dcat:distribution [ a dcat:Distribution ; dcat:accessURL <https://mills.example/d/%1$d.csv> ] .
                        """::formatted).collect(Collectors.joining());
    }

    static final WildServer.Wild GOOD = turtle(datasets(0, DATASETS));

    @BeforeAll
    void open(@TempDir Path data) {
        house = new House(data);
        strict = new Fetcher(strictness(), AddressRule.allowing(List.of("127.0.0.0/8")), "test");
        harvests = new Harvests(house.catalog, house.sources, house.runs, strict, data);
    }

    @AfterAll
    void close() {
        harvests.close();
        strict.close();
        house.close();
    }

    FetchSettings strictness() {
        return STRICT;
    }

    House house() {
        return house;
    }

    /** A new source that was harvested while it was good. */
    String good(WildServer server, String protocol, String path) {
        var id = "source-" + sources.incrementAndGet();
        house.register(id, server.url(path), protocol);
        var run = house.run(id);
        assertThat(run.message()).isEmpty();
        assertThat(run.outcome()).contains(Outcome.STORED);
        return id;
    }

    Run strictly(String id) {
        return harvests.run(id, Progress.NONE);
    }

    /** The source's address from now on. */
    void moves(String id, String url) {
        var before = house.sources.get(id).orElseThrow();
        house.sources.replace(before, Source.of(id, url, before.protocol(), null, "never", null));
    }

    /** The fault of a catalogue in RDF. */
    void keepsTheOldContent(Fault fault) {
        keepsTheOldContent(fault, "dcat", "/catalog", GOOD);
    }

    void keepsTheOldContent(Fault fault, String protocol, String path, WildServer.Wild good) {
        try (var server = new WildServer().behaves(good)) {
            var id = good(server, protocol, path);
            server.behaves(fault.reply());
            keepsTheOldContent(fault, id);
        }
    }

    Run keepsTheOldContent(Fault fault, String id) {
        var before = triples(id);
        var datasets = house.catalog.datasets(id);

        var run = strictly(id);

        assertThat(run.message()).contains(fault.words());
        assertThat(run.outcome()).as(run.message()).contains(fault.outcome());
        assertThat(triples(id)).isEqualTo(before).isNotEmpty();
        assertThat(house.catalog.datasets(id)).isEqualTo(datasets).isNotEmpty();
        assertThat(house.runs.get(run.id()).map(Run::message)).contains(run.message());
        assertThat(Duration.between(run.started(), run.ended().orElseThrow())).isLessThan(IN_ANY_CASE);
        understandable(run.message());
        return run;
    }

    Set<Triple> triples(String id) {
        return house.stated(id).find().toSet();
    }

    /** One line of words, with nothing of the program in it. */
    static void understandable(String message) {
        assertThat(message)
                .hasSizeBetween(15, 600)
                .doesNotContain(
                        "\n", "Exception", "Throwable", "java.", "org.apache", "com.", "samdata.harvester", "null")
                .doesNotContainPattern("\\b[a-z]+(\\.[a-z]+)+\\.[A-Z]\\w+");
    }
}
