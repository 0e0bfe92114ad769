package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import samdata.harvester.fetch.FetchSettings;

/** One deadline covers all that is done with what a company says, not the network alone. */
class DeadlineTest extends Zoo {
    @Override
    FetchSettings strictness() {
        return new FetchSettings(
                Duration.ofSeconds(5), Duration.ofSeconds(5), 200_000_000, 200_000_000, 200, 3_000_000, 10, 200, 5, 20);
    }

    @Test
    void aDocumentThatIsSlowToReadEndsWithTheDeadline() {
        // titles of one node are compared with each other, which takes the square of their number
        var titles = IntStream.range(0, 20_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        ends(WildServer.wild(
                200,
                "application/ld+json",
                "{\"@id\": \"urn:a\", \"http://purl.org/dc/terms/title\": [" + titles + "]}"));
    }

    @Test
    void aGraphMadeToBeHardToNameEndsWithTheDeadline() {
        // each a ring of nodes that nothing tells apart, with chords: every one of them has to be tried
        var rings = new StringBuilder();
        for (int ring = 0; ring < 60; ring++)
            for (int i = 0; i < 400; i++)
                for (int step : new int[] {1, 7, 31, 83})
                    rings.append("_:r%d_%d dct:relation _:r%d_%d .\n".formatted(ring, i, ring, (i + step) % 400));
        ends(turtle(datasets(0, DATASETS) + rings));
    }

    @Test
    void aDistributionThatThousandsOfDatasetsShareEndsWithTheDeadline() {
        // each of them is judged by all that the distribution says
        var said = new StringBuilder("<urn:shared> a dcat:Distribution ; dct:title \"0\"");
        for (int i = 1; i < 100_000; i++) said.append(", \"").append(i).append('"');
        said.append(" .\n").append(datasets(0, DATASETS));
        for (int i = 0; i < 300; i++)
            said.append("<urn:set:%d> a dcat:Dataset ; dcat:distribution <urn:shared> .\n".formatted(i));
        ends(turtle(said.toString()), "share something very large|harvest.deadline (5s)");
    }

    private void ends(WildServer.Wild reply) {
        ends(reply, "longer than 5s in all|harvest.deadline");
    }

    private void ends(WildServer.Wild reply, String words) {
        try (var server = new WildServer().behaves(GOOD)) {
            var id = good(server, "dcat", "/catalog");
            server.behaves(reply);
            var run = keepsTheOldContent(rejected("", words, reply), id);

            assertThat(house().runs.isUnderWay(run.source())).isFalse();
        }
    }
}
