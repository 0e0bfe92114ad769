package samdata.web.describe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** Counts a JSON Lines file: an object a line, the keys of objects within it as {@code outer.inner}. */
final class JsonLinesTable {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_LINE = 1 << 24;
    private static final int MOST_COLUMNS = 5000;

    private final String file;
    private final Table table;
    private final Map<String, Field> fields = new HashMap<>();
    private byte[] line = new byte[1 << 16];
    private int length;
    private long number;
    private boolean tooLong;

    /** A column, and the line that had it last. */
    private static final class Field {
        private final ColumnTally column;
        private long seen;

        Field(ColumnTally column) {
            this.column = column;
        }
    }

    private JsonLinesTable(String file, Table table) {
        this.file = file;
        this.table = table;
    }

    /** @param mark bytes at the beginning that are no text */
    static void read(Path path, int mark, Table table, LongConsumer progress) throws IOException {
        var lines = new JsonLinesTable(String.valueOf(path.getFileName()), table);
        try (InputStream in = new CountedStream(Files.newInputStream(path), progress)) {
            in.skipNBytes(mark);
            lines.read(in);
        }
        if (table.rows() == 0)
            throw new UnreadableFile(lines.file + " holds no JSON object"
                    + table.broken().first().stream()
                            .findFirst()
                            .map(place -> " (line " + place.line() + ": " + place.why() + ")")
                            .orElse("")
                    + "; wanted one object a line");
        table.requireTarget();
    }

    private void read(InputStream in) throws IOException {
        byte[] part = new byte[1 << 16];
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
            int from = 0;
            for (int i = 0; i < read; i++) {
                if (part[i] != '\n') continue;
                keep(part, from, i);
                line();
                from = i + 1;
            }
            keep(part, from, read);
        }
        line();
    }

    private void keep(byte[] part, int from, int to) {
        if (length + to - from > LONGEST_LINE) tooLong = true;
        if (tooLong) return;
        if (length + to - from > line.length) line = Arrays.copyOf(line, Math.max(line.length * 2, length + to - from));
        System.arraycopy(part, from, line, length, to - from);
        length += to - from;
    }

    private void line() throws IOException {
        number++;
        int end = length;
        length = 0;
        if (tooLong) {
            tooLong = false;
            table.broken()
                    .add(number, "longer than " + (LONGEST_LINE >> 20) + " MB, where one object a line was wanted");
            return;
        }
        while (end > 0 && line[end - 1] <= ' ' && line[end - 1] >= 0) end--;
        if (end == 0) return;
        if (isObject(end)) {
            table.row();
            try (JsonParser parser = JSON.createParser(line, 0, end)) {
                parser.nextToken();
                object(parser, "");
            }
        }
    }

    /** Reads the line once without counting, so that a broken one counts in no column. */
    private boolean isObject(int end) throws IOException {
        try (JsonParser parser = JSON.createParser(line, 0, end)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                table.broken().add(number, "a JSON " + kind(first) + ", where an object was wanted");
                return false;
            }
            parser.skipChildren();
            if (parser.nextToken() == null) return true;
            table.broken().add(number, "more than one JSON value, where one object a line was wanted");
            return false;
        } catch (JsonProcessingException e) {
            // what Jackson says would show the text it fell over
            table.broken().add(number, "no JSON from column " + e.getLocation().getColumnNr() + " on");
            return false;
        }
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "array";
            case VALUE_STRING -> "string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
            default -> "value";
        };
    }

    private void object(JsonParser parser, String prefix) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) object(parser, name + ".");
            else value(parser, value, field(name));
        }
    }

    private Field field(String name) throws UnreadableFile {
        Field field = fields.get(name);
        if (field != null) return field;
        if (fields.size() == MOST_COLUMNS)
            throw new UnreadableFile(file + ", line " + number + ": more than " + MOST_COLUMNS
                    + " different keys; wanted the same keys in each object");
        Field added = new Field(table.add(name));
        fields.put(name, added);
        return added;
    }

    private void value(JsonParser parser, JsonToken value, Field field) throws IOException {
        if (field.seen == number) {
            table.remark("Line " + number + " has a key twice; the first value counts.");
            parser.skipChildren();
            return;
        }
        field.seen = number;
        switch (value) {
            case START_ARRAY -> {
                parser.skipChildren();
                field.column.list();
            }
            case VALUE_STRING -> field.column.string(parser.getText());
            case VALUE_NUMBER_INT -> integer(parser, field.column);
            case VALUE_NUMBER_FLOAT -> field.column.decimal(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> field.column.bool(value == JsonToken.VALUE_TRUE);
            default -> {} // null
        }
    }

    private static void integer(JsonParser parser, ColumnTally column) throws IOException {
        switch (parser.getNumberType()) {
            case INT, LONG -> column.integer(parser.getLongValue());
            default -> column.written(parser.getText());
        }
    }
}
