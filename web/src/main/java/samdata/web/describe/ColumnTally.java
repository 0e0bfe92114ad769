package samdata.web.describe;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts one column, a value at a time, in memory that does not grow with the file. */
final class ColumnTally {
    private static final Hasher64 HASHER = Hashing.komihash5_0();
    /** More are no categories. */
    private static final int MOST_CATEGORIES = 100;
    /** How often a category occurs, on average, at least. */
    private static final int CATEGORY_AT_LEAST = 4;

    private final String name;
    private final Set<String> missingWords;
    private final boolean commaIsPoint;
    private final DistinctValues distinct;
    private final @Nullable RangeTally range;
    private final @Nullable ClassTally classes;
    private final long[] words = new long[Written.MISSING.size()];

    private long integers;
    private long decimals;
    private long commaDecimals;
    private long fractions;
    private long booleans;
    private long dates;
    private long dateTimes;
    private long texts;
    private long codes;
    private long lists;
    private long binaries;

    /** @param commaIsPoint whether 3,14 may be a number */
    ColumnTally(String name, Asked asked, boolean commaIsPoint, DistinctValues.Budget budget) {
        this.name = name;
        this.missingWords = asked.missing();
        this.commaIsPoint = commaIsPoint;
        this.distinct = new DistinctValues(budget);
        this.range = asked.withValues() ? new RangeTally() : null;
        this.classes = asked.target().filter(name::equals).isPresent() ? new ClassTally(asked.withValues()) : null;
    }

    String name() {
        return name;
    }

    /** A cell whose type is to be seen from its text. */
    void written(String cell) {
        Written kind = Written.of(cell);
        if (kind == Written.NOTHING || (!missingWords.isEmpty() && missingWords.contains(cell.strip()))) return;
        if (kind == Written.MISSING_WORD) {
            words[Written.MISSING.indexOf(cell.strip())]++;
            return;
        }
        value(cell);
        switch (kind) {
            case INTEGER -> number(cell, false, 0);
            case WHOLE -> number(cell, true, 0);
            case DECIMAL -> number(cell, true, 1);
            case COMMA_DECIMAL -> commaNumber(cell);
            case BOOLEAN -> booleans++;
            case DATE, DATE_TIME -> date(cell.strip(), kind == Written.DATE);
            case CODE -> {
                codes++;
                texts++;
            }
            case TEXT -> texts++;
            case NOTHING, MISSING_WORD -> {}
        }
    }

    /** A text that says itself that it is one; only a date may hide in it. */
    void string(String text) {
        if (text.isEmpty() || missingWords.contains(text)) return;
        value(text);
        Written kind = text.length() < 10 ? Written.TEXT : Written.of(text);
        if (kind == Written.DATE || kind == Written.DATE_TIME) date(text.strip(), kind == Written.DATE);
        else texts++;
    }

    /** UTF-8 bytes of a text. */
    void utf8(byte[] bytes, int from, int length) {
        if (length == 0) return;
        distinct.add(HASHER.hashBytesToLong(bytes, from, length));
        if (classes != null) classes.add(new String(bytes, from, length, StandardCharsets.UTF_8), 1);
        texts++;
    }

    void integer(long value) {
        distinct.add(HASHER.hashLongToLong(value));
        if (classes != null) classes.add(Long.toString(value), 1);
        if (range != null) range.number((double) value);
        integers++;
    }

    /** Not a number counts as missing, as data frames write it. */
    void decimal(double value) {
        if (Double.isNaN(value)) return;
        distinct.add(HASHER.hashLongToLong(Double.doubleToLongBits(value)));
        if (classes != null) classes.add(Double.toString(value), 1);
        if (range != null) range.number(value);
        if (value != Math.rint(value)) fractions++;
        decimals++;
    }

    void bool(boolean value) {
        distinct.add(HASHER.hashLongToLong(value ? 1 : 0));
        if (classes != null) classes.add(Boolean.toString(value), 1);
        booleans++;
    }

    /** In ISO 8601. */
    void date(String value, boolean day, long hashed) {
        distinct.add(HASHER.hashLongToLong(hashed));
        if (classes != null) classes.add(value, 1);
        date(value, day);
    }

    void list() {
        lists++;
    }

    void binary(byte[] bytes, int from, int length) {
        distinct.add(HASHER.hashBytesToLong(bytes, from, length));
        binaries++;
    }

    /** Whether dates need to be given as text. */
    boolean wantsTexts() {
        return range != null || classes != null;
    }

    private void value(String text) {
        distinct.add(HASHER.hashCharsToLong(text));
        if (classes != null) classes.add(text, 1);
    }

    private void number(String cell, boolean decimal, int fraction) {
        if (decimal) decimals++;
        else integers++;
        fractions += fraction;
        if (range != null) range.number(Double.parseDouble(cell));
    }

    private void commaNumber(String cell) {
        if (!commaIsPoint) {
            texts++;
            return;
        }
        commaDecimals++;
        fractions++;
        if (range != null) range.number(Double.parseDouble(cell.replace(',', '.')));
    }

