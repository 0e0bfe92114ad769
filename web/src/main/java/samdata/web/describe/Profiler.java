package samdata.web.describe;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Counts a data file: once over all its bytes for hash and encoding, once over its rows. */
public final class Profiler {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};

    private final Path path;
    private final String file;
    private final FileFormat format;
    private final Asked asked;
    private final ReadingProgress progress;
    private long done;

    private Profiler(Path path, FileFormat format, Asked asked, ReadingProgress progress) {
        this.path = path;
        this.file = String.valueOf(path.getFileName());
        this.format = format;
        this.asked = asked;
        this.progress = progress;
    }

    /**
     * Profiles {@code path} in memory that does not grow with it.
     *
     * @throws UnreadableFile when what it holds cannot be told
     * @throws UnknownColumn when it has no such column as the target
     */
    public static Profile profile(Path path, FileFormat format, Asked asked, ReadingProgress progress)
            throws IOException {
        return new Profiler(path, format, asked, progress).profile();
    }

    private Profile profile() throws IOException {
        long size = Files.size(path);
        LongConsumer bytes = read -> progress.at(done += read, format.isText() ? 2 * size : size);
        FirstPass first = FirstPass.over(path, format.isText(), bytes);
        requireContent(first);
        Table table = new Table(asked);
        Optional<Encoding> encoding = format.isText() ? Optional.of(encoding(first)) : Optional.empty();
        Optional<Character> delimiter = Optional.empty();
        switch (format) {
            case CSV, TSV -> delimiter = Optional.of(csv(encoding.orElseThrow(), table, bytes));
            case JSON_LINES ->
                JsonLinesTable.read(path, utf8(encoding.orElseThrow()).mark(), table, bytes);
            case PARQUET -> ParquetTable.read(path, table, progress);
        }
        if (table.rows() == 0 && table.broken().count() == 0)
            throw new UnreadableFile(
                    file + " has " + table.columns().size() + " columns and no row; wanted rows to describe");
        return result(first.facts(), encoding, delimiter, table);
    }

    private Profile result(FileFacts facts, Optional<Encoding> encoding, Optional<Character> delimiter, Table table) {
        List<ColumnProfile> columns = table.columns().stream()
                .map(column -> column.profile(table.rows()))
                .toList();
        Optional<Target> target = Optional.empty();
        for (int i = 0; i < columns.size(); i++) {
            if (asked.target().filter(columns.get(i).name()::equals).isPresent())
                target = Optional.of(table.columns().get(i).target(columns.get(i)));
        }
        return new Profile(
                file,
                format,
                facts,
                encoding,
                delimiter,
                table.rows(),
                columns,
                table.broken(),
                target,
                table.remarks());
    }

    private char csv(Encoding encoding, Table table, LongConsumer bytes) throws IOException {
        String sample = CsvTable.sample(path, encoding);
        if (sample.isBlank()) throw new UnreadableFile(file + " holds nothing but blanks; wanted a header and rows");
        CsvDialect dialect = CsvDialect.of(sample, format, asked);
        if (dialect.looksLikeData() && asked.header().isEmpty())
            throw new UnreadableFile(file + ", line 1: looks like data, and column names were wanted; say --no-header,"
                    + " or --header when these are the names");
        CsvTable.read(path, encoding, dialect, asked.header().orElse(true), table, bytes);
        return dialect.delimiter();
    }

    private Encoding encoding(FirstPass first) throws UnreadableFile {
        Optional<Charset> said = asked.encoding();
        if (said.isEmpty()) return first.evidence().decide(file);
        return first.evidence().said(said.get());
    }

    private Encoding utf8(Encoding encoding) throws UnreadableFile {
        if (encoding.charset().equals(StandardCharsets.UTF_8)) return encoding;
        throw new UnreadableFile(file + " is written in " + encoding.charset()
                + ", and JSON is UTF-8 (RFC 8259, section 8.1); convert it first");
    }

    private void requireContent(FirstPass first) throws UnreadableFile {
        if (first.facts().bytes() == 0) throw new UnreadableFile(file + " is empty; wanted " + format.word());
        byte[] begin = first.evidence().begin();
        String wanted = "; wanted " + format.word();
        if (begins(begin, ZIP))
            throw new UnreadableFile(
                    file + " is a ZIP file (an Excel workbook is one too)" + wanted + ": unpack or export it first");
        if (begins(begin, GZIP))
            throw new UnreadableFile(file + " is compressed with gzip" + wanted + ": unpack it first");
        if (format.isText() && begins(begin, PARQUET))
            throw new UnreadableFile(file + " is a Parquet file" + wanted + ": rename it, or say --format parquet");
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        if (bytes.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if (bytes[i] != with[i]) return false;
        return true;
    }
}
