package samdata.catalog.suitability;

import static org.assertj.core.api.Assertions.assertThat;
import static samdata.catalog.suitability.Described.judged;
import static samdata.catalog.suitability.Described.status;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A label counts only for the modality it belongs to. */
class LabelsOfModalitiesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $D mlso:hasModality mo:image ; sam:annotationType an:class-label .            | image-classification   | MET
            $D mlso:hasModality mo:image , mo:tabular ; sam:annotationType an:class-label . | image-classification | NOT_STATED
            $D mlso:hasModality mo:image , mo:tabular ; sam:annotationType an:class-label . | tabular-classification | NOT_STATED
            $D mlso:hasModality mo:image , mo:text ; sam:annotationType an:bounding-box . | object-detection       | MET
            $D mlso:hasModality mo:image , mo:text ; sam:annotationType an:bounding-box . | token-classification   | NOT_STATED
            $D mlso:hasModality mo:audio , mo:text ; sam:annotationType an:transcript .   | automatic-speech-recognition | MET
            $D mlso:hasModality mo:text , mo:source-code ; sam:annotationType an:class-label . | text-classification | MET
            $D mlso:hasModality mo:image , mo:tabular ; dcat:distribution :b . :b mlso:hasModality mo:image ; sam:annotationType an:class-label . | image-classification | MET
            $D mlso:hasModality mo:image , mo:tabular ; dcat:distribution :b . :b mlso:hasModality mo:image ; sam:annotationType an:class-label . | tabular-classification | NOT_STATED
            $D mlso:hasModality mo:image , mo:tabular ; sam:annotationType an:none .      | clustering             | MET
            $D mlso:hasModality mo:text ; sam:annotationType an:none .                    | text-classification    | NOT_MET
            $D mlso:hasModality mo:text ; sam:annotationType an:class-label .             | fill-mask              | MET
            $D mlso:hasModality mo:text ; sam:annotationType "stickers" .                 | text-classification    | NOT_STATED
            $D sam:annotationType an:class-label .                                        | image-classification   | NOT_STATED
            """)
    void aLabelCountsForWhatItBelongsTo(String turtle, String task, Status status) {
        assertThat(status(judged(task, turtle), "annotation")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mo:image            | UNKNOWN
            mo:image , mo:text  | UNKNOWN
            mo:text             | BLOCKED
            """)
    void aTaskOfTwoModalitiesNeedsWhatItCannotDoWithout(String modalities, Level level) {
        assertThat(judged("visual-question-answering", "$D mlso:hasModality " + modalities + " .")
                        .level())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"table-question-answering, BLOCKED", "question-answering, USABLE_WITH_WORK"})
    void answersInTextAreNoAnswersFromTables(String task, Level level) {
        assertThat(judged(task, "$D mlso:hasModality mo:text ; sam:annotationType an:answer-span .")
                        .level())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mo:image , "smells"  | translation      | NOT_STATED
            mo:image , "Bild"    | translation      | NOT_MET
            "images"             | object-detection | MET
            """)
    void aModalityThatNobodyKnowsLeavesItOpen(String modalities, String task, Status status) {
        assertThat(status(judged(task, "$D mlso:hasModality " + modalities + " ."), "modality"))
                .isEqualTo(status);
    }
}
