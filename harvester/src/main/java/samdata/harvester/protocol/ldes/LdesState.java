package samdata.harvester.protocol.ldes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import samdata.harvester.read.OwnJson;

/**
 * What is known of an event stream: the newest version of each thing, which are deleted, what pages state besides, and the
 * pages that need not be read again. It is kept from harvest to harvest as text.
 */
final class LdesState {
    private static final String GRAPH = "urn:samdata:ldes:";
    private static final ObjectMapper JSON = OwnJson.mapper();

    private final Map<Node, LdesVersion> newest = new LinkedHashMap<>();
    private final Map<URI, List<Triple>> leftovers = new LinkedHashMap<>();
    private final Map<URI, List<URI>> settled = new LinkedHashMap<>();

    void add(LdesVersion version) {
        newest.merge(version.object(), version, (known, other) -> other.isNewerThan(known) ? other : known);
    }

    void putLeftovers(URI page, List<Triple> triples) {
        leftovers.put(page, triples);
    }

    /** This page need not be read again; it leads to {@code next}. */
    void settle(URI page, List<URI> next) {
        settled.put(page, next);
    }

    /** Where a page leads that need not be read again; empty for any other. */
    Optional<List<URI>> settled(URI page) {
        return Optional.ofNullable(settled.get(page));
    }

    /** All that holds now. */
    void forEach(Consumer<Triple> statement) {
        leftovers.values().forEach(each -> each.forEach(statement));
        newest.values().forEach(version -> version.statements().forEach(statement));
    }

    List<Node> deleted() {
        return newest.values().stream()
                .filter(LdesVersion::deletion)
                .map(LdesVersion::object)
                .toList();
    }

    /** As text, for {@link #of}. */
    String text() {
        var json = JSON.createObjectNode();
        var pages = json.putObject("settled");
        settled.forEach((page, next) -> {
            var links = pages.putArray(page.toString());
            next.forEach(link -> links.add(link.toString()));
        });
        var bytes = new ByteArrayOutputStream();
        // one document for all, so that a blank node in two places stays one
        var quads = StreamRDFWriter.getWriterStream(bytes, Lang.NQUADS);
        quads.start();
        var rest = json.putArray("leftovers");
        leftovers.forEach((page, triples) -> {
            rest.add(page.toString());
            write(quads, "rest:" + (rest.size() - 1), triples);
        });
        var versions = json.putArray("versions");
        newest.values().forEach(version -> {
            write(quads, Integer.toString(versions.size()), version.statements());
            put(versions.addObject(), version);
        });
        quads.finish();
        json.put("quads", bytes.toString(StandardCharsets.UTF_8));
        return packed(json.toString());
    }

    private static void write(StreamRDF quads, String name, List<Triple> triples) {
        var graph = NodeFactory.createURI(GRAPH + name);
        triples.forEach(triple -> quads.quad(Quad.create(graph, triple)));
    }

    private static void put(ObjectNode json, LdesVersion version) {
        json.put("object", version.object().getURI());
        json.put("member", version.member().toString());
        version.time().ifPresent(time -> json.put("time", time.toString()));
        if (!version.sequence().isEmpty()) json.put("sequence", version.sequence());
        if (version.deletion()) json.put("deletion", true);
    }

    /** What {@link #text} wrote; empty when it is something else. */
    static Optional<LdesState> of(String text) {
        try {
            var json = JSON.readTree(unpacked(text));
            return Optional.of(read(json, graphs(json.path("quads").asText())));
        } catch (IOException | RuntimeException e) {
            // what cannot be read back costs one full harvest
            return Optional.empty();
        }
    }

    private static LdesState read(JsonNode json, Map<String, List<Triple>> graphs) {
        var state = new LdesState();
        json.path("settled").properties().forEach(page -> {
            List<URI> next = new ArrayList<>();
            page.getValue().forEach(link -> next.add(URI.create(link.asText())));
            state.settle(URI.create(page.getKey()), next);
        });
        var rest = json.path("leftovers");
        for (int i = 0; i < rest.size(); i++)
            state.putLeftovers(URI.create(rest.get(i).asText()), graphs.getOrDefault("rest:" + i, List.of()));
        var versions = json.path("versions");
        for (int i = 0; i < versions.size(); i++) {
            var each = versions.get(i);
            state.add(new LdesVersion(
                    NodeFactory.createURI(each.path("object").asText()),
                    NodeFactory.createURI(each.path("member").asText()),
                    Optional.ofNullable(each.path("time").asText(null)).map(Instant::parse),
                    each.path("sequence").asText(""),
                    each.path("deletion").asBoolean(),
                    graphs.getOrDefault(Integer.toString(i), List.of())));
        }
        return state;
    }

    private static Map<String, List<Triple>> graphs(String quads) {
        Map<String, List<Triple>> graphs = new LinkedHashMap<>();
        RDFParser.fromString(quads, Lang.NQUADS).checking(false).parse(new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                graphs.computeIfAbsent(quad.getGraph().getURI().substring(GRAPH.length()), name -> new ArrayList<>())
                        .add(quad.asTriple());
            }
        });
        return graphs;
    }

    private static String packed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot pack what is known of an event stream", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String unpacked(String text) throws IOException {
        try (var gzip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