    private void date(String date, boolean day) {
        if (day) dates++;
        else dateTimes++;
        if (range != null) range.date(date);
    }

    /** @param rows of the whole file; where the column had no value, one is missing */
    ColumnProfile profile(long rows) {
        boolean text = isText();
        long present = valued() + (text ? wordCells() : 0);
        ColumnProfile.Distinct different = distinct.count(text ? differentWords() : 0);
        ColumnType type = type(present, different);
        return new ColumnProfile(
                name,
                type,
                present,
                rows - present,
                different,
                range == null ? Optional.empty() : range.of(type),
                remark(type));
    }

    /** What this column is when it is the target. */
    Target target(ColumnProfile profile) {
        if (classes == null) throw new IllegalStateException(name + " is not the target");
        long different = profile.distinct().count();
        boolean few = profile.distinct().exact() && different <= ClassTally.MOST;
        return switch (profile.type()) {
            case INTEGER, DECIMAL ->
                fractions == 0 && few && (different <= 2 || (different <= 20 && profile.present() >= 5 * different))
                        ? classes(different)
                        : new Target.Numeric(name);
            case BOOLEAN, CATEGORICAL -> classes(different);
            case TEXT -> {
                if (few && (different <= 10 || different <= profile.present() / 2)) {
                    for (int i = 0; i < words.length; i++)
                        if (words[i] > 0) classes.add(Written.MISSING.get(i), words[i]);
                    yield classes(different);
                }
                yield none((profile.distinct().exact() ? "" : "about ") + different + " different texts in "
                        + profile.present() + " rows are no classes");
            }
            case DATE, DATE_TIME -> none("it holds dates");
            case LIST -> none("it holds lists, of which this profile does not look inside");
            case BINARY -> none("it holds bytes");
            case EMPTY -> none("it holds no value");
        };
    }

    private Target classes(long different) {
        if (different < 2) return none("it holds one class only");
        return new Target.Classes(name, Objects.requireNonNull(classes).classes());
    }

    private Target none(String why) {
        return new Target.None(name, why);
    }

    private ColumnType type(long present, ColumnProfile.Distinct different) {
        if (present == 0) return ColumnType.EMPTY;
        if (!isText()) return plainType();
        boolean few = different.exact()
                && different.count() <= MOST_CATEGORIES
                && present >= CATEGORY_AT_LEAST * different.count();
        return few ? ColumnType.CATEGORICAL : ColumnType.TEXT;
    }

    private ColumnType plainType() {
        long values = valued();
        if (integers == values) return ColumnType.INTEGER;
        if (integers + decimals + commaDecimals == values) return ColumnType.DECIMAL;
        if (booleans == values) return ColumnType.BOOLEAN;
        if (dates == values) return ColumnType.DATE;
        if (dates + dateTimes == values) return ColumnType.DATE_TIME;
        return lists == values ? ColumnType.LIST : ColumnType.BINARY;
    }

    /** Whether the values are texts, or of kinds that only text holds all of. */
    private boolean isText() {
        long values = valued();
        if (values == 0) return false;
        boolean numbers = integers + decimals == values || (decimals == 0 && integers + commaDecimals == values);
        return !numbers && booleans != values && dates + dateTimes != values && lists != values && binaries != values;
    }

    private String remark(ColumnType type) {
        if (type == ColumnType.DECIMAL && commaDecimals > 0) return "written with a decimal comma";
        if (!isText())
            return wordCells() == 0 ? "" : wordCells() + " of the missing are written as a word (NA, null, ? ...)";
        String words = wordCells() == 0
                ? ""
                : wordCells()
                        + " cells hold a word that often means missing (NA, null, ? ...); --missing WORD counts it so";
        long numbers = integers + decimals + commaDecimals;
        long largest = Math.max(Math.max(numbers, texts), Math.max(dates + dateTimes, Math.max(booleans, lists)));
        if (largest == valued()) return words;
        boolean coded = codes == texts && numbers + texts == valued();
        String mixed = coded ? "codes, some of which begin with a zero" : "mixed: " + parts();
        return words.isEmpty() ? mixed : mixed + "; " + words;
    }

    private String parts() {
        StringBuilder parts = new StringBuilder();
        part(parts, integers + decimals + commaDecimals, "numbers");
        part(parts, texts, "texts");
        part(parts, dates + dateTimes, "dates");
        part(parts, booleans, "booleans");
        part(parts, lists, "lists");
        return parts.toString();
    }

    private static void part(StringBuilder parts, long count, String word) {
        if (count > 0)
            parts.append(parts.isEmpty() ? "" : ", ").append(count).append(' ').append(word);
    }

    private long valued() {
        return integers + decimals + commaDecimals + booleans + dates + dateTimes + texts + lists + binaries;
    }

    private long wordCells() {
        long cells = 0;
        for (long times : words) cells += times;
        return cells;
    }

    private int differentWords() {
        int different = 0;
        for (long times : words) if (times > 0) different++;
        return different;
    }
}
