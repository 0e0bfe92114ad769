package samdata.catalog.suitability;

import static org.assertj.core.api.Assertions.assertThat;
import static samdata.catalog.suitability.Described.concerning;
import static samdata.catalog.suitability.Described.finding;
import static samdata.catalog.suitability.Described.judged;
import static samdata.catalog.suitability.Described.status;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases written from the rules of the issue. */
class SuitabilityTest {
    /** Images of roads in which vehicles are boxed, documented in every way. */
    private static final String ROADS = """
            $D mlso:hasModality mo:image ; sam:annotationType an:bounding-box ; sam:personalData pd:anonymised ;
               it6:collectionDate "2025-06-01"^^xsd:date ; it6:collectionMethod "Cameras in 40 cars, boxed twice." ;
               it6:biasMethod "Few night drives." .
            $F it6:numberOfDatapoints 25000 ; it6:defaultTargetAttribute "box" ; it6:hasFeature :box ;
               dqv:hasQualityMeasurement :kappa .
            :box a it6:Feature ; dct:title "box" ; dct:type oml:nominal .
            :kappa dqv:isMeasurementOf q:label-agreement-kappa ; dqv:value 0.9 .
            :train a it6:Split ; dct:title "train" ; it6:isAppliedTo $F .
            :test a it6:Split ; dct:title "test" ; it6:isAppliedTo $F .
            """;

    /** A table with a nominal target, documented in every way. */
    private static final String TABLE = """
            $D mlso:hasModality mo:tabular ; sam:personalData pd:none ;
               it6:collectionDate "2026-01-01"^^xsd:date ; it6:collectionMethod "From the ledger." ; it6:biasMethod "None known so far: audited." .
            $F it6:numberOfDatapoints 30000 ; it6:defaultTargetAttribute "paid" ; it6:hasFeature :paid ;
               dqv:hasQualityMeasurement [ dqv:isMeasurementOf q:class-balance-ratio ; dqv:value 0.3 ] ,
                   [ dqv:isMeasurementOf q:missing-values-ratio ; dqv:value 0.01 ] .
            :paid a it6:Feature ; dct:title "paid" ; dct:type oml:nominal .
            :train a it6:Split ; it6:isAppliedTo $F .
            """;

    private static final String SPEECH = """
            $D mlso:hasModality mo:audio ; sam:annotationType an:transcript ; dct:language lang:%s .
            $F it6:numberOfDatapoints 90000 .
            """;

    @Test
    void aDatasetThatMeetsEverythingIsReady() {
        Assessment roads = judged("object-detection", ROADS);

        assertThat(roads.level()).isEqualTo(Level.READY);
        assertThat(roads.score()).isEqualTo(1);
        assertThat(roads.coverage()).isEqualTo(1);
        assertThat(roads.inferred()).isTrue();
        assertThat(roads.declared()).isFalse();
    }

    @Test
    void everyFindingNamesTheStatementsItWasDerivedFrom() {
        Assessment roads = judged("object-detection", ROADS);

        assertThat(roads.findings())
                .allSatisfy(finding -> assertThat(finding.evidence()).isNotEmpty());
        assertThat(finding(roads, "size").evidence())
                .singleElement()
                .satisfies(triple -> assertThat(triple.getPredicate()).isEqualTo(Terms.DATAPOINTS));
    }

