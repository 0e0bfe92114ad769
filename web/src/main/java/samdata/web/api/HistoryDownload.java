package samdata.web.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import samdata.harvester.run.History;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;

/** The harvests of a source as a table, oldest first; what is not known is an empty cell. */
final class HistoryDownload {
    private static final List<String> COLUMNS = List.of(
            "run",
            "started",
            "ended",
            "outcome",
            "seen",
            "added",
            "changed",
            "removed",
            "points",
            "violations",
            "warnings",
            "infos");

    private HistoryDownload() {}

    static void csv(String source, Stream<Run> runs, Context ctx) {
        String rows = History.of(runs).steps().stream()
                .map(HistoryDownload::cells)
                .map(Csv::row)
                .collect(Collectors.joining());
        ctx.contentType("text/csv; charset=utf-8; header=present")
                .header("Content-Disposition", "attachment; filename=\"" + source + "-history.csv\"")
                .result(Csv.row(COLUMNS.stream()) + rows);
    }

    private static Stream<String> cells(History.Step step) {
        Run run = step.run();
        return Stream.of(
                run.id(),
                run.started().toString(),
                run.ended().map(Object::toString).orElse(""),
                run.outcome().map(Outcome::word).orElse(""),
                Long.toString(run.datasets().seen()),
                Long.toString(run.datasets().added()),
                Long.toString(run.datasets().changed()),
                Long.toString(run.datasets().removed()),
                points(run.after().points()),
                found(step.found(), History.Found::violations),
                found(step.found(), History.Found::warnings),
                found(step.found(), History.Found::infos));
    }

    private static String points(OptionalDouble points) {
        return points.isPresent() ? String.format(Locale.ROOT, "%.1f", points.getAsDouble()) : "";
    }

    private static String found(Optional<History.Found> found, Function<History.Found, Long> severity) {
        return found.map(severity).map(Object::toString).orElse("");
    }
}
