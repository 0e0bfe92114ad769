package samdata.web.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import samdata.catalog.check.Check;

/** The documents of one source, held in memory, and what it costs to parse them, or to parse, check and store them, and do nothing else. */
final class Baseline {
    private static final Node GRAPH = NodeFactory.createURI("urn:bench:source");

    private final List<String> pages = new ArrayList<>();

    /** Fetches every page, which also makes the company's server write each once before anything is timed. */
    static Baseline of(URI catalogue) throws IOException, InterruptedException {
        Baseline baseline = new Baseline();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                URI page = URI.create(catalogue + "?page=" + (baseline.pages.size() + 1));
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(page)
                                .header("Accept", "text/turtle")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 404) return baseline;
                baseline.pages.add(answer.body());
            }
        }
    }

    /** Parses all pages into one graph. */
    Graph parsed() {
        Graph graph = GraphFactory.createDefaultGraph();
        for (String page : pages) RDFParser.fromString(page, Lang.TURTLE).parse(graph);
        return graph;
    }

    /** Parses all pages, checks them by the same shapes, and writes them into a TDB2 store of their own. */
    void stored(Check check, Path folder) throws IOException {
        Graph graph = parsed();
        check.of(graph);
        DatasetGraph store = DatabaseMgr.connectDatasetGraph(Location.create(Files.createDirectories(folder)));
        Txn.executeWrite(store, () -> GraphUtil.addInto(store.getGraph(GRAPH), graph));
        TDBInternal.expel(store);
    }

    long bytes() {
        return pages.stream().mapToLong(String::length).sum();
    }
}
