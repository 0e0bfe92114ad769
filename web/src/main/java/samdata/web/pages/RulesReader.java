package samdata.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import samdata.catalog.Catalog;
import samdata.catalog.check.Violation;
import samdata.harvester.Run;
import samdata.vocab.Labels;

/** What a run found wrong, rule by rule, in the reader's language. */
final class RulesReader {
    private static final int EXAMPLES = 5;
    private static final List<String> SEVERITIES = List.of("violation", "warning", "info");

    private final Catalog catalog;
    private final Page page;

    RulesReader(Catalog catalog, Page page) {
        this.catalog = catalog;
        this.page = page;
    }

    /** A rule is a severity, a path and a message; the gravest and then the most frequent come first. */
    List<SourceView.Rule> of(Run run) {
        record Key(String severity, String path, String message, String fix, long times) {}
        Map<Key, List<String>> found = new LinkedHashMap<>();
        for (Run.Finding finding : run.violations()) {
            Violation violation = catalog.knowledge().check().inLanguage(finding.violation(), page.lang());
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
                        rule.getKey().message(),
                        rule.getKey().fix(),
                        rule.getKey().times(),
                        rule.getValue().stream()
                                .distinct()
                                .limit(EXAMPLES)
                                .flatMap(iri -> example(iri).stream())
                                .toList()))
                .toList();
    }

    private Optional<SearchView.Link> example(String iri) {
        return catalog.entryOf(iri)
                .map(entry -> new SearchView.Link(
                        Labels.of(entry.view(), NodeFactory.createURI(iri), page.lang()),
                        page.link("/datasets/" + entry.id())));
    }
}
