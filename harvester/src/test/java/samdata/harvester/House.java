package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.catalog.Catalog;
import samdata.catalog.store.Graphs;
import samdata.harvester.fetch.AddressRule;
import samdata.harvester.fetch.FetchSettings;
import samdata.harvester.fetch.Fetcher;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.run.Progress;
import samdata.harvester.run.Run;
import samdata.harvester.run.Runs;
import samdata.harvester.source.Source;
import samdata.harvester.source.Sources;

/** Everything a harvest needs, on a data folder of its own. */
public final class House implements AutoCloseable {
    public static final FetchSettings SETTINGS = new FetchSettings(
            Duration.ofSeconds(30), Duration.ofSeconds(2), 20_000_000, 40_000_000, 200, 1_000_000, 50, 200, 5, 20);

    public final Path data;
    public final Catalog catalog;
    public final Sources sources;
    public final Runs runs;
    public final Fetcher fetcher;
    public final Harvests harvests;

    public House(Path data) {
        this(data, SETTINGS);
    }

    public House(Path data, FetchSettings settings) {
        this(data, settings, List.of("127.0.0.0/8"));
    }

    /** @param allowed address ranges that may be reached */
    public House(Path data, FetchSettings settings, List<String> allowed) {
        this.data = data;
        neverCompacted();
        catalog = Catalog.open(data);
        sources = Sources.open(data);
        runs = Runs.open(data);
        fetcher = new Fetcher(settings, AddressRule.allowing(allowed), "test", data);
        harvests = new Harvests(catalog, sources, runs, fetcher, data);
    }

    /** What a harvest writes is told from the files, which a compaction in the background would change too. */
    private void neverCompacted() {
        try {
            Files.createDirectories(data.resolve("store"));
            Files.writeString(data.resolve("store/compacted"), "bytes 1000000000000\nstatements 1\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public House register(String id, String url, String protocol) {
        sources.add(Source.of(id, url, protocol, null, "never", null));
        return this;
    }

    public Run run(String id) {
        return harvests.run(id, Progress.NONE);
    }

    /** The protocol that an address is found to answer in. */
    public static String detected(URI url, Visit visit) throws Refusal {
        return Detection.of(url, visit);
    }

    /** A copy of what the source stated. */
    public Graph stated(String id) {
        return catalog.read(store -> {
            var copy = GraphFactory.createDefaultGraph();
            store.getGraph(Graphs.stated(id)).find().forEachRemaining(copy::add);
            return copy;
        });
    }

    /** What a SPARQL query answers of what the source stated. */
    Graph answered(String id) {
        var query = "CONSTRUCT { ?s ?p ?o } { GRAPH <" + Graphs.stated(id).getURI() + "> { ?s ?p ?o } }";
        return catalog.read(store -> {
            try (var execution = QueryExecution.dataset(DatasetFactory.wrap(catalog.view()))
                    .query(query)
                    .build()) {
                return execution.execConstruct().getGraph();
            }
        });
    }

    /** Each file of store and change log with its size and when it was written. */
    Map<String, String> bytes() {
        Map<String, String> bytes = new TreeMap<>();
        for (var folder : List.of("store", "changes")) {
            try (var files = Files.walk(data.resolve(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList())
                    bytes.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes;
    }

    /** The only node of which the source states this. */
    public Node subject(String id, Node predicate, Node object) {
        var subjects = stated(id).find(Node.ANY, predicate, object).toList();
        assertThat(subjects).hasSize(1);
        return subjects.getFirst().getSubject();
    }

    @Override
    public void close() {
        harvests.close();
        fetcher.close();
        catalog.close();
    }
}
