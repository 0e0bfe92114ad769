package samdata.catalog.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import samdata.vocab.Schemes;

/**
 * The compatibility chart of Creative Commons, "Can I combine two different CC-licensed works?", cell by cell: whether two
 * works may be remixed into one that is shared.
 */
class CreativeCommonsChartTest {
    private static final Licences LICENCES = Licences.of(Schemes.load());
    private static final List<String> ORDER = List.of(
            "CC-PDM-1.0",
            "CC0-1.0",
            "CC-BY-4.0",
            "CC-BY-SA-4.0",
            "CC-BY-NC-4.0",
            "CC-BY-ND-4.0",
            "CC-BY-NC-SA-4.0",
            "CC-BY-NC-ND-4.0");
    /** Rows and columns in the order above. */
    private static final List<String> CHART = List.of(
            "yes yes yes yes yes no yes no",
            "yes yes yes yes yes no yes no",
            "yes yes yes yes yes no yes no",
            "yes yes yes yes no  no no  no",
            "yes yes yes no  yes no yes no",
            "no  no  no  no  no  no no  no",
            "yes yes yes no  yes no yes no",
            "no  no  no  no  no  no no  no");

    static Stream<Arguments> cells() {
        return IntStream.range(0, 64).mapToObj(i -> {
            String cell = CHART.get(i / 8).split(" +", -1)[i % 8];
            return Arguments.of(ORDER.get(i / 8), ORDER.get(i % 8), cell.equals("yes"));
        });
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aRemixMayBeSharedExactlyWhereTheChartSaysSo(String a, String b, boolean remix) {
        List<Part> works = Stream.of(a, b)
                .map(id -> Part.under(LICENCES.byId(id).orElseThrow()))
                .toList();

        Answer answer = LICENCES.answer(works, Use.PUBLISH_DERIVED);

        assertThat(answer.verdict().permits()).isEqualTo(remix);
        assertThat(answer.verdict()).isNotEqualTo(Verdict.UNDECIDABLE);
        assertThat(answer.resultLicences().isEmpty()).isEqualTo(!remix);
    }
}
