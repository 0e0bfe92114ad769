package samdata.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static samdata.catalog.search.Datasets.chosen;
import static samdata.catalog.search.Datasets.counted;
import static samdata.catalog.search.Datasets.dataset;
import static samdata.catalog.search.Datasets.index;
import static samdata.catalog.search.Datasets.listed;
import static samdata.catalog.search.Datasets.names;
import static samdata.catalog.search.Datasets.readIn;
import static samdata.catalog.search.Datasets.search;
import static samdata.catalog.search.Datasets.words;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchByFacetsTest {
    @TempDir
    Path folder;

    private SearchIndex index;

    @BeforeEach
    void fill() {
        index = index(
                folder, dataset("cats", List.of("acme", "beta"), """
                        dct:title "Cats" ; sam:declaredTask task:image-classification ; mlso:hasModality modality:image ;
                        dct:issued "2023-05-01"^^xsd:date ; dcat:theme theme:AGRI ; dcat:keyword "pets"@en ;
                        dct:license <http://creativecommons.org/licenses/by/4.0/>, licence:CC-BY-4.0 ;
                        dct:publisher ex:zoo . ex:zoo foaf:name "The Zoo"@en, "Djurparken"@sv ."""), dataset("dogs", """
                        dct:title "Dogs" ; sam:declaredTask task:object-detection ; mlso:hasModality modality:image ;
                        dct:issued "2024" ; dct:license <https://example.org/our-own-terms> ; dct:publisher ex:zoo ;
                        dcat:distribution [ dcat:mediaType "text/csv" ], [ dct:format <urn:samdata:genid:1>, filetype:JSON ] .
                        <urn:samdata:genid:1> rdfs:label "JSON" ."""), dataset("letters", """
                        dct:title "Letters" ; sam:declaredTask task:text-classification ; dct:issued "some day" ;
                        dct:language language:SWE ; dcat:keyword "pets"@sv, "" ."""));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void aDatasetCountsUnderItsTaskAndAllAboveIt() {
        Results all = index.search(words(""));

        assertThat(counted(all, "task", "computer-vision").count()).isEqualTo(2);
        assertThat(counted(all, "task", "image-classification").count()).isEqualTo(1);
        assertThat(counted(all, "task", "image-classification").parent()).contains("computer-vision");
        assertThat(counted(all, "task", "computer-vision").parent()).isEmpty();
    }

    @Test
    void choicesAreAlternativesWithinAFacetAndConditionsAcrossFacets() {
        assertThat(names(index.search(chosen("task", "image-classification", "text-classification"))))
                .containsExactlyInAnyOrder("cats", "letters");
        assertThat(names(index.search(
                        search("", Map.of("task", Set.of("image-classification"), "modality", Set.of("image"))))))
                .containsExactly("cats");
        assertThat(names(index.search(
                        search("", Map.of("task", Set.of("text-classification"), "modality", Set.of("image"))))))
                .isEmpty();
    }

    @Test
    void theAlternativesToAChoiceKeepTheirCounts() {
        Results cats = index.search(chosen("task", "image-classification"));

        assertThat(cats.total()).isEqualTo(1);
        assertThat(counted(cats, "task", "text-classification").count()).isEqualTo(1);
        assertThat(counted(cats, "task", "image-classification").selected()).isTrue();
        assertThat(listed(cats, "language")).isEmpty();
    }

    @Test
    void anAddressOfAKnownLicenceCountsOnceUnderItsId() {
        assertThat(listed(index.search(words("")), "licence"))
                .extracting(Results.Value::value)
                .containsExactlyInAnyOrder("CC-BY-4.0", "https://example.org/our-own-terms");
    }

    @Test
    void aConceptCanBeChosenByAnyOfItsAddresses() {
        for (String address : List.of(
                "CC-BY-4.0",
                "https://w3id.org/samdata/licence/CC-BY-4.0",
                "http://creativecommons.org/licenses/by/4.0/")) {
            Results found = index.search(chosen("licence", address));

            assertThat(names(found)).containsExactly("cats");
            assertThat(counted(found, "licence", "CC-BY-4.0").selected()).isTrue();
        }
    }

    @Test
    void aFormatIsKnownByItsMediaTypeOrByTheLabelOfABlankNode() {
        assertThat(listed(index.search(words("")), "format"))
                .extracting(Results.Value::value)
                .containsExactlyInAnyOrder("CSV", "JSON");
    }

    @Test
    void onlyADateGivesAYear() {
        assertThat(listed(index.search(words("")), "year"))
                .extracting(Results.Value::value)
                .containsExactly("2023", "2024");
    }

    @Test
    void aDatasetOfTwoSourcesIsOneHitFoundUnderEach() {
        assertThat(index.search(words("")).total()).isEqualTo(3);
        assertThat(counted(index.search(words("")), "source", "acme").count()).isEqualTo(3);
        assertThat(names(index.search(chosen("source", "beta")))).containsExactly("cats");
    }

    @Test
    void valuesAreNamedInTheReadersLanguage() {
        Results swedish = index.search(readIn("sv", words("")));

        assertThat(counted(swedish, "publisher", "https://example.org/zoo").label())
                .isEqualTo("Djurparken");
        assertThat(counted(swedish, "language", "sv").label()).isEqualToIgnoringCase("svenska");
        assertThat(counted(index.search(words("")), "publisher", "https://example.org/zoo")
                        .label())
                .isEqualTo("The Zoo");
        assertThat(swedish.facets().getFirst().label()).isEqualTo("Uppgift");
    }

    @Test
    void valuesStandByCountThenByName() {
        assertThat(listed(index.search(words("")), "task").getFirst().value()).isEqualTo("computer-vision");
        assertThat(listed(index.search(words("")), "licence"))
                .isSortedAccordingTo(
                        java.util.Comparator.comparing(Results.Value::label, String.CASE_INSENSITIVE_ORDER));
    }

    @Test
    void aKeywordIsOneValueWhateverItsLanguage() {
        assertThat(listed(index.search(words("")), "keyword"))
                .extracting(Results.Value::value, Results.Value::count)
                .containsExactly(org.assertj.core.api.Assertions.tuple("pets", 2L));
    }

    @Test
    void aValueThatNobodyHasFindsNothingAndStaysVisible() {
        Results none = index.search(chosen("theme", "HEAL"));

        assertThat(none.total()).isZero();
        assertThat(counted(none, "theme", "HEAL")).satisfies(value -> {
            assertThat(value.count()).isZero();
            assertThat(value.selected()).isTrue();
            assertThat(value.label()).isEqualTo("Health");
        });
        assertThat(counted(none, "theme", "AGRI").count()).isEqualTo(1);
    }

    @Test
    void aFacetThatIsNotDeclaredIsRefusedNamingThoseThatAre() {
        assertThatThrownBy(() -> index.search(chosen("colour", "red")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour")
                .hasMessageContaining("licence");
    }

    @Test
    void manyChoicesAtOnceAreNoTrouble() {
        String[] many = java.util.stream.IntStream.range(0, 3000)
                .mapToObj(i -> "keyword" + i)
                .toArray(String[]::new);

        assertThat(index.search(chosen("keyword", many)).total()).isZero();
    }
}
