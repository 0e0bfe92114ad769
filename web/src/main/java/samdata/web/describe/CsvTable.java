package samdata.web.describe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Counts a CSV or TSV file. A row that is broken (a quote that is never closed, text after a quote, a wrong number of
 * fields) is told by its line, and reading goes on with the line after the one it begins in.
 */
final class CsvTable {
    private static final int SAMPLE = 1 << 18;
    /** Longer rows are taken for a quote that was never closed. */
    private static final int LONGEST_ROW = 1 << 23;

    private final String file;
    private final Encoding encoding;
    private final CsvDialect dialect;
    private final Table table;
    private final Rewindable source;
    private final boolean header;
    private ColumnTally[] columns = {};

    /** Where the current parser began, and the lines that stand before that. */
    private long base;

    private long lines;
    private @Nullable CSVRecord last;

    private CsvTable(String file, Encoding encoding, CsvDialect dialect, Table table, Reader in, boolean header) {
        this.file = file;
        this.encoding = encoding;
        this.dialect = dialect;
        this.table = table;
        this.source = new Rewindable(in, LONGEST_ROW);
        this.header = header;
    }

    /** The beginning of the file as text, to see its layout from; it ends with a line unless the file is one. */
    static String sample(Path path, Encoding encoding) throws IOException {
        char[] begin = new char[SAMPLE];
        try (Reader in = open(path, encoding, read -> {})) {
            int length = 0;
            for (int more = 0; more >= 0 && length < SAMPLE; more = in.read(begin, length, SAMPLE - length))
                length += more;
            String text = new String(begin, 0, length);
            int end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
            return length < SAMPLE || end < 0 ? text : text.substring(0, end + 1);
        } catch (CharacterCodingException e) {
            throw new UnreadableFile(path.getFileName() + " is not written in " + encoding.charset()
                    + " from its beginning; say --encoding");
        }
    }

    /** Counts the whole file into {@code table}. */
    static void read(
            Path path, Encoding encoding, CsvDialect dialect, boolean header, Table table, LongConsumer progress)
            throws IOException {
        String file = String.valueOf(path.getFileName());
        try (Reader in = open(path, encoding, progress)) {
            var csv = new CsvTable(file, encoding, dialect, table, in, header);
            csv.skipDeclaration();
            while (!csv.readsToTheEnd()) csv.skipBrokenLine();
            if (csv.columns.length == 0) throw new UnreadableFile(file + " holds no row that can be read; wanted CSV");
        }
    }

    private static Reader open(Path path, Encoding encoding, LongConsumer progress) throws IOException {
        InputStream in = new CountedStream(Files.newInputStream(path), progress);
        in.skipNBytes(encoding.mark());
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        encoding.charset()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
    }

    private void skipDeclaration() throws IOException {
        for (int i = 0; i < dialect.declared(); i++) if (source.read() < 0) return;
        base = dialect.declared();
        lines = dialect.declared() > 0 ? 1 : 0;
    }

    /** False when a row cannot be read: then {@link #lines} and {@link #last} tell where. */
    private boolean readsToTheEnd() throws IOException {
        last = null;
        source.rewind(base);
        source.keepFrom(base);
        // closing the parser would close the source, which the next one reads on from
        @SuppressWarnings("resource")
        CSVParser parser = dialect.format().parse(source);
        long before = lines;
        try {
            Iterator<CSVRecord> rows = parser.iterator();
            while (rows.hasNext()) {
                CSVRecord row = rows.next();
                last = row;
                lines = before + parser.getCurrentLineNumber();
                source.keepFrom(base + row.getCharacterPosition());
                row(row);
            }
            return true;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException)
                throw new UnreadableFile(file + ", near line " + (before + parser.getCurrentLineNumber())
                        + ": a byte is no " + encoding.charset() + "; mend it, or say --encoding");
            return told(Objects.requireNonNull(e.getCause()));
        }
    }

    private boolean told(IOException cause) throws IOException {
        boolean unclosed = cause instanceof Rewindable.TooLong
                || String.valueOf(cause.getMessage()).contains("EOF");
        if (!unclosed && !(cause instanceof org.apache.commons.csv.CSVException)) throw cause;
        broken = unclosed
                ? "a quote opens and is never closed"
                : "text stands after a closing quote, where " + named(dialect.delimiter())
                        + " or the end of the line was wanted";
        return false;
    }

    private String broken = "";

    /** Goes to the line after the one in which the row begins that could not be read. */
    private void skipBrokenLine() throws IOException {
        long from = base + (last == null ? 0 : last.getCharacterPosition());
        source.rewind(from);
        long line = last == null ? lines : lines - breaks(last) - 1;
        int begins = skipBlank();
        line += begins;
        if (last != null) {
            for (long i = 0; i <= breaks(last); i++) skipLine();
            line += breaks(last) + 1 + skipBlank();
        }
        table.broken().add(line + 1, broken);
        skipLine();
        lines = line + 1;
        base = source.position();
    }

    private void row(CSVRecord row) throws IOException {
        if (columns.length == 0) {
            begin(row);
            if (header) return;
        }
        if (row.size() == columns.length) {
            for (int i = 0; i < columns.length; i++) columns[i].written(row.get(i));
            table.row();
        } else if (row.size() > 1 || !row.get(0).isBlank()) {
            table.broken()
                    .add(
                            lines - breaks(row),
                            row.size() + " fields, where the " + (header ? "header" : "first row") + " has "
                                    + columns.length);
        }
    }

    private void begin(CSVRecord row) throws UnknownColumn {
        if (dialect.delimiter() != ',') table.commaIsPoint();
        Map<String, Integer> seen = new HashMap<>();
        columns = new ColumnTally[row.size()];
        for (int i = 0; i < columns.length; i++) {
            String name = header ? row.get(i).strip() : "";
            if (name.isEmpty()) {
                if (header) table.remark("Column " + (i + 1) + " has no name and is called column-" + (i + 1) + ".");
                name = "column-" + (i + 1);
            }
            int times = seen.merge(name, 1, Integer::sum);
            if (times > 1) {
                table.remark("The name \"" + name + "\" stands twice; column " + (i + 1) + " is called \"" + name + "-"
                        + times + "\".");
                name = name + "-" + times;
            }
            columns[i] = table.add(name);
        }
        table.requireTarget();
    }

    /** Line breaks within the quotes of a row. */
    private static long breaks(CSVRecord row) {
        long breaks = 0;
        for (String field : row) {
            for (int i = 0; i < field.length(); i++) {
                char c = field.charAt(i);
                if (c == '\n' || (c == '\r' && (i + 1 == field.length() || field.charAt(i + 1) != '\n'))) breaks++;
            }
        }
        return breaks;
    }

    /** How many empty lines were passed. */
    private int skipBlank() throws IOException {
        int blank = 0;
        while (true) {
            long at = source.position();
            int c = source.read();
            if (c == '\r') {
                long after = source.position();
                if (source.read() != '\n') source.rewind(after);
            } else if (c != '\n') {
                if (c >= 0) source.rewind(at);
                return blank;
            }
            blank++;
        }
    }

    private void skipLine() throws IOException {
        for (int c = source.read(); c >= 0; c = source.read()) {
            if (c == '\n') return;
            if (c != '\r') continue;
            long after = source.position();
            if (source.read() != '\n') source.rewind(after);
            return;
        }
    }

    private static String named(char delimiter) {
        return delimiter == '\t' ? "a tab" : "\"" + delimiter + "\"";
    }
}
