package samdata.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.quality.Quality;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.search.Search;
import samdata.catalog.store.Entry;
import samdata.catalog.suitability.Assessment;
import samdata.catalog.suitability.Suitability;

@NullUnmarked
class TaskPagesTest {
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
    void everyTaskIsListedUnderItsTopConcept() {
        Document page = read("/tasks");

        assertThat(page.select(".taskgroup h2 a").eachText())
                .contains("Computer vision", "Natural language processing", "Audio and speech");
        Set<String> listed = Set.copyOf(
                page.select(".taskgroup h2 a, .tasklist a[href^=/tasks/]").eachAttr("href"));
        assertThat(listed).hasSize(site.catalog().schemes().tasks().concepts().size());
        assertThat(page.select(".tasklist .domain")).isNotEmpty();
    }

    @Test
    void everyNumberIsThatOfTheSearchItLeadsTo() {
        Document tasks = read("/tasks");
        Document task = read("/tasks/computer-vision");

        List<Element> numbers = tasks.select("a.count, .tasklist a.count");
        assertThat(numbers).hasSizeGreaterThan(20);
        for (Element number : numbers.subList(0, 20)) isTheTotalOf(number);
        assertThat(task.select(".heat td a")).hasSizeGreaterThan(11);
        task.select(".heat td a").forEach(TaskPagesTest::isTheTotalOf);
        task.select(".tally a").forEach(TaskPagesTest::isTheTotalOf);
    }

    @Test
    void wordsFindATaskByItsOtherNamesInEitherLanguage() {
        Document english = read("/tasks?q=objektdetektion");
        Document nothing = read("/tasks?q=zebrafinkar");

        assertThat(english.select(".tasklist a[href^=/tasks/]").eachText()).contains("Object detection");
        assertThat(english.select(".alias").text()).contains("objektdetektion");
        assertThat(nothing.select(".tasklist")).isEmpty();
        assertThat(nothing.select(".empty").text()).contains("zebrafinkar");
    }

    @Test
    void aTaskSaysWhatItNeedsAndFromWhereItHasIt() {
        Document page = read("/tasks/object-detection");

        assertThat(page.select("h1").text()).isEqualTo("Object detection");
        assertThat(page.select(".needs li.needed b").eachText())
                .containsExactlyInAnyOrder("Modality fits", "Needed annotation present");
        assertThat(page.select(".needs li.needed").text()).contains("3D bounding box, bounding box or mask");
        assertThat(page.select(".needs li.counted").text()).contains("at least 1,000", "Asked for by every task");
    }

    @Test
    void theDatasetsOfATaskStandByLevelAsTheyAreJudged() {
        Document page = read("/tasks/object-detection");

        List<String> levels = page.select(".levelgroup h3").eachAttr("id");
        assertThat(levels)
                .isNotEmpty()
                .isSubsetOf("level-ready", "level-usable-with-work", "level-unknown", "level-blocked");
        assertThat(count(page, "ready")).isEqualTo(found("ready", "object-detection"));
        assertThat(count(page, "ready") + count(page, "usable-with-work")).isEqualTo(found("fit", "object-detection"));
        assertThat(page.select(".judged th[scope=row] a").eachAttr("href"))
                .allMatch(href -> href.startsWith("/datasets/") && href.endsWith("#fit"));
    }

    @Test
    void oneLevelCanBeReadAlone() {
        Document page = read("/tasks/computer-vision?level=usable-with-work");

        assertThat(page.select(".levelgroup")).hasSize(1);
        assertThat(page.select(".judged tbody tr")).hasSize((int) count(page, "usable-with-work"));
        assertThat(page.select(".heat, .needs")).isEmpty();
    }

