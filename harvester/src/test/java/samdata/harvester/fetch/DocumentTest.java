package samdata.harvester.fetch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentTest {
    @Test
    void aDocumentTooLargeToBeReadWholeIsRefusedWithWhatCanBeDone() {
        var json = new Document(
                URI.create("https://mills.example/all.json"),
                "application/ld+json",
                Optional.empty(),
                "",
                new Document.Bytes.OnDisk(Path.of("nowhere"), 900_000_000));

        assertThatThrownBy(json::content)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("https://mills.example/all.json is larger than")
                .hasMessageContaining("a 32nd of samdata's memory")
                .hasMessageContaining("as Turtle, N-Triples or RDF/XML it may be larger")
                .hasMessageContaining("SAMDATA_JAVA_OPTS");
    }
}
