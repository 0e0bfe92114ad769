package samdata.catalog.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import samdata.vocab.Labels;
import samdata.vocab.Sam;
import samdata.vocab.Schemes;

class QualityTest {
    private static final Schemes SCHEMES = Schemes.load();
    private static final QualityRules RULES = QualityRules.of(SCHEMES);
    private static final Node DATASET = NodeFactory.createURI("urn:d");

    @Test
    void thePublishedDimensionsHaveTheirPublishedPoints() {
        assertThat(RULES.dimensions().stream()
                        .collect(Collectors.toMap(
                                node -> SCHEMES.id(node).orElseThrow(),
                                node -> RULES.indicators().stream()
                                        .filter(indicator ->
                                                indicator.dimension().equals(node))
                                        .mapToInt(Indicator::points)
                                        .sum())))
                .containsEntry("findability", 100)
                .containsEntry("accessibility", 100)
                .containsEntry("interoperability", 110)
                .containsEntry("reusability", 75)
                .containsEntry("contextuality", 20)
                .containsEntry("machine-learning", 100)
                .hasSize(6);
        assertThat(RULES.indicators().stream().filter(indicator -> !indicator.isOurs()))
                .hasSize(23);
    }

    @Test
    void everyIndicatorSaysWhatItReadsAndHowToMeetItInBothLanguages() {
        for (Indicator indicator : RULES.indicators()) {
            assertThat(indicator.reads()).isNotEmpty();
            for (String lang : List.of("en", "sv"))
                assertThat(SCHEMES.graph()
                                .find(indicator.iri(), Sam.fix, Node.ANY)
                                .filterKeep(triple ->
                                        triple.getObject().getLiteralLanguage().equals(lang))
                                .toList())
                        .as("%s", indicator.iri())
                        .hasSize(1);
            assertThat(Labels.of(SCHEMES.graph(), indicator.iri(), "sv")).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "405, excellent",
        "351, excellent",
        "350, good",
        "221, good",
        "220, sufficient",
        "121, sufficient",
        "120, bad",
        "0, bad"
    })
    void ratingsBeginWhereTheMethodologySays(int points, String rating) {
        assertThat(SCHEMES.id(RULES.rating(points))).contains(rating);
    }

    @Test
    void whatIsNotStatedBringsNothing() {
        Quality quality = measure("", "");

        assertThat(quality.points()).isZero();
        assertThat(quality.outOf()).isEqualTo(405);
        assertThat(quality.mlPoints()).isZero();
        assertThat(quality.distribution()).isEmpty();
        assertThat(quality.measured()).allMatch(measured -> measured.evidence().isEmpty());
    }

