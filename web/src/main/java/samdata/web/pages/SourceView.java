package samdata.web.pages;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import samdata.catalog.Catalog;
import samdata.catalog.store.Graphs;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;
import samdata.vocab.Labels;

/**
 * A registered endpoint as the pages show it.
 *
 * @param href the address, when it may be a link
 * @param every how often it is harvested, in words
 * @param search its datasets on the search page
 */
public record SourceView(
        String id,
        String url,
        Optional<String> href,
        String protocol,
        String publisher,
        String every,
        long datasets,
        String search,
        Optional<RunView> last) {

    /**
     * One harvest.
     *
     * @param outcome the outcome's word, or {@code running}
     * @param duration empty when it is not known
     */
    public record RunView(
            String id,
            String outcome,
            String started,
            String startedIso,
            String duration,
            long seen,
            long added,
            long changed,
            long removed,
            String message) {

        public boolean running() {
            return outcome.equals("running");
        }

        public boolean good() {
            return outcome.equals("stored") || outcome.equals("unchanged");
        }

        static RunView of(Page page, Run run) {
            return new RunView(
                    run.id(),
                    run.outcome().map(Outcome::word).orElse("running"),
                    page.text().time(run.started()),
                    run.started().toString(),
                    run.took().map(page.text()::duration).orElse(""),
                    run.datasets().seen(),
                    run.datasets().added(),
                    run.datasets().changed(),
                    run.datasets().removed(),
                    run.message());
        }
    }

    static SourceView of(Page page, Catalog catalog, Source source, long datasets, Optional<Run> last) {
        String publisher = source.publisher()
                .map(iri -> publisher(catalog, source.id(), NodeFactory.createURI(iri), page.lang()))
                .orElse("");
        return new SourceView(
                source.id(),
                source.url().toString(),
                Hrefs.of(source.url().toString()),
                source.protocol(),
                publisher,
                source.every().map(page.text()::duration).orElseGet(() -> page.say("source.never")),
                datasets,
                page.link(Url.to("/").and("source", source.id())),
                last.map(run -> RunView.of(page, run)));
    }

    /** As the source itself names it; another one cannot rename it. */
    private static String publisher(Catalog catalog, String source, Node publisher, String lang) {
        return catalog.read(store -> {
            Graph own = store.getGraph(Graphs.stated(source));
            return Labels.of(own.contains(publisher, Node.ANY, Node.ANY) ? own : catalog.vocabulary(), publisher, lang);
        });
    }
}
