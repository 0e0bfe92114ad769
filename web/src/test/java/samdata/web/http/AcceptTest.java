package samdata.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptTest {
    private static final List<String> OFFERED = List.of("text/turtle", "application/ld+json", "application/rdf+xml");
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Test
    void theHighestQualityWinsAndTheFirstOfEquals() {
        assertThat(best("application/rdf+xml;q=0.3, application/ld+json;q=0.7")).isEqualTo("application/ld+json");
        assertThat(best("application/rdf+xml, text/turtle")).isEqualTo("text/turtle");
    }

    @Test
    void aSpecificRangeSpeaksBeforeAWideOne() {
        assertThat(best("*/*, text/turtle;q=0")).isEqualTo("application/ld+json");
        assertThat(best("application/*;q=0.5, application/rdf+xml")).isEqualTo("application/rdf+xml");
    }

    @Test
    void whoeverAsksForNothingGetsTheFirstAndWhoAsksForOtherThingsNone() {
        assertThat(best("")).isEqualTo("text/turtle");
        assertThat(best("image/png")).isEqualTo("none");
        assertThat(best("nonsense;;, text/turtle;q=x")).isEqualTo("none");
    }

    @Test
    void browsersPreferHtmlAndProgramsDoNot() {
        assertThat(Accept.parse(BROWSER).prefersHtml(OFFERED)).isTrue();
        assertThat(Accept.parse("*/*").prefersHtml(OFFERED)).isFalse();
        assertThat(Accept.parse(null).prefersHtml(OFFERED)).isFalse();
        assertThat(Accept.parse("text/turtle, text/html;q=0.5").prefersHtml(OFFERED))
                .isFalse();
    }

    @Test
    void languagesComeFromTheAddressThenTheHeaderThenEnglish() {
        assertThat(Languages.choose("sv", "en")).isEqualTo("sv");
        assertThat(Languages.choose("de", "sv-SE,sv;q=0.9,en;q=0.8")).isEqualTo("sv");
        assertThat(Languages.choose(null, "de, en;q=0.5, sv;q=0.1")).isEqualTo("en");
        assertThat(Languages.choose(null, "\u0000;;")).isEqualTo("en");
    }

    private static String best(String header) {
        return Accept.parse(header).best(OFFERED).orElse("none");
    }
}
