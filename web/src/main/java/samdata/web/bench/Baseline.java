package samdata.web.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** The documents of one source, held in memory as they came. */
final class Baseline {
    private final List<byte[]> pages = new ArrayList<>();

    /** Fetches every page, which also makes the company's server write each once before anything is timed. */
    static Baseline of(URI catalogue) throws IOException, InterruptedException {
        Baseline baseline = new Baseline();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                URI page = URI.create(catalogue + "?page=" + (baseline.pages.size() + 1));
                HttpResponse<byte[]> answer = client.send(
                        HttpRequest.newBuilder(page)
                                .header("Accept", "text/turtle")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() == 404) return baseline;
                baseline.pages.add(answer.body());
            }
        }
    }

    /** Parses all pages into one graph. */
    Graph parsed() {
        Graph graph = GraphFactory.createDefaultGraph();
        for (byte[] page : pages)
            RDFParser.source(new ByteArrayInputStream(page)).lang(Lang.TURTLE).parse(graph);
        return graph;
    }

    long bytes() {
        return pages.stream().mapToLong(page -> page.length).sum();
    }
}
