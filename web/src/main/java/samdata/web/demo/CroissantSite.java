package samdata.web.demo;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** A web site with a page for each dataset, found by its sitemap; the pages embed Croissant. */
final class CroissantSite implements Endpoint {
    private static final String TITLE = "Open datasets (example)";

    private final URI site;
    private final Graph graph;
    private final Map<String, Node> byPath = new LinkedHashMap<>();

    CroissantSite(Graph graph, URI site) {
        this.site = site;
        this.graph = graph;
        Parts.instances(graph, DCAT.Dataset.asNode())
                .forEach(dataset -> byPath.put("/datasets/" + Words.name(graph, dataset), dataset));
    }

    @Override
    public Answer answer(Request request) {
        Answer answer = switch (request.path()) {
            case "/" -> Html.page(TITLE, list());
            case "/robots.txt" -> Answer.of("text/plain; charset=utf-8", robots());
            case "/sitemap.xml" -> Answer.of("application/xml", sitemap());
            default -> {
                Node dataset = byPath.get(request.path());
                yield dataset == null ? Answer.problem(404, "No such page") : page(dataset);
            }
        };
        return answer.status() == 200 ? answer.cached(request) : answer;
    }

    private Answer page(Node dataset) {
        String title = Words.text(graph, dataset, DCTerms.title.asNode());
        String description = Words.text(graph, dataset, DCTerms.description.asNode());
        return Html.page(
                title + " (example)",
                "<p>" + Html.escaped(description) + "</p>\n"
                        + Html.script(
                                new CroissantDocument(graph, dataset).json().toPrettyString()));
    }

    private String list() {
        return byPath.entrySet().stream()
                .map(entry -> "<li><a href=\"" + entry.getKey() + "\">"
                        + Html.escaped(Words.text(graph, entry.getValue(), DCTerms.title.asNode())) + "</a></li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    private String robots() {
        return String.join(
                "\n", List.of("User-agent: *", "Allow: /", "", "Sitemap: " + site.resolve("sitemap.xml"), ""));
    }

    private String sitemap() {
        String pages = byPath.keySet().stream()
                .map(path -> "  <url><loc>" + site.resolve(path) + "</loc></url>\n")
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                %s</urlset>
                """.formatted(pages);
    }
}