    @Test
    void aTaskThatThereIsNotIsNamed() {
        var answer = site.server().get("/tasks/mind-reading", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.body()).select("main").text()).contains("mind-reading");
    }

    @Test
    void theDatasetPageSaysWhatItIsFitForAsItIsJudged() {
        Entry entry = entry("Zenseact Open Dataset");
        List<Assessment> judged = Suitability.of(site.catalog().schemes()).assess(entry);
        Document page = read("/datasets/" + entry.id());

        assertThat(page.select(".fit")).hasSize(judged.size());
        assertThat(page.select(".fit[open]")).hasSize(1);
        for (int place = 0; place < judged.size(); place++) {
            Element fit = page.select(".fit").get(place);
            Assessment assessment = judged.get(place);
            assertThat(fit.hasClass(assessment.level().word())).isTrue();
            assertThat(fit.select(".mark-declared").isEmpty()).isNotEqualTo(assessment.declared());
            assertThat(fit.select(".mark-inferred").isEmpty()).isNotEqualTo(assessment.inferred());
            assertThat(fit.select(".criteria > li").eachAttr("class"))
                    .containsExactlyElementsOf(assessment.findings().stream()
                            .map(finding -> finding.status().word())
                            .toList());
        }
        assertThat(page.select(".criteria li.met .evidence")).isNotEmpty();
        assertThat(page.select(".fit .criteria li.not-stated .mend code")).isNotEmpty();
    }

    @Test
    void anotherTaskCanBeAskedFor() {
        String id = entry("Zenseact Open Dataset").id();
        Document page = read("/datasets/" + id + "?task=automatic-speech-recognition");
        Document nonsense = read("/datasets/" + id + "?task=mind-reading");

        assertThat(page.select(".fit h3").first().text())
                .isEqualTo(page.select("#task option[selected]").text());
        assertThat(page.select(".fit").first().hasAttr("open")).isTrue();
        assertThat(nonsense.select(".fit h3").eachText())
                .isEqualTo(read("/datasets/" + id).select(".fit h3").eachText());
    }

    @Test
    void theDatasetPageCountsThePointsAndSaysWhatIsMissing() {
        Entry entry = entry("Zenseact Open Dataset");
        Quality quality = QualityRules.of(site.catalog().schemes()).measure(entry);
        Document page = read("/datasets/" + entry.id());

        assertThat(page.select(".points").text()).startsWith(quality.points() + " of 405 points");
        assertThat(page.select(".bar .figure").eachText())
                .hasSize(6)
                .last()
                .isEqualTo(quality.mlPoints() + " of " + quality.mlOutOf());
        assertThat(page.select(".fixes .gain").eachText())
                .containsExactlyElementsOf(quality.nextBestFixes().stream()
                        .map(fix -> "+" + fix.missing() + " points")
                        .toList());
        assertThat(page.select(".indicators .criteria > li"))
                .hasSize(quality.measured().size());
    }

    @Test
    void aSourceSaysHowWellItDescribesAndWhatWouldHelpMost() {
        Document page = read("/sources/nordsikt");

        QualityRules rules = QualityRules.of(site.catalog().schemes());
        List<Quality> measured = site.catalog().datasets("nordsikt").stream()
                .map(iri -> rules.measure(site.catalog().entryOf(iri).orElseThrow()))
                .toList();
        double mean = measured.stream().mapToInt(Quality::points).average().orElseThrow();
        assertThat(Double.parseDouble(page.select(".points b").text())).isCloseTo(mean, within(0.06));
        long most = measured.stream()
                .flatMap(quality -> quality.nextBestFixes().stream())
                .collect(Collectors.groupingBy(fix -> fix.indicator(), Collectors.summingLong(fix -> fix.missing())))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
        assertThat(page.select(".fixes .gain").first().text().replaceAll("\\D", ""))
                .isEqualTo(Long.toString(most));
    }

    @Test
    void aHitSaysHowFarItIsFitForTheTasksItNames() {
        Document page = read("/?ready=object-detection");

        assertThat(page.select(".card")).isNotEmpty();
        assertThat(page.select(".card .tag .fitness.ready").eachText()).contains("Ready");
        assertThat(page.select(".card .by").text()).containsPattern("described \\d+ of 405");
        assertThat(read("/").select("fieldset > legend").eachText())
                .startsWith("Task", "Fit for", "Ready for", "Licence permits", "Modality", "Licence");
    }

    @Test
    void theBestDescribedCanStandFirst() {
        Document page = read("/?sort=quality");

        List<Integer> points = page.select(".card .by").eachText().stream()
                .map(line -> Integer.parseInt(line.replaceAll("^.*described (\\d+) of 405.*$", "$1")))
                .toList();
        assertThat(points).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(page.select("#sort option[selected]").text()).isEqualTo("Best described");
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }

    private static void isTheTotalOf(Element number) {
        String total = read(number.attr("href")).select("#total").text();
        assertThat(total.replaceAll("\\D", ""))
                .as(number.attr("href"))
                .isEqualTo(number.text().replaceAll("\\D", ""));
    }

    private static long count(Document page, String level) {
        return page.select("#level-" + level + " .count").stream()
                .mapToLong(count -> Long.parseLong(count.text()))
                .sum();
    }

    private static long found(String facet, String task) {
        return site.catalog()
                .search(new Search("", Map.of(facet, Set.of(task)), 1, 1, Search.Sort.TITLE, "en"))
                .total();
    }

    private static Entry entry(String words) {
        String href =
                read("/?q=" + words.replace(" ", "+")).select(".card h3 a").attr("href");
        return site.catalog().entry(href.replace("/datasets/", "")).orElseThrow();
    }

    private static Document read(String path) {
        return Jsoup.parse(site.page(path), site.url());
    }
}
