package samdata.harvester.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.check.Rule;
import samdata.catalog.check.Violation;

class RunsTest {
    @TempDir
    Path data;

    private static final Instant NOW = Instant.parse("2026-11-23T06:07:08.123Z");

    @Test
    void aRunIsReadBackAsItWasWritten() {
        var runs = Runs.open(data);
        var begun = runs.begin("mills", NOW).run();
        var finding = new Run.Finding(
                new Violation("urn:d", "<urn:p>/<urn:q>", "warning", "No title.\n\"x\"", "Write one."),
                OptionalLong.of(7),
                3);
        var ofRule = new Run.Finding(
                new Violation(
                        "urn:d",
                        "urn:p",
                        "violation",
                        "No title.",
                        "Write one.",
                        new Rule(
                                "dcat-ap", "Dataset.title.MinCount", "Nobody finds it.", "<#d> a \"x\" .", "urn:spec")),
                OptionalLong.empty(),
                1);
        var ended = begun.ended(
                NOW.plusSeconds(5),
                Outcome.HELD,
                new Run.Datasets(4, 3, 2, 1),
                new Run.Triples(9, 8),
                List.of(finding, ofRule, finding),
                "Only 4 came");
        runs.end(ended);

        assertThat(Runs.open(data).get(begun.id())).contains(ended);
        assertThat(Runs.open(data).of("mills", 5)).containsExactly(ended);
    }

    @Test
    void theHistoryHoldsHowOftenRulesWereBrokenAndNoFindings() {
        var runs = Runs.open(data);
        var finding = new Run.Finding(
                new Violation("urn:d", "urn:p", "warning", "No title.", "Write one."), OptionalLong.empty(), 3);
        end(runs, Outcome.REJECTED, List.of());
        end(runs, Outcome.STORED, List.of(finding));
        end(runs, Outcome.UNCHANGED, List.of());
        end(runs, Outcome.HELD, List.of(finding, finding));
        runs.begin("mills", NOW);

        var steps = History.of(runs.each("mills", 9)).steps();

        assertThat(steps)
                .extracting(step -> step.run().outcome().orElseThrow())
                .containsExactly(Outcome.REJECTED, Outcome.STORED, Outcome.UNCHANGED, Outcome.HELD);
        assertThat(steps).allMatch(step -> step.run().violations().isEmpty());
        assertThat(steps)
                .extracting(step -> step.found().map(History.Found::warnings).orElse(-1L))
                .containsExactly(-1L, 3L, 3L, 3L);
    }

    @Test
    void ofTheRunsOfASourceOneIsReadWhenItIsAskedFor() throws IOException {
        var runs = Runs.open(data);
        for (int i = 0; i < 3; i++) end(runs, Outcome.STORED, List.of());
        var each = runs.each("mills", 9).iterator();
        var newest = each.next();
        for (Run later : runs.of("mills", 9))
            if (!later.equals(newest)) Files.delete(data.resolve("runs/mills").resolve(later.id() + ".ttl"));

        assertThat(each.hasNext()).isFalse();
    }

    private static void end(Runs runs, Outcome outcome, List<Run.Finding> findings) {
        runs.end(runs.begin("mills", NOW).run().ended(NOW, outcome, Run.Datasets.NONE, Run.Triples.NONE, findings, ""));
    }

    @Test
    void aRunUnderWayIsKnownToThisProcessOnly() {
        var runs = Runs.open(data);
        var begun = runs.begin("mills", NOW);

        assertThat(runs.begin("mills", NOW).fresh()).isFalse();
        assertThat(runs.get(begun.run().id())).contains(begun.run());
        assertThat(Runs.open(data).of("mills", 5)).isEmpty();
    }

    @Test
    void aRunThatCannotBeWrittenDownIsNotBegun() throws IOException {
        var runs = Runs.open(data);
        Files.writeString(data.resolve("runs"), "in the way");

        assertThatThrownBy(() -> runs.begin("mills", NOW)).isInstanceOf(UncheckedIOException.class);
        assertThat(runs.isUnderWay("mills")).isFalse();
    }

    @Test
    void aRunThatCannotBeReadIsPassedOver() throws IOException {
        var runs = Runs.open(data);
        var older = runs.begin("mills", NOW).run().ended(NOW, Outcome.UNCHANGED, "");
        runs.end(older);
        var broken = runs.begin("mills", NOW).run().ended(NOW, Outcome.UNCHANGED, "");
        runs.end(broken);
        Files.writeString(data.resolve("runs/mills/" + broken.id() + ".ttl"), "<urn:a> <urn:b> \"");

        assertThat(Runs.open(data).of("mills", 5)).containsExactly(older);
        assertThat(Runs.open(data).last("mills")).contains(older);
    }

