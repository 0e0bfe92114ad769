package samdata.harvester.croissant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import samdata.catalog.store.Graphs;
import samdata.harvester.House;
import samdata.harvester.Site;
import samdata.vocab.Sam;

/** The examples of the Croissant standard, of which a few name tasks among their keywords. */
class CroissantTasksTest {
    private static final String FOLDER = "SAMDATA_CORPORA";

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({
        "1.0/credit-g, credit-scoring",
        "1.0/huggingface-rag-dataset, question-answering sentence-similarity text-retrieval",
        "1.1/huggingface-squad_v2, extractive-qa open-domain-qa question-answering",
        "1.0/titanic, ''",
        "1.1/image_test, ''"
    })
    void theTasksAmongItsKeywordsAreItsTasks(String example, String tasks) throws IOException {
        var corpora = System.getenv(FOLDER);
        Assumptions.assumeTrue(corpora != null, FOLDER + " names no folder of catalogues");
        var body = Files.readAllBytes(Path.of(corpora, "standards", "croissant", "datasets", example, "metadata.json"));
        try (var site = new Site();
                var house = new House(data)) {
            site.page("/metadata.json", exchange -> Site.send(exchange, 200, "application/ld+json", body));
            house.register("croissant", site.url("/metadata.json"), "sitemap");

            var run = house.run("croissant");

            assertThat(run.message()).isEmpty();
            List<String> found = house.catalog.read(store -> store.getGraph(Graphs.recognised("croissant"))
                    .find(Node.ANY, Sam.declaredTask, Node.ANY)
                    .mapWith(triple -> triple.getObject().getURI())
                    .mapWith(iri -> iri.substring(iri.lastIndexOf('/') + 1))
                    .toList());
            assertThat(String.join(" ", new TreeSet<>(found))).isEqualTo(tasks);
        }
    }
}