    @Test
    void aBlankTextIsNothingStated() {
        assertThat(points("<urn:d> dct:publisher \"  \" .", "publisher")).isZero();
        assertThat(points("<urn:d> dct:publisher \"Me\" .", "publisher")).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://example.org/a.csv>",
                "<http://example.org>",
                "<ftp://ftp.example.org/pub/a.zip>",
                "<https://example.org:8443/a?b=c#d>",
                "<https://user@example.org/a>",
                "<https://åäö.example/a>",
                "<http://[2001:db8::1]/a>",
                "<http://93.184.216.34/a>",
                "\"https://example.org/a.csv\"",
                "\" https://example.org/a.csv \"^^xsd:anyURI"
            })
    void anAddressThatCouldBeFetchedIsOne(String address) {
        String described = "<urn:d> dcat:distribution <urn:f> . <urn:f> dcat:accessURL " + address + " .";

        assertThat(points(described, "access-url-accessibility")).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<urn:uuid:5>",
                "<mailto:a@example.org>",
                "<file:///srv/a.csv>",
                "<s3://bucket/a.csv>",
                "<http://localhost:8080/a>",
                "<http://server/a>",
                "<http://printer.local/a>",
                "<http://127.0.0.1/a>",
                "<http://10.1.2.3/a>",
                "<http://192.168.0.4/a>",
                "<http://172.20.0.4/a>",
                "<http://[::1]/a>",
                "\"on request\"",
                "\"see https://example.org/a.csv\"",
                "[]"
            })
    void anAddressThatNobodyCouldFetchIsNone(String address) {
        String described = "<urn:d> dcat:distribution <urn:f> . <urn:f> dcat:accessURL " + address + " .";

        Measured measured = one(measure(described, ""), "access-url-accessibility");

        assertThat(measured.points()).isZero();
        assertThat(measured.evidence()).hasSize(1);
    }

    @Test
    void theDistributionThatBringsMostCountsForAllIndicators() {
        Quality quality = measure("""
                <urn:d> dcat:distribution <urn:a>, <urn:b> .
                <urn:a> dcat:accessURL <https://example.org/a> ; dcat:downloadURL <https://example.org/a.csv> .
                <urn:b> dcat:accessURL <https://example.org/b> ; dct:license <urn:l> ; dct:rights <urn:r> ; dcat:byteSize 5 .
                """, "");

        assertThat(quality.distribution().orElseThrow()).hasToString("urn:a");
        assertThat(one(quality, "download-url").met()).isTrue();
        assertThat(one(quality, "licence").met()).isFalse();
        assertThat(one(quality, "rights").met()).isFalse();
    }

    @Test
    void ofEqualDistributionsTheFirstByNameCounts() {
        Quality quality = measure("<urn:d> dcat:distribution <urn:b>, <urn:a>, <urn:c> .", "");

        assertThat(quality.distribution().orElseThrow()).hasToString("urn:a");
    }

    @Test
    void aRecognisedFormatIsMachineReadableButNotFromTheVocabulary() {
        String stated = """
                <urn:d> dcat:distribution <urn:f> . <urn:f> dct:format "csv" ; dcat:mediaType "text/csv" .
                """;
        String recognised = """
                <urn:f> dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ;
                  dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> .
                """;

        Quality quality = measure(stated, recognised);

        assertThat(one(quality, "format-vocabulary").met()).isFalse();
        assertThat(one(quality, "non-proprietary").met()).isTrue();
        assertThat(one(quality, "machine-readable").evidence())
                .singleElement()
                .satisfies(triple -> assertThat(triple.getObject().getURI()).endsWith("file-type/CSV"));
        assertThat(one(measure(recognised + stated, ""), "format-vocabulary").met())
                .isTrue();
    }

    @Test
    void formatAndMediaTypeMustBothBeFromTheirVocabulary() {
        String format = """
                <urn:d> dcat:distribution <urn:f> .
                <urn:f> dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> .
                """;

        assertThat(points(format, "format-vocabulary")).isZero();
        assertThat(points(
                        format + "<urn:f> dcat:mediaType <http://www.iana.org/assignments/media-types/text/csv> .",
                        "format-vocabulary"))
                .isEqualTo(10);
    }

    @Test
    void aFormatOfTheListsIsWhatTheListsSay() {
        String described = """
                <urn:d> dcat:distribution <urn:f> .
                <urn:f> dct:format <http://publications.europa.eu/resource/authority/file-type/%s> .
                """;

        assertThat(points(described.formatted("XLSX"), "machine-readable")).isEqualTo(20);
        assertThat(points(described.formatted("XLSX"), "non-proprietary")).isZero();
        assertThat(points(described.formatted("PDF"), "machine-readable")).isZero();
        assertThat(points(described.formatted("TXT"), "non-proprietary")).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({
        "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0, 10",
        "http://europeandataportal.eu/ontologies/od-licenses#CC-BY4.0, 10",
        "https://creativecommons.org/licenses/by/4.0/, 0"
    })
    void aLicenceIsFromTheVocabularyByItsOwnName(String licence, int points) {
        String described = "<urn:d> dcat:distribution <urn:f> . <urn:f> dct:license <" + licence + "> .";

        assertThat(points(described, "licence")).isEqualTo(20);
        assertThat(points(described, "licence-vocabulary")).isEqualTo(points);
    }

    @Test
    void aLicenceOfTheDatasetIsNotOneOfTheDistribution() {
        assertThat(points("<urn:d> dct:license <urn:l> ; dcat:distribution <urn:f> .", "licence"))
                .isZero();
    }

    @Test
    void aDateCountsOnceWhoeverStatesIt() {
        String distribution = "<urn:d> dcat:distribution <urn:f> . <urn:f> dct:issued \"2026\" .";

        assertThat(points("<urn:d> dct:issued \"2026\" .", "date-of-issue")).isEqualTo(5);
        assertThat(points(distribution, "date-of-issue")).isEqualTo(5);
        assertThat(points(distribution + "<urn:d> dct:issued \"2026\" .", "date-of-issue"))
                .isEqualTo(5);
    }

    @Test
    void dcatApIsFollowedWhenNothingMandatoryIsMissingOfAnyDistribution() {
        String whole = """
                <urn:d> dct:title "T" ; dct:description "D" ; dcat:distribution <urn:a>, <urn:b> .
                <urn:a> dcat:accessURL <https://example.org/a> .
                <urn:b> dcat:accessURL <https://example.org/b> .
                """;

        assertThat(points(whole, "dcat-ap-compliance")).isEqualTo(30);
        assertThat(points(whole.replace("dct:description", "dct:abstract"), "dcat-ap-compliance"))
                .isZero();
        assertThat(points(whole.replace("<urn:b> dcat:accessURL", "<urn:b> dcat:downloadURL"), "dcat-ap-compliance"))
                .isZero();
        assertThat(points("<urn:d> dct:title \"T\" ; dct:description \"D\" .", "dcat-ap-compliance"))
                .isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "modality           | <urn:d> mlso:hasModality mo:image .",
                "features           | <urn:f> it6:hasFeature <urn:x> .",
                "features           | <urn:d> cr:recordSet <urn:x> .",
                "target             | <urn:f> it6:defaultTargetAttribute 'grade' .",
                "splits             | <urn:s> it6:isAppliedTo <urn:f> .",
                "splits             | <urn:s> it6:isAppliedTo <urn:d> .",
                "number-of-records  | <urn:f> it6:numberOfDatapoints 5 .",
                "number-of-records  | <urn:s> it6:isAppliedTo <urn:f> ; sam:splitCount 5 .",
                "label-process      | <urn:d> rai:dataAnnotationProtocol 'Two nurses' .",
                "collection         | <urn:d> it6:collectionMethod 'By hand' .",
                "bias               | <urn:d> rai:dataBiases 'Only adults' .",
                "personal-data      | <urn:d> sam:personalData <https://w3id.org/samdata/personal-data/none> .",
                "intended-use       | <urn:d> sam:declaredTask <https://w3id.org/samdata/task/object-detection> .",
                "unsuitable-use     | <urn:d> rai:dataLimitations 'No nights' .",
                "data-language      | <urn:d> mlso:hasModality mo:text ; dct:language <urn:sv> ."
            })
    void aMachineLearnerIsToldOf(String indicator, String described) {
        Quality without = measure("<urn:d> dcat:distribution <urn:e>, <urn:f> ; mlso:hasModality mo:audio .", "");
        Quality with = measure("<urn:d> dcat:distribution <urn:e>, <urn:f> . " + described, "");

        if (!indicator.equals("modality"))
            assertThat(one(without, indicator).points()).isZero();
        assertThat(one(with, indicator).met()).isTrue();
        assertThat(one(with, indicator).evidence()).isNotEmpty();
        assertThat(with.points()).isEqualTo(without.points());
    }

    @Test
    void theLanguageOfPicturesIsNotAsked() {
        assertThat(measure("<urn:d> mlso:hasModality mo:image .", "").mlOutOf()).isEqualTo(95);
        assertThat(measure("<urn:d> mlso:hasModality mo:text .", "").mlOutOf()).isEqualTo(100);
    }

    @Test
    void theNextBestFixIsTheOneThatGainsMost() {
        Quality quality = measure("""
                <urn:d> dcat:keyword "a" ; dcat:theme <urn:t> ; dcat:distribution <urn:f> .
                <urn:f> dcat:accessURL <https://example.org/> .
                """, "");

        assertThat(quality.nextBestFixes().stream()
                        .limit(3)
                        .map(fix -> fix.indicator().id()))
                .containsExactly("download-url-accessibility", "dcat-ap-compliance", "geo-search");
        assertThat(quality.nextBestFixes()).extracting(Measured::missing).isSortedAccordingTo((a, b) -> b - a);
        assertThat(quality.nextBestFixes().stream().mapToInt(Measured::missing).sum())
                .isEqualTo(405 - quality.points() + quality.mlOutOf() - quality.mlPoints());
    }

    @Test
    void theSameDescriptionGivesTheSameResult() {
        String described = """
                <urn:d> dcat:keyword "b", "a", "c" ; dcat:distribution <urn:b>, <urn:a> .
                <urn:a> dct:format "x", "y" . <urn:b> dct:format "y", "x" .
                """;

        assertThat(measure(described, "")).isEqualTo(measure(described, ""));
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDatasetOfManyDistributionsDoesNotHoldUpTheOthers() {
        String files = IntStream.range(0, 30_000)
                .mapToObj(i ->
                        "<urn:d> dcat:distribution <urn:f%1$d> . <urn:f%1$d> dcat:accessURL <urn:a> .\n".formatted(i))
                .collect(Collectors.joining());

        Quality quality = measure("<urn:d> dct:title 't' ; dct:description 'd' .\n" + files, "");

        assertThat(one(quality, "dcat-ap-compliance").met()).isTrue();
        assertThat(quality.distribution()).contains(NodeFactory.createURI("urn:f0"));
    }

    private static int points(String stated, String indicator) {
        return one(measure(stated, ""), indicator).points();
    }

    private static Measured one(Quality quality, String indicator) {
        return quality.measured().stream()
                .filter(measured -> measured.indicator().id().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static Quality measure(String stated, String recognised) {
        return RULES.measure(DATASET, turtle(stated), turtle(recognised));
    }

    private static Graph turtle(String text) {
        String prefixes = """
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX it6: <http://data.europa.eu/it6/>
                PREFIX mlso: <http://w3id.org/mlso/>
                PREFIX mo: <https://w3id.org/samdata/modality/>
                PREFIX rai: <http://mlcommons.org/croissant/RAI/>
                PREFIX cr: <http://mlcommons.org/croissant/>
                PREFIX sam: <https://w3id.org/samdata/ns#>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                """;
        return RDFParser.fromString(prefixes + text, Lang.TURTLE).toGraph();
    }
}
