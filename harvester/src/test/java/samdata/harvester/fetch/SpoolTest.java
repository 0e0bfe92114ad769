package samdata.harvester.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.harvester.House;
import samdata.harvester.Site;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Progress;

class SpoolTest {
    private static final byte[] LARGE = "# a comment\n".repeat(500_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    private final Site site = new Site().page("/large", exchange -> Site.send(exchange, 200, "text/turtle", LARGE));

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aLargeDocumentWaitsInAFileUntilTheVisitEnds() throws IOException, Refusal {
        try (var fetcher = fetcher()) {
            try (var visit = fetcher.visit(Progress.NONE)) {
                var document = visit.get(URI.create(site.url("/large")), "text/turtle");

                assertThat(waiting()).hasSize(1);
                assertThat(document.bytes().size()).isEqualTo(LARGE.length);
                try (var in = document.open()) {
                    assertThat(in.readAllBytes()).isEqualTo(LARGE);
                }
            }
            assertThat(waiting()).isEmpty();
        }
    }

    @Test
    void ofOneThatBreaksOffNothingStays() throws IOException {
        site.page("/broken", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/turtle");
            exchange.sendResponseHeaders(200, LARGE.length + 1L);
            exchange.getResponseBody().write(LARGE);
        });
        try (var fetcher = fetcher()) {
            try (var visit = fetcher.visit(Progress.NONE)) {
                assertThatThrownBy(() -> visit.get(URI.create(site.url("/broken")), "text/turtle"))
                        .hasMessageContaining("broke off");
            }
            assertThat(waiting()).isEmpty();
        }
    }

    @Test
    void whatAKilledProcessLeftIsGoneAtTheNextStart() throws IOException {
        Files.createDirectories(data.resolve("tmp"));
        Files.writeString(data.resolve("tmp/1234.fetched"), "left");

        fetcher().close();

        assertThat(waiting()).isEmpty();
    }

    /** It is our disk that is at fault, not the company. */
    @Test
    void aFolderThatCannotBeWrittenToIsOurOwnFault() throws IOException {
        try (var house = new House(data)) {
            house.register("company", site.url("/large"), "dcat");
            Files.delete(data.resolve("tmp"));

            assertThat(house.run("company").outcome()).hasValue(Outcome.FAILED);
        }
    }

    private Fetcher fetcher() {
        return new Fetcher(House.SETTINGS, AddressRule.allowing(List.of("127.0.0.1/32")), "test", data);
    }

    private List<Path> waiting() throws IOException {
        var folder = data.resolve("tmp");
        if (Files.notExists(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
