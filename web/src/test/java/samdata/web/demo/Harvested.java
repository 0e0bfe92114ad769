package samdata.web.demo;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.catalog.Catalog;
import samdata.catalog.store.Graphs;
import samdata.harvester.Harvests;
import samdata.harvester.fetch.AddressRule;
import samdata.harvester.fetch.FetchSettings;
import samdata.harvester.fetch.Fetcher;
import samdata.harvester.run.Progress;
import samdata.harvester.run.Run;
import samdata.harvester.run.Runs;
import samdata.harvester.source.Source;
import samdata.harvester.source.Sources;

/** A real catalogue over a folder of the test's own, that harvests real endpoints on loopback. */
final class Harvested implements AutoCloseable {
    private final Catalog catalog;
    private final Fetcher fetcher;
    private final Sources sources;
    private final Harvests harvests;

    Harvested(Path data) {
        this.catalog = Catalog.open(data);
        this.fetcher = new Fetcher(FetchSettings.DEFAULTS, AddressRule.allowing(List.of("127.0.0.0/8")), "test");
        this.sources = Sources.open(data);
        this.harvests = new Harvests(catalog, sources, Runs.open(data), fetcher, data);
    }

    Catalog catalog() {
        return catalog;
    }

    void register(Company company) {
        sources.add(Source.of(company.id(), company.url().toString(), company.protocol(), null, "never", null));
    }

    /** What the address alone tells about the protocol. */
    Source detected(Company company) {
        return harvests.register(Source.of(company.id(), company.url().toString(), null, null, "never", null));
    }

    Run harvest(String source) {
        return harvests.run(source, Progress.NONE);
    }

    /** What the source stated and what was recognised in it. */
    Graph known(String source) {
        return catalog.read(dataset -> {
            Graph known = GraphFactory.createDefaultGraph();
            add(dataset, Graphs.stated(source), known);
            add(dataset, Graphs.recognised(source), known);
            return known;
        });
    }

    private static void add(DatasetGraph dataset, Node name, Graph graph) {
        dataset.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> graph.add(quad.asTriple()));
    }

    @Override
    public void close() {
        harvests.close();
        fetcher.close();
        catalog.close();
    }
}
