package samdata.catalog.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import samdata.catalog.licence.Clause.Settled;
import samdata.vocab.Ontologies;
import samdata.vocab.Sam;
import samdata.vocab.Schemes;

/** The licence scheme, point by point. */
class LicenceTableTest {
    private static final Licences LICENCES = Licences.of(Schemes.load());

    @Test
    void atLeastFortyLicencesAnswerAllFifteenPointsEachWithItsClause() {
        assertThat(LICENCES.all()).hasSizeGreaterThanOrEqualTo(40).allSatisfy(licence -> {
            assertThat(licence.clauses()).hasSize(15);
            assertThat(licence.clauses().values())
                    .allSatisfy(clause -> assertThat(clause.text()).isNotBlank());
            assertThat(licence.flowClause()).isNotBlank();
        });
    }

    /** reproduce distribute derive distributeDerived commercial train shareModel, then the seven conditions and the scope. */
    @ParameterizedTest
    @CsvSource({
        "CC0-1.0,               YYYYYYY NNNNNNN Y",
        "CC-PDM-1.0,            YYYYYYY NNNNNNN ?",
        "PDDL-1.0,              YYYYYYY NNNNNNN Y",
        "CC-BY-4.0,             YYYYYYY YYYNNNN Y",
        "CC-BY-3.0,             YYYYYYY YYYNNNN ?",
        "CC-BY-SA-4.0,          YYYYYY? YYYY?NN Y",
        "CC-BY-SA-3.0,          YYYYYY? YYYY?NN ?",
        "CC-BY-NC-4.0,          YYYYNY? YYYNNNN Y",
        "CC-BY-NC-SA-4.0,       YYYYNY? YYYY?NN Y",
        "CC-BY-NC-SA-3.0,       YYYYNY? YYYY?NN ?",
        "CC-BY-ND-4.0,          YYYNYY? YYYNNNN Y",
        "CC-BY-NC-ND-4.0,       YYYNNY? YYYNNNN Y",
        "CC-BY-ND-3.0,          YYNNY?? YYNNNNN ?",
        "ODC-By-1.0,            YYYYYYY YYN?NNN Y",
        "ODbL-1.0,              YYYYYY? YYNY?NN Y",
        "CDLA-Permissive-2.0,   YYYYYYY NYNNNNN ?",
        "CDLA-Permissive-1.0,   YYYYYYY YYYNNNN Y",
        "CDLA-Sharing-1.0,      YYYYYYY YYYYNNN Y",
        "O-UDA-1.0,             YYYYYYY YYNNNNN ?",
        "C-UDA-1.0,             YYYYYYY YYNYNYY ?",
        "MIT,                   YYYYYYY YYNNNNN ?",
        "Apache-2.0,            YYYYYYY YYYNNNN ?",
        "BSD-3-Clause,          YYYYYYY YYNNNNN ?",
        "OGL-UK-3.0,            YYYYYYY YYNNNNN Y",
        "etalab-2.0,            YYYYYYY YYNNNNN Y",
        "DL-DE-BY-2.0,          YYYYYYY YYYNNNN ?",
        "GFDL-1.3-or-later,     YYYYYY? YYYY?NN ?",
        "GPL-3.0-only,          YYYYYY? YYYY?NN ?",
        "LicenseRef-OpenRAIL-D, YYYYYYY YYYN?YY ?",
        "LicenseRef-MDL,        ??????? ??????? ?",
        "LicenseRef-Research-NC, YNYNNY? YYNNNYY ?",
        "LicenseRef-Member-Agreement, YNYNYYY YNNNNYY Y",
        "NOASSERTION,           ??????? ??????? ?",
        "LicenseRef-All-Rights-Reserved, NNNNN?? NNNNNYN N",
    })
    void aLicenceSaysWhatItsTextSays(String id, String expected) {
        Licence licence = LICENCES.byId(id).orElseThrow();

        StringBuilder row = new StringBuilder();
        for (Atom atom : Atom.values()) row.append(letter(licence.settled(atom)));

        assertThat(row.toString()).isEqualTo(expected.replace(" ", ""));
    }

    @Test
    void aNameWithoutItsVersionPermitsOnlyWhatAllVersionsPermit() {
        for (Licence version : LICENCES.all()) {
            if (version.versionOf().isEmpty()) continue;
            Licence name = LICENCES.recognise(version.versionOf().get()).orElseThrow();
            for (Atom atom : Atom.values())
                if (name.settled(atom) != Settled.UNCLEAR && atom.kind() == Atom.Kind.ACT)
                    assertThat(version.settled(atom))
                            .as("%s, %s", version.id(), atom)
                            .isEqualTo(name.settled(atom));
        }
    }

    @Test
    void whateverMayBeSharedAsAnAdaptationMayBeSharedUnderSomeLicence() {
        assertThat(LICENCES.all())
                .filteredOn(licence -> licence.settled(Atom.DISTRIBUTE_DERIVED) == Settled.YES)
                .allSatisfy(licence -> assertThat(licence.mayFlowInto().isEmpty()
                                && licence.mayPerhapsFlowInto().isEmpty())
                        .as(licence.id())
                        .isFalse());
        assertThat(LICENCES.all())
                .filteredOn(licence -> licence.settled(Atom.DISTRIBUTE_DERIVED) == Settled.NO)
                .allSatisfy(licence ->
                        assertThat(licence.mayFlowInto()).as(licence.id()).isEmpty());
    }

    @Test
    void whatFlowsSomewhereForCertainIsNotAlsoUncertainAndFlowsOnlyIntoLicencesThatAreThere() {
        assertThat(LICENCES.all()).allSatisfy(licence -> {
            assertThat(licence.mayFlowInto()).noneMatch(licence.mayPerhapsFlowInto()::contains);
            assertThat(licence.mayFlowInto()).allMatch(LICENCES::isConcept);
            assertThat(licence.mayPerhapsFlowInto()).allMatch(LICENCES::isConcept);
        });
    }

    @Test
    void theUnclearPointsStandAsShortStatementsToo() {
        Graph schemes = Ontologies.schemes();

        for (Licence licence : LICENCES.all()) {
            int told = objects(schemes, licence.iri(), "unclearAction").size()
                    + objects(schemes, licence.iri(), "unclearAtom").size();
            assertThat(told).as(licence.id()).isEqualTo(licence.unclear().size());
        }
    }

    private static List<Node> objects(Graph graph, Node subject, String property) {
        return graph.find(subject, NodeFactory.createURI(Sam.NS + property), Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    private static String letter(Settled settled) {
        return switch (settled) {
            case YES -> "Y";
            case NO -> "N";
            case UNCLEAR -> "?";
        };
    }
}
