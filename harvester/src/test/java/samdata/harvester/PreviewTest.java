package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.Knowledge;
import samdata.harvester.fetch.AddressRule;
import samdata.harvester.fetch.FetchSettings;
import samdata.harvester.fetch.Fetcher;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Progress;
import samdata.harvester.source.Source;

class PreviewTest {
    private static final String DCAT = "http://www.w3.org/ns/dcat#";

    @TempDir
    Path folder;

    @Test
    void whatManyDatasetsShareIsJudgedWithinTheDeadline() throws IOException {
        var deadline = Duration.ofSeconds(10);
        String datasets = IntStream.range(0, 3_000)
                .mapToObj(i -> "<urn:d:%d> a <%sDataset> ; <%sdistribution> <urn:p> .".formatted(i, DCAT, DCAT))
                .collect(Collectors.joining("\n"));
        String literals = IntStream.range(0, 30_000)
                .mapToObj(i -> "<urn:p> <urn:says> \"%d\" .".formatted(i))
                .collect(Collectors.joining("\n"));

        var begun = System.nanoTime();
        var seen = seen(datasets + "\n" + literals, deadline);

        assertThat(seen.run().outcome()).hasValue(Outcome.REJECTED);
        assertThat(seen.run().message()).contains("harvest.deadline");
        assertThat(seen.appraisal().count()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(deadline.multipliedBy(2));
    }

    @Test
    void whatIsNestedDeepIsAnOutcome() throws IOException {
        String nested = IntStream.range(0, 50_000)
                .mapToObj(i -> "_:b%d <urn:p> _:b%d .".formatted(i, i + 1))
                .collect(Collectors.joining("\n"));

        var seen = seen("<urn:d> a <%sDataset> ; <urn:p> _:b0 .\n".formatted(DCAT) + nested, Duration.ofMinutes(1));

        assertThat(seen.run().outcome()).hasValue(Outcome.STORED);
        assertThat(seen.appraisal().count()).isEqualTo(1);
    }

    private Preview.Seen seen(String turtle, Duration deadline) throws IOException {
        Path file = Files.writeString(folder.resolve("a.ttl"), turtle);
        var ours = FetchSettings.DEFAULTS;
        var settings = new FetchSettings(
                deadline,
                ours.stall(),
                ours.maxBytes(),
                ours.maxInflated(),
                ours.maxRatio(),
                ours.maxTriples(),
                ours.maxPages(),
                ours.maxDepth(),
                ours.maxRedirects(),
                ours.holdAt());
        try (var fetcher = new Fetcher(settings, AddressRule.allowing(List.of()), "test")) {
            return new Preview(Knowledge.load(), fetcher)
                    .of(
                            Source.onDisk(Preview.ID, file, null, "never", null),
                            new Preview.Telling("en", 5),
                            Progress.NONE);
        }
    }
}
