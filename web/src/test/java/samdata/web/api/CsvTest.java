package samdata.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=HYPERLINK(\"http://a.example\",\"b\")", "=1\n2"})
    void whatASpreadsheetWouldRunHasAnApostropheBeforeIt(String formula) {
        assertThat(Csv.row(Stream.of(formula))).matches("(?s)\"?'.*");
    }

    @Test
    void cellsAreQuotedWhereTheyMustBeAndNowhereElse() {
        assertThat(Csv.row(Stream.of("plain", "a, b", "say \"no\"", "two\nlines", "", "http://a.example/x")))
                .isEqualTo("plain,\"a, b\",\"say \"\"no\"\"\",\"two\nlines\",,http://a.example/x\r\n");
    }
}
