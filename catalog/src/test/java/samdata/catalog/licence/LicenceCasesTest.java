package samdata.catalog.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import samdata.vocab.Schemes;

/** Questions as users ask them; the answers were worked out from the licence texts. */
class LicenceCasesTest {
    private static final Licences LICENCES = Licences.of(Schemes.load());

    /** Verdicts for train-research, train-commercial, publish-model, publish-derived and publish-collection. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CC0-1.0                         | ok               ok               ok               ok               ok
            CC-PDM-1.0                      | ok               ok               ok               ok               ok
            PDDL-1.0                        | ok               ok               ok               ok               ok
            DL-DE-ZERO-2.0                  | ok               ok               ok               ok               ok
            CC-BY-4.0                       | ok               ok               ok-with-duties   ok-with-duties   ok-with-duties
            CC-BY-2.0                       | ok               ok               ok-with-duties   ok-with-duties   ok-with-duties
            LicenseRef-CC-BY                | ok               ok               ok-with-duties   ok-with-duties   ok-with-duties
            CC-BY-SA-4.0                    | ok               ok               undecidable      ok-with-duties   ok-with-duties
            CC-BY-SA-3.0                    | ok               ok               undecidable      ok-with-duties   ok-with-duties
            LicenseRef-CC-BY-SA             | ok               ok               undecidable      undecidable      ok-with-duties
            CC-BY-NC-4.0                    | ok               not-permitted    not-permitted    ok-with-duties   ok-with-duties
            CC-BY-NC-SA-3.0                 | ok               not-permitted    not-permitted    ok-with-duties   ok-with-duties
            CC-BY-ND-4.0                    | ok               ok               undecidable      not-permitted    ok-with-duties
            CC-BY-NC-ND-4.0                 | ok               not-permitted    not-permitted    not-permitted    ok-with-duties
            CC-BY-ND-3.0                    | undecidable      undecidable      undecidable      not-permitted    ok-with-duties
            ODC-By-1.0                      | ok               ok               ok-with-duties   ok-with-duties   ok-with-duties
            ODbL-1.0                        | ok               ok               undecidable      ok-with-duties   ok-with-duties
            CDLA-Permissive-2.0             | ok               ok               ok               ok-with-duties   ok-with-duties
            CDLA-Permissive-1.0             | ok               ok               ok               ok-with-duties   ok-with-duties
            CDLA-Sharing-1.0                | ok               ok               ok               ok-with-duties   ok-with-duties
            O-UDA-1.0                       | ok               ok               ok               ok-with-duties   ok-with-duties
            C-UDA-1.0                       | ok-with-duties   ok-with-duties   ok-with-duties   ok-with-duties   ok-with-duties
            MIT                             | ok               ok               ok-with-duties   ok-with-duties   ok-with-duties
            Apache-2.0                      | ok               ok               ok-with-duties   ok-with-duties   ok-with-duties
            OGL-UK-3.0                      | ok               ok               ok-with-duties   ok-with-duties   ok-with-duties
            GPL-3.0-only                    | ok               ok               undecidable      ok-with-duties   ok-with-duties
            GFDL-1.3-or-later               | ok               ok               undecidable      ok-with-duties   ok-with-duties
            LicenseRef-OpenRAIL-D           | ok-with-duties   ok-with-duties   undecidable      ok-with-duties   ok-with-duties
            LicenseRef-Research-NC          | ok-with-duties   not-permitted    not-permitted    not-permitted    not-permitted
            LicenseRef-Member-Agreement     | ok-with-duties   ok-with-duties   ok-with-duties   not-permitted    not-permitted
            LicenseRef-All-Rights-Reserved  | not-permitted    not-permitted    not-permitted    not-permitted    not-permitted
            LicenseRef-US-Government-Work   | undecidable      undecidable      undecidable      undecidable      undecidable
            LicenseRef-MDL                  | undecidable      undecidable      undecidable      undecidable      undecidable
            NOASSERTION                     | undecidable      undecidable      undecidable      undecidable      undecidable
            """)
    void oneLicence(String id, String verdicts) {
        List<String> words = Arrays.stream(Use.values())
                .map(use -> ask(use, id).verdict().word())
                .toList();

        assertThat(words).containsExactly(verdicts.split(" +", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CC-BY-4.0         | CC-BY-SA-4.0        | ok-with-duties | CC-BY-SA-4.0
            CC-BY-SA-3.0      | CC-BY-SA-4.0        | ok-with-duties | CC-BY-SA-4.0
            CC-BY-SA-2.0      | CC-BY-SA-3.0        | ok-with-duties | CC-BY-SA-3.0 CC-BY-SA-4.0
            CC-BY-SA-1.0      | CC-BY-SA-4.0        | conflict       |
            CC-BY-NC-SA-3.0   | CC-BY-NC-SA-4.0     | ok-with-duties | CC-BY-NC-SA-4.0
            CC-BY-NC-3.0      | CC-BY-NC-SA-3.0     | ok-with-duties | CC-BY-NC-SA-4.0
            CC-BY-SA-4.0      | CC-BY-NC-4.0        | conflict       |
            CC-BY-SA-4.0      | ODbL-1.0            | conflict       |
            CC-BY-SA-4.0      | GPL-3.0-only        | ok-with-duties | GPL-3.0-only
            CC-BY-SA-3.0      | GPL-3.0-only        | conflict       |
            CC-BY-SA-4.0      | GFDL-1.3-or-later   | conflict       |
            CC-BY-SA-4.0      | CDLA-Sharing-1.0    | conflict       |
            CC-BY-SA-4.0      | C-UDA-1.0           | conflict       |
            ODbL-1.0          | CDLA-Sharing-1.0    | conflict       |
            ODbL-1.0          | ODbL-1.0            | ok-with-duties | ODbL-1.0
            ODbL-1.0          | CC-BY-4.0           | undecidable    |
            ODbL-1.0          | CC0-1.0             | ok-with-duties | ODbL-1.0
            CDLA-Sharing-1.0  | CDLA-Permissive-2.0 | ok-with-duties | CDLA-Sharing-1.0
            CDLA-Sharing-1.0  | CDLA-Permissive-1.0 | ok-with-duties | CDLA-Sharing-1.0
            CDLA-Sharing-1.0  | CDLA-Sharing-1.0    | ok-with-duties | CDLA-Sharing-1.0
            CDLA-Sharing-1.0  | CC0-1.0             | ok-with-duties | CDLA-Sharing-1.0
            CDLA-Sharing-1.0  | CC-BY-NC-4.0        | conflict       |
            CDLA-Sharing-1.0  | CC-BY-4.0           | undecidable    |
            CDLA-Permissive-1.0 | CC-BY-SA-4.0      | ok-with-duties | CC-BY-SA-4.0
            CDLA-Permissive-1.0 | CC-BY-NC-4.0      | ok-with-duties | CC-BY-NC-4.0 CC-BY-NC-SA-4.0
            CDLA-Permissive-2.0 | ODbL-1.0          | ok-with-duties | ODbL-1.0
            C-UDA-1.0         | C-UDA-1.0           | ok-with-duties | C-UDA-1.0
            C-UDA-1.0         | O-UDA-1.0           | ok-with-duties | C-UDA-1.0
            OGL-UK-3.0        | CC-BY-SA-4.0        | ok-with-duties | CC-BY-SA-4.0
            OGL-UK-3.0        | ODC-By-1.0          | ok-with-duties | ODC-By-1.0
            etalab-2.0        | ODC-By-1.0          | ok-with-duties | ODC-By-1.0
            etalab-2.0        | CC-BY-NC-SA-4.0     | ok-with-duties | CC-BY-NC-SA-4.0
            ODC-By-1.0        | CC-BY-4.0           | undecidable    |
            MIT               | GPL-3.0-only        | ok-with-duties | GPL-3.0-only
            Apache-2.0        | GPL-3.0-only        | ok-with-duties | GPL-3.0-only
            Apache-2.0        | GPL-2.0-only        | conflict       |
            MIT               | CC-BY-SA-4.0        | ok-with-duties | CC-BY-SA-4.0
            GPL-2.0-or-later  | GPL-3.0-only        | ok-with-duties | GPL-3.0-only
            GPL-2.0-only      | GPL-3.0-only        | conflict       |
            MIT               | GPL-2.0-only        | ok-with-duties | GPL-2.0-only
            BSD-3-Clause      | GPL-2.0-only        | ok-with-duties | GPL-2.0-only
            ISC               | AGPL-3.0-only       | ok-with-duties | AGPL-3.0-only
            Apache-2.0        | AGPL-3.0-only       | ok-with-duties | AGPL-3.0-only
            CC-BY-4.0         | GPL-2.0-only        | undecidable    |
            CC0-1.0           | CC-BY-SA-1.0        | ok-with-duties | CC-BY-SA-1.0
            LicenseRef-OpenRAIL-D | CC-BY-SA-4.0    | conflict       |
            LicenseRef-OpenRAIL-D | CC0-1.0         | ok-with-duties | LicenseRef-OpenRAIL-D
            CC-BY-4.0         | CC-BY-ND-4.0        | not-permitted  |
            NOASSERTION       | CC0-1.0             | undecidable    |
            NOASSERTION       | CC-BY-ND-4.0        | not-permitted  |
            LicenseRef-Research-NC | CC0-1.0        | not-permitted  |
            """)
    void twoLicencesInOneAdaptation(String a, String b, String verdict, String outbound) {
        for (Answer answer : List.of(ask(Use.PUBLISH_DERIVED, a, b), ask(Use.PUBLISH_DERIVED, b, a))) {
            assertThat(answer.verdict().word()).isEqualTo(verdict);
            List<String> ids = answer.resultLicences().stream().map(Licence::id).toList();
            if (outbound == null) assertThat(ids).isEmpty();
            else assertThat(ids).contains(outbound.split(" ", -1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CC0-1.0", "CC-PDM-1.0", "PDDL-1.0", "Unlicense", "MIT-0", "DL-DE-ZERO-2.0"})
    void materialThatAsksForNothingChangesNoVerdict(String free) {
        for (Licence licence : LICENCES.all())
            for (Use use : Use.values())
                assertThat(ask(use, free, licence.id()).verdict())
                        .as("%s with %s for %s", free, licence.id(), use)
                        .isEqualTo(ask(use, licence.id()).verdict());
    }

    @Test
    void aConflictNamesThePairAndWhereEachSaysSo() {
        Answer answer = ask(Use.PUBLISH_DERIVED, "CC0-1.0", "CC-BY-SA-4.0", "ODbL-1.0");

        assertThat(answer.verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(answer.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(List.of(conflict.a().id(), conflict.b().id())).containsExactly("CC-BY-SA-4.0", "ODbL-1.0");
            assertThat(conflict.clause()).contains("3(b)(1)").contains("4.4(a)");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "TRAIN_RESEARCH, ok",
        "TRAIN_COMMERCIAL, ok",
        "PUBLISH_COLLECTION, ok-with-duties",
        "PUBLISH_DERIVED, conflict"
    })
    void licencesAreInConflictOnlyWhereAnAdaptationIsShared(Use use, String verdict) {
        assertThat(ask(use, "CC-BY-SA-4.0", "ODbL-1.0").verdict().word()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource(Use.class)
    void anUnknownLicenceNeverYieldsOk(Use use) {
        for (Licence other : LICENCES.all())
            assertThat(ask(use, "NOASSERTION", other.id()).verdict().permits())
                    .as(other.id())
                    .isFalse();
    }

    @Test
    void aRefusalBeatsWhatIsUnclearAndSaysWhereItStands() {
        Answer answer = ask(Use.PUBLISH_MODEL, "NOASSERTION", "CC-BY-NC-4.0");

        assertThat(answer.verdict()).isEqualTo(Verdict.NOT_PERMITTED);
        assertThat(answer.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.licence().id()).isEqualTo("CC-BY-NC-4.0");
            assertThat(refusal.atom()).isEqualTo(Atom.COMMERCIAL);
            assertThat(refusal.clause()).contains("NonCommercial");
        });
    }

    @Test
    void everyDutyIsOwedToALicenceAndAClause() {
        Answer answer = ask(Use.PUBLISH_DERIVED, "CC-BY-4.0", "CDLA-Sharing-1.0", "CDLA-Permissive-2.0");
        Answer alone = ask(Use.PUBLISH_DERIVED, "CC-BY-SA-4.0");

        assertThat(answer.duties()).allSatisfy(duty -> assertThat(duty.clause()).isNotBlank());
        assertThat(alone.duties().stream().map(duty -> duty.atom().id()))
                .containsExactly("attribution", "notice", "stateChanges", "shareAlikeData");
        assertThat(ask(Use.TRAIN_COMMERCIAL, "CC-BY-SA-4.0").duties()).isEmpty();
    }

    @Test
    void theAttributionNamesWorkHolderLicenceAddressAndChanges() {
        Part roads = new Part(
                Optional.of("Roads"),
                Optional.of("North"),
                List.of(LICENCES.byId("CC-BY-4.0").orElseThrow()));

        Answer derived = LICENCES.answer(List.of(roads), Use.PUBLISH_DERIVED);
        Answer verbatim = LICENCES.answer(List.of(roads), Use.PUBLISH_COLLECTION);

        assertThat(derived.attribution())
                .isEqualTo("“Roads” by North. Licence: Creative Commons Attribution 4.0"
                        + " (https://creativecommons.org/licenses/by/4.0/). Changed from the original: [say how].");
        assertThat(verbatim.attribution("sv"))
                .isEqualTo("”Roads” av North. Licens: Creative Commons Attribution 4.0"
                        + " (https://creativecommons.org/licenses/by/4.0/).");
    }

    private static Answer ask(Use use, String... ids) {
        return LICENCES.answer(
                Arrays.stream(ids)
                        .map(id -> Part.under(LICENCES.byId(id).orElseThrow()))
                        .toList(),
                use);
    }
}
