package samdata.web.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import samdata.catalog.Appraisal;
import samdata.catalog.Knowledge;
import samdata.catalog.check.Violation;
import samdata.catalog.licence.LicenceStatement;
import samdata.catalog.licence.Use;
import samdata.catalog.licence.Verdict;
import samdata.catalog.suitability.Assessment;
import samdata.catalog.suitability.Level;
import samdata.harvester.Preview;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Report;
import samdata.harvester.run.Run;
import samdata.vocab.Labels;
import samdata.vocab.Sam;

/** A preview for a person at a terminal of 80 columns. What is left out is counted, and {@code --json} has it. */
final class PreviewText {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int WIDTH = 80;
    private static final int RULES = 12;
    private static final int TASKS = 10;
    private static final int DATASETS = 20;

    private static final Set<Outcome> READ = Set.of(Outcome.STORED, Outcome.UNCHANGED);

    private final Knowledge knowledge;
    private final List<String> lines = new ArrayList<>();

    private PreviewText(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** What this tells of. */
    static Preview.Telling telling() {
        return new Preview.Telling("en", DATASETS);
    }

    static List<String> of(String address, Preview.Seen seen, Knowledge knowledge) {
        PreviewText text = new PreviewText(knowledge);
        Appraisal appraisal = seen.appraisal();
        text.head(address, seen);
        if (appraisal.count() > 0) {
            text.datasets(appraisal);
            text.quality(appraisal);
            text.tasks(appraisal);
            text.licences(appraisal);
        }
        text.findings(address, seen.run().violations());
        if (seen.run().outcome().filter(READ::contains).isPresent()) {
            text.lines.add("");
            text.lines.add("Nothing was stored.");
        }
        return text.lines;
    }

    private void head(String address, Preview.Seen seen) {
        Run run = seen.run();
        Duration took = Duration.between(run.started(), run.ended().orElseGet(Instant::now));
        lines.add(address);
        String read = seen.protocol().map(name -> "read as " + name).orElse("not read");
        String outcome = run.outcome()
                .map(ended -> switch (ended) {
                    case STORED ->
                        count(run.datasets().seen(), "dataset") + " would be stored, from "
                                + count(run.triples().added(), "statement");
                    case UNCHANGED -> "there is nothing to store";
                    case HELD, REJECTED, UNREACHABLE, FAILED -> ended.word();
                })
                .orElse("");
        wrap("", String.format(Locale.ROOT, "%s in %.1f s: %s", read, took.toMillis() / 1000.0, outcome), "");
        if (!run.message().isEmpty()) wrap("", run.message(), "");
        if (run.outcome().filter(Outcome.REJECTED::equals).isPresent())
            wrap("", "Nothing of it could be used; a harvest would leave the catalogue as it is.", "");
    }

    private void datasets(Appraisal appraisal) {
        section("Datasets (points out of " + appraisal.outOf(false) + ", licence, best task)");
        for (Appraisal.Dataset dataset : appraisal.datasets()) {
            String licence = dataset.licences().statements().stream()
                    .map(LicenceStatement::licence)
                    .map(each -> each.isKnown() ? each.id() : "unknown licence")
                    .distinct()
                    .collect(Collectors.joining(", "));
            String task = dataset.tasks().stream().findFirst().map(this::best).orElse("no task");
            lines.add(cut(String.format(
                    Locale.ROOT,
                    "  %3d  %s",
                    dataset.quality().points(),
                    dataset.title().strip())));
            wrap("       ", (licence.isEmpty() ? "no licence stated" : licence) + "; " + task, "       ");
        }
        more(appraisal.count() - appraisal.datasets().size(), "dataset");
    }

    private String best(Assessment assessment) {
        return label(assessment.task()) + " (" + assessment.level().word().replace('-', ' ') + ")";
    }

    private void quality(Appraisal appraisal) {
        section("Quality of the descriptions");
        lines.add(String.format(
                Locale.ROOT,
                "  %.1f of %d points (%s), the mean of %s",
                appraisal.points(),
                appraisal.outOf(false),
                label(appraisal.rating()).toLowerCase(Locale.ROOT),
                count(appraisal.count(), "dataset")));
        lines.add(String.format(
                Locale.ROOT, "  %.1f of %d for machine learning", appraisal.mlPoints(), appraisal.outOf(true)));
        appraisal.nextFix().ifPresent(fix -> {
            wrap(
                    "  ",
                    String.format(
                            Locale.ROOT,
                            "Best to mend next: %s, +%d points for each of %s",
                            label(fix.indicator().iri()),
                            fix.indicator().points(),
                            count(fix.lacking(), "dataset")),
                    "  ");
            wrap(
                    "    ",
                    Labels.best(knowledge.vocabulary(), fix.indicator().iri(), Sam.fix, "en")
                            .orElse(""),
                    "    ");
        });
    }

    private void tasks(Appraisal appraisal) {
        Map<Node, Map<Level, Long>> tasks = appraisal.tasks();
        if (tasks.isEmpty()) return;
        section("Fit for tasks");
        tasks.entrySet().stream().limit(TASKS).forEach(task -> {
            String levels = task.getValue().entrySet().stream()
                    .map(level -> level.getValue() + " " + level.getKey().word().replace('-', ' '))
                    .collect(Collectors.joining(", "));
            wrap("  ", label(task.getKey()) + ": " + levels, "    ");
        });
        more(tasks.size() - TASKS, "task");
    }

    private void licences(Appraisal appraisal) {
        section("What the licences permit (not legal advice)");
        for (Map.Entry<Use, Map<Verdict, Long>> use : appraisal.licences().entrySet()) {
            String answers = use.getValue().entrySet().stream()
                    .map(answer ->
                            answer.getValue() + " " + answer.getKey().word().replace('-', ' '))
                    .collect(Collectors.joining(", "));
            lines.add(String.format(Locale.ROOT, "  %-19s %s", use.getKey().id(), answers));
        }
    }

    /** One for each rule, with the first place where it was broken. */
    private void findings(String address, List<Run.Finding> findings) {
        List<Report.Broken> rules = Report.of(findings).byWeight();
        if (rules.isEmpty()) return;
        section("What can be mended (" + count(rules.size(), "rule") + ", the gravest and most common first)");
        rules.stream().limit(RULES).forEach(this::finding);
        int left = rules.size() - RULES;
        if (left <= 0) return;
        lines.add("  ... and " + count(left, "more rule") + "; this tells them all:");
        lines.add("    ./samdata preview --json " + address);
    }

    private void finding(Report.Broken broken) {
        Violation found = broken.violation();
        Run.Finding first = broken.examples().getFirst();
        wrap(
                "  " + found.severity() + ", " + (broken.times() == 1 ? "once" : broken.times() + " times") + ": ",
                found.message(),
                "    ");
        if (!found.fix().isEmpty()) wrap("    ", found.fix(), "    ");
        String line = first.line().isPresent() ? ", line " + first.line().getAsLong() : "";
        String path = found.path().isEmpty() ? "" : ", " + found.path();
        if (!found.dataset().isEmpty()) wrap("    ", "at " + found.dataset() + path + line, "      ");
    }

    private void section(String title) {
        lines.add("");
        lines.add(title);
    }

    private void more(long left, String what) {
        if (left > 0) lines.add("  ... and " + left + " more " + what + (left == 1 ? "" : "s") + " (--json has them)");
    }

    private String label(Node concept) {
        return Labels.of(knowledge.vocabulary(), concept, "en");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String cut(String line) {
        String one = line.replaceAll("[\\p{Cntrl}\\s]+$", "").replaceAll("\\p{Cntrl}", " ");
        return one.length() <= WIDTH ? one : one.substring(0, WIDTH - 3) + "...";
    }

    /** Breaks at spaces; what has none, such as an address, is left whole. What a stranger sent cannot steer the terminal. */
    private void wrap(String first, String text, String next) {
        StringBuilder line = new StringBuilder(first);
        boolean begun = false;
        for (String word :
                List.of(SPACE.split(text.replaceAll("\\p{Cntrl}", " ").strip(), -1))) {
            if (begun && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(next);
                begun = false;
            }
            if (begun) line.append(' ');
            line.append(word);
            begun = true;
        }
        lines.add(line.toString());
    }
}
