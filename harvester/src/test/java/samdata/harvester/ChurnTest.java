package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.harvester.fetch.FetchSettings;
import samdata.harvester.run.Outcome;

/** One large source, harvested over HTTP again and again: the disk must not fill with what it said before. */
class ChurnTest {
    private static final boolean LONG = Boolean.getBoolean("samdata.long");
    private static final int HARVESTS = LONG ? 200 : 20;
    /** Of what says the same again. */
    private static final int EQUAL_HARVESTS = LONG ? 200 : 4;
    /** 50,000 statements; fewer when it should be quick. */
    private static final int DATASETS = LONG ? 5_000 : 1_000;

    private static final FetchSettings SETTINGS = new FetchSettings(
            Duration.ofMinutes(5), Duration.ofSeconds(30), 100_000_000, 100_000_000, 200, 1_000_000, 50, 200, 5, 20);

    @TempDir
    Path data;

    private Site site;
    private House house;

    @BeforeEach
    void open() {
        site = new Site();
        house = new House(data, SETTINGS).register("mill", site.url("/"), "dcat");
        publish(0, "b");
        assertThat(house.run("mill").outcome()).contains(Outcome.STORED);
    }

    @AfterEach
    void close() {
        house.close();
        site.close();
    }

    @Test
    void equalDataWritesNotOneByte() throws IOException {
        Map<String, String> before = stored();

        for (int harvest = 1; harvest <= EQUAL_HARVESTS; harvest++) {
            publish(0, "b");
            assertThat(house.run("mill").outcome()).contains(Outcome.UNCHANGED);
        }

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void equalDataWithBlankNodesRenamedWritesNotOneByte() throws IOException {
        Map<String, String> before = stored();

        for (int harvest = 1; harvest <= EQUAL_HARVESTS; harvest++) {
            publish(0, "renamed" + harvest + "x");
            assertThat(house.run("mill").outcome()).contains(Outcome.UNCHANGED);
        }

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void aSourceThatChangesAHundredthEachTimeStaysBelowThreeTimesWhatItNeeds() throws Exception {
        house.catalog.compact(); // from here on it compacts itself, which houses else do not
        long most = 0;
        for (int harvest = 1; harvest <= HARVESTS; harvest++) {
            publish(harvest, "b");
            assertThat(house.run("mill").outcome()).contains(Outcome.STORED);
            most = Math.max(most, onDisk());
        }
        long end = onDisk();
        house.catalog.compact();
        long compacted = onDisk();
        System.out.println("churn: " + HARVESTS + " harvests of " + DATASETS * 10 + " statements, a hundredth changed: "
                + end / 1000 + " MB, at most " + most / 1000 + " MB, compacted " + compacted / 1000 + " MB");

        assertThat(house.catalog.inconsistencies()).isEmpty();
        assertThat(end).isLessThanOrEqualTo(3 * Math.max(compacted, SMALLEST));
    }

    /** A store of so many kilobytes is left alone. */
    private static final long SMALLEST = 16_000;

    /** @param version of every hundredth dataset; the others stay as they are */
    private void publish(int version, String blankNodes) {
        StringBuilder turtle = new StringBuilder("""
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                """);
        for (int i = 0; i < DATASETS; i++)
            turtle.append("""
                    <https://e.org/d/%1$d> a dcat:Dataset ; dct:title "Dataset %1$d"@en , "Mängd %1$d"@sv ; dct:description "Said in %2$d of %1$d"@en ;
                        dct:identifier "%1$d" ; dcat:keyword "k%3$d" ; dcat:distribution _:%4$s%1$d .
                    _:%4$s%1$d a dcat:Distribution ; dcat:accessURL <https://e.org/d/%1$d.csv> ; dct:format "csv" .
                    """.formatted(i, i % 100 == version % 100 ? version : 0, i % 50, blankNodes));
        byte[] body = turtle.toString().getBytes(StandardCharsets.UTF_8);
        site.page("/", exchange -> Site.send(exchange, 200, "text/turtle", body));
    }

    /** Every file of store, log and index with its time and length. */
    private Map<String, String> stored() throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (String part : new String[] {"store", "changes", "index"}) {
            try (Stream<Path> files = Files.walk(data.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList())
                    all.put(
                            file.toString(),
                            Files.getLastModifiedTime(file) + " "
                                    + file.toFile().length());
            }
        }
        return all;
    }

    /** Kilobytes that the store takes, holes in files not counted. */
    private long onDisk() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("du", "-sk", data.resolve("store").toString()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Long.parseLong(said.split("\\s", 2)[0]);
    }
}
