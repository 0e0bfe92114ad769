package samdata.web.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import samdata.catalog.Catalog;
import samdata.catalog.check.Check;
import samdata.catalog.check.Violation;
import samdata.catalog.store.Graphs;
import samdata.harvester.run.Report;
import samdata.harvester.run.Run;
import samdata.vocab.Labels;
import samdata.web.http.Prefixes;

/** What a run found wrong, by profile and rule, in the reader's language. */
final class FindingsReader {
    private static final int PLACES = 5;

    private final Catalog catalog;
    private final Check check;
    private final Page page;

    FindingsReader(Catalog catalog, Page page) {
        this.catalog = catalog;
        this.check = catalog.knowledge().check();
        this.page = page;
    }

    /** Of a run in the journal, whose findings are there as files, too. */
    FindingsView of(Run run) {
        return view(run, Optional.of("/api/runs/" + run.id() + "/violations"), this::place);
    }

    /** Of a run that is in no journal and whose datasets are called what {@code titles} says. */
    FindingsView of(Run run, Map<String, String> titles) {
        return view(
                run,
                Optional.empty(),
                iri -> Optional.of(
                        new FindingsView.Place(titles.getOrDefault(iri, written(iri)), Optional.empty(), "")));
    }

    private FindingsView view(
            Run run, Optional<String> downloads, Function<String, Optional<FindingsView.Place>> place) {
        Run told = run.saying(violation -> check.inLanguage(violation, page.lang()));
        return new FindingsView(
                downloads,
                Report.of(told.violations()).profiles().stream()
                        .map(profile -> profile(profile, place))
                        .toList());
    }

    private FindingsView.Profile profile(
            Report.ByProfile profile, Function<String, Optional<FindingsView.Place>> place) {
        boolean named = !profile.profile().isEmpty();
        return new FindingsView.Profile(
                named ? "by-" + profile.profile() : "by-reading",
                named ? check.title(profile.profile(), page.lang()) : page.say("findings.reading"),
                Stream.of("violation", "warning", "info")
                        .filter(severity -> profile.times(severity) > 0)
                        .map(severity -> page.text().count("findings." + severity, profile.times(severity)))
                        .toList(),
                profile.rules().stream().map(broken -> rule(broken, place)).toList());
    }

    private FindingsView.Rule rule(Report.Broken broken, Function<String, Optional<FindingsView.Place>> place) {
        Violation violation = broken.violation();
        List<Run.Finding> shown = broken.examples().stream().limit(PLACES).toList();
        return new FindingsView.Rule(
                violation.severity(),
                Prefixes.shortened(violation.path()),
                violation.message(),
                violation.rule().meaning(),
                violation.fix(),
                violation.rule().example(),
                Hrefs.of(violation.rule().clause()),
                broken.times(),
                shown.stream()
                        .flatMap(finding -> place(finding, place).stream())
                        .toList(),
                broken.times() - shown.size());
    }

    private Optional<FindingsView.Place> place(
            Run.Finding finding, Function<String, Optional<FindingsView.Place>> place) {
        String line = finding.line().isPresent()
                ? page.say("findings.line", finding.line().getAsLong())
                : "";
        String dataset = finding.violation().dataset();
        if (dataset.isEmpty())
            return line.isEmpty() ? Optional.empty() : Optional.of(new FindingsView.Place("", Optional.empty(), line));
        return place.apply(dataset).map(found -> new FindingsView.Place(found.text(), found.href(), line));
    }

    /** A dataset by its title and with a link, anything else as it is written. */
    private Optional<FindingsView.Place> place(String iri) {
        return Optional.of(catalog.entryOf(iri)
                .map(entry -> new FindingsView.Place(
                        Labels.of(entry.view(), NodeFactory.createURI(iri), page.lang()),
                        Optional.of(page.link("/datasets/" + entry.id())),
                        ""))
                .orElseGet(() -> new FindingsView.Place(written(iri), Optional.empty(), "")));
    }

    private String written(String iri) {
        return iri.startsWith(Graphs.GENID) ? page.say("value.unnamed") : iri;
    }
}
