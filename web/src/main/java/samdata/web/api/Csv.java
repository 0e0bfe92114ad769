package samdata.web.api;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as RFC 4180 has them, for a spreadsheet. */
final class Csv {
    private Csv() {}

    static String row(Stream<String> cells) {
        return cells.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A spreadsheet takes what begins with = + - @ for a formula, so an apostrophe stands before it. */
    private static String cell(String text) {
        String tame = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return tame.matches("(?s).*[\",\\r\\n].*") ? '"' + tame.replace("\"", "\"\"") + '"' : tame;
    }
}
