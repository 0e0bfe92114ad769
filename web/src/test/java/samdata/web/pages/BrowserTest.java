package samdata.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The site in a real Chromium. Whatever a test does, the console stays clean and nothing leaves our origin. */
@NullUnmarked
class BrowserTest {
    private static final String COMBINE = "/licences/combine?licence=CC-BY-SA-4.0&licence=ODbL-1.0&licence=CC0-1.0";

    private static Site site;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open(@TempDir Path folder) {
        site = Site.over(folder);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void close() {
        playwright.close();
        site.close();
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, Object detection, Image, datasets", "sv, Objektdetektering, Bild, datamängder"})
    void aReaderSearchesTicksTwoFacetsAndOpensADataset(String lang, String task, String modality, String datasets) {
        Page page = visit(lang, "/");

        page.locator("#q").fill("image");
        page.locator("#q").press("Enter");
        assertThat(page.locator("#total")).containsText("image");
        page.getByRole(AriaRole.CHECKBOX, named(task)).first().check();
        assertThat(page.locator(".chips li:not(.all)")).hasCount(1);
        page.getByRole(AriaRole.CHECKBOX, named(modality)).check();
        assertThat(page.locator(".chips li:not(.all)")).hasCount(2);
        assertThat(page).hasURL(Pattern.compile("task=object-detection.*modality=image"));
        assertThat(page.locator("#announce")).hasText(page.locator("#total").textContent());
        String title = page.locator(".card h3").first().textContent();
        page.locator(".card h3 a").first().click();

        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator("html")).hasAttribute("lang", lang);
        page.goBack();
        assertThat(page.locator(".chips li:not(.all)")).hasCount(2);
        assertThat(page.locator("#total")).containsText(datasets.substring(0, 7));
    }

    @Test
    void tickingABoxKeepsItsFocusAndWhatWasUnfolded() {
        Page page = visit("en", "/");

        page.locator("#more-task > summary").click();
        Locator box = page.locator("#more-task input").first();
        String value = box.getAttribute("value");
        box.focus();
        page.keyboard().press("Space");
        assertThat(page.locator(".chips li:not(.all)")).hasCount(1);

        assertThat(page.evaluate("document.activeElement.value")).isEqualTo(value);
        page.locator(".chips li:not(.all) a").click();
        assertThat(page.locator(".chips")).hasCount(0);
        assertThat(page.locator("#total")).hasText("44 datasets");
    }

    @Test
    void aTeamGoesFromATaskToADatasetAndWhatItIsFitFor() {
        Page page = visit("sv", "/tasks");

        page.locator(".narrowing input[type=search]").fill("objektdetektion");
        page.locator(".narrowing button").click();
        page.locator(".tasklist .name a").first().click();
        assertThat(page.locator("h1")).hasText("Objektdetektering");
        assertThat(page.locator("#level-ready")).containsText("Redo");
        String title = page.locator(".judged th[scope=row] a").first().textContent();
        page.locator(".judged th[scope=row] a").first().click();

        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator(".fit").first().locator("h3")).hasText("Objektdetektering");
        assertThat(page.locator(".fit").first().locator(".criteria li.met").first())
                .containsText("uppfyllt");
        page.locator("#task").selectOption("automatic-speech-recognition");
        page.locator(".ask button").click();
        assertThat(page.locator(".fit").first().locator(".level")).not().hasText("Redo");
        assertThat(page.locator(".fit[open]")).hasCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv"})
    void anAnalystRunsAQueryFromThePage(String lang) {
        Page page = visit(lang, "/sparql");

        page.locator(".examples a").nth(8).click();
        page.locator(".yasqe_queryButton").click();
        assertThat(page.locator(".yasr .dataTable tbody tr").first()).isVisible();
        assertThat(page.locator(".yasr_response_chip")).containsText(Pattern.compile("[1-9][0-9]* results"));

        assertThat(page.locator("#plain")).isHidden();
        assertThat(page).hasURL(Pattern.compile("example=cq09"));
    }

    @Test
    void theSearchOpensAsAQueryThatFindsTheSame() {
        Page page = visit("en", "/?task=object-detection&licence=CC-BY-SA-4.0");
        String total = page.locator("#total").textContent().replaceAll("\\D", "");

        page.getByText("The same question in SPARQL").click();
        page.locator(".yasqe_queryButton").click();

        assertThat(page.locator(".yasr_response_chip")).containsText(total + " result");
    }

    @Test
    void aReaderPutsTwoDatasetsInTheBasketAndAsksWhetherTheyGoTogether() {
        Page page = visit("en", "/?q=sweden");

        page.locator("#q").fill("zenseact");
        page.locator("#q").press("Enter");
        assertThat(page.locator("#total")).containsText("zenseact");
        page.locator(".card button[name=add]").first().click();
        assertThat(page.locator("a.basket")).hasText("Basket 1");
        assertThat(page).hasURL(Pattern.compile("q=zenseact.*#basket-zod"));
        page.locator("#q").fill("openstreetmap sweden");
        page.locator("#q").press("Enter");
        assertThat(page.locator("#total")).containsText("openstreetmap");
        page.locator(".card button[name=add]").first().click();
        assertThat(page.locator("a.basket")).hasText("Basket 2");
        page.locator("a.basket").click();

        assertThat(page.locator("h1")).hasText("May I use these together?");
        assertThat(page.locator("#train-commercial .verdict")).hasText("OK");
        assertThat(page.locator("#publish-derived .verdict")).hasText("Conflict");
        assertThat(page.locator("#publish-derived .reasons").first()).containsText("CC-BY-SA-4.0 and ODbL-1.0");
        assertThat(Axe.violations(page)).isEmpty();
        page.locator(".entries button").last().click();
        assertThat(page.locator("#publish-derived .verdict")).hasText("OK, with duties");
    }

    @Test
    void everythingWorksWithoutScripts() {
        Page page = visit(
                browser.newContext(
                        new Browser.NewContextOptions().setLocale("en").setJavaScriptEnabled(false)),
                "/");

        page.locator("#q").fill("image");
        page.locator("input[name=task][value=object-detection]").check();
        page.locator("input[name=modality][value=image]").check();
        page.locator("button.apply").click();
        assertThat(page.locator(".chips li:not(.all)")).hasCount(2);
        page.locator(".card h3 a").first().click();
        assertThat(page.locator("#licence")).isVisible();

        page.locator("button[name=add]").click();
        assertThat(page.locator("button[name=remove]")).isVisible();
        page.locator("a.basket").click();
        page.locator("#name").fill("CC BY 4.0");
        page.locator("#name").press("Enter");
        assertThat(page.locator(".entries > li")).hasCount(2);

        page.navigate(site.url() + "/sparql?example=cq09");
        page.locator("#plain select").selectOption("json");
        var answer = page.waitForResponse(
                "**/sparql", () -> page.locator("#plain button").click());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("\"bindings\"");
    }

    @Test
    void onANarrowScreenTheFiltersAreFoldedAndNothingOverflows() {
        BrowserContext phone = browser.newContext(
                new Browser.NewContextOptions().setLocale("en").setViewportSize(360, 740));
        Page page = visit(phone, "/");

        assertThat(page.locator(".facets")).isHidden();
        page.locator("#filters > summary").click();
        assertThat(page.locator(".facets")).isVisible();
        for (String path : List.of(
                "/",
                "/?q=quokka",
                "/tasks",
                "/tasks/computer-vision",
                "/sources",
                "/sources/nordsikt",
                run(),
                "/preview",
                "/sparql",
                "/licences",
                "/licences/CC-BY-SA-4.0",
                "/licences/NOASSERTION",
                COMBINE,
                dataset(page))) {
            page.navigate(site.url() + path);
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .as(path)
                    .isEqualTo(0);
        }
        previewed(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "sv, DARK"})
    void theAccessibilityRulesHold(String lang, ColorScheme colours) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale(lang).setColorScheme(colours));
        Page page = visit(context, "/?q=image&task=object-detection");
        String dataset = dataset(page);

