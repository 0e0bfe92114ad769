package samdata.web.bench;

import java.util.Locale;

/**
 * One figure of a bench.
 *
 * @param goal what it is held against; empty when it only informs
 */
record Measure(String what, double value, String unit, String goal) {
    static Measure of(String what, double value, String unit) {
        return new Measure(what, value, unit, "");
    }

    String text() {
        return value >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
