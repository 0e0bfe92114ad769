package samdata.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
    @TempDir
    private Path folder;

    @Test
    void nothingWrittenIsTheDefaults() {
        assertThat(Config.read(Map.of(), Map.of("PATH", "/bin"))).isEqualTo(Config.DEFAULTS);
    }

    @Test
    void flagsStandOverTheEnvironmentAndThatOverTheFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("samdata.conf"), "# of ours\nport = 1\nharvest.stall: 5s\nsparql.timeout = 10s\n");

        Config config = Config.read(
                Map.of("config", file.toString(), "port", "3"),
                Map.of("SAMDATA_PORT", "2", "SAMDATA_SPARQL_TIMEOUT", "20s"));

        assertThat(config.port()).isEqualTo(3);
        assertThat(config.sparqlTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.harvest().stall()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void sizesAndSharesAreReadAsPeopleWriteThem() {
        Config config = Config.read(
                Map.of(
                        "harvest.max-bytes", "1GB",
                        "harvest.max-triples", "20M",
                        "harvest.hold-at", "20 %",
                        "allow-address", "127.0.0.0/8, ::1/128",
                        "base-url", "https://data.example.org/"),
                Map.of());

        assertThat(config.harvest()).isEqualTo(Config.DEFAULTS.harvest());
        assertThat(config.allowAddress()).containsExactly("127.0.0.0/8", "::1/128");
        assertThat(config.baseUrl()).hasToString("Optional[https://data.example.org]");
    }

    @Test
    void anUnknownNameStopsTheStartAndTheKnownOnesAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("samdata.conf"), "prot = 1\n");

        assertThatThrownBy(() -> Config.read(Map.of("config", file.toString()), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Unknown setting prot in " + file)
                .hasMessageContaining("sparql.timeout");
        assertThatThrownBy(() -> Config.read(Map.of(), Map.of("SAMDATA_PROT", "1")))
                .hasMessageContaining("Unknown setting SAMDATA_PROT; known are SAMDATA_DATA, SAMDATA_PORT");
    }

    @Test
    void aValueThatCannotBeIsToldWithWhatIsWanted() {
        assertThatThrownBy(() -> Config.read(Map.of("port", "80800"), Map.of()))
                .hasMessage("The setting port is a number from 0 to 65535, not \"80800\"");
        assertThatThrownBy(() -> Config.read(Map.of("harvest.deadline", "soon"), Map.of()))
                .hasMessageContaining("a duration such as");
        assertThatThrownBy(() -> Config.read(Map.of(), Map.of("SAMDATA_HARVEST_MAX_BYTES", "999999999999999T")))
                .isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> Config.read(Map.of("config", "/no/such/file"), Map.of()))
                .hasMessageContaining("there is no such file");
    }
}
