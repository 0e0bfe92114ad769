package samdata.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.licence.Licences;
import samdata.catalog.licence.Use;
import samdata.web.RunningServer;

@NullUnmarked
class LicencePagesTest {
    private static final String NORTH = """
            @prefix sam: <https://w3id.org/samdata/ns#> .
            <http://north.example/shared> a dcat:Dataset ; dct:title "Shared roads"@en ; dct:creator [ foaf:name "North" ] ;
              dct:license <https://creativecommons.org/licenses/by-sa/4.0/> .
            <http://north.example/odbl> a dcat:Dataset ; dct:title "Open map"@en ;
              dct:license <https://opendatacommons.org/licenses/odbl/1-0/> .
            <http://north.example/silent> a dcat:Dataset ; dct:title "Silent roads"@en .
            <http://north.example/strange> a dcat:Dataset ; dct:title "Strange roads"@en ; dct:license "do <i>what</i> you want" .
            <http://north.example/parts> a dcat:Dataset ; dct:title "Roads in parts"@en ;
              sam:licenceStatement <http://north.example/parts#1> , <http://north.example/parts#2> , <http://north.example/parts#3> .
            <http://north.example/parts#1> sam:component "images" ; sam:statedLicence "CC-BY-4.0" ; sam:statedBy "The paper" .
            <http://north.example/parts#2> sam:component "images" ; sam:statedLicence "CC-BY-NC-4.0" ; sam:statedBy "The download page" .
            <http://north.example/parts#3> sam:component "annotations" ; sam:statedLicence "CC0-1.0" .
            <http://north.example/half> a dcat:Dataset ; dct:title "Half licensed roads"@en ;
              dcat:distribution <http://north.example/half/a> , <http://north.example/half/b> .
            <http://north.example/half/a> a dcat:Distribution ; dct:title "Open part" ; dct:license "CC-BY-4.0" .
            <http://north.example/half/b> a dcat:Distribution ; dct:title "Silent part" .
            <http://north.example/rights> a dcat:Dataset ; dct:title "Roads with rights"@en ; dct:rights "CC-BY-4.0" .
            """;

    @TempDir
    private static Path folder;

    private static RunningServer samdata;

    @BeforeAll
    static void start() {
        samdata = RunningServer.over(folder).with("north", NORTH);
    }

    @AfterAll
    static void stop() {
        samdata.close();
    }

    @Test
    void everyLicenceHasARowWithAWordForEachUseAndTheNumberOfItsDatasets() {
        Document page = read("/licences");
        Element row = row(page, "CC-BY-SA-4.0");

        assertThat(page.select("table.licences tbody tr"))
                .hasSameSizeAs(Licences.of(samdata.catalog().schemes()).all());
        assertThat(row.select(".verdict").eachText())
                .containsExactly("OK", "OK", "Undecidable", "OK, with duties", "OK, with duties");
        assertThat(row.select(".verdict svg[aria-hidden=true]")).hasSize(5);
        assertThat(row.select("td.figure a").attr("href")).isEqualTo("/?licence=CC-BY-SA-4.0");
        assertThat(row.select("td.figure a").first().ownText()).isEqualTo("1");
        assertThat(row(page, "NOASSERTION").select(".verdict").eachText()).containsOnly("Undecidable");
        assertThat(page.select(".strange a").eachText()).containsExactly("do <i>what</i> you want");
    }

    @Test
    void theLicencesThatPermitAUseAreExactlyThoseShown() {
        Document all = read("/licences");
        Document permitting = read("/licences?use=train-commercial");

        List<String> permit = all.select("table.licences tbody tr").stream()
                .filter(row -> row.select(".verdict").get(1).text().startsWith("OK"))
                .map(row -> row.select("code").text())
                .toList();
        assertThat(permitting.select("table.licences code").eachText()).isEqualTo(permit);
        assertThat(permit).contains("CC-BY-4.0").doesNotContain("CC-BY-NC-4.0", "NOASSERTION");
        assertThat(permitting.select(".uses [aria-current]").attr("href")).isEqualTo("/licences");
    }

