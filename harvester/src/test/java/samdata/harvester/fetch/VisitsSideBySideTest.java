package samdata.harvester.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import samdata.harvester.Site;
import samdata.harvester.run.Progress;

class VisitsSideBySideTest {
    @Test
    void aMissingRobotsTxtWithAPageToReadStopsNoVisit() throws Exception {
        try (Site site = new Site();
                Fetcher fetcher =
                        new Fetcher(FetchSettings.DEFAULTS, AddressRule.allowing(List.of("127.0.0.0/8")), "test");
                var threads = Executors.newFixedThreadPool(8)) {
            site.page("/robots.txt", Site.text(404, "text/html", "<h1>Not found</h1>".repeat(3_000)));
            site.page("/catalog.ttl", "text/turtle", "<urn:a> <urn:b> <urn:c> .");
            List<Future<String>> answers = IntStream.range(0, 1000)
                    .mapToObj(i -> threads.submit(() -> answer(fetcher, site)))
                    .toList();

            for (Future<String> answer : answers) assertThat(answer.get()).isEqualTo("read");
        }
    }

    private static String answer(Fetcher fetcher, Site site) {
        try {
            fetcher.visit(Progress.NONE)
                    .get(URI.create(site.url("/catalog.ttl")), "text/turtle")
                    .notEmpty();
            return "read";
        } catch (Refusal refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }
}
