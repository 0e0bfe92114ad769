package samdata.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.harvester.run.Progress;
import samdata.harvester.source.Source;
import samdata.web.RunningServer;

class RunPageTest {
    private static final String BEFORE = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
            @prefix vcard: <http://www.w3.org/2006/vcard/ns#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            <http://a.example/kept> a dcat:Dataset ; dct:title "Kept" ; dct:publisher <http://a.example/us> .
            <http://a.example/free> a dcat:Dataset ; dct:title "Free" ;
                dct:license <https://creativecommons.org/licenses/by/4.0/> ; dcat:landingPage <http://a.example/1/> .
            <http://a.example/gone> a dcat:Dataset ; dct:title "Gone" .
            <http://a.example/moved> a dcat:Dataset ; dct:title "Old title" ; dct:publisher <http://a.example/us> ;
                dcat:contactPoint [ vcard:fn "Help desk" ; vcard:hasEmail <mailto:old@a.example> ] ;
                dcat:distribution <http://a.example/file> .
            <http://a.example/file> a dcat:Distribution ; dct:title "File" ; dcat:accessURL <http://a.example/1.csv> .
            <http://a.example/us> foaf:name "Us" .
            <http://a.example/them> foaf:name "Them" .
            """;
    private static final String AFTER = BEFORE.replace("Old title", "New title")
            .replace("mailto:old@", "mailto:new@")
            .replace("1.csv", "2.csv")
            .replace("licenses/by/4.0/", "licenses/by-sa/4.0/")
            .replace("a.example/1/", "a.example/2/")
            .replace("foaf:name \"Us\"", "foaf:name \"Us Ltd\"")
            .replace("example/them>", "example/new>")
            .replace("\"Them\"", "\"New\"")
            .replace("example/gone>", "example/come>")
            .replace("\"Gone\"", "\"Come\"");

    @Test
    void aRunShowsExactlyWhatItChanged(@TempDir Path folder) throws Exception {
        AtomicReference<String> catalog = new AtomicReference<>(BEFORE);
        HttpServer company = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        company.createContext("/", exchange -> {
            byte[] body = String.valueOf(catalog.get()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/turtle");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        company.start();
        try (RunningServer samdata = RunningServer.over(folder)) {
            String url = "http://127.0.0.1:" + company.getAddress().getPort() + "/c.ttl";
            samdata.harvests().register(Source.of("acme", url, "dcat", null, "never", null));
            samdata.harvests().run("acme", Progress.NONE);
            catalog.set(AFTER);
            var run = samdata.harvests().run("acme", Progress.NONE);
            var page = Jsoup.parse(samdata.get("/runs/" + run.id(), "Accept", "text/html", "Accept-Language", "en")
                    .body());

            assertThat(run.after().generation()).isPresent();
            assertThat(run.after().points()).isPresent();
            assertThat(page.select("article.change > h3").eachText())
                    .containsExactly(
                            "Removed Gone",
                            "Changed Free",
                            "Changed New title",
                            "Added Come",
                            "Described beside the datasets");
            assertThat(page.select(".changed tbody tr").eachText())
                    .containsExactlyInAnyOrder(
                            "Licence Creative Commons Attribution 4.0 Creative Commons Attribution-ShareAlike 4.0",
                            "Landing page http://a.example/1/ http://a.example/2/",
                            "Title Old title New title",
                            "Contact › Has Email mailto:old@a.example mailto:new@a.example",
                            "Access address http://a.example/1.csv http://a.example/2.csv");
            assertThat(page.select(".changed h4").eachText()).containsExactly("File Changed");
            assertThat(page.select("article:last-of-type tbody tr").eachText())
                    .containsExactly("Name – New", "Name Them –", "Name Us Us Ltd");
            assertThat(page.select("article:last-of-type h4 .quiet").eachText())
                    .containsExactly("Added", "Removed", "Changed");
            assertThat(samdata.get("/sources/acme", "Accept", "text/html").body())
                    .contains("href=\"/runs/" + run.id() + "\"");
            var source = Jsoup.parse(samdata.get("/sources/acme", "Accept", "text/html", "Accept-Language", "en")
                    .body());
            assertThat(source.select("header.page .lastrun .outcome").eachText())
                    .containsExactly("Stored");
            assertThat(source.select("header.page .lastrun a").eachAttr("href")).containsExactly("/runs/" + run.id());
            assertThat(source.select(".chart figcaption").eachText())
                    .hasSize(3)
                    .element(1)
                    .isEqualTo("Datasets 4");
            assertThat(source.select(".chart").get(0).select("circle")).hasSize(2);
            assertThat(source.select(".chart polyline").eachAttr("points"))
                    .allMatch(points -> points.matches("5\\.0,[\\d.]+ 295\\.0,[\\d.]+"));
            assertThat(source.select("details.table tbody tr")).hasSize(2);
            assertThat(source.select("[style], style, svg script")).isEmpty();
            var changes = new ObjectMapper()
                    .readTree(samdata.get("/api/runs/" + run.id() + "/changes").body());
            assertThat(changes.path("total").asInt()).isEqualTo(4);
            assertThat(changes.path("whole").asBoolean()).isTrue();
            assertThat(changes.path("datasets").findValuesAsText("title"))
                    .containsExactly("Gone", "Free", "New title", "Come");
            assertThat(changes.at("/datasets/2/parts/0/properties").findValuesAsText("value"))
                    .contains("Old title", "New title", "mailto:old@a.example", "mailto:new@a.example");
            assertThat(changes.at("/others/2/properties/0/is/0/value").asText()).isEqualTo("Us Ltd");
            assertThat(changes.path("others").findValuesAsText("change"))
                    .containsExactly("added", "removed", "changed");
            assertThat(samdata.get("/api/runs/" + run.id() + "/changes?size=1&page=4")
                            .body())
                    .contains("Come")
                    .doesNotContain("Us Ltd");
            assertThat(samdata.get("/api/runs/none/changes").statusCode()).isEqualTo(404);
            assertThat(samdata.get("/runs/none", "Accept", "text/html").statusCode())
                    .isEqualTo(404);
        } finally {
            company.stop(0);
        }
    }

    @Test
    void aRunThatWasStoppedStandsAtTheTopOfItsSourceAndDoesNotSayHowLongItTook(@TempDir Path folder) throws Exception {
        String id = "20261123T100000000Z-acme";
        try (RunningServer samdata = RunningServer.over(folder)) {
            samdata.harvests().register(Source.of("acme", "http://127.0.0.1:1/c.ttl", "dcat", null, "never", null));
        }
        Path runs = Files.createDirectories(folder.resolve("runs").resolve("acme"));
        Files.createFile(runs.resolve(id + ".begun"));

        try (RunningServer samdata = RunningServer.over(folder)) {
            for (String[] language : new String[][] {{"en", "Failed", "unknown"}, {"sv", "Misslyckad", "okänt"}}) {
                var source = Jsoup.parse(samdata.get("/sources/acme?lang=" + language[0], "Accept", "text/html")
                        .body());
                var run = Jsoup.parse(samdata.get("/runs/" + id + "?lang=" + language[0], "Accept", "text/html")
                        .body());

                assertThat(source.select("header.page .lastrun .outcome").eachText())
                        .containsExactly(language[1]);
                assertThat(source.select("header.page .lastrun time").eachAttr("datetime"))
                        .containsExactly("2026-11-23T10:00:00Z");
                assertThat(source.select("header.page .notice-inline").text()).contains("Nothing of it was stored");
                assertThat(source.select("section > .scroll td:nth-child(3)").eachText())
                        .containsExactly(language[2]);
                assertThat(run.select("header.page .outcome + .quiet")).isEmpty();
            }
        }
    }
}