    @Test
    void aLicenceIsFoundByAnyOfItsNames() {
        assertThat(read("/licences?q=cc+zero").select("table.licences code").eachText())
                .contains("CC0-1.0");
        assertThat(read("/licences?q=https://creativecommons.org/licenses/by/4.0/legalcode")
                        .select("table.licences code")
                        .eachText())
                .containsExactly("CC-BY-4.0");
        assertThat(read("/licences?q=quokka").select(".empty").text()).contains("No licence fits");
    }

    @Test
    void theLicencePageSaysWhatYouMayMustAndMustNotWithTheClause() {
        Document page = read("/licences/CC-BY-NC-SA-4.0");

        assertThat(page.select("h1").text()).isEqualTo("Creative Commons Attribution-NonCommercial-ShareAlike 4.0");
        assertThat(page.select(".points.may b").eachText()).contains("Train a model");
        assertThat(page.select(".points.mustnot b").eachText()).containsExactly("Use commercially");
        assertThat(page.select(".points.must b").eachText()).contains("Name the creator and the source");
        assertThat(page.select(".points.unclear b").eachText()).contains("Hand the trained model to others");
        assertThat(page.select(".points li .clause").eachText())
                .hasSizeGreaterThan(9)
                .noneMatch(String::isBlank);
        assertThat(page.select("#train-commercial .verdict").text()).isEqualTo("Not permitted");
        assertThat(page.select("#publish-derived .verdict").text()).isEqualTo("OK, with duties");
        assertThat(page.select(".fine").text()).contains("not legal advice");
        assertThat(page.select(".tag").eachText()).contains("CC-BY-NC-SA-4.0");
    }

    @Test
    void whatMayFlowIntoALicenceIsShownBothWays() {
        Document by = read("/licences/CC-BY-4.0");
        Document shareAlike = read("/licences/CC-BY-SA-4.0");

        assertThat(flow(by, "May flow into")).contains("CC-BY-SA-4.0");
        assertThat(flow(shareAlike, "May take in")).contains("CC-BY-4.0");
        assertThat(flow(shareAlike, "May flow into")).doesNotContain("CC-BY-4.0");
    }

    @Test
    void theUnknownLicenceHasAPageThatSaysWhatToDo() {
        Document page = read("/licences/NOASSERTION");

        assertThat(page.select(".answer .verdict").eachText())
                .hasSize(Use.values().length)
                .containsOnly("Undecidable");
        assertThat(page.select("section.unknown .steps li")).hasSize(4);
        assertThat(page.select(".points")).isEmpty();
    }

