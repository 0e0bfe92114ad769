package samdata.web.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A profile in lines for a person. It shows values only when the profile holds some. */
public final class Summary {
    private static final int MOST_COLUMNS = 60;
    private static final int MOST_CLASSES = 20;
    private static final int LONGEST_NAME = 32;

    private final Profile profile;
    private final List<String> lines = new ArrayList<>();

    private Summary(Profile profile) {
        this.profile = profile;
    }

    public static List<String> of(Profile profile) {
        var summary = new Summary(profile);
        summary.file();
        summary.columns();
        summary.profile.target().ifPresent(summary::target);
        summary.broken();
        summary.lines.addAll(profile.remarks());
        return summary.lines;
    }

    private void file() {
        String delimiter = profile.delimiter().map(Summary::delimited).orElse("");
        say(String.format(
                Locale.ROOT,
                "%s: %s%s, %,d bytes, %s, %s",
                profile.fileName(),
                profile.format().word(),
                delimiter,
                profile.file().bytes(),
                counted(profile.rows(), "row"),
                counted(profile.columns().size(), "column")));
        profile.encoding()
                .ifPresent(encoding ->
                        say(String.format(Locale.ROOT, "Encoding %s (%s)", encoding.charset(), encoding.why())));
        say(String.format(Locale.ROOT, "Missing: %s of all cells", percent(profile.missingShare())));
    }

    private void columns() {
        int width = profile.columns().stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(0);
        String format = "  %-" + Math.clamp(width, 6, LONGEST_NAME) + "s  %-11s  %15s  %14s%s";
        say(String.format(Locale.ROOT, format, "column", "type", "missing", "distinct", ""));
        for (ColumnProfile column :
                profile.columns().subList(0, Math.min(profile.columns().size(), MOST_COLUMNS)))
            say(String.format(
                    Locale.ROOT,
                    format,
                    shortened(column.name()),
                    column.type().word(),
                    missing(column),
                    distinct(column),
                    more(column)));
        if (profile.columns().size() > MOST_COLUMNS)
            say(String.format(
                    Locale.ROOT, "  ... and %d more", profile.columns().size() - MOST_COLUMNS));
    }

    private static String missing(ColumnProfile column) {
        return column.missing() == 0
                ? "-"
                : String.format(Locale.ROOT, "%,d (%s)", column.missing(), percent(column.missingShare()));
    }

    private static String distinct(ColumnProfile column) {
        if (column.type() == ColumnType.LIST) return "-";
        return String.format(
                Locale.ROOT,
                "%s%,d",
                column.distinct().exact() ? "" : "about ",
                column.distinct().count());
    }

    private static String more(ColumnProfile column) {
        String range = column.range()
                .map(r -> "  " + r.smallest() + " to " + r.largest() + (r.mean().isEmpty() ? "" : ", mean " + r.mean()))
                .orElse("");
        return column.remark().isEmpty() ? range : range + "  " + column.remark();
    }

    private void target(Target target) {
        switch (target) {
            case Target.Numeric numeric ->
                say(String.format(Locale.ROOT, "Target %s: a number to predict", numeric.column()));
            case Target.None none ->
                say(String.format(Locale.ROOT, "Target %s: no target for classes: %s", none.column(), none.why()));
            case Target.Classes classes -> classes(classes);
        }
    }

    private void classes(Target.Classes target) {
        List<Target.ClassCount> classes = target.classes();
        say(String.format(
                Locale.ROOT,
                "Target %s: %d classes, the smallest has %.4f of the largest",
                target.column(),
                classes.size(),
                target.balance()));
        for (int i = 0; i < Math.min(classes.size(), MOST_CLASSES); i++) {
            Target.ClassCount one = classes.get(i);
            say(String.format(
                    Locale.ROOT,
                    "  %s: %,d (%s)",
                    one.name().isEmpty() ? "class " + (i + 1) : one.name(),
                    one.rows(),
                    percent((double) one.rows() / profile.rows())));
        }
        if (classes.size() > MOST_CLASSES)
            say(String.format(Locale.ROOT, "  ... and %d smaller ones", classes.size() - MOST_CLASSES));
    }

    private void broken() {
        BrokenRows broken = profile.broken();
        if (broken.count() == 0) return;
        say(String.format(
                Locale.ROOT,
                "%s left out as broken%s",
                counted(broken.count(), "row"),
                broken.count() > broken.first().size() ? ", the first:" : ":"));
        for (BrokenRows.Place place : broken.first())
            say(String.format(Locale.ROOT, "  line %d: %s", place.line(), place.why()));
    }

    private static String delimited(char delimiter) {
        return switch (delimiter) {
            case '\t' -> " with tabs";
            case ',' -> "";
            default -> " with " + delimiter;
        };
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 3) + "...";
    }

    private static String counted(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    private static String percent(double share) {
        if (share > 0 && share < 0.0005) return "under 0.1 %";
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    private void say(String line) {
        lines.add(line.stripTrailing());
    }
}
