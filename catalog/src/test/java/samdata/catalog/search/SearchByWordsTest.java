package samdata.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static samdata.catalog.search.Datasets.chosen;
import static samdata.catalog.search.Datasets.dataset;
import static samdata.catalog.search.Datasets.index;
import static samdata.catalog.search.Datasets.names;
import static samdata.catalog.search.Datasets.readIn;
import static samdata.catalog.search.Datasets.words;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchByWordsTest {
    @TempDir
    Path folder;

    private SearchIndex index;

    @BeforeEach
    void fill() {
        index = index(
                folder,
                dataset("road", """
                        dct:title "Road damage in Norrbotten"@en, "Vägskador i Norrbotten"@sv ;
                        dct:description "Pictures of <b>cracks</b> & holes, taken from a bus."@en ;
                        dct:identifier "NVDB-17" ; dcat:keyword "asphalt"@en ; sam:declaredTask task:image-classification ;
                        dct:publisher ex:trafikverket . ex:trafikverket foaf:name "Trafikverket" ."""),
                dataset("snow", """
                        dct:title "Snöröjning"@sv ; dct:description "När vägarna plogas på vintern."@sv ;
                        dcat:theme theme:TRAN ."""),
                dataset("speech", """
                        dct:title "Speech of the north"@en ; dct:description "Recorded beside a road."@en ;
                        dct:license <http://creativecommons.org/licenses/by/4.0/> ;
                        dcat:distribution [ dct:title "Waveforms" ] ."""),
                dataset("wald", "dct:title \"Die Wälder\"@de ; dct:description \"Bäume zählen\"@de ."));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "roads, road, the English stem",
        "vägarnas, snow, the Swedish stem",
        "Wald, wald, the German stem",
        "snorojning, snow, without accents",
        "SNÖRÖJNING, snow, in capitals",
        "trafikverket, road, the publisher's name",
        "NVDB-17, road, an identifier",
        "asphalt, road, a keyword",
        "waveforms, speech, a distribution's title",
        "CC-BY-4.0, speech, the id of a licence known by its address",
        "bildklassificering, road, the task's Swedish name",
        "computer vision, road, the task above the stated one",
        "Norrb*, road, the beginning of a word",
        "'norrbotten,bildklassificering', road, a word of its own and a name of its task without a space",
        "damage-of-the-classification, road, joined words of which some mean nothing",
        "snow|bildklassificering, road, one word or the other",
        "bildklass*, road, the beginning of the task's Swedish name",
        "'\"from a bus\"', road, a phrase",
        "cracks of the road, road, words without meaning left out",
    })
    void aDatasetIsFoundBy(String q, String name, String because) {
        assertThat(names(index.search(words(q)))).as(because).contains(name);
    }

    @Test
    void aThemeIsFoundByItsSwedishName() {
        assertThat(names(index.search(readIn("sv", words("transporter"))))).containsExactly("snow");
    }

    @Test
    void aNameThatMatchedIsShownInTheReadersLanguage() {
        assertThat(index.search(readIn("sv", words("bildklassificering")))
                        .hits()
                        .getFirst()
                        .highlight())
                .contains("<mark>Bildklassificering</mark>");
    }

    @Test
    void theTitleWeighsMoreThanTheDescription() {
        assertThat(names(index.search(words("road")))).containsExactly("road", "speech");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CC BY", "cc-by-4.0", "CC BY 4.0"})
    void aLicenceThatIsNamedWholeStandsBeforeThoseOfItsFamily(String q) {
        Datasets.update(
                index,
                List.of(
                        dataset("a", "dct:title \"A\" ; dct:license licence:CC0-1.0 ."),
                        dataset("b", "dct:title \"B\" ; dct:license licence:CC-BY-NC-4.0 ."),
                        dataset("c", "dct:title \"C\" ; dct:license licence:CC-BY-4.0 .")),
                Set.of(),
                2);

        List<String> found = names(index.search(words(q)));
        if (q.contains("4"))
            assertThat(found)
                    .as("neither BY-NC before them nor CC0")
                    .startsWith("c", "speech")
                    .doesNotContain("a");
        else assertThat(found).last().as("CC0").isEqualTo("a");
    }

    @Test
    void allWordsAreAskedForAndOneCanBeExcluded() {
        assertThat(names(index.search(words("road bus")))).containsExactly("road");
        assertThat(names(index.search(words("road -bus")))).containsExactly("speech");
        assertThat(names(index.search(words("\"a bus from\"")))).isEmpty();
    }

    @Test
    void whatAConceptIsCalledIsExcludedLikeAnyWord() {
        assertThat(names(index.search(words("road -bildklassificering")))).containsExactly("speech");
        assertThat(names(index.search(words("north -\"image classification\""))))
                .containsExactly("speech");
    }

    @Test
    void noPhraseIsFoundAcrossTwoNamesOfATask() {
        assertThat(names(index.search(words("\"image classification\"")))).containsExactly("road");
        for (String across : List.of("\"classification bildklassificering\"", "\"bildklassificering image\""))
            assertThat(names(index.search(words(across)))).isEmpty();
    }

    @Test
    void aHitShowsThePassageThatMatchedAndNoMarkupOfTheCompany() {
        Results.Hit hit = index.search(words("crack")).hits().getFirst();

        assertThat(hit.highlight())
                .contains("<mark>cracks</mark>")
                .contains("&lt;b&gt;")
                .contains("&amp;")
                .doesNotContain("<b>");
    }

    @Test
    void aWordFoundWithoutItsAccentsIsMarkedToo() {
        assertThat(index.search(words("snorojning")).hits().getFirst().highlight())
                .isEqualTo("<mark>Snöröjning</mark>");
    }

    @Test
    void aReaderGetsTheTitleInTheirLanguageElseInEnglishElseInAny() {
        Search road = words("asphalt");

        assertThat(index.search(readIn("sv", road)).hits().getFirst().title()).isEqualTo("Vägskador i Norrbotten");
        assertThat(index.search(readIn("fi", road)).hits().getFirst().title()).isEqualTo("Road damage in Norrbotten");
        assertThat(index.search(words("wald")).hits().getFirst().title()).isEqualTo("Die Wälder");
    }

    @Test
    void aHitNamesPublisherLicenceAndTheNarrowestTask() {
        Results.Hit road = index.search(words("asphalt")).hits().getFirst();
        Results.Hit speech = index.search(words("waveforms")).hits().getFirst();

        assertThat(road.publisher()).contains(new Results.Named("https://example.org/trafikverket", "Trafikverket"));
        assertThat(road.tasks()).extracting(fit -> fit.task().id()).containsExactly("image-classification");
        assertThat(speech.licence()).map(Results.Concept::id).contains("CC-BY-4.0");
        assertThat(speech.licence()).map(Results.Concept::iri).contains("https://w3id.org/samdata/licence/CC-BY-4.0");
    }

    @Test
    void aMisspeltWordIsMendedWhenThatFindsSomething() {
        Results results = index.search(words("asfalt road"));

        assertThat(results.total()).isZero();
        assertThat(results.didYouMean()).contains("asphalt road");
        assertThat(index.search(words("bildklassifisering")).didYouMean()).contains("bildklassificering");
        assertThat(index.search(words("qqqqqq")).didYouMean()).isEmpty();
    }

    @Test
    void nothingIsMendedWhenOnlyTheChoiceFindsNothing() {
        Search none = Datasets.search("road", Map.of("licence", Set.of("nothing")));

        assertThat(index.search(none).didYouMean()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void oddInputNeverFails(String q) {
        assertThat(index.search(words(q)).total()).isNotNegative();
        assertThat(index.search(chosen("keyword", q)).total()).isZero();
    }

    static List<String> oddInputNeverFails() {
        return List.of(
                IntStream.range(0, 250)
                        .mapToObj(i -> "" + (char) ('a' + i % 26))
                        .collect(Collectors.joining("-")),
                IntStream.range(0, 90).mapToObj(i -> "w" + i).collect(Collectors.joining("/")),
                "a* ".repeat(150),
                "data ".repeat(90),
                "*",
                "**",
                "?",
                "-",
                "--",
                "- -",
                "+",
                "|",
                "||",
                "\"",
                "\"\"",
                "\"\"\"",
                "(",
                ")",
                "()",
                ")(",
                "((a)",
                "\\",
                "\\\\",
                "a\\",
                "~",
                "a~",
                "a~2",
                "\"a b\"~3",
                "^",
                "a^4",
                ":",
                "title:road",
                "[a TO b]",
                "{a}",
                "/re.*/",
                "&&",
                "AND",
                "OR NOT",
                "a AND",
                "!",
                "<script>alert(1)</script>",
                "' OR 1=1 --",
                "%00",
                "\u0000",
                "\u001F",
                "\u001E",
                "\uD800",
                "😀",
                "👩‍👩‍👧",
                "\u202E",
                "\u200B",
                "the of and",
                "-the",
                "-road",
                "ï̈̈̈̈̈̈",
                "日本語",
                "٣٤٥",
                "C++",
                "a" + "*".repeat(300),
                "(".repeat(5000),
                "a ".repeat(5000),
                "a-".repeat(3000),
                "x".repeat(40_000),
                "\"" + "a ".repeat(400) + "\"",
                "a* ".repeat(400),
                "-a ".repeat(400),
                "a|".repeat(400),
                "\t\n\r",
                "https://example.org/dataset/road");
    }
}
