package samdata.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.system.Txn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.search.Results;
import samdata.catalog.search.Search;

@NullUnmarked
class PagesTest {
    private static Site site;

    @BeforeAll
    static void open(@TempDir Path folder) {
        site = Site.over(folder);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void theSearchPageShowsDatasetsAndFacetsWithCounts() {
        Document page = read("/");

        assertThat(page.select("#total").text()).isEqualTo("44 datasets");
        assertThat(page.select(".card")).hasSize(20);
        assertThat(page.select("fieldset > legend").eachText())
                .startsWith("Task", "Fit for", "Ready for")
                .contains("Publisher", "Source");
        assertThat(page.select("input[name=task][value=computer-vision] ~ .count")
                        .text())
                .isEqualTo("22");
        assertThat(page.select("nav.paging a[rel=next]").attr("href")).isEqualTo("/?page=2");
    }

    @Test
    void chosenFacetsAreTickedAndCanBeTakenAwayOneByOne() {
        Document page = read("/?q=images&task=object-detection&modality=image&sort=title");

        assertThat(page.select("input[type=checkbox][checked]").eachAttr("value"))
                .contains("object-detection", "image");
        assertThat(page.select(".chips li:not(.all) a").eachAttr("href"))
                .containsExactly("/?q=images&modality=image&sort=title", "/?q=images&task=object-detection&sort=title");
        assertThat(page.select("select[name=sort] option[selected]").attr("value"))
                .isEqualTo("title");
        assertThat(page.select("input[name=q]").attr("value")).isEqualTo("images");
    }

    @Test
    void anEmptyAnswerHelpsOn() {
        Document filtered = read("/?q=quokka&task=object-detection");
        Document misspelt = read("/?q=quoka");

        assertThat(filtered.select(".empty a.button").attr("href")).isEqualTo("/?q=quokka");
        assertThat(misspelt.select(".suggestion a").text()).isEqualTo("quokka");
    }

    @Test
    void nonsenseInTheAddressIsPassedOver() {
        Document page = read("/?page=minus&sort=sideways&task=&colour=blue&lang=tlh");

        assertThat(page.select("#total").text()).isEqualTo("44 datasets");
    }

    @Test
    void everyFacetValueAsksTheSameInSparql() {
        Search all = new Search("", Map.of(), 1, 1, Search.Sort.RELEVANCE, "en");
        SearchAsSparql sparql = new SearchAsSparql(site.catalog());
        int asked = 0;
        for (Results.FacetValues facet : site.catalog().search(all).facets()) {
            for (Results.Value value : facet.values()) {
                Search one =
                        new Search("", Map.of(facet.facet(), Set.of(value.value())), 1, 1, Search.Sort.RELEVANCE, "en");
                assertThat(datasets(sparql.query(one, "en")))
                        .as(facet.facet() + " " + value.value())
                        .hasSize((int) value.count());
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(100);
    }

    @Test
    void wordsGoIntoSparqlAsTextOnly() {
        Search search = new Search(
                "road\" } DROP ALL \\ #", Map.of("keyword", Set.of("it's \"here\"\\")), 1, 1, Search.Sort.TITLE, "en");

        assertThat(datasets(new SearchAsSparql(site.catalog()).query(search, "en")))
                .isEmpty();
    }

    @Test
    void aCardShowsEveryLicenceOfItsParts() {
        Document page = read("/?q=coco+2017");

        assertThat(page.select(".card:first-child .badge.licence").eachText())
                .containsExactly("Creative Commons Attribution 4.0");
        assertThat(page.select(".card:first-child .badge.unknown")).hasSize(1);
    }

    @Test
    void theDatasetPageSaysWhatIsStated() {
        Document page = read(dataset("Zenseact Open Dataset"));

        assertThat(page.select("h1").text()).isEqualTo("Zenseact Open Dataset (ZOD)");
        assertThat(page.select(".formats a").eachAttr("href")).allMatch(href -> href.contains("/datasets/zod"));
        assertThat(page.select("#splits ~ dl dt").eachText()).containsExactly("train", "validation");
        assertThat(page.select(".sizes dd").eachText()).contains("100,000");
        assertThat(page.select("#harvest ~ dl dd").eachText()).first().isEqualTo("nordsikt");
        assertThat(page.select(".statements tbody tr")).hasSizeGreaterThan(30);
    }

    @Test
    void whatACompanyWritesIsTextAndNeverMarkup() {
        Document page = read(dataset("Quokka"));
        Document search = read("/?q=quokka");

        assertThat(page.select("h1").text()).contains("<script>alert('title')</script> \"quoted\"");
        for (Document shown : Set.of(page, search)) {
            assertThat(shown.select("script:not([src]), img, b[onclick], main i"))
                    .isEmpty();
            assertThat(shown.select("a[href~=^(?i)(javascript|data):]")).isEmpty();
        }
        assertThat(search.select(".card h3").text()).contains("<script>alert('title')</script>");
        assertThat(page.select("td.addresses a").eachAttr("href"))
                .containsExactly("https://hostile.example/ok?a=1&b=%22x");
        assertThat(page.select("td.addresses").text()).contains("javascript:alert(document.cookie)");
    }

    @Test
    void theReadersLanguageIsFollowedAndKept() {
        Document byHeader = Jsoup.parse(site.server()
                .get("/", "Accept-Language", "de, sv;q=0.8, en;q=0.5")
                .body());
        Document byChoice = read("/?lang=sv&task=object-detection");

        assertThat(byHeader.select("html").attr("lang")).isEqualTo("sv");
        assertThat(byHeader.select("fieldset > legend").eachText()).startsWith("Uppgift");
        assertThat(byChoice.select("html").attr("lang")).isEqualTo("sv");
        assertThat(byChoice.select(".card h3 a").eachAttr("href")).allMatch(href -> href.endsWith("?lang=sv"));
        assertThat(byChoice.select(".languages a[lang=en]").attr("href")).isEqualTo("/?task=object-detection&lang=en");
    }

    @Test
    void sourcesShowTheirHarvestsAndWhatToMend() {
        Document sources = read("/sources");
        Document source = read("/sources/nordsikt");

        assertThat(sources.select("tbody th a").eachText())
                .containsExactly("fjallkraft", "nordsikt", "skogsdata", "talverket");
        assertThat(sources.select(".outcome").eachText()).containsOnly("Stored");
        assertThat(source.select("#runs ~ .scroll tbody tr")).hasSize(1);
        assertThat(source.select(".rule")).isNotEmpty();
        assertThat(source.select(".rule .examples a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(href -> href.startsWith("/datasets/"));
        assertThat(source.select("#history")).hasSize(1);
        assertThat(source.select(".chart")).isEmpty();
    }

    @Test
    void findingsAreToldByProfileAndRuleOnSourceAndRunAlike() {
        Document source = read("/sources/nordsikt");
        Document run = read(source.select("#runs ~ .scroll tbody th a").attr("href"));

        assertThat(source.select(".profile > h3").eachText()).anyMatch(title -> title.startsWith("DCAT-AP 3.0.1"));
        assertThat(run.select(".profile").outerHtml())
                .isEqualTo(source.select(".profile").outerHtml());
        for (Element rule : source.select(".rule")) {
            assertThat(rule.select(".badge.severity").text()).isIn("Error", "Warning", "Advice");
            assertThat(rule.select("summary .fine").text()).matches("found (once|[\\d,]+ times)");
            assertThat(rule.select("a[rel~=nofollow]").eachAttr("href")).allMatch(href -> href.startsWith("https://"));
        }
        assertThat(source.select(".rule pre")).isNotEmpty();
        assertThat(source.select("a[download]").eachAttr("href"))
                .anyMatch(href -> href.endsWith("/violations.csv"))
                .anyMatch(href -> href.endsWith("/violations.json"))
                .anyMatch(href -> href.endsWith("/violations.ttl"))
                .allSatisfy(
                        href -> assertThat(site.server().get(href).statusCode()).isEqualTo(200));
        assertThat(read("/sources/nordsikt?lang=sv")
                        .select(".rule summary .fine")
                        .text())
                .startsWith("funnet");
    }

    @Test
    void anAddressIsPreviewedWithoutScriptsAndNothingIsStored() {
        long generation = site.catalog().generation();
        String address = read("/sources/nordsikt").select("dd.iri a").attr("href");

        Document form = read("/preview");
        Document result = preview(address, "sv");

        assertThat(read("/sources").select("a[href=/preview]")).hasSize(1);
        assertThat(form.select("form[method=post] input[name=url]")).hasSize(1);
        assertThat(form.select("option").eachAttr("value"))
                .contains("", "dcat", "sparql")
                .doesNotContain("file");
        assertThat(result.select("#result").text()).endsWith("datamängder skulle lagras");
        assertThat(result.select("#url").attr("value")).isEqualTo(address);
        assertThat(result.select(".points b")).hasSize(1);
        assertThat(result.select(".fixes > li")).isNotEmpty();
        assertThat(result.select(".told-by")).hasSize(5);
        assertThat(result.select(".fits a").eachAttr("href")).allMatch(href -> href.startsWith("/tasks/"));
        assertThat(result.select(".rule")).isNotEmpty();
        assertThat(result.select("#datasets ~ .scroll tbody tr"))
                .hasSameSizeAs(site.catalog().datasets("nordsikt"));
        assertThat(site.catalog().generation()).isEqualTo(generation);
    }

    @Test
    void aPreviewThatFailsSaysWhy() {
        Document result = preview("http://127.0.0.1:1/", "en");

        assertThat(result.select("#result").text()).isEqualTo("Unreachable");
        assertThat(result.select("#result ~ p").first().text()).isNotEmpty();
        assertThat(result.select(".points")).isEmpty();
        assertThat(preview("no address <b>", "en").select("#result").text()).isEqualTo("Unreachable");
        assertThat(preview("", "en").select("#result")).isEmpty();
    }

    private static Document preview(String address, String lang) {
        return Jsoup.parse(site.server()
                .post(
                        "/preview",
                        "protocol=&url=" + URLEncoder.encode(address, StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Accept",
                        "text/html",
                        "Accept-Language",
                        lang)
                .body());
    }

    @Test
    void whatIsNotThereIsSaidOnAPageOfTheSite() {
        var answer =
                site.server().get("/datasets/nothing-0000000000000000", "Accept", "text/html", "Accept-Language", "sv");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("Här finns ingenting");
    }

    @Test
    void aChosenValueThatNoDatasetHasIsNamedInASentence() {
        assertThat(read("/?task=soothsaying").select(".unheld").text())
                .isEqualTo("No dataset in the catalogue has “soothsaying” under Task.");
        assertThat(read("/?task=soothsaying&lang=sv").select(".unheld").text())
                .isEqualTo("Ingen datamängd i katalogen har ”soothsaying” under Uppgift.");
        assertThat(read("/?task=object-detection&q=zzzz").select(".unheld")).isEmpty();
    }

    @Test
    void theUsualPrefixesAreDeclaredInTheEditor() {
        String query = read("/sparql").select("textarea").text();

        assertThat(org.apache.jena.query.QueryFactory.create(query)
                        .getPrefixMapping()
                        .getNsPrefixMap())
                .containsKeys(
                        "sam", "dcat", "dct", "foaf", "skos", "odrl", "dqv", "prov", "rdf", "rdfs", "xsd", "schema");
    }

    @Test
    void theQueryPageOffersQuestionsThatParse() {
        Document page = read("/sparql?edit=ASK%20%7B%7D");
        Set<String> queries = new LinkedHashSet<>(page.select(".examples a").eachAttr("data-query"));

        assertThat(page.select("textarea").text()).isEqualTo("ASK {}");
        assertThat(queries).hasSizeGreaterThanOrEqualTo(8).allSatisfy(org.apache.jena.query.QueryFactory::create);
        for (Element example : page.select(".examples a"))
            assertThat(read(example.attr("href")).select("textarea").text().strip())
                    .isEqualTo(example.attr("data-query").strip());
    }

    @Test
    void filesAreServedForGoodUnderTheirDigest() {
        String href = read("/").select("link[rel=stylesheet]").attr("href");

        var current = site.server().get(href);
        var old = site.server().get("/assets/000000000000/samdata.css");

        assertThat(current.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(current.headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
        assertThat(old.statusCode()).isEqualTo(404);
    }

    private static Document read(String path) {
        return Jsoup.parse(site.page(path), site.url());
    }

    private static String dataset(String words) {
        return read("/?q=" + words.replace(" ", "+")).select(".card h3 a").attr("href");
    }

    private static Set<String> datasets(String query) {
        Set<String> found = new LinkedHashSet<>();
        var view = site.catalog().view();
        Txn.executeRead(view, () -> {
            try (QueryExecution execution = QueryExecution.dataset(DatasetFactory.wrap(view))
                    .query(query)
                    .build()) {
                execution
                        .execSelect()
                        .forEachRemaining(
                                row -> found.add(row.getResource("dataset").getURI()));
            }
        });
        return found;
    }
}
