package samdata.catalog.suitability;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Whether the latest of the stated dates is recent, counted back from the day the description last changed. */
final class Ages {
    /** A year, a month or a day, with or without a time. */
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:T.*|Z|[+-]\\d{2}:\\d{2})?)?)?");

    private Ages() {}

    private record Dated(LocalDate day, Triple statement) {}

    static Outcome of(Facts facts, Requirement requirement) {
        LocalDate today = LocalDate.ofInstant(facts.entry().lastChanged(), ZoneOffset.UTC);
        Optional<Dated> latest = requirement.criterion().reads().stream()
                .flatMap(property -> facts.of(property).stream())
                .flatMap(statement -> day(statement.getObject()).map(day -> new Dated(day, statement)).stream())
                .filter(dated -> !dated.day().isAfter(today.plusYears(1))) // a slip of the pen, or the end of a plan
                .max((a, b) -> a.day().equals(b.day())
                        ? a.statement().toString().compareTo(b.statement().toString())
                        : a.day().compareTo(b.day()));
        if (latest.isEmpty()) return Outcome.NOT_STATED;
        boolean recent = !latest.get().day().isBefore(today.minus(requirement.maximumAge()));
        return recent
                ? Outcome.met(latest.stream().map(Dated::statement))
                : Outcome.notMet(latest.stream().map(Dated::statement));
    }

    /** The last day that is meant. */
    private static Optional<LocalDate> day(Node value) {
        if (!value.isLiteral()) return Optional.empty();
        Matcher date = DATE.matcher(value.getLiteralLexicalForm().strip());
        if (!date.matches()) return Optional.empty();
        try {
            int year = Integer.parseInt(date.group(1));
            if (date.group(2) == null) return Optional.of(LocalDate.of(year, 12, 31));
            YearMonth month = YearMonth.of(year, Integer.parseInt(date.group(2)));
            if (date.group(3) == null) return Optional.of(month.atEndOfMonth());
            return Optional.of(month.atDay(Integer.parseInt(date.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
