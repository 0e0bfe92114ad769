package samdata.harvester.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import samdata.catalog.check.Rule;
import samdata.catalog.check.Violation;

class ReportTest {
    @Test
    void rulesStandByProfileTheGravestAndThenTheMostFrequentFirst() {
        var all = new ArrayList<Run.Finding>();
        IntStream.range(0, 3).forEach(i -> all.add(finding("urn:" + i, "warning", "mine", "a")));
        all.add(finding("urn:0", "warning", "dcat-ap", "seldom"));
        IntStream.range(0, 250).forEach(i -> all.add(finding("urn:" + i, "warning", "dcat-ap", "often")));
        all.add(finding("urn:0", "violation", "dcat-ap", "grave"));

        var report = Report.of(Findings.of(all).examples());

        assertThat(report.profiles()).extracting(Report.ByProfile::profile).containsExactly("dcat-ap", "mine");
        var first = report.profiles().getFirst();
        assertThat(first.rules())
                .extracting(broken -> broken.violation().rule().id())
                .containsExactly("grave", "often", "seldom");
        assertThat(first.rules().get(1).times()).isEqualTo(250);
        assertThat(first.rules().get(1).examples()).hasSize(Run.Finding.EXAMPLES);
        assertThat(first.times("warning")).isEqualTo(251);
        assertThat(first.times("violation")).isEqualTo(1);
    }

    @Test
    void overAllProfilesTheGravestAndThenWhatMostDatasetsBreakComesFirst() {
        var all = new ArrayList<Run.Finding>();
        IntStream.range(0, 9).forEach(i -> all.add(finding("urn:0", "warning", "dcat-ap", "often in one")));
        IntStream.range(0, 3).forEach(i -> all.add(finding("urn:" + i, "warning", "mine", "in three")));
        IntStream.range(0, 150).forEach(i -> all.add(finding("urn:" + i, "warning", "mine", "in 150")));
        IntStream.range(0, 200).forEach(i -> all.add(finding("urn:" + i, "info", "dcat-ap", "light")));
        all.add(finding("urn:0", "violation", "mine", "grave"));

        assertThat(Report.of(Findings.of(all).examples()).byWeight())
                .extracting(broken -> broken.violation().rule().id())
                .containsExactly("grave", "in 150", "in three", "often in one", "light");
    }

    @Test
    void nothingFoundIsAnEmptyReport() {
        assertThat(Report.of(List.of()).profiles()).isEmpty();
    }

    private static Run.Finding finding(String dataset, String severity, String profile, String id) {
        var rule = new Rule(profile, id, "", "", "");
        return new Run.Finding(
                new Violation(dataset, "urn:p", severity, "Wrong.", "Mend.", rule), OptionalLong.empty(), 1);
    }
}
