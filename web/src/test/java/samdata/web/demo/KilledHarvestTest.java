package samdata.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import samdata.catalog.Catalog;
import samdata.harvester.source.Source;
import samdata.harvester.source.Sources;

/** A real process, killed as {@code kill -9} does, while it harvests. */
class KilledHarvestTest {
    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {"nordsikt: reading", "nordsikt: checking", "nordsikt: storing", "talverket: storing", "stored"})
    void aProcessKilledInTheMiddleOfAHarvestLeavesAWholeCatalogue(String moment) throws Exception {
        try (Companies companies = Companies.startAnywhere()) {
            Sources sources = Sources.open(data);
            for (Company company : companies.list())
                sources.add(Source.of(company.id(), company.url().toString(), company.protocol(), null, "never", null));

            killAt(moment);

            try (Catalog catalog = Catalog.open(data)) {
                assertThat(catalog.inconsistencies()).isEmpty();
                for (Company company : companies.list())
                    assertThat(catalog.datasets(company.id()).size())
                            .isIn(0, new Parts(company.graph()).datasets().size());
            }
        }
    }

    private void killAt(String moment) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("samdata", ".err");
        Process process =
                new ProcessBuilder(harvest()).redirectError(errors.toFile()).start();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.contains(moment)) line = lines.readLine();
            assertThat(line).as(Files.readString(errors)).isNotNull();
        } finally {
            process.destroyForcibly().waitFor();
            Files.delete(errors);
        }
    }

    private List<String> harvest() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dtdb:store.enableInlineLiterals=false");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "samdata.web.Main", "harvest"));
        command.addAll(List.of("--data", data.toString(), "--allow-address", "127.0.0.0/8"));
        return command;
    }
}
