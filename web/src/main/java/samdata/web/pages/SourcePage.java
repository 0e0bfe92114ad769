package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import samdata.catalog.Catalog;
import samdata.catalog.check.Violation;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.store.Graphs;
import samdata.harvester.Outcome;
import samdata.harvester.Run;
import samdata.harvester.Runs;
import samdata.harvester.Source;
import samdata.harvester.Sources;
import samdata.vocab.Labels;
import samdata.vocab.Sam;

/** {@code /sources/{id}}: one endpoint, its harvests, and what the last one found to mend. */
final class SourcePage implements Handler {
    private static final Node MESSAGE = NodeFactory.createURI("http://www.w3.org/ns/shacl#message");
    private static final int RUNS_SHOWN = 50;
    private static final int EXAMPLES = 5;
    /** After these, what the run found is what is to mend; the others read nothing anew. */
    private static final Set<Outcome> READ = Set.of(Outcome.STORED, Outcome.HELD);

    private static final List<String> SEVERITIES = List.of("violation", "warning", "info");

    private final Catalog catalog;
    private final Sources sources;
    private final Runs runs;
    private final Templates templates;
    private final QualityRules quality;

    SourcePage(Catalog catalog, Sources sources, Runs runs, Templates templates) {
        this.catalog = catalog;
        this.sources = sources;
        this.runs = runs;
        this.templates = templates;
        this.quality = catalog.quality();
    }

    @Override
    public void handle(Context ctx) {
        Page page = templates.page(ctx, "sources");
        Source source = sources.get(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
        List<Run> past = runs.of(source.id(), RUNS_SHOWN);
        List<String> datasets = catalog.datasets(source.id());
        Optional<Run> read = past.stream()
                .filter(run -> run.outcome().filter(READ::contains).isPresent())
                .findFirst();
        List<SourceView.Rule> rules = read.map(run -> rules(page, run)).orElse(List.of());
        templates.render(
                ctx,
                "source",
                page,
                Map.of(
                        "source",
                        SourceView.of(
                                page,
                                catalog,
                                source,
                                datasets.size(),
                                past.stream().findFirst()),
                        "runs",
                        past.stream()
                                .map(run -> SourceView.RunView.of(page, run))
                                .toList(),
                        "read",
                        read.isPresent(),
                        "rules",
                        rules,
                        "quality",
                        new SourceQualityReader(catalog, quality, page).view(source.id(), datasets),
                        "graph",
                        Graphs.stated(source.id()).getURI()));
    }

    /** A rule is a severity, a path and a message; the gravest and then the most frequent come first. */
    private List<SourceView.Rule> rules(Page page, Run run) {
        record Key(String severity, String path, String message, String fix, long times) {}
        Map<Key, List<String>> found = new LinkedHashMap<>();
        for (Run.Finding finding : run.violations()) {
            Violation violation = finding.violation();
            found.computeIfAbsent(
                            new Key(
                                    violation.severity(),
                                    violation.path(),
                                    violation.message(),
                                    violation.fix(),
                                    finding.times()),
                            any -> new ArrayList<>())
                    .add(violation.dataset());
        }
        return found.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Key, List<String>> rule) ->
                                SEVERITIES.indexOf(rule.getKey().severity()))
                        .thenComparingLong(rule -> -rule.getKey().times()))
                .map(rule -> new SourceView.Rule(
                        rule.getKey().severity(),
                        rule.getKey().path(),
                        inLanguage(page, MESSAGE, rule.getKey().message()),
                        inLanguage(page, Sam.fix, rule.getKey().fix()),
                        rule.getKey().times(),
                        rule.getValue().stream()
                                .distinct()
                                .limit(EXAMPLES)
                                .flatMap(iri -> example(page, iri).stream())
                                .toList()))
                .toList();
    }

    /** Runs keep the English words of a shape; the reader gets those of the same shape in the language of the page. */
    private String inLanguage(Page page, Node property, String english) {
        Graph shapes = catalog.shapes();
        return shapes.find(Node.ANY, property, NodeFactory.createLiteralLang(english, "en"))
                .mapWith(Triple::getSubject)
                .nextOptional()
                .flatMap(shape -> Labels.best(shapes, shape, property, page.lang()))
                .orElse(english);
    }

    private Optional<SearchView.Link> example(Page page, String iri) {
        return catalog.entryOf(iri)
                .map(entry -> new SearchView.Link(
                        Labels.of(entry.view(), NodeFactory.createURI(iri), page.lang()),
                        page.link("/datasets/" + entry.id())));
    }
}