        for (String path : List.of(
                "/?q=image&task=object-detection",
                "/?q=nosuchthing",
                dataset,
                "/tasks",
                "/tasks/object-detection",
                "/tasks/computer-vision?level=blocked",
                "/sources",
                "/sources/nordsikt",
                run(),
                "/preview",
                "/licences?use=train-commercial",
                "/licences/CC-BY-SA-4.0",
                "/licences/NOASSERTION",
                COMBINE,
                COMBINE + "&licence=quokka&unknown=quokka")) {
            page.navigate(site.url() + path);
            assertThat(Axe.violations(page)).as(path).isEmpty();
        }
        previewed(page);
        page.locator(".rule > summary").first().click();
        assertThat(Axe.violations(page)).as("a preview").isEmpty();
    }

    /** The page with what a harvest would bring, asked for by its form. */
    private static void previewed(Page page) {
        page.navigate(site.url() + "/sources/nordsikt");
        String address = page.locator("dd.iri a").first().getAttribute("href");
        page.navigate(site.url() + "/preview");
        page.locator("#url").fill(address);
        page.locator("#url").press("Enter");
        assertThat(page.locator("#result .outcome.stored")).isVisible();
    }

    private static String run() {
        return Jsoup.parse(site.page("/sources/nordsikt"))
                .select("#runs ~ .scroll tbody th a")
                .attr("href");
    }

    private static String dataset(Page page) {
        page.navigate(site.url() + "/?q=zenseact");
        return page.locator(".card h3 a").first().getAttribute("href");
    }

    private Page visit(String lang, String path) {
        return visit(browser.newContext(new Browser.NewContextOptions().setLocale(lang)), path);
    }

    private Page visit(BrowserContext context, String path) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(site.url() + "/") && !request.url().startsWith("data:"))
                complaints.add("asked " + request.url());
        });
        page.navigate(site.url() + path);
        return page;
    }

    private static Page.GetByRoleOptions named(String label) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^" + label + "\\s*\\d+$"));
    }
}
