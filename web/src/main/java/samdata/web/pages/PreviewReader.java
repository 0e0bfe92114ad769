package samdata.web.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import samdata.catalog.Appraisal;
import samdata.catalog.Catalog;
import samdata.catalog.licence.LicenceStatement;
import samdata.catalog.quality.Indicator;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.suitability.Assessment;
import samdata.catalog.suitability.Level;
import samdata.harvester.Preview;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.vocab.Labels;

/** What a harvest would bring and what would be thought of it, in the reader's language. */
final class PreviewReader {
    private static final int DATASETS = 100;
    private static final int TASKS = 8;
    private static final int FIXES = 5;

    private final Catalog catalog;
    private final QualityRules rules;
    private final QualityReader words;
    private final LicenceWords licences;
    private final Page page;

    PreviewReader(Catalog catalog, Page page) {
        this.catalog = catalog;
        this.rules = catalog.quality();
        this.words = new QualityReader(catalog, rules, page);
        this.licences = new LicenceWords(catalog.schemes(), catalog.licences(), page);
        this.page = page;
    }

    /** What this tells of. */
    Preview.Telling telling() {
        return new Preview.Telling(page.lang(), DATASETS);
    }

    PreviewView.Result of(Preview.Seen seen) {
        Appraisal appraisal = seen.appraisal();
        Run run = seen.run();
        Map<String, String> titles = appraisal.datasets().stream()
                .collect(Collectors.toMap(dataset -> dataset.iri().getURI(), Appraisal.Dataset::title));
        return new PreviewView.Result(
                run.outcome().map(Outcome::word).orElse("failed"),
                head(run),
                run.message(),
                seen.protocol().orElse(""),
                run.took().map(page.text()::duration).orElse(""),
                run.triples().added(),
                quality(appraisal),
                tasks(appraisal),
                answers(appraisal),
                appraisal.datasets().stream().map(this::dataset).toList(),
                appraisal.count() - appraisal.datasets().size(),
                new FindingsReader(catalog, page).of(run, titles));
    }

    private String head(Run run) {
        return run.outcome()
                .map(outcome -> switch (outcome) {
                    case STORED ->
                        page.text().count("preview.stored", run.datasets().seen());
                    case UNCHANGED -> page.say("preview.nothing");
                    case HELD, REJECTED, UNREACHABLE, FAILED -> page.say("outcome." + outcome.word());
                })
                .orElse("");
    }

    private SourceQualityView quality(Appraisal appraisal) {
        return new SourceQualityView(
                appraisal.count(),
                page.text().decimal(appraisal.points()),
                appraisal.outOf(false),
                words.name(appraisal.rating()),
                rules.dimensions().stream()
                        .filter(dimension -> !Indicator.isOurs(dimension))
                        .map(dimension -> dimension(dimension, appraisal))
                        .toList(),
                dimension(words.machineLearning(), appraisal),
                appraisal.indicators().stream()
                        .filter(tally -> tally.lacking() > 0)
                        .sorted(Comparator.comparingLong(Appraisal.Tally::gain).reversed())
                        .limit(FIXES)
                        .map(tally -> words.fix(tally.indicator(), tally.lacking()))
                        .toList());
    }

    private QualityView.Dimension dimension(Node dimension, Appraisal appraisal) {
        Predicate<Indicator> in = indicator -> indicator.dimension().equals(dimension);
        double points = appraisal.indicators().stream()
                .filter(tally -> in.test(tally.indicator()))
                .mapToDouble(tally -> (double) tally.met() * tally.indicator().points() / appraisal.count())
                .sum();
        return words.mean(
                dimension,
                points,
                rules.indicators().stream()
                        .filter(in)
                        .mapToInt(Indicator::points)
                        .sum());
    }

    private List<PreviewView.Task> tasks(Appraisal appraisal) {
        return appraisal.tasks().entrySet().stream()
                .limit(TASKS)
                .map(task -> new PreviewView.Task(
                        name(task.getKey()),
                        page.link(
                                "/tasks/" + catalog.schemes().id(task.getKey()).orElseThrow()),
                        counts(task.getValue(), Level::word)))
                .toList();
    }

    private List<PreviewView.Answers> answers(Appraisal appraisal) {
        return appraisal.licences().entrySet().stream()
                .map(use -> new PreviewView.Answers(
                        licences.name(use.getKey()), counts(use.getValue(), verdict -> verdict.word())))
                .toList();
    }

    private static <K> List<PreviewView.Count> counts(Map<K, Long> counts, Function<K, String> word) {
        return counts.entrySet().stream()
                .map(count -> new PreviewView.Count(word.apply(count.getKey()), count.getValue()))
                .toList();
    }

    private PreviewView.Dataset dataset(Appraisal.Dataset dataset) {
        return new PreviewView.Dataset(
                dataset.title(),
                dataset.quality().points(),
                dataset.licences().statements().stream()
                        .map(LicenceStatement::licence)
                        .map(licence -> licences.named(licence).label())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                dataset.tasks().stream()
                        .findFirst()
                        .map(Assessment::task)
                        .map(this::name)
                        .orElse(""),
                dataset.tasks().stream()
                        .findFirst()
                        .map(assessment -> assessment.level().word())
                        .orElse(""));
    }

    private String name(Node concept) {
        return Labels.of(catalog.vocabulary(), concept, page.lang());
    }
}
