package samdata.catalog.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import samdata.vocab.Schemes;

class DatasetLicencesTest {
    private static final Licences LICENCES = Licences.of(Schemes.load());
    private static final Node DATASET = NodeFactory.createURI("http://north.example/roads");

    @ParameterizedTest
    @EnumSource(Use.class)
    void aDatasetWithoutLicenceIsUndecidable(Use use) {
        DatasetLicences licences = read("<roads> dct:title \"Roads\" ; dct:rights \"Thanks to all who helped.\" .");

        assertThat(licences.statements()).isEmpty();
        assertThat(licences.disputed()).isFalse();
        assertThat(licences.answer(use).verdict()).isEqualTo(Verdict.UNDECIDABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dct:license <https://creativecommons.org/licenses/by/4.0/deed.sv>
            dct:license <http://publications.europa.eu/resource/authority/licence/CC_BY_4_0>
            dct:license "CC BY 4.0"
            dct:rights "Creative Commons Attribution 4.0 International"
            dct:rights <http://creativecommons.org/licenses/by/4.0/>
            dct:license [ rdfs:label "CC-BY-4.0" ]
            odrl:hasPolicy lic:CC-BY-4.0
            schema:license "https://creativecommons.org/licenses/by/4.0/"
            <https://schema.org/license> <https://spdx.org/licenses/CC-BY-4.0.html>
            dct:license "CC-BY-4.0", lic:CC-BY-4.0 ; schema:license "cc-by-4.0"
            dct:license lic:CC-BY, <https://creativecommons.org/licenses/by/4.0/>
            dcat:distribution [ dct:license lic:CC-BY-4.0 ] , [ dct:license "CC BY 4.0" ]
            dct:license lic:CC-BY-4.0 ; dcat:distribution [ dct:title "csv" ] , [ dct:title "json" ]
            sam:licenceStatement [ sam:statedBy "card" ; sam:statedLicence lic:CC-BY-4.0 ]
            """)
    void aLicenceIsReadWhereverItIsStated(String statements) {
        DatasetLicences licences = read("<roads> " + statements + " .");

        assertThat(licences.disputed()).isFalse();
        assertThat(licences.parts().values())
                .allSatisfy(part ->
                        assertThat(part.stated()).extracting(Licence::id).containsExactly("CC-BY-4.0"));
        assertThat(licences.answer(Use.TRAIN_COMMERCIAL).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void aRawValueAndTheConceptRecognisedInItAreOneStatementAsItWasWritten() {
        DatasetLicences licences = read("<roads> dct:license \"CC BY 4.0\" , lic:CC-BY-4.0 .");

        assertThat(licences.statements())
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.object().getLiteralLexicalForm()).isEqualTo("CC BY 4.0"));
    }

    @Test
    void differentLicencesOfDifferentPartsAreNoDisputeAndEachPartMustPermit() {
        DatasetLicences licences = read("""
                <roads> dcat:distribution [ sam:component "annotations" ; dct:license lic:CC-BY-4.0 ] ,
                  [ sam:component "images" ; dct:license lic:CC-BY-NC-4.0 ] .
                """);

        assertThat(licences.disputed()).isFalse();
        assertThat(licences.parts().keySet()).containsExactly("annotations", "images");
        assertThat(licences.answer(Use.TRAIN_RESEARCH).verdict()).isEqualTo(Verdict.OK);
        assertThat(licences.answer(Use.TRAIN_COMMERCIAL).verdict()).isEqualTo(Verdict.NOT_PERMITTED);
    }

    @Test
    void aPartWithoutLicenceIsUnknownWhenOnlyAnotherPartHasOne() {
        DatasetLicences licences = read("""
                <roads> dcat:distribution [ sam:component "annotations" ; dct:license lic:CC-BY-4.0 ] ,
                  [ sam:component "images" ] .
                """);

        assertThat(licences.answer(Use.TRAIN_COMMERCIAL).verdict()).isEqualTo(Verdict.UNDECIDABLE);
    }

    @Test
    void twoFilesOfOnePartSpeakForEachOther() {
        DatasetLicences licences = read("""
                <roads> dcat:distribution [ sam:component "all" ; dct:license lic:CC0-1.0 ] , [ sam:component "all" ] .
                """);

        assertThat(licences.answer(Use.TRAIN_COMMERCIAL).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void aLicenceOfTheWholeThatIsThatOfOnePartDisputesNoOther() {
        DatasetLicences licences = read("""
                <roads> dct:license lic:CC-BY-4.0 , lic:CC0-1.0 ; dcat:distribution
                  [ sam:component "annotations" ; dct:license lic:CC-BY-4.0 ] , [ sam:component "images" ; dct:license lic:CC0-1.0 ] .
                """);

        assertThat(licences.disputed()).isFalse();
    }

    /** Verdicts for train-research, train-commercial, publish-model, publish-derived and publish-collection. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lic:CC-BY-ND-4.0 | lic:CC-BY-4.0         | ok          ok            undecidable    not-permitted  ok-with-duties
            lic:CC-BY-4.0    | lic:CC-BY-NC-4.0      | ok          not-permitted not-permitted  ok-with-duties ok-with-duties
            lic:CC-BY-SA-3.0 | lic:GFDL-1.3-or-later | ok          ok            undecidable    undecidable    ok-with-duties
            lic:CC-BY-4.0    | lic:CC-BY-SA-4.0      | ok          ok            undecidable    ok-with-duties ok-with-duties
            lic:CC0-1.0      | lic:NOASSERTION       | undecidable undecidable   undecidable    undecidable    undecidable
            lic:NOASSERTION  | lic:Research-NC       | undecidable not-permitted not-permitted  not-permitted  not-permitted
            lic:CC0-1.0      | "ask us first"        | undecidable undecidable   undecidable    undecidable    undecidable
            lic:CC0-1.0      | lic:CC-BY-4.0         | ok          ok            ok-with-duties ok-with-duties ok-with-duties
            """)
    void whenTwoPartiesStateDifferentLicencesTheWorstAnswerHolds(String one, String other, String verdicts) {
        DatasetLicences licences = read("""
                <roads> sam:licenceStatement [ sam:statedBy "repository" ; sam:statedLicence %s ] ,
                  [ sam:statedBy "card" ; sam:statedLicence %s ] .
                """.formatted(one, other));

        assertThat(licences.disputed()).isTrue();
        assertThat(licences.statements())
                .extracting(statement -> statement.by().orElse(""))
                .containsExactlyInAnyOrder("repository", "card");
        assertThat(List.of(Use.values()))
                .extracting(use -> licences.answer(use).verdict().word())
                .containsExactly(verdicts.split(" +", -1));
        assertThat(licences.answer(Use.TRAIN_RESEARCH).disputed()).hasSize(1);
    }

    @Test
    void whatTheFileSaysAndWhatIsStatedOfTheWholeIsADispute() {
        DatasetLicences licences = read("""
                <roads> dct:license lic:CC-BY-4.0 ; dcat:distribution [ dct:license lic:CC-BY-NC-4.0 ] .
                """);

        assertThat(licences.disputed()).isTrue();
        assertThat(licences.answer(Use.TRAIN_COMMERCIAL).verdict()).isEqualTo(Verdict.NOT_PERMITTED);
    }

    @Test
    void theAttributionIsMadeFromTheDescription() {
        DatasetLicences licences = read("""
                <roads> dct:title "Vägar"@sv , "Roads"@en ; dct:publisher <http://north.example/> ; dct:license lic:CC-BY-4.0 .
                <http://north.example/> <http://xmlns.com/foaf/0.1/name> "North" .
                """);

        assertThat(licences.answer(Use.PUBLISH_COLLECTION).attribution())
                .isEqualTo("“Roads” by North. Licence: Creative Commons Attribution 4.0"
                        + " (https://creativecommons.org/licenses/by/4.0/).");
    }

    @Test
    void theSameDescriptionIsReadAlikeWhateverTheOrderOfItsStatements() {
        String some = "<roads> dct:license lic:CC-BY-4.0 , lic:CC0-1.0 , \"ask\" ; schema:license lic:MIT .";
        String turned = "<roads> schema:license lic:MIT . <roads> dct:license \"ask\" , lic:CC0-1.0 , lic:CC-BY-4.0 .";

        assertThat(read(some).statements()).isEqualTo(read(turned).statements());
    }

    private static DatasetLicences read(String turtle) {
        Graph graph = RDFParser.fromString("""
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX lic: <https://w3id.org/samdata/licence/>
                PREFIX odrl: <http://www.w3.org/ns/odrl/2/>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX sam: <https://w3id.org/samdata/ns#>
                PREFIX schema: <http://schema.org/>
                """ + turtle, Lang.TURTLE)
                .base("http://north.example/")
                .toGraph();
        return DatasetLicences.of(graph, DATASET, Map.of(), LICENCES);
    }
}
