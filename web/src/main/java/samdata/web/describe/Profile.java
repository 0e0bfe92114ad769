package samdata.web.describe;

import java.util.List;
import java.util.Optional;

/**
 * A data file as it was counted.
 *
 * @param encoding of text files
 * @param delimiter of CSV and TSV
 * @param rows that could be read; broken ones are apart
 * @param remarks what a reader should know of the file, a sentence each
 */
public record Profile(
        String fileName,
        FileFormat format,
        FileFacts file,
        Optional<Encoding> encoding,
        Optional<Character> delimiter,
        long rows,
        List<ColumnProfile> columns,
        BrokenRows broken,
        Optional<Target> target,
        List<String> remarks) {

    /** Of all cells; 0 when there is none. */
    public double missingShare() {
        double cells = (double) rows * columns.size();
        return cells == 0
                ? 0
                : columns.stream().mapToLong(ColumnProfile::missing).sum() / cells;
    }

    /** Whether the file is a table of plain values, at least one of them other than free text. */
    boolean isTabular() {
        return columns.stream()
                        .noneMatch(column -> column.type() == ColumnType.LIST || column.type() == ColumnType.BINARY)
                && columns.stream().anyMatch(column -> switch (column.type()) {
                    case INTEGER, DECIMAL, BOOLEAN, DATE, DATE_TIME, CATEGORICAL -> true;
                    case TEXT, LIST, BINARY, EMPTY -> false;
                });
    }
}
