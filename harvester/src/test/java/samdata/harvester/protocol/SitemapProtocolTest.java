package samdata.harvester.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import samdata.catalog.store.Graphs;
import samdata.harvester.Site;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;

class SitemapProtocolTest extends ProtocolContract {
    @Override
    protected String protocol() {
        return "sitemap";
    }

    @Override
    protected String address() {
        return site.url("/sitemap.xml");
    }

    @Override
    protected void publish(int datasets) {
        var pages = IntStream.range(0, datasets).mapToObj(i -> "/d/" + i).toList();
        site.page("/sitemap.xml", "application/xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">%s</urlset>
                """.formatted(pages.stream()
                .map(page -> "<url><loc>" + site.url(page) + "</loc></url>")
                .collect(Collectors.joining())));
        pages.forEach(page ->
                site.page(page, "text/html; charset=utf-8", html("""
                {"@context": "https://schema.org/", "@type": "Dataset", "@id": "%s", "name": "Blades", "url": "%s",
                 "distribution": {"@type": "DataDownload", "contentUrl": "https://mills.example/x.csv"}}
                """.formatted(site.url(page), site.url(page)))));
    }

    private static String html(String jsonLd) {
        return "<!doctype html><html><head><script type=\"application/ld+json\">" + jsonLd
                + "</script></head><body>Blades</body></html>";
    }

    @Test
    void croissantIsStatedAsItIsAndRecognisedAsDcat() {
        house.register("single", site.url("/one"), "sitemap");
        site.page("/one", "text/html", html("""
                {"@context": {"@vocab": "https://schema.org/", "sc": "https://schema.org/", "cr": "http://mlcommons.org/croissant/",
                   "dct": "http://purl.org/dc/terms/", "conformsTo": "dct:conformsTo", "recordSet": "cr:recordSet", "field": "cr:field",
                   "source": "cr:source", "fileObject": "cr:fileObject", "isLiveDataset": "cr:isLiveDataset"},
                 "@type": "sc:Dataset", "@id": "https://mills.example/d", "name": "Blades", "description": "Saws",
                 "conformsTo": "http://mlcommons.org/croissant/1.0", "license": "https://creativecommons.org/licenses/by/4.0/",
                 "url": "https://mills.example/d", "keywords": "saw, blade", "inLanguage": "sv", "datePublished": "2026-02-03",
                 "version": "1.2.0", "isLiveDataset": false, "creator": {"@type": "Person", "name": "Ada"},
                 "publisher": {"@type": "Organization", "@id": "https://mills.example/", "name": "Mills"},
                 "distribution": [{"@type": "cr:FileObject", "@id": "https://mills.example/f", "contentUrl": "https://mills.example/x.csv",
                   "encodingFormat": "text/csv", "sha256": "abc", "contentSize": "12 kB"}],
                 "recordSet": [{"@type": "cr:RecordSet", "@id": "rs", "field": [{"@type": "cr:Field", "@id": "rs/label",
                   "name": "label", "source": {"fileObject": {"@id": "https://mills.example/f"}}}]}]}
                """));

        var run = house.run("single");

        var stated = graph(Graphs.stated("single"));
        var recognised = graph(Graphs.recognised("single"));
        var dataset = NodeFactory.createURI("https://mills.example/d");
        var file = NodeFactory.createURI("https://mills.example/f");
        assertThat(run.message()).isEmpty();
        assertThat(run.datasets().added()).isEqualTo(1);
        assertThat(stated.contains(dataset, Terms.of("http://mlcommons.org/croissant/", "isLiveDataset"), Node.ANY))
                .isTrue();
        assertThat(stated.contains(Node.ANY, DCTerms.title.asNode(), Node.ANY)).isFalse();
        assertThat(recognised.contains(dataset, DCTerms.title.asNode(), Values.text("Blades")))
                .isTrue();
        assertThat(recognised.contains(dataset, DCAT.keyword.asNode(), Values.text("blade")))
                .isTrue();
        assertThat(recognised.contains(dataset, DCTerms.issued.asNode(), Values.date("2026-02-03")))
                .isTrue();
        assertThat(recognised.contains(
                        dataset, DCTerms.license.asNode(), Terms.of("https://w3id.org/samdata/licence/", "CC-BY-4.0")))
                .isTrue();
        assertThat(recognised.contains(
                        NodeFactory.createURI("https://mills.example/"), FOAF.name.asNode(), Values.text("Mills")))
                .isTrue();
        assertThat(recognised.contains(dataset, DCAT.distribution.asNode(), file))
                .isTrue();
        assertThat(recognised.contains(file, DCAT.byteSize.asNode(), Values.count(12_000)))
                .isTrue();
        assertThat(recognised.contains(
                        file, DCAT.downloadURL.asNode(), NodeFactory.createURI("https://mills.example/x.csv")))
                .isTrue();
        assertThat(recognised.contains(Node.ANY, Terms.of(Terms.SPDX, "checksumValue"), Values.text("abc")))
                .isTrue();
        assertThat(recognised.contains(file, Terms.of(Terms.IT6, "hasFeature"), Node.ANY))
                .isTrue();
    }

    @Test
    void jsonThatIsBuiltAsNoJsonLdIsRejected() {
        house.register("odd", site.url("/odd"), "sitemap");
        site.page("/odd", "text/html", html("{\"@graph\": null}"));

        var run = house.run("odd");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("is not readable JSON-LD").doesNotContain("Exception");
    }

    @Test
    void anIndexOfSitemapsIsFollowed() {
        publish(7);
        house.register("index", site.url("/index.xml"), "sitemap");
        site.page("/index.xml", "application/xml", """
                <?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>%s</loc></sitemap></sitemapindex>""".formatted(site.url("/sitemap.xml")));

        assertThat(house.run("index").datasets().seen()).isEqualTo(7);
    }

    @Test
    void aPageThatIsGoneGoesAndIsReportedButOneThatFailsRejectsTheWhole() {
        publish(7);
        house.run("company");
        site.page("/d/3", Site.text(404, "text/html", "gone"));
        var gone = house.run("company");
        site.page("/d/4", Site.text(500, "text/html", "oops"));
        var failing = house.run("company");

        assertThat(gone.datasets()).isEqualTo(new Run.Datasets(6, 0, 0, 1));
        assertThat(gone.violations().getFirst().violation().message()).contains("not there");
        assertThat(failing.outcome()).contains(Outcome.REJECTED);
        assertThat(house.catalog.datasets("company")).hasSize(6);
    }

    private Graph graph(Node name) {
        return house.catalog.read(dataset -> {
            var copy = GraphFactory.createDefaultGraph();
            dataset.getGraph(name).find().forEachRemaining(copy::add);
            return copy;
        });
    }
}
