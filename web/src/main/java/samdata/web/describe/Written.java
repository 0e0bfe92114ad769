package samdata.web.describe;

import java.util.List;

/** What a written cell looks like. */
enum Written {
    NOTHING,
    INTEGER,
    /** A number with a fraction of nothing but zeros. */
    WHOLE,
    DECIMAL,
    /** With a comma before the fraction. */
    COMMA_DECIMAL,
    /** Digits that begin with a zero, which a number would lose: 007, 08540. */
    CODE,
    BOOLEAN,
    DATE,
    DATE_TIME,
    /** One of {@link #MISSING}: a word that usually stands for a missing value. */
    MISSING_WORD,
    TEXT;

    /** As R, Python, SQL and spreadsheets write what is not there. */
    static final List<String> MISSING = List.of("NA", "N/A", "NaN", "nan", "null", "NULL", "None", "?", "#N/A");

    private static final int LONGEST_NUMBER = 40;

    static Written of(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && cell.charAt(from) <= ' ') from++;
        while (to > from && cell.charAt(to - 1) <= ' ') to--;
        if (from == to) return NOTHING;
        char first = cell.charAt(from);
        if (isDigit(first) || first == '-' || first == '+' || first == '.') return numberOrDate(cell, from, to);
        if (to - from > 5) return TEXT;
        String word = cell.substring(from, to);
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) return BOOLEAN;
        return MISSING.contains(word) ? MISSING_WORD : TEXT;
    }

    private static Written numberOrDate(String cell, int from, int to) {
        if (to - from >= 10 && cell.charAt(from + 4) == '-' && cell.charAt(from + 7) == '-')
            return date(cell, from, to);
        if (to - from > LONGEST_NUMBER) return TEXT;
        int at = from;
        if (!isDigit(cell.charAt(at)) && cell.charAt(at) != '.') at++;
        int whole = digits(cell, at, to);
        if (whole - at > 1 && cell.charAt(at) == '0') return whole == to ? CODE : TEXT;
        boolean anyDigit = whole > at;
        if (whole == to) return anyDigit ? INTEGER : TEXT;
        char point = cell.charAt(whole);
        int end = whole;
        boolean zeros = true;
        if (point == '.' || point == ',') {
            end = digits(cell, whole + 1, to);
            for (int i = whole + 1; i < end; i++) zeros &= cell.charAt(i) == '0';
            anyDigit |= end > whole + 1;
            if (point == ',' && end == whole + 1) return TEXT;
        }
        if (!anyDigit) return TEXT;
        if (end < to) {
            end = exponent(cell, end, to);
            zeros = false;
        }
        if (end != to) return TEXT;
        if (point == ',') return COMMA_DECIMAL;
        return zeros ? WHOLE : DECIMAL;
    }

    /** Where an exponent that begins at {@code at} ends; {@code at} itself when none does. */
    private static int exponent(String cell, int at, int to) {
        if (cell.charAt(at) != 'e' && cell.charAt(at) != 'E') return at;
        int digits = at + 1;
        if (digits < to && (cell.charAt(digits) == '-' || cell.charAt(digits) == '+')) digits++;
        int end = digits(cell, digits, to);
        return end > digits ? end : at;
    }

    /** ISO 8601 as XML Schema has it, with a blank for the T as databases write it. */
    private static Written date(String cell, int from, int to) {
        if (digits(cell, from, to) != from + 4 || !isTwo(cell, from + 5, to, 12) || !isTwo(cell, from + 8, to, 31))
            return TEXT;
        if (cell.charAt(from + 5) == '0' && cell.charAt(from + 6) == '0') return TEXT;
        if (cell.charAt(from + 8) == '0' && cell.charAt(from + 9) == '0') return TEXT;
        int at = from + 10;
        if (at == to) return DATE;
        if (cell.charAt(at) != 'T' && cell.charAt(at) != ' ') return TEXT;
        if (!isTwo(cell, at + 1, to, 24) || at + 3 >= to || cell.charAt(at + 3) != ':' || !isTwo(cell, at + 4, to, 59))
            return TEXT;
        at += 6;
        if (at < to && cell.charAt(at) == ':') {
            if (!isTwo(cell, at + 1, to, 60)) return TEXT;
            at += 3;
            if (at < to && (cell.charAt(at) == '.' || cell.charAt(at) == ',')) at = digits(cell, at + 1, to);
        }
        return isZone(cell, at, to) ? DATE_TIME : TEXT;
    }

    private static boolean isZone(String cell, int at, int to) {
        if (at == to || (at + 1 == to && cell.charAt(at) == 'Z')) return true;
        if (cell.charAt(at) != '+' && cell.charAt(at) != '-') return false;
        if (!isTwo(cell, at + 1, to, 14)) return false;
        if (at + 3 == to) return true;
        int minutes = cell.charAt(at + 3) == ':' ? at + 4 : at + 3;
        return isTwo(cell, minutes, to, 59) && minutes + 2 == to;
    }

    private static boolean isTwo(String cell, int at, int to, int most) {
        if (at + 2 > to || !isDigit(cell.charAt(at)) || !isDigit(cell.charAt(at + 1))) return false;
        return (cell.charAt(at) - '0') * 10 + cell.charAt(at + 1) - '0' <= most;
    }

    private static int digits(String cell, int at, int to) {
        int end = at;
        while (end < to && isDigit(cell.charAt(end))) end++;
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
