package samdata.web.describe;

import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.metadata.RepetitionType;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.LayerKind;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.Validity;
import dev.hardwood.schema.SchemaNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Counts a Parquet file, column by column and batch by batch. The fields of a structure are columns of their own
 * ({@code outer.inner}); a list or a map is one column of lists.
 */
final class ParquetTable {
    /** Tells at each start whether it has vector instructions; kept here, because a logger that nobody holds forgets its level. */
    private static final Logger HARDWOOD = Logger.getLogger("dev.hardwood");

    static {
        HARDWOOD.setLevel(Level.WARNING);
    }

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);
    private static final int THREADS = 2;
    private static final int BATCH = 8192;
    /** The day number that Julian days of INT96 timestamps have on 1970-01-01. */
    private static final long JULIAN_EPOCH = 2_440_588;

    private final ParquetFileReader reader;
    private final Table table;

    private ParquetTable(ParquetFileReader reader, Table table) {
        this.reader = reader;
        this.table = table;
    }

    /** @param list whether it is the first leaf below a list or map, of which only being there is counted */
    private record Leaf(String name, SchemaNode.PrimitiveNode node, boolean list) {}

    /** @param progress told columns */
    static void read(Path path, Table table, ReadingProgress progress) throws IOException {
        String file = String.valueOf(path.getFileName());
        requireWhole(path, file);
        try (HardwoodContext context = HardwoodContext.create(THREADS);
                ParquetFileReader reader = ParquetFileReader.open(InputFile.of(path), context)) {
            requireReadable(reader, file);
            new ParquetTable(reader, table).read(progress);
        } catch (UnreadableFile | UnknownColumn e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFile(file + " is damaged or uses what is not read here: " + words(e));
        }
    }

    private static void requireWhole(Path path, String file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "r")) {
            byte[] ends = new byte[8];
            if (bytes.length() >= 12) {
                bytes.readFully(ends, 0, 4);
                bytes.seek(bytes.length() - 4);
                bytes.readFully(ends, 4, 4);
            }
            if (startsWith(ends, 0, ENCRYPTED))
                throw new UnreadableFile(file + " is encrypted; wanted a Parquet file in the clear");
            if (!startsWith(ends, 0, MAGIC))
                throw new UnreadableFile(file + " is no Parquet file: it does not begin with PAR1");
            if (!startsWith(ends, 4, MAGIC))
                throw new UnreadableFile(file + " is cut off: a Parquet file ends with PAR1, and this one, of "
                        + bytes.length() + " bytes, does not");
        }
    }

    private static void requireReadable(ParquetFileReader reader, String file) throws UnreadableFile {
        for (RowGroup group : reader.getFileMetaData().rowGroups()) {
            for (ColumnChunk chunk : group.columns()) {
                CompressionCodec codec = chunk.metaData().codec();
                if (codec == CompressionCodec.BROTLI || codec == CompressionCodec.LZO)
                    throw new UnreadableFile(
                            file + " is compressed with " + codec + "; wanted snappy, zstd, gzip, lz4 or none");
            }
        }
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] word) {
        for (int i = 0; i < word.length; i++) if (bytes[at + i] != word[i]) return false;
        return true;
    }

    private static String words(Exception e) {
        Throwable cause = e;
        while (cause.getMessage() == null && cause.getCause() != null) cause = cause.getCause();
        String message = cause.getMessage();
        return message == null
                ? "the reader gave up without a word"
                : message.lines().findFirst().orElse("");
    }

    private void read(ReadingProgress progress) throws IOException {
        List<Leaf> leaves = new ArrayList<>();
        for (SchemaNode field : reader.getFileSchema().getRootNode().children()) collect(field, "", leaves);
        List<ColumnTally> columns =
                leaves.stream().map(leaf -> table.add(leaf.name())).toList();
        table.requireTarget();
        table.rows(reader.getFileMetaData().numRows());
        for (int i = 0; i < columns.size(); i++) {
            count(leaves.get(i), columns.get(i));
            progress.at(i + 1, columns.size());
        }
    }

    private static void collect(SchemaNode node, String prefix, List<Leaf> leaves) {
        boolean repeated = node.repetitionType() == RepetitionType.REPEATED;
        switch (node) {
            case SchemaNode.PrimitiveNode leaf -> leaves.add(new Leaf(prefix + leaf.name(), leaf, repeated));
            case SchemaNode.GroupNode group -> {
                if (repeated || group.isList() || group.isMap())
                    leaves.add(new Leaf(prefix + group.name(), first(group), true));
                else for (SchemaNode child : group.children()) collect(child, prefix + group.name() + ".", leaves);
            }
        }
    }

    private static SchemaNode.PrimitiveNode first(SchemaNode.GroupNode group) {
        SchemaNode node = group;
        while (node instanceof SchemaNode.GroupNode inner)
            node = inner.children().getFirst();
        return (SchemaNode.PrimitiveNode) node;
    }

    private void count(Leaf leaf, ColumnTally column) {
        try (ColumnReader batches = reader.buildColumnReader(leaf.node().columnIndex())
                .batchSize(BATCH)
                .build()) {
            while (batches.nextBatch()) {
                if (leaf.list()) lists(batches, column);
                else new Values(batches, leaf.node(), column).count();
            }
        }
    }

    /** A row has its list unless the list, or a structure around it, is null. */
    private static void lists(ColumnReader batch, ColumnTally column) {
        int layer = 0;
        while (layer < batch.getLayerCount() && batch.getLayerKind(layer) != LayerKind.REPEATED) layer++;
        for (int row = 0; row < batch.getRecordCount(); row++) {
            boolean there = true;
            for (int i = 0; i <= layer && i < batch.getLayerCount(); i++)
                there &= batch.getLayerValidity(i).isNotNull(row);
            if (there) column.list();
        }
    }

    /** The values of one batch of a column without lists: one a row. */
    private record Values(ColumnReader batch, SchemaNode.PrimitiveNode node, ColumnTally column) {
        void count() {
            // without a logical type a column says no more than how its values are stored
            LogicalType logical = node.logicalType() == null ? new LogicalType.NullType() : node.logicalType();
            switch (node.type()) {
                case BOOLEAN -> {
                    boolean[] values = batch.getBooleans();
                    each(row -> column.bool(values[row]));
                }
                case INT32 -> ints(logical, batch.getInts());
                case INT64 -> longs(logical, batch.getLongs());
                case FLOAT -> {
                    float[] values = batch.getFloats();
                    each(row -> column.decimal(values[row]));
                }
                case DOUBLE -> {
                    double[] values = batch.getDoubles();
                    each(row -> column.decimal(values[row]));
                }
                case INT96, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY ->
                    bytes(logical, batch.getBinaryValues(), batch.getBinaryOffsets());
            }
        }

        private void each(IntConsumer value) {
            Validity there = batch.getLeafValidity();
            int rows = batch.getRecordCount();
            if (!there.hasNulls()) for (int row = 0; row < rows; row++) value.accept(row);
            else for (int row = 0; row < rows; row++) if (there.isNotNull(row)) value.accept(row);
        }

        private void ints(LogicalType logical, int[] values) {
            switch (logical) {
                case LogicalType.DateType date -> each(row -> day(values[row]));
                case LogicalType.DecimalType decimal -> {
                    double unit = Math.pow(10, -decimal.scale());
                    each(row -> column.decimal(values[row] * unit));
                }
                case LogicalType.IntType integer -> {
                    boolean signed = integer.isSigned();
                    each(row -> column.integer(signed ? values[row] : Integer.toUnsignedLong(values[row])));
                }
                default -> each(row -> column.integer(values[row]));
            }
        }

        private void longs(LogicalType logical, long[] values) {
            switch (logical) {
                case LogicalType.TimestampType time -> {
                    long unit = switch (time.unit()) {
                        case MILLIS -> 1_000;
                        case MICROS -> 1_000_000;
                        case NANOS -> 1_000_000_000;
                    };
                    each(row -> moment(values[row], unit, time.isAdjustedToUTC()));
                }
                case LogicalType.DecimalType decimal -> {
                    double unit = Math.pow(10, -decimal.scale());
                    each(row -> column.decimal(values[row] * unit));
                }
                default -> each(row -> column.integer(values[row]));
            }
        }

        private void bytes(LogicalType logical, byte[] values, int[] offsets) {
            if (node.type() == PhysicalType.INT96) {
                each(row -> int96(values, offsets[row]));
                return;
            }
            switch (logical) {
                case LogicalType.StringType text ->
                    each(row -> column.utf8(values, offsets[row], offsets[row + 1] - offsets[row]));
                case LogicalType.EnumType word ->
                    each(row -> column.utf8(values, offsets[row], offsets[row + 1] - offsets[row]));
                case LogicalType.JsonType json ->
                    each(row -> column.utf8(values, offsets[row], offsets[row + 1] - offsets[row]));
                case LogicalType.DecimalType decimal -> {
                    double unit = Math.pow(10, -decimal.scale());
                    each(row -> column.decimal(
                            new BigInteger(values, offsets[row], offsets[row + 1] - offsets[row]).doubleValue()
                                    * unit));
                }
                case LogicalType.Float16Type half ->
                    each(row -> column.decimal(Float.float16ToFloat(
                            (short) ((values[offsets[row]] & 0xFF) | values[offsets[row] + 1] << 8))));
                default -> each(row -> column.binary(values, offsets[row], offsets[row + 1] - offsets[row]));
            }
        }

        private void day(int day) {
            column.date(column.wantsTexts() ? LocalDate.ofEpochDay(day).toString() : "", true, day);
        }

        private void moment(long value, long unit, boolean utc) {
            String text = "";
            if (column.wantsTexts()) {
                long nanos = Math.floorMod(value, unit) * (1_000_000_000 / unit);
                text = Instant.ofEpochSecond(Math.floorDiv(value, unit), nanos).toString();
                if (!utc) text = text.substring(0, text.length() - 1);
            }
            column.date(text, false, value);
        }

        /** Nanoseconds of the day and a Julian day, both little-endian. */
        private void int96(byte[] values, int at) {
            long nanos = 0;
            for (int i = 7; i >= 0; i--) nanos = nanos << 8 | (values[at + i] & 0xFF);
            long day = 0;
            for (int i = 11; i >= 8; i--) day = day << 8 | (values[at + i] & 0xFF);
            long seconds = (day - JULIAN_EPOCH) * 86_400;
            String text =
                    column.wantsTexts() ? Instant.ofEpochSecond(seconds, nanos).toString() : "";
            column.date(text, false, seconds * 1_000_000_000 + nanos);
        }
    }
}
