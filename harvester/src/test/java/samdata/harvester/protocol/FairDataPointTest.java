package samdata.harvester.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import samdata.catalog.store.Graphs;
import samdata.harvester.Site;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;

class FairDataPointTest extends ProtocolContract {
    private static final String PREFIXES = """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX fdp-o: <https://w3id.org/fdp/fdp-o#>
            PREFIX ldp: <http://www.w3.org/ns/ldp#>
            """;

    @Override
    protected String protocol() {
        return "dcat";
    }

    @Override
    protected String address() {
        return site.url("/fdp");
    }

    @Override
    protected void publish(int datasets) {
        var ids = IntStream.range(0, datasets).mapToObj(Integer::toString).toList();
        page("/fdp", "<fdp> a fdp-o:FAIRDataPoint ; dct:title \"Mills\" ; fdp-o:metadataCatalog <catalog/1> .");
        page(
                "/catalog/1",
                "<1> a dcat:Catalog ; dcat:dataset "
                        + ids.stream().map("</dataset/%s>"::formatted).collect(Collectors.joining(", "))
                        + " . <1/container> a ldp:DirectContainer ; ldp:membershipResource <1> ; ldp:contains "
                        + ids.stream().map("</dataset/%s>"::formatted).collect(Collectors.joining(", ")) + " .");
        ids.forEach(id -> {
            page(
                    "/dataset/" + id,
                    "<%s> a dcat:Dataset ; dct:title \"Saws %s\" ; dcat:distribution </distribution/%s> ."
                            .formatted(id, id, id));
            page(
                    "/distribution/" + id,
                    "<%s> a dcat:Distribution ; dcat:accessURL <https://mills.example/x> .".formatted(id));
        });
    }

    private void page(String path, String body) {
        site.page(path, "text/turtle", PREFIXES + body);
    }

    @Test
    void everyDocumentIsReadOnceThoughSeveralNameIt() {
        publish(2);

        house.run("company");

        assertThat(site.asked())
                .containsExactlyInAnyOrder(
                        "/robots.txt",
                        "/fdp",
                        "/catalog/1",
                        "/dataset/0",
                        "/dataset/1",
                        "/distribution/0",
                        "/distribution/1");
    }

    @Test
    void whatIsGoneGoesAndIsReportedButWhatFailsRejectsTheWhole() {
        publish(7);
        house.run("company");
        site.page("/dataset/3", Site.text(410, "text/plain", "gone"));
        var gone = house.run("company");
        site.page("/dataset/4", Site.text(500, "text/plain", "oops"));
        var failing = house.run("company");
        site.page("/dataset/4", "text/html", "<!doctype html><html>Log in</html>");
        var html = house.run("company");

        assertThat(gone.datasets()).isEqualTo(new Run.Datasets(6, 0, 0, 1));
        assertThat(gone.violations())
                .anyMatch(finding -> finding.violation().message().contains("not there"));
        assertThat(failing.outcome()).contains(Outcome.REJECTED);
        assertThat(html.outcome()).contains(Outcome.REJECTED);
        assertThat(house.catalog.datasets("company")).hasSize(6);
    }

    @Test
    void containersThatNameEachOtherComeToAnEnd() {
        page("/fdp", "<fdp> a ldp:Container ; ldp:contains <a> , <fdp> .");
        page("/a", "<a> a ldp:Container ; ldp:contains <fdp> , <b> .");
        page("/b", "<b> a dcat:Dataset ; dct:title \"Saws\" .");

        assertThat(house.run("company").datasets().added()).isEqualTo(1);
    }

    @Test
    void otherHostsAreNotAskedAndThatIsSaid() {
        page(
                "/fdp",
                "<fdp> a ldp:Container ; ldp:contains <http://127.0.0.2:1/catalog> , <http://169.254.169.254/x> .");

        var run = house.run("company");

        assertThat(run.violations())
                .filteredOn(finding -> finding.violation().message().contains("another host"))
                .hasSize(2);
    }

    @Test
    void anOrdinaryCatalogueIsNotFollowed() {
        page("/fdp", "<fdp> a dcat:Catalog ; dcat:dataset <dataset/1> . <x> a dcat:Dataset ; dct:title \"Saws\" .");

        assertThat(house.run("company").datasets().added()).isEqualTo(1);
        assertThat(site.asked()).containsExactly("/robots.txt", "/fdp");
    }

    @Test
    void theFairDataPointOfTheCorporaIsReadWhole() throws IOException {
        var corpora = System.getenv("SAMDATA_CORPORA");
        Assumptions.assumeTrue(corpora != null, "SAMDATA_CORPORA names no folder of catalogues");
        var folder = Path.of(corpora, "catalogues", "fdp", "docs", "rdf-examples");
        // what its addresses are, as the links between them say
        var disgenet = "/fdp/textmining/gene-disease-association_disgenet";
        var files = List.of(
                List.of("/fdp", "dtl-fdp"),
                List.of("/fdp/comparativeGenomics", "comparative-genomics-catalog"),
                List.of("/fdp/transcriptomics", "transcriptomics-catalog"),
                List.of("/fdp/transcriptomics/fantom5", "fantom5"),
                List.of("/fdp/transcriptomics/fantom5/sparqlEndpoint", "fantom5-sparql"),
                List.of("/fdp/transcriptomics/fantom5/textfile-gzip", "fantom5-textfile"),
                List.of("/fdp/transcriptomics/fantom5/html", "fantom5-html"),
                List.of(disgenet, "disgenet"),
                List.of(disgenet + "/nanopubs-gzip", "disgenet-nanopubs-gzip"),
                List.of(disgenet + "/textfile-gzip", "disgenet-textfile-gzip"),
                List.of(disgenet + "/html", "disgenet-html-page"));
        for (var file : files) {
            var text = Files.readString(folder.resolve(file.getLast() + ".ttl"));
            site.page(file.getFirst(), "text/turtle", text.replace("http://www.dtls.nl", site.url("")));
        }
        // the catalogue of text mining is not in the corpora; this one names its dataset
        page(
                "/fdp/textmining",
                "<textmining> a dcat:Catalog ; dcat:dataset <textmining/gene-disease-association_disgenet> .");

        var run = house.run("company");
        var generation = house.catalog.generation();

        assertThat(run.message()).isEmpty();
        assertThat(run.datasets().added()).isEqualTo(2);
        // the 11 files as counted one by one, and the two statements of our own
        assertThat(house.catalog.<Long>read(
                        store -> Iter.count(store.find(Graphs.stated("company"), Node.ANY, Node.ANY, Node.ANY))))
                .isEqualTo(18 + 11 + 11 + 24 + 12 + 10 + 10 + 20 + 10 + 10 + 10 + 2);
        assertThat(run.violations())
                .anyMatch(finding -> finding.violation().message().contains("not there"));
        assertThat(house.run("company").outcome()).contains(Outcome.UNCHANGED);
        assertThat(house.catalog.generation()).isEqualTo(generation);
    }
}
