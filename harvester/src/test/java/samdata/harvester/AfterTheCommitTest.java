package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import samdata.catalog.search.Search;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Progress;
import samdata.harvester.run.Run;

/** What is stored is stored, whatever goes wrong afterwards. */
class AfterTheCommitTest extends OneCompany {
    @Test
    void aRunWhoseIndexCannotBeWrittenHasStoredAndSaysSo() throws IOException {
        publish(2);
        house.run("company");
        publish(3);
        Files.move(data.resolve("index"), data.resolve("index-elsewhere"));
        Files.writeString(data.resolve("index"), "in the way");

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.STORED);
        assertThat(run.datasets()).isEqualTo(new Run.Datasets(3, 1, 0, 0));
        assertThat(run.message()).contains("search index").contains("catches up");
        assertThat(house.catalog.datasets("company")).hasSize(3);
        assertThat(house.catalog.isCurrent()).isFalse();
        Files.delete(data.resolve("index"));
        Files.move(data.resolve("index-elsewhere"), data.resolve("index"));
        house.catalog.catchUp();
        assertThat(house.catalog
                        .search(new Search("", Map.of(), 1, 9, Search.Sort.TITLE, "en"))
                        .total())
                .isEqualTo(3);
        assertThat(house.catalog.inconsistencies()).isEmpty();
        assertThat(house.run("company").message()).isEmpty();
    }

    @Test
    void aRunWhoseNotesCannotBeWrittenHasStoredAndSaysSo() throws IOException {
        publish(2);
        Files.writeString(data.resolve("fetch"), "in the way");

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.STORED);
        assertThat(run.datasets()).isEqualTo(new Run.Datasets(2, 2, 0, 0));
        assertThat(run.message()).contains("read again next time");
        Files.delete(data.resolve("fetch"));
        assertThat(house.run("company").message()).isEmpty();
    }

    /** Else a process that is killed before it notes what it stored takes the former content for it when that comes back. */
    @Test
    void theNoteOfTheFormerContentIsGoneBeforeAnotherIsStored() {
        var note = data.resolve("fetch/company.json");
        publish(2);
        house.run("company");
        assertThat(note).exists();
        publish(3);
        var noted = new ArrayList<Boolean>();

        house.harvests.run("company", (phase, done, of) -> {
            if (phase == Progress.Phase.STORING) noted.add(Files.exists(note));
        });

        assertThat(noted).containsExactly(false);
        assertThat(note).exists();
    }

    @Test
    void aRunWhoseReportCannotBeWrittenIsToldAsLongAsTheProcessLives() {
        publish(2);
        house.run("company");
        var body = turtle(3);
        site.page("/c.ttl", exchange -> {
            Files.move(data.resolve("runs/company"), data.resolve("runs-elsewhere"));
            Files.writeString(data.resolve("runs/company"), "in the way");
            Site.text(200, "text/turtle", body).to(exchange);
        });

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.STORED);
        assertThat(run.datasets().added()).isEqualTo(1);
        assertThat(run.message()).contains("could not be written down");
        assertThat(house.runs.get(run.id())).contains(run);
        assertThat(house.runs.of("company", 9)).contains(run);
    }

    @Test
    void anUnchangedRunIsNoFailureWhenThatCannotBeNoted() throws IOException {
        publish(2);
        house.run("company");
        var remembered = data.resolve("fetch/company.json");
        site.page("/c.ttl", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"other\"");
            Files.delete(remembered);
            Files.createDirectories(remembered.resolve("in the way"));
            Site.text(200, "text/turtle", turtle(2)).to(exchange);
        });

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.UNCHANGED);
        assertThat(run.message()).contains("could not be noted");
    }

    private void publish(int datasets) {
        site.page("/c.ttl", "text/turtle", turtle(datasets));
    }

    private static String turtle(int datasets) {
        return IntStream.range(0, datasets)
                .mapToObj("<urn:d%1$d> a <http://www.w3.org/ns/dcat#Dataset> .\n"::formatted)
                .collect(Collectors.joining());
    }
}
