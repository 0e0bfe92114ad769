package samdata.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import samdata.harvester.run.History;

/** Draws how the descriptions of a source fared; the places are in units of {@value #WIDTH} by {@value #HEIGHT}. */
final class HistoryReader {
    static final int WIDTH = 300;
    static final int HEIGHT = 90;
    private static final int MARGIN = 5;

    private final Page page;

    HistoryReader(Page page) {
        this.page = page;
    }

    /** @param outOf the most points that a description can have */
    HistoryView view(String source, History history, long outOf) {
        List<History.Step> steps = history.measured();
        List<HistoryView.Chart> charts = new ArrayList<>();
        if (steps.size() > 1) {
            charts.add(chart(
                    page.say("history.points"), steps, HistoryReader::points, page.text()::decimal, (double) outOf));
            charts.add(chart(page.say("history.datasets"), steps, HistoryReader::datasets, this::whole, 0));
            charts.add(chart(page.say("history.findings"), steps, HistoryReader::findings, this::whole, 0));
        }
        return new HistoryView(
                charts,
                steps.reversed().stream().map(this::row).toList(),
                steps.isEmpty() ? "" : page.text().time(steps.getFirst().run().started()),
                steps.isEmpty() ? "" : page.text().time(steps.getLast().run().started()),
                "/api/sources/" + source + "/history.csv");
    }

    private HistoryView.Chart chart(
            String title,
            List<History.Step> steps,
            ToDoubleFunction<History.Step> figure,
            Function<Double, String> words,
            double least) {
        double most = Math.max(least, steps.stream().mapToDouble(figure).max().orElse(0));
        List<HistoryView.Dot> dots = new ArrayList<>();
        for (History.Step step : steps)
            dots.add(new HistoryView.Dot(
                    place(across(steps, step)),
                    place(HEIGHT
                            - MARGIN
                            - (most == 0 ? 0 : figure.applyAsDouble(step) / most * (HEIGHT - 2 * MARGIN))),
                    page.text().time(step.run().started()) + ": " + words.apply(figure.applyAsDouble(step))));
        return new HistoryView.Chart(
                title,
                words.apply(figure.applyAsDouble(steps.getLast())),
                words.apply(most),
                dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" ")),
                dots);
    }

    /** By time; the first at the left edge and the last at the right. */
    private static double across(List<History.Step> steps, History.Step step) {
        long first = steps.getFirst().run().started().toEpochMilli();
        long last = steps.getLast().run().started().toEpochMilli();
        double share = last == first ? 1 : (double) (step.run().started().toEpochMilli() - first) / (last - first);
        return MARGIN + share * (WIDTH - 2 * MARGIN);
    }

    private static String place(double at) {
        return String.format(Locale.ROOT, "%.1f", at);
    }

    private static double points(History.Step step) {
        return step.run().after().points().orElse(0);
    }

    private static double datasets(History.Step step) {
        return step.run().datasets().seen();
    }

    private static double findings(History.Step step) {
        return step.found().map(History.Found::all).orElse(0L);
    }

    private HistoryView.Row row(History.Step step) {
        return new HistoryView.Row(
                step.run().id(),
                page.text().time(step.run().started()),
                step.run().started().toString(),
                page.text().decimal(points(step)),
                whole(datasets(step)),
                found(step, History.Found::violations),
                found(step, History.Found::warnings),
                found(step, History.Found::infos));
    }

    /** A dash for what is not known. */
    private String found(History.Step step, Function<History.Found, Long> severity) {
        return step.found()
                .map(found -> page.text().number(severity.apply(found)))
                .orElse("–");
    }

    private String whole(double figure) {
        return page.text().number(Math.round(figure));
    }
}
