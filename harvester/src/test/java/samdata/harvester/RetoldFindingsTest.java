package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.run.Runs;

/** A harvest that brings what was there tells what is wrong with it, whether it looked or not; all of it can be had. */
class RetoldFindingsTest extends OneCompany {
    private static final int DATASETS = 130;

    @Test
    void anUnchangedRunFindsWhatTheStoredOneFoundHoweverItIsSeenThatNothingChanged() {
        site.page("/c.ttl", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            boolean known = "\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            if (known) exchange.sendResponseHeaders(304, -1);
            else Site.text(200, "text/turtle", turtle(DATASETS, 0)).to(exchange);
        });
        var stored = house.run("company");
        var byEtag = house.run("company");
        site.page("/c.ttl", "text/turtle", turtle(DATASETS, 0));
        var byBytes = house.run("company");
        site.page("/c.ttl", "text/turtle", turtle(DATASETS, 7));
        var byComparison = house.run("company");

        assertThat(stored.violations()).isNotEmpty();
        for (Run unchanged : List.of(byEtag, byBytes, byComparison)) {
            assertThat(unchanged.outcome()).contains(Outcome.UNCHANGED);
            assertThat(unchanged.violations()).isEqualTo(stored.violations());
            assertThat(unchanged.after().found()).isEqualTo(stored.id());
            assertThat(all(unchanged)).isEqualTo(all(stored));
        }
        assertThat(house.runs.of("company", 9)).allMatch(run -> run.violations().equals(stored.violations()));
        assertThat(house.runs.get(byEtag.id())).contains(byEtag);
        house.close();
        house = new House(data);
        assertThat(house.run("company").violations()).isEqualTo(stored.violations());
        assertThat(house.runs.get(byEtag.id()).orElseThrow().violations()).isEqualTo(stored.violations());
    }

    @Test
    void everyFindingIsKeptAlsoAfterAChange() {
        site.page("/c.ttl", "text/turtle", turtle(DATASETS, 0));
        var first = house.run("company");
        site.page("/c.ttl", "text/turtle", turtle(DATASETS + 3, 0));
        var second = house.run("company");

        assertThat(untitled(first.violations())).hasSize(Run.Finding.EXAMPLES);
        assertThat(untitled(all(first))).hasSize(DATASETS).allMatch(finding -> finding.times() == DATASETS);
        assertThat(untitled(all(second))).hasSize(DATASETS + 3).allMatch(finding -> finding.times() == DATASETS + 3);
        assertThat(untitled(all(second)).stream()
                        .map(finding -> finding.violation().dataset()))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void theRunThatFoundWhatIsToldIsKeptAsLongAsItIsTold() {
        site.page("/c.ttl", "text/turtle", turtle(2, 0));
        var stored = house.run("company");
        for (int i = 0; i < Runs.KEPT + 2; i++) house.run("company");

        assertThat(house.runs.of("company", 1).getFirst().violations()).isEqualTo(stored.violations());
        house.close();
        house = new House(data);
        assertThat(house.runs.of("company", 1).getFirst().violations()).isEqualTo(stored.violations());
    }

    @Test
    void whatWasFoundIsFoundAgainWhenTheRunThatFoundItIsGone() throws IOException {
        site.page("/c.ttl", "text/turtle", turtle(2, 0));
        var stored = house.run("company");
        var expected = all(stored);
        house.close();
        for (String ending : List.of(".ttl", ".findings.gz"))
            Files.delete(data.resolve("runs/company").resolve(stored.id() + ending));
        house = new House(data);
        var again = house.run("company");
        var after = house.run("company");

        assertThat(again.outcome()).contains(Outcome.UNCHANGED);
        assertThat(again.violations()).isNotEmpty().isEqualTo(stored.violations());
        assertThat(again.after().found()).isEmpty();
        assertThat(all(again)).isEqualTo(expected);
        assertThat(after.after().found()).isEqualTo(again.id());
        assertThat(after.violations()).isEqualTo(stored.violations());
    }

    private List<Run.Finding> all(Run run) {
        List<Run.Finding> all = new ArrayList<>();
        house.runs.findings(run).each(all::add);
        return all;
    }

    private static List<Run.Finding> untitled(List<Run.Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.violation().rule().id().equals("Dataset.title.MinCount"))
                .toList();
    }

    /** @param shift where the document begins, which changes its bytes and not what it says */
    private static String turtle(int datasets, int shift) {
        return IntStream.range(0, datasets)
                .mapToObj(i -> "<urn:d%d> a <http://www.w3.org/ns/dcat#Dataset> .\n".formatted((i + shift) % datasets))
                .collect(Collectors.joining());
    }
}