    @Test
    void anyWayToWriteALicenceLeadsToItsPage() {
        var answer = samdata.get("/licences/cc-by%204.0?lang=sv", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/licences/CC-BY-4.0?lang=sv");
        assertThat(samdata.get("/licences/quokka", "Accept", "text/html").statusCode())
                .isEqualTo(404);
    }

    @Test
    void bothLanguagesSayTheVerdicts() {
        assertThat(read("/licences/CC-BY-NC-4.0?lang=sv")
                        .select("#train-commercial .verdict")
                        .text())
                .isEqualTo("Inte tillåtet");
    }

    @Test
    void theDatasetPageShowsEachStatementAndWhatItAnswers() {
        Document page = read(dataset("Shared roads"));

        assertThat(page.select(".stated .means").text()).isEqualTo("Creative Commons Attribution-ShareAlike 4.0");
        assertThat(page.select(".stated .means").attr("href")).isEqualTo("/licences/CC-BY-SA-4.0");
        assertThat(page.select(".stated .written a").attr("href"))
                .isEqualTo("https://creativecommons.org/licenses/by-sa/4.0/");
        assertThat(page.select("#train-commercial .verdict").text()).isEqualTo("OK");
        assertThat(page.select("#publish-derived .reasons > li").eachText())
                .anyMatch(reason -> reason.startsWith("Name the creator and the source CC-BY-SA-4.0 "));
        assertThat(page.select("#publish-model .why.unclear")).hasSize(1);
    }

    @Test
    void aLicenceInTheRightsCounts() {
        assertThat(read(dataset("Roads with rights")).select(".stated .means").attr("href"))
                .isEqualTo("/licences/CC-BY-4.0");
    }

    @Test
    void partsAreKeptApartAndADisputeIsNamedWithTheWorstAnswer() {
        Document page = read(dataset("Roads in parts"));

        assertThat(page.select(".stated > li").eachText())
                .anyMatch(said -> said.contains("For: images") && said.contains("according to The paper"))
                .anyMatch(said -> said.contains("For: annotations"));
        assertThat(page.select(".dispute").text()).contains("images", "CC-BY-4.0", "CC-BY-NC-4.0", "worst answer");
        assertThat(page.select("#train-commercial .verdict").text()).isEqualTo("Not permitted");
    }

    @Test
    void aPartWithoutLicenceIsSaidToHaveNone() {
        Document page = read(dataset("Half licensed roads"));

        assertThat(page.select(".stated .covers").text()).isEqualTo("For: Open part");
        assertThat(page.select(".missing .covers").text()).isEqualTo("For: Silent part");
        assertThat(page.select(".answer .verdict").eachText()).containsOnly("Undecidable");
    }

    @Test
    void aLicenceThatIsNotKnownIsNeverAYes() {
        for (String title : List.of("Silent roads", "Strange roads")) {
            Document page = read(dataset(title));

            assertThat(page.select(".answer .verdict").eachText()).containsOnly("Undecidable");
            assertThat(page.select("header .badge.unknown").text()).isEqualTo("Licence unknown");
        }
        assertThat(read(dataset("Strange roads")).select(".stated .written").text())
                .isEqualTo("written as “do <i>what</i> you want”");
    }

    @Test
    void theBasketAnswersForEachUseWithDutiesConflictsAndAttribution() {
        Document page = read("/licences/combine?dataset=" + id("Shared roads") + "&dataset=" + id("Open map"));

        assertThat(page.select(".answer .verdict").eachText())
                .containsExactly("OK", "OK", "Undecidable", "Conflict", "OK, with duties");
        assertThat(page.select("#publish-derived .reasons > li").text())
                .contains("CC-BY-SA-4.0 and ODbL-1.0")
                .contains("CC BY-SA 4.0 s.");
        assertThat(page.select("#publish-collection .reasons > li").text()).contains("Name the creator and the source");
        assertThat(page.select(".attribution pre").text()).contains("“Shared roads” by North. Licence:");
        assertThat(page.select(".fine").text()).contains("not legal advice");
        for (Element link : page.select(".answer .fine a")) {
            var answer = samdata.get(link.attr("href"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"verdict\"");
        }
    }

    @Test
    void whatMayBeSharedNamesTheLicencesOfTheResult() {
        Document page = read("/licences/combine?licence=CC-BY-4.0&licence=CC-BY-SA-4.0");

        assertThat(page.select("#publish-derived .verdict").text()).isEqualTo("OK, with duties");
        assertThat(page.select("#publish-derived .named .badge").eachText()).contains("CC-BY-SA-4.0");
    }

    @Test
    void whatIsNotKnownIsNotLeftOutOfTheAnswer() {
        Document licence = read("/licences/combine?licence=CC0-1.0&licence=quokka");
        Document dataset = read("/licences/combine?licence=CC0-1.0&dataset=quokka-1");

        assertThat(licence.select(".entries .unrecognised .title").text()).isEqualTo("“quokka”");
        assertThat(dataset.select(".entries .missing .title").text()).isEqualTo("“quokka-1”");
        for (Document page : List.of(licence, dataset))
            assertThat(page.select(".answer .verdict").eachText()).containsOnly("Undecidable");
    }

    @Test
    void theBasketIsKeptAddedToAndTakenFrom() {
        String dataset = id("Shared roads");
        var first = change("", "add", "dataset:" + dataset, "back", "/?q=roads&lang=en");
        var second = change(cookie(first), "name", "cc by 4.0");
        var third = change(cookie(second), "remove", "dataset:" + dataset);
        var last = change(cookie(third), "empty", "yes");

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(location(first)).isEqualTo("/?q=roads&lang=en#basket-" + dataset);
        assertThat(first.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
        assertThat(location(second)).isEqualTo("/licences/combine?dataset=" + dataset + "&licence=CC-BY-4.0");
        assertThat(location(third)).isEqualTo("/licences/combine?licence=CC-BY-4.0");
        assertThat(location(last)).isEqualTo("/licences/combine");
        assertThat(samdata.get("/licences/combine", "Cookie", cookie(second))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith(location(second));
        assertThat(Jsoup.parse(samdata.get(
                                        "/", "Accept", "text/html", "Accept-Language", "en", "Cookie", cookie(second))
                                .body())
                        .select("a.basket")
                        .text())
                .isEqualTo("Basket 2");
    }

    @Test
    void aNameThatIsNotKnownIsSaidAndChangesNothing() {
        var answer = change("samdata-basket=licence:CC0-1.0", "name", "quokka <1>");
        Document page = read(location(answer));

        assertThat(page.select(".problem").text()).contains("“quokka <1>”");
        assertThat(page.select(".entries > li")).hasSize(1);
    }

    @Test
    void badInputToTheBasketIsRefusedInWords() {
        assertThat(change("", "add", "dataset:../../etc").statusCode()).isEqualTo(422);
        assertThat(change("", "add", "licence:CC0-1.0", "back", "//evil.example/")
                        .statusCode())
                .isEqualTo(422);
        assertThat(change("", "add", "licence:CC0-1.0", "back", "/\\evil.example/")
                        .statusCode())
                .isEqualTo(422);
        String full = IntStream.range(0, 50)
                .mapToObj(number -> "dataset:d-" + number)
                .collect(Collectors.joining("~", "samdata-basket=", ""));
        assertThat(change(full, "add", "licence:CC0-1.0").body()).contains("The basket is full");
        String many =
                IntStream.range(0, 51).mapToObj(number -> "licence=CC0-1.0").collect(Collectors.joining("&"));
        assertThat(samdata.get("/licences/combine?" + many).statusCode()).isEqualTo(400);
        assertThat(samdata.get("/licences/combine", "Cookie", "samdata-basket=%00~nonsense~licence:")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherSitesPageCannotChangeTheBasket() {
        var answer = samdata.send(
                post("add", "licence:CC0-1.0"),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                "cross-site");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static Element row(Document page, String id) {
        return page.select("table.licences tbody tr").stream()
                .filter(row -> row.select("code").text().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> flow(Document page, String title) {
        return page.select("dl.facts > div").stream()
                .filter(fact -> fact.select("dt").text().equals(title))
                .flatMap(fact -> fact.select(".badge").eachText().stream())
                .toList();
    }

    private static HttpResponse<String> change(String cookie, String... fields) {
        return cookie.isEmpty()
                ? samdata.send(post(fields), "Content-Type", "application/x-www-form-urlencoded")
                : samdata.send(post(fields), "Content-Type", "application/x-www-form-urlencoded", "Cookie", cookie);
    }

    private static HttpRequest.Builder post(String... fields) {
        String body = IntStream.range(0, fields.length / 2)
                .mapToObj(field ->
                        fields[2 * field] + "=" + URLEncoder.encode(fields[2 * field + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(samdata.url("/licences/combine")))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static String location(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.startsWith(samdata.url(""))
                ? location.substring(samdata.url("").length())
                : location;
    }

    private static String dataset(String title) {
        return "/datasets/" + id(title);
    }

    private static String id(String title) {
        return Arrays.stream(
                        read("/?q=" + URLEncoder.encode(title, StandardCharsets.UTF_8)).select(".card h3 a").stream()
                                .filter(link -> link.text().equals(title))
                                .findFirst()
                                .orElseThrow()
                                .attr("href")
                                .split("/", -1))
                .toList()
                .getLast();
    }

    private static Document read(String path) {
        return Jsoup.parse(samdata.get(path, "Accept", "text/html", "Accept-Language", "en")
                .body());
    }
}
