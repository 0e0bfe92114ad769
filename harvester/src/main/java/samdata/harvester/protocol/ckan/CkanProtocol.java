package samdata.harvester.protocol.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Triple;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.protocol.Protocol;
import samdata.harvester.read.JsonAnswer;
import samdata.harvester.read.JsonLdDocument;
import samdata.harvester.read.JsonLdTerms;
import samdata.harvester.read.Reading;
import samdata.harvester.read.Values;
import samdata.harvester.source.Source;

/** A CKAN site, read by its search API and mapped to DCAT as ckanext-dcat does. The source's URL is the site's root. */
public final class CkanProtocol implements Protocol {
    public static final String SEARCH = "api/3/action/package_search";
    private static final String ACCEPT = "application/json";
    private final int rows;

    public CkanProtocol() {
        this(500);
    }

    CkanProtocol(int rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "ckan";
    }

    @Override
    public Reading read(Source source, Visit visit) throws Refusal {
        var json = JsonAnswer.mapper(visit);
        var root = root(source.url());
        var reading = new Reading();
        Set<String> seen = new HashSet<>();
        long count = Long.MAX_VALUE;
        for (long start = 0; start < count; ) {
            var url = URI.create(root + SEARCH + "?rows=" + rows + "&start=" + start);
            var result = result(start == 0 ? visit.get(url, ACCEPT) : visit.more(url, ACCEPT), visit);
            count = result.path("count").asLong();
            var packages = result.path("results");
            if (packages.isEmpty()) break;
            int known = seen.size();
            packages.forEach(
                    each -> seen.add(each.path("id").asText(each.path("name").asText())));
            if (seen.size() == known) break; // it gives the same ones whatever it is asked for
            page(json, root, packages, visit, reading);
            visit.countDatasets(packages.size());
            start += packages.size(); // a site may give fewer at once than it is asked for
        }
        if (seen.size() < count)
            throw Refusal.rejected(
                    root + " counts " + count + " packages, but only " + seen.size() + " different ones came");
        return reading;
    }

    /** Whether it is such an answer, kept in a file. */
    public static boolean isAnswer(Document document) {
        var start = document.beginning().replaceAll("\\s", "");
        return start.startsWith("{") && start.contains("\"success\":true") && start.contains("\"results\":[");
    }

    /** Adds the packages of an answer that was kept in a file. */
    public static void read(Document answer, Visit visit, Reading reading) throws Refusal {
        var packages = result(answer, visit).path("results");
        page(JsonAnswer.mapper(visit), answer.url().resolve(".").toString(), packages, visit, reading);
        visit.countDatasets(packages.size());
    }

    private static void page(ObjectMapper json, String root, JsonNode packages, Visit visit, Reading reading)
            throws Refusal {
        int before = reading.stated().size();
        var linked = json.createArrayNode();
        var record = new CkanRecord(json, root, reading.stated(), linked);
        for (JsonNode each : packages) if (each instanceof ObjectNode packaged) record.add(packaged);
        addLinked(json, root, linked, visit, reading);
        visit.countTriples(Math.max(0, reading.stated().size() - before));
    }

    private static void addLinked(ObjectMapper json, String root, ArrayNode linked, Visit visit, Reading reading)
            throws Refusal {
        if (linked.isEmpty()) return;
        var document = json.createObjectNode();
        document.set("@context", JsonLdTerms.embedded());
        document.set("@graph", linked);
        JsonLdDocument.triples(document.toString(), URI.create(root), visit, reading)
                .forEach(triple -> {
                    reading.stated().add(triple);
                    withoutLanguage(triple).ifPresent(reading.stated()::delete);
                });
    }

    /** The same words as CKAN's own field gives them: it knows no language, so they are not said twice. */
    private static Optional<Triple> withoutLanguage(Triple triple) {
        var words = triple.getObject();
        if (!words.isLiteral() || words.getLiteralLanguage().isEmpty()) return Optional.empty();
        return Optional.of(
                Triple.create(triple.getSubject(), triple.getPredicate(), Values.text(words.getLiteralLexicalForm())));
    }

    private static JsonNode result(Document document, Visit visit) throws Refusal {
        var answer = JsonAnswer.of(document, visit, "CKAN's JSON");
        if (answer.path("success").asBoolean()
                && answer.path("result").path("results").isArray()) return answer.get("result");
        throw Refusal.rejected(document.url() + " did not answer as CKAN's package_search does");
    }

    /** The site's root with a slash at its end, also when the address of its API was given. */
    public static String root(URI url) {
        var text = url.toString().replaceFirst("[?#].*$", "").replaceFirst("/api/(3/.*)?$", "");
        return text.endsWith("/") ? text : text + "/";
    }
}
