package samdata.web.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.vocabulary.DCAT;

/** The reading part of CKAN's action API, version 3, for one organisation's packages. */
final class CkanApi implements Endpoint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACTIONS = "/api/3/action/";
    private static final int MOST_ROWS = 1000;

    private final URI site;
    private final List<ObjectNode> packages = new ArrayList<>();

    CkanApi(Graph graph, URI site) {
        this.site = site;
        Parts.instances(graph, DCAT.Dataset.asNode())
                .forEach(dataset -> packages.add(new CkanPackage(graph, dataset).json()));
    }

    @Override
    public Answer answer(Request request) {
        String path = request.path();
        if (!path.startsWith(ACTIONS))
            return path.equals("/")
                    ? Html.page("Open data (example)", "<p>The catalogue is at <code>/api/3</code>.</p>")
                    : missing();
        Map<String, String> query = request.query();
        return switch (path.substring(ACTIONS.length())) {
            case "site_read" -> result(JSON.getNodeFactory().booleanNode(true));
            case "status_show" ->
                result(JSON.createObjectNode()
                        .put("site_title", "Open data (example)")
                        .put("site_url", site.toString())
                        .put("ckan_version", "2.10.4"));
            case "package_list" -> result(names());
            case "package_search" -> result(search(number(query, "start", 0), number(query, "rows", 10)));
            case "package_show" -> show(query.getOrDefault("id", ""));
            default -> missing();
        };
    }

    private ArrayNode names() {
        ArrayNode names = JSON.createArrayNode();
        packages.forEach(one -> names.add(one.path("name").asText()));
        return names;
    }

    private ObjectNode search(int start, int rows) {
        ObjectNode result =
                JSON.createObjectNode().put("count", packages.size()).put("sort", "name asc");
        result.putObject("facets");
        ArrayNode results = result.putArray("results");
        packages.stream().skip(start).limit(Math.min(rows, MOST_ROWS)).forEach(results::add);
        return result;
    }

    private Answer show(String id) {
        return packages.stream()
                .filter(one -> List.of(one.path("id").asText(), one.path("name").asText())
                        .contains(id))
                .findFirst()
                .map(CkanApi::result)
                .orElseGet(CkanApi::missing);
    }

    private static Answer result(com.fasterxml.jackson.databind.JsonNode result) {
        ObjectNode answer = JSON.createObjectNode().put("success", true);
        answer.set("result", result);
        return json(answer, 200);
    }

    private static Answer missing() {
        ObjectNode answer = JSON.createObjectNode().put("success", false);
        answer.putObject("error").put("__type", "Not Found Error").put("message", "Not found");
        return json(answer, 404);
    }

    private static Answer json(ObjectNode json, int status) {
        return new Answer(status, Map.of("Content-Type", "application/json;charset=utf-8"), json.toString());
    }

    private static int number(Map<String, String> query, String name, int otherwise) {
        String written = query.get(name);
        if (written == null) return otherwise;
        if (!written.matches("\\d{1,9}")) throw new IllegalArgumentException(name + " is a whole number");
        return Integer.parseInt(written);
    }
}
