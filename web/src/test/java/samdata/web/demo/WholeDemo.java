package samdata.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import samdata.catalog.store.Graphs;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Progress;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;
import samdata.web.RunningServer;

/** The four companies, harvested by a whole samdata and asked over HTTP. */
final class WholeDemo implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Companies companies;
    private final RunningServer samdata;

    WholeDemo(Path data) throws IOException {
        this.companies = Companies.startAnywhere();
        this.samdata = RunningServer.over(data);
        for (Company company : companies.list()) {
            samdata.harvests()
                    .register(
                            Source.of(company.id(), company.url().toString(), company.protocol(), null, "never", null));
            Run run = harvest(company.id());
            assertThat(run.outcome()).as(run.message()).contains(Outcome.STORED);
        }
    }

    Company company(String id) {
        return companies.get(id);
    }

    Run harvest(String id) {
        return samdata.harvests().run(id, Progress.NONE);
    }

    int found(String words) throws IOException {
        return json("/api/search?q=" + encoded(words)).path("total").asInt();
    }

    /** How many rows the endpoint answers. */
    int rows(String query) throws IOException {
        return json("/sparql?query=" + encoded(query), "Accept", "application/sparql-results+json")
                .path("results")
                .path("bindings")
                .size();
    }

    /** Every page of the catalogue, one after another. */
    String catalogue() {
        StringBuilder pages = new StringBuilder();
        String next = "/catalog.ttl";
        while (!next.isEmpty()) {
            String page = get(next);
            pages.append(page);
            next = page.contains("hydra:next")
                    ? page.replaceFirst("(?s).*hydra:next\\s*<([^>]*)>.*", "$1").replaceFirst("^https?://[^/]*", "")
                    : "";
        }
        return pages.toString();
    }

    /** Every dataset's own document, by its IRI. */
    Map<String, String> documents() {
        Map<String, String> documents = new TreeMap<>();
        samdata.catalog().datasets().forEach(iri -> documents.put(iri, get(document(iri))));
        return documents;
    }

    int status(String path) {
        return samdata.get(path).statusCode();
    }

    static String document(String iri) {
        return "/datasets/" + Graphs.datasetId(iri) + ".nt";
    }

    private String get(String path) {
        var answer = samdata.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private JsonNode json(String path, String... headers) throws IOException {
        var answer = samdata.get(path, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        samdata.close();
        companies.close();
    }
}
