package samdata.web.describe;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How a CSV file is laid out, as far as its beginning tells.
 *
 * @param declared characters of a first line that names the delimiter, as Excel writes it ({@code sep=;}); 0 without one
 * @param looksLikeData whether the first row is of the same kinds as the rows below it, so that it names no columns
 */
record CsvDialect(char delimiter, int declared, boolean looksLikeData) {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int ROWS = 200;

    static CsvDialect of(String sample, FileFormat format, Asked asked) {
        int declared = sample.regionMatches(true, 0, "sep=", 0, 4) ? afterLine(sample) : 0;
        char delimiter = asked.delimiter()
                .orElseGet(() -> declared >= 6
                        ? sample.charAt(4)
                        : format == FileFormat.TSV ? '\t' : detected(sample.substring(declared)));
        return new CsvDialect(delimiter, declared, looksLikeData(rows(sample.substring(declared), delimiter)));
    }

    CSVFormat format() {
        return format(delimiter);
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get();
    }

    private static int afterLine(String sample) {
        int end = sample.indexOf('\n');
        return end < 0 ? sample.length() : end + 1;
    }

    /** The one by which most rows have the same number of fields, and the most fields of those. */
    private static char detected(String sample) {
        char best = ',';
        double most = 0;
        for (char delimiter : DELIMITERS) {
            double score = score(rows(sample, delimiter));
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        return best;
    }

    private static double score(List<CSVRecord> rows) {
        Map<Integer, Integer> sizes = new HashMap<>();
        rows.forEach(row -> sizes.merge(row.size(), 1, Integer::sum));
        return sizes.entrySet().stream()
                .filter(size -> size.getKey() > 1)
                .mapToDouble(size -> (double) size.getValue() / rows.size() + Math.min(size.getKey(), 500) * 1e-4)
                .max()
                .orElse(0);
    }

    private static List<CSVRecord> rows(String sample, char delimiter) {
        List<CSVRecord> rows = new ArrayList<>();
        try (CSVParser parser = format(delimiter).parse(new StringReader(sample))) {
            for (CSVRecord row : parser) {
                rows.add(row);
                if (rows.size() == ROWS) break;
            }
        } catch (UncheckedIOException | IOException e) {
            return rows; // broken, or cut off in the middle of a quote: those before it are enough
        }
        return rows;
    }

    private static boolean looksLikeData(List<CSVRecord> rows) {
        if (rows.size() < 2) return false;
        CSVRecord first = rows.getFirst();
        int plain = 0;
        int alike = 0;
        boolean years = true;
        for (int column = 0; column < first.size(); column++) {
            if (!isPlain(rows, column)) continue;
            plain++;
            if (!isPlain(Written.of(first.get(column)))) continue;
            alike++;
            years &= first.get(column).strip().matches("[12]\\d{3}");
        }
        return plain > 0 && alike == plain && !years;
    }

    /** Whether all cells below the first are numbers or dates. */
    private static boolean isPlain(List<CSVRecord> rows, int column) {
        boolean any = false;
        for (CSVRecord row : rows.subList(1, rows.size())) {
            if (column >= row.size()) continue;
            Written kind = Written.of(row.get(column));
            if (kind == Written.NOTHING || kind == Written.MISSING_WORD) continue;
            if (!isPlain(kind)) return false;
            any = true;
        }
        return any;
    }

    private static boolean isPlain(Written kind) {
        return switch (kind) {
            case INTEGER, WHOLE, DECIMAL, COMMA_DECIMAL, DATE, DATE_TIME -> true;
            case NOTHING, CODE, BOOLEAN, MISSING_WORD, TEXT -> false;
        };
    }
}