    @Test
    void ofOneLevelWhatDeclaresTheTaskComesBeforeWhatIsOnlyWellDescribed() {
        Assessment described = judged("object-detection", """
                $D mlso:hasModality mo:image ; it6:collectionMethod "Cameras in 40 cars." ; it6:biasMethod "Few at night." .
                $F it6:numberOfDatapoints 25000 .
                """);
        Assessment declared = judged("object-detection", """
                $D mlso:hasModality mo:image ; sam:declaredTask t:object-detection .
                $F it6:numberOfDatapoints 3 .
                """);

        assertThat(declared.level()).isEqualTo(described.level());
        assertThat(declared.score()).isLessThan(described.score());
        assertThat(Assessment.BEST_FIRST.compare(declared, described)).isNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "$D sam:declaredTask t:credit-scoring ."})
    void imagesOfRoadsNeverFitCreditScoring(String declaration) {
        Assessment roads = judged("credit-scoring", ROADS + declaration);

        assertThat(roads.level()).isEqualTo(Level.BLOCKED);
        assertThat(roads.score()).isZero();
        assertThat(status(roads, "modality")).isEqualTo(Status.NOT_MET);
        assertThat(concerning(ROADS)).doesNotContain("credit-scoring");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mo:image", "mo:image , mo:time-series", "mo:image , mo:point-cloud", "mo:video"})
    void noRoadSetFitsCreditScoringWhateverItsSensors(String modalities) {
        String roads = ROADS.replace("mlso:hasModality mo:image", "mlso:hasModality " + modalities);

        assertThat(judged("credit-scoring", roads).level()).isEqualTo(Level.BLOCKED);
    }

    @Test
    void englishSpeechNeverFitsSwedishRecognition() {
        Assessment english = judged("swedish-speech-recognition", SPEECH.formatted("ENG"));
        Assessment swedish = judged("swedish-speech-recognition", SPEECH.formatted("SWE"));
        Assessment both = judged("swedish-speech-recognition", SPEECH.formatted("ENG , lang:SWE"));

        assertThat(english.level()).isEqualTo(Level.BLOCKED);
        assertThat(status(english, "language")).isEqualTo(Status.NOT_MET);
        assertThat(swedish.level()).isEqualTo(Level.USABLE_WITH_WORK);
        assertThat(status(both, "language")).isEqualTo(Status.MET);
    }

    @Test
    void speechOfUnstatedOrUnknownLanguageIsUnknownForSwedishRecognition() {
        String speech = "$D mlso:hasModality mo:audio ; sam:annotationType an:transcript .";

        assertThat(judged("swedish-speech-recognition", speech).level()).isEqualTo(Level.UNKNOWN);
        assertThat(judged("swedish-speech-recognition", speech + "$D dct:language \"several\" .")
                        .level())
                .isEqualTo(Level.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"object-detection", "credit-scoring", "translation", "swedish-speech-recognition", "robotics"})
    void anUndocumentedDatasetIsUnknownAndNotBlocked(String task) {
        Assessment bare = judged(task, "$D dct:title \"Data\" .");

        assertThat(bare.level()).isEqualTo(Level.UNKNOWN);
        assertThat(bare.score()).isZero();
        assertThat(bare.coverage()).isZero();
        assertThat(bare.findings()).allSatisfy(finding -> {
            assertThat(finding.status()).isEqualTo(Status.NOT_STATED);
            assertThat(finding.evidence()).isEmpty();
        });
        assertThat(concerning("$D dct:title \"Data\" .")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mlso:hasModality mo:image ;                | UNKNOWN
            sam:annotationType an:bounding-box ;       | UNKNOWN
            it6:numberOfDatapoints 25000 ;             | USABLE_WITH_WORK
            """)
    void withoutAFactThatIsNeededNothingIsReady(String fact, Level level) {
        assertThat(ROADS).contains(fact);

        assertThat(judged("object-detection", ROADS.replace(fact, "")).level()).isEqualTo(level);
    }

    @Test
    void whatIsNotStatedLowersCoverageAndNotScore() {
        Assessment short_ = judged("object-detection", ROADS.replace("it6:biasMethod \"Few night drives.\"", ""));

        assertThat(short_.level()).isEqualTo(Level.READY);
        assertThat(short_.score()).isEqualTo(1);
        assertThat(short_.coverage()).isLessThan(1).isGreaterThan(0.9);
        assertThat(status(short_, "bias")).isEqualTo(Status.NOT_STATED);
    }

    @Test
    void tooFewRecordsNeedWork() {
        Assessment few = judged("object-detection", ROADS.replace("25000", "120"));

        assertThat(status(few, "size")).isEqualTo(Status.NOT_MET);
        assertThat(few.level()).isEqualTo(Level.USABLE_WITH_WORK);
        assertThat(few.score()).isLessThan(0.8);
    }

    @Test
    void aDatasetWithOtherLabelsIsBlocked() {
        Assessment classes =
                judged("object-detection", "$D mlso:hasModality mo:image ; sam:annotationType an:class-label .");

        assertThat(classes.level()).isEqualTo(Level.BLOCKED);
        assertThat(finding(classes, "annotation").evidence()).hasSize(1);
    }

    @Test
    void aTaskThatThePublisherAdvisesAgainstIsBlockedAndSoAreNarrowerOnes() {
        String roads = ROADS + "$D sam:unsuitableFor t:object-detection .";

        assertThat(judged("object-detection", roads).excluded()).isTrue();
        assertThat(judged("object-detection", roads).level()).isEqualTo(Level.BLOCKED);
        assertThat(judged("face-detection", roads).level()).isEqualTo(Level.BLOCKED);
        assertThat(judged("image-segmentation", roads).excluded()).isFalse();
        assertThat(finding(judged("object-detection", roads), "not-excluded").gate())
                .isTrue();
    }

    @Test
    void adviceAgainstANarrowerTaskLeavesTheBroaderOneOpen() {
        Assessment roads = judged("object-detection", ROADS + "$D sam:unsuitableFor t:face-detection .");

        assertThat(roads.level()).isEqualTo(Level.READY);
        assertThat(status(roads, "not-excluded")).isEqualTo(Status.MET);
    }

    @Test
    void aDomainTaskIsNeverInferredAndUnknownUntilThePublisherSaysSo() {
        Assessment silent = judged("credit-scoring", TABLE);
        Assessment declared = judged("credit-scoring", TABLE + "$D sam:declaredTask t:credit-scoring .");

        assertThat(silent.level()).isEqualTo(Level.UNKNOWN);
        assertThat(status(silent, "domain")).isEqualTo(Status.NOT_STATED);
        assertThat(concerning(TABLE)).contains("tabular-classification").doesNotContain("credit-scoring");
        assertThat(declared.level()).isEqualTo(Level.READY);
        assertThat(declared.declared()).isTrue();
        assertThat(declared.inferred()).isFalse();
    }

    @Test
    void sentimentCannotBeToldFromLabelsOfText() {
        String text = "$D mlso:hasModality mo:text ; sam:annotationType an:class-label .";

        assertThat(concerning(text)).contains("text-classification").doesNotContain("sentiment-classification");
        assertThat(judged("sentiment-classification", text).level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void aDeclarationDoesNotOpenAFailedGateNorRaiseTheScore() {
        String declared = ROADS + "$D sam:declaredTask t:object-detection .";

        assertThat(judged("object-detection", declared).score())
                .isEqualTo(judged("object-detection", ROADS).score());
        assertThat(judged("translation", ROADS + "$D sam:declaredTask t:translation .")
                        .level())
                .isEqualTo(Level.BLOCKED);
    }

    @Test
    void aDeclaredTaskIsOneOfThoseThatConcernADatasetWhateverItsLevel() {
        assertThat(concerning("$D sam:declaredTask t:translation .")).containsExactly("translation");
        assertThat(concerning("$D mlso:hasTaskType \"ner\" .")).containsExactly("named-entity-recognition");
    }

    @Test
    void aTaskOfMldcatDeclaresItsTaskType() {
        String task = ":task a it6:Task ; it6:sourceData $D ; "
                + "it6:hasTaskType <http://openml.org/openml/task-type#supervisedclassification> .";

        assertThat(judged("tabular-classification", TABLE + task).declared()).isTrue();
    }

    @Test
    void aNarrowerDeclarationDeclaresTheBroaderTask() {
        String declared = "$D sam:declaredTask t:face-detection .";

        assertThat(judged("object-detection", declared).declared()).isTrue();
        assertThat(judged("face-detection", "$D sam:declaredTask t:object-detection .")
                        .declared())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a nominal target is a class label | nominal | tabular-classification | MET
            a nominal target is no number     | nominal | tabular-regression     | NOT_MET
            a numeric target is a number      | numeric | tabular-regression     | MET
            a numeric target is no class      | numeric | tabular-classification | NOT_MET
            """)
    void theTypeOfTheTargetSaysWhichLabelATableHas(String why, String type, String task, Status status) {
        Assessment table = judged(task, TABLE.replace("oml:nominal", "oml:" + type));

        assertThat(status(table, "annotation")).as(why).isEqualTo(status);
    }

    @Test
    void aTargetWithoutTypeIsNotStated() {
        Assessment untyped = judged("tabular-classification", TABLE.replace("; dct:type oml:nominal", ""));

        assertThat(status(untyped, "target")).isEqualTo(Status.NOT_STATED);
        assertThat(untyped.level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void oldDataCountAgainstAndUndatedDoNot() {
        Assessment old = judged("object-detection", ROADS.replace("2025-06-01", "2012-06-01"));
        Assessment undated =
                judged("object-detection", ROADS.replace("it6:collectionDate \"2025-06-01\"^^xsd:date ;", ""));

        assertThat(status(old, "recency")).isEqualTo(Status.NOT_MET);
        assertThat(status(undated, "recency")).isEqualTo(Status.NOT_STATED);
    }

    @ParameterizedTest
    @CsvSource({"none, MET", "consented, MET", "present, NOT_MET", "special, NOT_MET", "unknown, NOT_STATED"})
    void personalDataAreClearedByWhatIsSaidOfThem(String said, Status status) {
        Assessment roads = judged("object-detection", ROADS.replace("pd:anonymised", "pd:" + said));

        assertThat(status(roads, "personal-data")).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "n/a", "N/A.", "[More Information Needed]", "unknown", "-", "TODO"})
    void wordsThatSayNothingStateNothing(String said) {
        Assessment roads = judged("object-detection", ROADS.replace("Few night drives.", said));

        assertThat(status(roads, "bias")).isEqualTo(Status.NOT_STATED);
    }

    @Test
    void aTaskThatCanDoWithoutLabelsIsNotInferredFromLabelsThatAreThere() {
        assertThat(judged("object-detection", ROADS).inferred()).isTrue();
        assertThat(judged("anomaly-detection", ROADS).inferred()).isFalse();
        assertThat(judged("unconditional-image-generation", ROADS).inferred()).isFalse();
    }

    @Test
    void typedFieldsOfCroissantAreStatements() {
        String croissant = """
                $D cr:recordSet :set . :set cr:field :image , :box , :split .
                :image cr:dataType sc:ImageObject . :box cr:dataType cr:BoundingBox . :split cr:dataType sc:Text , cr:Split .
                """;
        Assessment judged = judged("object-detection", croissant);

        assertThat(judged.inferred()).isTrue();
        assertThat(status(judged, "split")).isEqualTo(Status.MET);
        assertThat(status(judged("text-classification", croissant), "modality")).isEqualTo(Status.NOT_MET);
    }

    @Test
    void whatStandsElsewhereInTheGraphIsNotAboutTheDataset() {
        String other = ":other a dcat:Dataset ; mlso:hasModality mo:image ; sam:annotationType an:bounding-box .";

        assertThat(judged("object-detection", other).coverage()).isZero();
    }

    @Test
    void theSameDescriptionIsJudgedTheSame() {
        assertThat(judged("object-detection", ROADS)).isEqualTo(judged("object-detection", ROADS));
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDatasetOfManyColumnsDoesNotHoldUpTheOthers() {
        String columns = IntStream.range(0, 50_000)
                .mapToObj("$F it6:hasFeature :c%1$d . :c%1$d dct:title \"c%1$d\" ; dct:type oml:nominal .\n"::formatted)
                .collect(Collectors.joining());

        Assessment assessment = judged(
                "tabular-classification",
                "$D mlso:hasModality mo:tabular . $F it6:defaultTargetAttribute \"c7\" .\n" + columns);

        assertThat(status(assessment, "annotation")).isEqualTo(Status.MET);
    }
}
