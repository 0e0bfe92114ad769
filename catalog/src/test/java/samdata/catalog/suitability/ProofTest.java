package samdata.catalog.suitability;

import static org.assertj.core.api.Assertions.assertThat;
import static samdata.catalog.suitability.Described.judged;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What models prove stands beside the score and is never part of it. */
class ProofTest {
    private static final String MODEL = """
            :model a it6:MachineLearningModel ; it6:trainedOn $D ; mlso:hasTaskType t:translation ;
              dqv:hasQualityMeasurement [ dqv:isMeasurementOf :bleu ; dqv:value 31.5 ] .
            """;

    @Test
    void aModelWithAMeasureProvesItsTaskWhateverTheScore() {
        Assessment translation = judged("translation", MODEL);

        assertThat(translation.proven()).singleElement().satisfies(proof -> {
            assertThat(proof.model().getURI()).endsWith("/model");
            assertThat(proof.measure().getURI()).endsWith("/bleu");
            assertThat(proof.value()).isEqualTo("31.5");
        });
        assertThat(translation.level()).isEqualTo(Level.UNKNOWN);
        assertThat(translation.score()).isZero();
        assertThat(judged("summarization", MODEL).proven()).isEmpty();
        assertThat(Described.concerning(MODEL)).containsExactly("translation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"see benchmark", "", "good"})
    void aResultWithoutANumberProvesNothing(String result) {
        String told =
                ":model it6:testedOn $D ; mlso:hasTaskType t:translation ; it6:evaluationResults \"" + result + "\" .";

        assertThat(judged("translation", told).proven()).isEmpty();
    }

    @Test
    void aModelWithoutATaskProvesTheOneDeclaredTaskAndNoneOfSeveral() {
        String model =
                ":model it6:trainedOn $D ; it6:evaluationResults \"BLEU 31\" . $D sam:declaredTask t:translation .";

        assertThat(judged("translation", model).proven()).hasSize(1);
        assertThat(judged("translation", model + "$D sam:declaredTask t:summarization .")
                        .proven())
                .isEmpty();
    }
}