    @Test
    void aRunThatCannotBeWrittenIsTheNewestAllTheSame() throws IOException {
        var runs = Runs.open(data);
        var ended = runs.begin("mills", NOW).run().ended(NOW, Outcome.STORED, "");
        Files.move(data.resolve("runs/mills"), data.resolve("elsewhere"));
        Files.writeString(data.resolve("runs/mills"), "in the way");

        var told = runs.end(ended);

        assertThat(told.message()).contains("could not be written down");
        assertThat(runs.lastEnded("mills")).contains(told);
        assertThat(runs.isUnderWay("mills")).isFalse();
    }

    @Test
    void ofARuleBrokenManyTimesSomePlacesAreKeptAndTheCount() {
        var noTitle = IntStream.range(0, 250).mapToObj(i -> finding("urn:d" + i, "No title."));
        var noLicence = IntStream.range(0, 3).mapToObj(i -> finding("urn:d" + i, "No licence."));

        var counted = Findings.of(Stream.concat(noTitle, noLicence).toList()).examples();

        assertThat(counted).hasSize(Run.Finding.EXAMPLES + 3);
        assertThat(counted.getFirst().times()).isEqualTo(250);
        assertThat(counted.getLast())
                .isEqualTo(new Run.Finding(counted.getLast().violation(), OptionalLong.empty(), 3));
    }

    private static Run.Finding finding(String dataset, String message) {
        return new Run.Finding(new Violation(dataset, "", "warning", message, ""), OptionalLong.empty(), 1);
    }

    @Test
    void theNewestComeFirstAndTheOldestAreDropped() {
        var runs = Runs.open(data);
        for (int i = 0; i < Runs.KEPT + 3; i++)
            runs.end(runs.begin("mills", NOW).run().ended(NOW, Outcome.UNCHANGED, ""));

        var ids = runs.of("mills", 1000).stream().map(Run::id).toList();

        assertThat(ids).hasSize(Runs.KEPT).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(runs.of("mills", 2)).hasSize(2);
        assertThat(runs.get("../../etc/passwd")).isEmpty();
    }

    @Test
    void aRunIsKeptAsLongAsAKeptOneTellsWhatItFound() {
        var runs = Runs.open(data);
        var found = List.of(finding("urn:d", "No title."));
        var finder = runs.begin("mills", NOW).run();
        runs.keep(finder, Findings.of(found));
        runs.end(finder.ended(NOW, Outcome.STORED, Run.Datasets.NONE, Run.Triples.NONE, found, ""));
        for (int i = 0; i < Runs.KEPT + 3; i++)
            runs.end(runs.begin("mills", NOW)
                    .run()
                    .ended(NOW, Outcome.UNCHANGED, "")
                    .leaving(Run.After.NONE.foundBy(finder.id())));
        end(runs, Outcome.UNREACHABLE, List.of());
        end(runs, Outcome.STORED, List.of(finding("urn:d", "No licence.")));

        assertThat(runs.findings(finder.id())).contains(Findings.of(found));
        assertThat(Runs.open(data).of("mills", Runs.KEPT))
                .filteredOn(run -> run.outcome().equals(Optional.of(Outcome.UNCHANGED)))
                .hasSize(Runs.KEPT - 2)
                .allMatch(run -> run.violations().equals(found));

        for (int i = 0; i < Runs.KEPT - 3; i++) end(runs, Outcome.UNREACHABLE, List.of());
        assertThat(runs.findings(finder.id())).isPresent();
        end(runs, Outcome.UNREACHABLE, List.of());
        assertThat(runs.findings(finder.id())).isEmpty();
        assertThat(runs.of("mills", 1000)).hasSize(Runs.KEPT);
    }

    @Test
    void aRunHasEndedAsItDidWhenAnOlderOneCannotBeDropped() throws IOException {
        var runs = Runs.open(data);
        end(runs, Outcome.STORED, List.of());
        var oldest = runs.of("mills", 1).getFirst().id();
        for (int i = 1; i < Runs.KEPT; i++) end(runs, Outcome.STORED, List.of());
        Files.delete(data.resolve("runs/mills/" + oldest + ".ttl"));
        Files.createDirectories(data.resolve("runs/mills/" + oldest + ".ttl/in the way"));

        var ended = runs.begin("mills", NOW).run().ended(NOW, Outcome.STORED, "");

        assertThat(runs.end(ended)).isEqualTo(ended);
        assertThat(runs.lastEnded("mills")).contains(ended);
        assertThat(runs.isUnderWay("mills")).isFalse();
    }
}
