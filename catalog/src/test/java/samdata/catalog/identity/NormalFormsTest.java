package samdata.catalog.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalFormsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.data.example/birds",
                "http://data.example/birds/",
                "HTTPS://Data.Example:443/birds/index.html",
                "https://data.example/sv/birds?utm_source=mail&lang=sv",
                "https://data.example/%62irds#top"
            })
    void oneAddressHasOneForm(String written) {
        assertThat(Addresses.normalised(written)).contains("data.example/birds");
    }

    @Test
    void whatNamesAnotherPageStaysApart() {
        assertThat(Addresses.normalised("https://data.example/show?b=2&id=7")).contains("data.example/show?b=2&id=7");
        assertThat(Addresses.normalised("https://data.example/show?id=7&b=2")).contains("data.example/show?b=2&id=7");
        assertThat(Addresses.normalised("https://data.example/#/set/7")).contains("data.example#/set/7");
        assertThat(Addresses.normalised("https://data.example:8080/a%2Fb")).contains("data.example:8080/a%2Fb");
        assertThat(Addresses.normalised("ask the office")).isEmpty();
        assertThat(Addresses.isFrontPage("data.example")).isTrue();
        assertThat(Addresses.isFrontPage("data.example/a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.5281/Zenodo.7",
                "doi:10.5281/zenodo.7",
                "DOI: 10.5281/zenodo.7",
                "https://doi.org/10.5281/zenodo.7",
                "http://dx.doi.org/10.5281/ZENODO.7/",
                "info:doi/10.5281/zenodo.7"
            })
    void oneDoiHasOneForm(String written) {
        assertThat(Identifiers.global(written)).contains(new Key(Space.IDENTIFIER, "doi:10.5281/zenodo.7"));
    }

    @Test
    void aUuidIsOneWithOrWithoutItsUrn() {
        String uuid = "0f8fad5b-d9cb-469f-a165-70867728950e";

        assertThat(Identifiers.global("urn:uuid:" + uuid)).isEqualTo(Identifiers.global("{" + uuid + "}"));
        assertThat(Identifiers.global("urn:nbn:se:kb-7")).contains(new Key(Space.IDENTIFIER, "urn:nbn:se:kb-7"));
    }

    @Test
    void anIdentifierOfOneCatalogueIsNoneInTheWorld() {
        assertThat(Identifiers.global("1")).isEmpty();
        assertThat(Identifiers.local("1")).isEmpty();
        assertThat(Identifiers.global("birds-2020-a")).isEmpty();
        assertThat(Identifiers.local("birds-2020-a")).isPresent();
    }

    @Test
    void aTextIsItsWordsInAnyScript() {
        assertThat(Prose.of("<p>Fåglar &amp; träd, 12 345 st.</p>").words())
                .containsExactly("fåglar", "träd", "12345", "st");
        assertThat(Prose.of("道路标志 2020年").words()).containsExactly("道", "路", "标", "志", "2020", "年");
        assertThat(Prose.of("12,345.5 m").numbers())
                .isEqualTo(Prose.of("12.345,5 m").numbers());
    }

    @Test
    void namesAreWhatIsWrittenAsNamesAreWithinASentence() {
        assertThat(Prose.of("Counts of birds in Lund, by zone 3. They come yearly.")
                        .names())
                .containsExactly("lund", "3");
        assertThat(Prose.of("Bird Counts In Lund").names()).isEmpty();
    }
}
