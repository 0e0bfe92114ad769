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
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.catalog.check.Check;
import samdata.catalog.store.Store;

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

    /** Parses all pages, checks them by the same shapes, and writes them into a store of their own, in one transaction. */
    void stored(Check check, Path folder) throws IOException {
        Graph graph = parsed();
        check.of(graph);
        try (Store store = Store.open(Files.createDirectories(folder))) {
            store.write(dataset -> graph.find()
                    .forEachRemaining(triple ->
                            dataset.add(GRAPH, triple.getSubject(), triple.getPredicate(), triple.getObject())));
        }
    }

    long bytes() {
        return pages.stream().mapToLong(String::length).sum();
    }
}
