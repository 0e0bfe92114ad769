package samdata.harvester;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.vocabulary.DCAT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import samdata.harvester.fetch.FetchSettings;
import samdata.harvester.read.PlainRdf;
import samdata.harvester.read.Terms;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;

/** Real descriptions multiplied to a thousand datasets of other names, offered by every protocol that is not RDF over HTTP. */
@EnabledIfEnvironmentVariable(named = Expected.FOLDER, matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlteredCopiesTest {
    private static final String CROISSANT = "http://mlcommons.org/croissant/";
    private static final int MANY = 1000;
    private static final int PAGE = 100;
    private static final Node DISTRIBUTION = DCAT.Distribution.asNode();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Site site;
    private House house;

    @BeforeAll
    void open(@TempDir Path data) {
        house = new House(data, FetchSettings.DEFAULTS);
    }

    @BeforeEach
    void openSite() {
        site = new Site();
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void aThousandEntriesOfADataJson() {
        var catalog = (ObjectNode) read("catalogues/us-federal/fcc.json");
        var copies = copies(
                catalog.withArray("dataset"),
                (copy, number) -> copy.put("identifier", "altered " + number)
                        .put(
                                "title",
                                "Altered " + number + " " + copy.path("title").asText()));
        catalog.set("dataset", JSON.valueToTree(copies));
        site.page("/data.json", "application/json", catalog.toString());

        assertThat(typed(comesInOnce("dcat-us", "/data.json"), DISTRIBUTION)).isEqualTo(count(copies, "distribution"));
    }

    @Test
    void aThousandPackagesOfACkanSite() {
        var packages = List.of(
                read("catalogues/ckanext-dcat/ckan/ckan_full_dataset_dcat_ap.json"),
                read("catalogues/ckanext-dcat/ckan/ckan_full_dataset_dcat_us_vocabularies.json"));
        var copies = copies(packages, AlteredCopiesTest::alteredPackage);
        site.page("/api/3/action/package_search", exchange -> {
            int start = parameter(exchange, "start");
            int end = Math.min(MANY, start + parameter(exchange, "rows"));
            var answer = JSON.createObjectNode().put("success", true);
            answer.putObject("result").put("count", MANY).set("results", JSON.valueToTree(copies.subList(start, end)));
            Site.send(exchange, 200, "application/json", JSON.writeValueAsBytes(answer));
        });

        assertThat(typed(comesInOnce("ckan", "/"), DISTRIBUTION)).isEqualTo(count(copies, "resources"));
    }

    private static void alteredPackage(ObjectNode copy, int number) {
        copy.put("id", "id-" + number).put("name", "altered-" + number).put("title", "Altered " + number);
        copy.put("identifier", "altered-" + number).remove(List.of("uri", "extras"));
        for (JsonNode resource : copy.path("resources"))
            ((ObjectNode) resource)
                    .put("id", "r" + number + resource.path("id").asText())
                    .remove("uri");
    }

    @Test
    void aThousandCardsInAnArchive() throws IOException {
        var cards = cards();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < MANY; i++) {
                zip.putNextEntry(new ZipEntry("altered-" + i + "/README.md"));
                zip.write(cards.get(i % cards.size()).getBytes(UTF_8));
            }
        }
        site.page("/cards.zip", exchange -> Site.send(exchange, 200, "application/zip", bytes.toByteArray()));

        comesInOnce("hf-cards", "/cards.zip");
    }

    private static List<String> cards() throws IOException {
        try (var folders = Files.list(Expected.file("catalogues/hf-cards"))) {
            return folders.sorted()
                    .map(folder -> text(folder.resolve("README.md")))
                    .filter(text -> text.startsWith("---\n") && !text.contains("dataset_info"))
                    .limit(50)
                    .toList();
        }
    }

    @Test
    void aThousandPagesOfASitemap() {
        var pages = copies(
                List.of(
                        read("standards/croissant/datasets/1.0/titanic/metadata.json"),
                        read("standards/croissant/datasets/1.0/simple-join/metadata.json")),
                (copy, number) ->
                        copy.put("name", "altered-" + number).put("url", "https://example.org/altered/" + number));
        for (int i = 0; i < MANY; i++)
            site.page(
                    "/d" + i + "/page",
                    "text/html",
                    "<html><script type=\"application/ld+json\">" + pages.get(i) + "</script></html>");
        var places = IntStream.range(0, MANY)
                .mapToObj(i -> "<url><loc>" + site.url("/d" + i + "/page") + "</loc></url>")
                .collect(Collectors.joining());
        site.page(
                "/sitemap.xml",
                "application/xml",
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">" + places + "</urlset>");

        var stated = comesInOnce("sitemap", "/sitemap.xml");

        assertThat(typed(stated, Terms.of(CROISSANT, "FileObject")) + typed(stated, Terms.of(CROISSANT, "FileSet")))
                .isEqualTo(count(pages, "distribution"));
    }

    @Test
    void aThousandRecordsOfARepository() {
        var records = IntStream.range(0, MANY)
                .mapToObj(i -> OaiServer.dublinCore("oai:altered:" + i, """
                        <dc:title>Altered %1$d</dc:title><dc:type>Dataset</dc:type>
                        <dc:identifier>https://example.org/altered/%1$d</dc:identifier>
                        """.formatted(i)))
                .toArray(String[]::new);
        new OaiServer(site).pagesOf(PAGE).records(records);

        comesInOnce("oai-pmh", "/oai");
    }

    @Test
    void aThousandEventsOfAStream() {
        var destatis = CorpusFile.named("govdata-portals/destatis-catalog-original-input.rdf");
        var catalogue = PlainRdf.read(destatis.content(), destatis.lang(), "http://corpora.example/");
        var events = Copies.pages(Copies.multiplied(Copies.altered(catalogue), MANY), 1);
        long distributions =
                events.stream().mapToLong(event -> typed(event, DISTRIBUTION)).sum();
        for (int from = 0; from < MANY; from += PAGE)
            site.page(
                    from == 0 ? "/feed" : "/feed/" + from,
                    "application/trig",
                    paging(from) + events(events.subList(from, from + PAGE), from));

        assertThat(typed(comesInOnce("ldes", "/feed"), DISTRIBUTION)).isEqualTo(distributions);
    }

    private static String paging(int from) {
        var head = """
                PREFIX as: <https://www.w3.org/ns/activitystreams#>
                PREFIX ldes: <https://w3id.org/ldes#>
                PREFIX tree: <https://w3id.org/tree#>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                </feed#stream> a ldes:EventStream ; ldes:timestampPath as:published ; ldes:versionOfPath as:object ;
                    tree:view </feed> .
                """;
        return from + PAGE < MANY
                ? head
                        + "<%s> tree:relation [ a tree:Relation ; tree:node </feed/%d> ] .\n"
                                .formatted(from == 0 ? "/feed" : "/feed/" + from, from + PAGE)
                : head;
    }

    private static String events(List<Graph> events, int from) {
        var body = new StringBuilder();
        for (int i = 0; i < events.size(); i++)
            body.append("""
                    </feed#stream> tree:member </event/%1$d> . </event/%1$d> a as:Create ; as:object <%2$s> ;
                        as:published "2026-01-01T00:00:00Z"^^xsd:dateTime .
                    </event/%1$d> {
                    %3$s}
                    """.formatted(
                            from + i,
                            Copies.datasets(events.get(i)).getFirst(),
                            new String(PlainRdf.written(events.get(i), Lang.NTRIPLES), UTF_8)));
        return body.toString();
    }

    @Test
    void aThousandOffersOfAConnector() {
        var copies = copies(
                List.of(read("conformance/dataspace-protocol/catalog/message/example/dataset.json")),
                AlteredCopiesTest::alteredOffer);
        site.page("/dsp/catalog/request", exchange -> {
            int start = parameter(exchange, "start");
            if (start + PAGE < MANY)
                exchange.getResponseHeaders()
                        .add(
                                "Link",
                                "<" + site.url("/dsp/catalog/request?start=" + (start + PAGE)) + ">; rel=\"next\"");
            var catalog =
                    JSON.createObjectNode().put("@id", "urn:altered:catalog").put("@type", "dcat:Catalog");
            catalog.set("@context", copies.getFirst().path("@context"));
            catalog.put("dspace:participantId", "urn:altered:participant");
            catalog.set("dcat:dataset", JSON.valueToTree(copies.subList(start, start + PAGE)));
            Site.send(
                    exchange,
                    exchange.getRequestMethod().equals("POST") ? 200 : 405,
                    "application/json",
                    JSON.writeValueAsBytes(catalog));
        });

        assertThat(typed(comesInOnce("dsp", "/dsp"), DISTRIBUTION)).isEqualTo(count(copies, "dcat:distribution"));
    }

    private static void alteredOffer(ObjectNode copy, int number) {
        copy.put("@id", "urn:altered:dataset:" + number);
        for (JsonNode offer : copy.path("odrl:hasPolicy"))
            ((ObjectNode) offer).put("@id", "urn:altered:offer:" + number);
    }

    /** What was stated, after one harvest that stored it and one that wrote nothing. */
    private Graph comesInOnce(String protocol, String path) {
        house.register(protocol, site.url(path), Source.UNDETECTED);

        var first = house.run(protocol);
        var before = Written.in(house.data);
        var second = house.run(protocol);

        assertThat(first.message()).isEmpty();
        assertThat(first.datasets()).isEqualTo(new Run.Datasets(MANY, MANY, 0, 0));
        assertThat(house.sources.get(protocol).map(Source::protocol)).contains(protocol);
        assertThat(second.message()).isEmpty();
        assertThat(second.outcome()).contains(Outcome.UNCHANGED);
        assertThat(Written.in(house.data)).isEqualTo(before);
        return house.stated(protocol);
    }

    private static List<ObjectNode> copies(Iterable<JsonNode> originals, BiConsumer<ObjectNode, Integer> alter) {
        var all = JSON.createArrayNode();
        originals.forEach(all::add);
        return IntStream.range(0, MANY)
                .mapToObj(number -> {
                    ObjectNode copy = all.get(number % all.size()).deepCopy();
                    alter.accept(copy, number);
                    return copy;
                })
                .toList();
    }

    private static long count(Collection<ObjectNode> copies, String field) {
        return copies.stream().mapToLong(copy -> copy.path(field).size()).sum();
    }

    private static long typed(Graph graph, Node type) {
        return PlainRdf.typed(graph, type).size();
    }

    /** A number of the query, 0 where it has none. */
    private static int parameter(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestURI().getQuery())
                .map(Pattern.compile("\\b" + name + "=(\\d+)")::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .orElse(0);
    }

    private static JsonNode read(String path) {
        try {
            return JSON.readTree(Files.readAllBytes(Expected.file(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
