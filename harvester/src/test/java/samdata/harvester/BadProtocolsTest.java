package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static samdata.harvester.WildServer.dawdle;
import static samdata.harvester.WildServer.raw;
import static samdata.harvester.WildServer.wild;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import samdata.harvester.run.Outcome;

/** Sources that break the rules of the protocol they speak. */
class BadProtocolsTest extends Zoo {
    static {
        ARQ.init();
    }

    private static final WildServer.Wild ENDPOINT = BadProtocolsTest::answer;
    private static final String JSON = "application/json";
    private static final String HTML = "<!DOCTYPE html><html><body>Under maintenance</body></html>";

    @ParameterizedTest(name = "a CKAN site that {0}")
    @MethodSource
    void ckan(Fault fault) {
        keepsTheOldContent(fault, "ckan", "/", ckan(DATASETS, DATASETS));
    }

    static Stream<Fault> ckan() {
        return Stream.of(
                rejected("says that it did not succeed", "package_search", wild(200, JSON, "{\"success\": false}")),
                rejected("has no result", "package_search", wild(200, JSON, "{\"success\": true}")),
                rejected(
                        "has a word for a result",
                        "package_search",
                        wild(200, JSON, "{\"success\": true, \"result\": \"all of it\"}")),
                rejected(
                        "has an object for its results",
                        "package_search",
                        wild(200, JSON, "{\"success\": true, \"result\": {\"count\": 6, \"results\": {}}}")),
                rejected("counts more than it sends", "counts 60 packages", ckan(60, DATASETS)),
                rejected("answers its API with a web page", "a web page (HTML)", wild(200, "text/html", HTML)),
                rejected(
                        "cuts its JSON off",
                        "JSON that is broken",
                        wild(200, JSON, "{\"success\": true, \"result\": {\"count\": 6, \"resul")),
                rejected(
                        "sends the same packages on every page",
                        "different ones came",
                        (ask, out) -> ckan(1200, DATASETS)
                                .to(new WildServer.Ask("GET", "/?start=0", ask.headers(), "", ask.server()), out)),
                held("has no package any more", "Only 0 of 6", ckan(0, 0)),
                unreachable("has no API any more", "404", wild(404, "text/plain", "gone")));
    }

    private static WildServer.Wild ckan(int count, int there) {
        return (ask, out) -> {
            boolean first = ask.target().contains("start=0");
            var packages = IntStream.range(0, first ? there : 0)
                    .mapToObj("{\"id\": \"id-%1$d\", \"name\": \"blades-%1$d\", \"title\": \"Blades %1$d\"}"::formatted)
                    .collect(Collectors.joining(","));
            wild(
                            200,
                            JSON,
                            "{\"success\": true, \"result\": {\"count\": " + count + ", \"results\": [" + packages
                                    + "]}}")
                    .to(ask, out);
        };
    }

    @ParameterizedTest(name = "an OAI-PMH repository that {0}")
    @MethodSource
    void oai(Fault fault) {
        keepsTheOldContent(fault, "oai-pmh", "/oai", oai(records(0, DATASETS)));
    }

    static Stream<Fault> oai() {
        var half = records(0, 3) + "<resumptionToken>more</resumptionToken>";
        return Stream.of(
                rejected(
                        "does not know its own token",
                        "badResumptionToken",
                        (ask, out) -> oai(ask.target().contains("resumptionToken") ? "!badResumptionToken" : half)
                                .to(ask, out)),
                rejected("hands out the same token for ever", "paging runs in a circle", oai(half)),
                rejected("cuts its list off", "XML", (ask, out) -> {
                    if (ask.target().contains("ListRecords")) raw(out, OAI_HEAD + "<ListRecords>" + records(0, 2));
                    else oai("").to(ask, out);
                }),
                rejected(
                        "fails on its second page",
                        "500",
                        (ask, out) -> (ask.target().contains("resumptionToken")
                                        ? wild(500, "text/plain", "oops")
                                        : oai(half))
                                .to(ask, out)),
                rejected(
                        "declares a DOCTYPE",
                        "DOCTYPE",
                        wild(
                                200,
                                "text/xml",
                                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><OAI-PMH>&b;</OAI-PMH>")),
                rejected("answers with a web page", "HTML", wild(200, "text/html", HTML)),
                rejected("knows no verb", "did not answer as OAI-PMH", oaiError("badVerb")));
    }

    private static final String OAI_HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n";

    private static WildServer.Wild oaiError(String code) {
        return wild(200, "text/xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-23T09:00:00Z</responseDate>
                <request>http://mills.example/oai</request><error code="%s">No.</error></OAI-PMH>""".formatted(code));
    }

    private static String records(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> OaiServer.dublinCore(
                        "oai:mills:" + i,
                        "<dc:title>Blades " + i
                                + "</dc:title><dc:type>Dataset</dc:type><dc:identifier>https://mills.example/d/" + i
                                + "</dc:identifier>"))
                .collect(Collectors.joining());
    }

    private static WildServer.Wild oai(String list) {
        return (ask, out) -> {
            if (list.startsWith("!")) {
                oaiError(list.substring(1)).to(ask, out);
                return;
            }
            var verb = ask.target().replaceFirst(".*verb=(\\w+).*", "$1");
            var body = switch (verb) {
                case "Identify" ->
                    "<Identify><repositoryName>Mills</repositoryName><protocolVersion>2.0</protocolVersion>"
                            + "<deletedRecord>no</deletedRecord><granularity>YYYY-MM-DD</granularity></Identify>";
                case "ListMetadataFormats" ->
                    "<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix>"
                            + "<schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</schema>"
                            + "<metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</metadataNamespace>"
                            + "</metadataFormat></ListMetadataFormats>";
                default -> "<ListRecords>" + list + "</ListRecords>";
            };
            wild(200, "text/xml", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-23T09:00:00Z</responseDate>
                    <request>http://mills.example/oai</request>%s</OAI-PMH>""".formatted(body)).to(ask, out);
        };
    }

    @ParameterizedTest(name = "a SPARQL endpoint that {0}")
    @MethodSource
    void sparql(Fault fault) {
        keepsTheOldContent(fault, "sparql", "/sparql", ENDPOINT);
    }

    static Stream<Fault> sparql() {
        var results = "<?xml version=\"1.0\"?><!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\"><head/><results>&x;</results></sparql>";
        return Stream.of(
                unreachable("fails on every query", "500", wild(500, "text/plain", "oops")),
                unreachable(
                        "fails once it is asked for the statements",
                        "500",
                        (ask, out) -> (query(ask).contains("COUNT") ? ENDPOINT : wild(500, "text/plain", "oops"))
                                .to(ask, out)),
                rejected("answers with a web page", "a SPARQL query with text/html", wild(200, "text/html", HTML)),
                rejected(
                        "answers with results in JSON",
                        "not with N-Triples or Turtle",
                        wild(
                                200,
                                "application/sparql-results+json",
                                "{\"head\": {\"vars\": [\"n\"]}, \"results\": {\"bind")),
                rejected(
                        "answers with results in XML that read a file of ours",
                        "not with N-Triples or Turtle",
                        wild(200, "application/sparql-results+xml", results)),
                rejected("sends half of what it counts", "cut its answer off", (ask, out) -> {
                    if (query(ask).contains("COUNT")) answer(ask, out);
                    else
                        wild(200, "application/n-triples", "<urn:a> <urn:b> <urn:c> .\n")
                                .to(ask, out);
                }),
                rejected("never ends its answer", "harvest.max", (ask, out) -> {
                    if (query(ask).contains("COUNT")) {
                        answer(ask, out);
                        return;
                    }
                    raw(out, "HTTP/1.1 200 OK\r\nContent-Type: application/n-triples\r\n\r\n");
                    for (int i = 0; i < 1_000_000; i++) raw(out, "<urn:a> <urn:b> <urn:c" + i + "> .\n");
                }),
                unreachable("never answers", "harvest.stall", (ask, out) -> dawdle(ask, 20_000)));
    }

    private static String query(WildServer.Ask ask) {
        var sent = ask.method().equals("POST") ? ask.body() : ask.target().replaceFirst("^[^?]*\\?", "");
        return Stream.of(sent.split("&"))
                .filter(part -> part.startsWith("query="))
                .map(part -> URLDecoder.decode(part.substring(6), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(sent);
    }

    private static void answer(WildServer.Ask ask, OutputStream out) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var catalogue = RDFParser.fromString(PREFIXES + datasets(0, DATASETS), Lang.TURTLE)
                .toGraph();
        try (var execution = QueryExec.dataset(DatasetGraphFactory.wrap(catalogue))
                .query(query(ask))
                .build()) {
            RDFDataMgr.write(bytes, execution.construct(), Lang.NTRIPLES);
        }
        wild(200, "application/n-triples", bytes.toByteArray()).to(ask, out);
    }

    @ParameterizedTest(name = "a data.json that {0}")
    @MethodSource
    void dataJson(Fault fault) {
        keepsTheOldContent(
                fault,
                "dcat-us",
                "/data.json",
                dataJson(IntStream.range(0, DATASETS)
                        .mapToObj("{\"identifier\": \"mill-%1$d\", \"title\": \"Blades %1$d\"}"::formatted)
                        .collect(Collectors.joining(",", "[", "]"))));
    }

    static Stream<Fault> dataJson() {
        return Stream.of(
                rejected("is an array", "data.json", wild(200, JSON, "[1, 2, 3]")),
                rejected("is a number", "data.json", wild(200, JSON, "7")),
                rejected("has null for its datasets", "dataset", dataJson("null")),
                rejected("has a word for its datasets", "dataset", dataJson("\"all\"")),
                rejected(
                        "is cut off", "JSON that is broken", wild(200, JSON, "{\"dataset\": [{\"identifier\": \"mill")),
                rejected("is a web page", "a web page (HTML)", wild(200, "text/html", HTML)),
                rejected(
                        "nests 10,000 deep",
                        "nests deeper than 50 levels",
                        dataJson("[".repeat(10_000) + "]".repeat(10_000))),
                held("has no dataset any more", "Only 0 of 6", dataJson("[]")));
    }

    private static WildServer.Wild dataJson(String datasets) {
        return wild(200, JSON, """
                {"@type": "dcat:Catalog", "conformsTo": "https://project-open-data.cio.gov/v1.1/schema", "dataset": %s}
                """.formatted(datasets));
    }

    @ParameterizedTest(name = "a site whose sitemap {0}")
    @MethodSource
    void sitemap(Fault fault) {
        keepsTheOldContent(fault, "sitemap", "/sitemap.xml", site(DATASETS));
    }

    static Stream<Fault> sitemap() {
        return Stream.of(
                held("lists itself alone", "Only 0 of 6", (ask, out) -> index(ask, out, "/sitemap.xml")),
                rejected(
                        "lists sitemaps without an end",
                        "harvest.max-pages",
                        (ask, out) -> index(ask, out, "/more" + ask.target().length() + ask.target())),
                rejected("lists more pages than the cap", "harvest.max-pages", site(60)),
                rejected(
                        "is cut off",
                        "no sitemap that can be read",
                        (ask, out) -> raw(
                                out,
                                "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n\r\n<?xml version=\"1.0\"?><urlset"
                                        + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>"
                                        + ask.url("/d/0") + "</loc></url><url><lo")),
                rejected("is a web page without data", "no JSON-LD", wild(200, "text/html", HTML)),
                rejected(
                        "leads to a page that fails",
                        "500",
                        (ask, out) -> (ask.is("/d/3") ? wild(500, "text/plain", "oops") : site(DATASETS)).to(ask, out)),
                rejected("leads to a private host", "10.0.0.1", (ask, out) -> urls(ask, out, "http://10.0.0.1/d/0")));
    }

    @Test
    void aPageOfASiteWithBrokenJsonLdCostsNothingButItsNews() {
        try (var server = new WildServer().behaves(site(DATASETS))) {
            var id = good(server, "sitemap", "/sitemap.xml");
            var before = house().catalog.datasets(id);
            server.behaves((ask, out) -> (ask.is("/d/3")
                            ? wild(200, "text/html", "<script type=\"application/ld+json\">{\"@id\": </script>")
                            : site(DATASETS + 1))
                    .to(ask, out));

            var run = strictly(id);

            assertThat(run.outcome()).as(run.message()).contains(Outcome.STORED);
            assertThat(house().catalog.datasets(id)).containsAll(before).hasSize(DATASETS + 1);
            assertThat(run.violations())
                    .extracting(finding -> finding.violation().message())
                    .anyMatch(message -> message.contains("the JSON is broken at line 1") && message.contains("/d/3"));
        }
    }

    private static void index(WildServer.Ask ask, OutputStream out, String path) throws IOException {
        wild(
                        200,
                        "application/xml",
                        "<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>"
                                + ask.url(path) + "</loc></sitemap></sitemapindex>")
                .to(ask, out);
    }

    private static void urls(WildServer.Ask ask, OutputStream out, String... pages) throws IOException {
        wild(
                        200,
                        "application/xml",
                        "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                                + Stream.of(pages)
                                        .map(page -> "<url><loc>" + page + "</loc><lastmod>soon</lastmod></url>")
                                        .collect(Collectors.joining())
                                + "</urlset>")
                .to(ask, out);
    }

    private static WildServer.Wild site(int pages) {
        return (ask, out) -> {
            if (ask.is("/sitemap.xml"))
                urls(
                        ask,
                        out,
                        IntStream.range(0, pages)
                                .mapToObj(i -> ask.url("/d/" + i))
                                .toArray(String[]::new));
            else wild(200, "text/html", """
                        <!doctype html><html><script type="application/ld+json">
                        {"@context": "https://schema.org/", "@type": "Dataset", "@id": "https://mills.example%1$s", "name": "Blades"}
                        </script></html>""".formatted(ask.target())).to(ask, out);
        };
    }

    @ParameterizedTest(name = "an event stream that {0}")
    @MethodSource
    void ldes(Fault fault) {
        keepsTheOldContent(fault, "ldes", "/feed", stream(members(DATASETS)));
    }

    static Stream<Fault> ldes() {
        return Stream.of(
                rejected("is RDF, but no stream", "no page of an event stream", turtle(datasets(0, 6))),
                rejected(
                        "lacks a page",
                        "missing|404",
                        (ask, out) -> (ask.is("/feed") ? stream(members(2) + relation("/gone")) : wild(404, "", ""))
                                .to(ask, out)),
                rejected("leads on for ever", "harvest.max-pages", (ask, out) -> {
                    int page =
                            ask.is("/feed") ? 0 : Integer.parseInt(ask.target().substring(1));
                    stream(members(1) + relation("/" + (page + 1))).to(ask, out);
                }),
                rejected("is a web page", "a web page (HTML)", wild(200, "text/html", HTML)),
                rejected(
                        "is cut off",
                        "Turtle",
                        stream("<feed#stream> tree:member <https://mills.example/d/0> ; tree:mem")));
    }

    @Test
    void aMemberOfAStreamThatDoesNotSayWhatItIsAVersionOfTakesNoPlaceOfAnother() {
        try (var server = new WildServer().behaves(stream(members(DATASETS)))) {
            var id = good(server, "ldes", "/feed");
            var before = house().catalog.datasets(id);
            server.behaves(stream(members(DATASETS) + """
                    <feed#stream> tree:member <https://mills.example/lost#2> .
                    <https://mills.example/lost#2> a dcat:Dataset ; dct:title "Lost"@en .
                    """));

            var run = strictly(id);

            assertThat(run.outcome().orElseThrow()).as(run.message()).isIn(Outcome.STORED, Outcome.UNCHANGED);
            assertThat(house().catalog.datasets(id)).containsAll(before);
        }
    }

    private static String relation(String page) {
        return "<> tree:relation [ a tree:Relation ; tree:node <" + page + "> ] .\n";
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj("""
                        <feed#stream> tree:member <https://mills.example/d/%1$d#1> .
                        <https://mills.example/d/%1$d#1> a dcat:Dataset ; dct:isVersionOf <https://mills.example/d/%1$d> ;
                            dct:title "Blades %1$d"@en ; dct:modified "2026-01-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
                        """::formatted).collect(Collectors.joining());
    }

    private static WildServer.Wild stream(String body) {
        return turtle("""
                PREFIX ldes: <https://w3id.org/ldes#>
                PREFIX tree: <https://w3id.org/tree#>
                <feed#stream> a ldes:EventStream ; ldes:timestampPath dct:modified ; ldes:versionOfPath dct:isVersionOf ;
                    tree:view <> .
                """ + body);
    }

    @ParameterizedTest(name = "an OpenML server that {0}")
    @MethodSource
    void openml(Fault fault) {
        keepsTheOldContent(
                fault,
                "openml",
                "/",
                openml("{\"data\": {\"dataset\": ["
                        + IntStream.range(0, 3)
                                .mapToObj(
                                        "{\"did\": %d, \"name\": \"blades\", \"version\": 1, \"status\": \"active\"}"
                                                ::formatted)
                                .collect(Collectors.joining(","))
                        + "]}}"));
    }

    static Stream<Fault> openml() {
        return Stream.of(
                rejected("lists a word", "OpenML", openml("{\"data\": \"none\"}")),
                rejected("cuts its list off", "JSON that is broken", openml("{\"data\": {\"dataset\": [{\"did\"")),
                rejected("answers with a web page", "a web page (HTML)", wild(200, "text/html", HTML)));
    }

    private static WildServer.Wild openml(String list) {
        return (ask, out) -> (ask.target().contains("/data/list")
                        ? wild(200, JSON, list)
                        : wild(200, JSON, """
                                {"data_set_description": {"id": "%s", "name": "blades", "licence": "CC0"}}""".formatted(ask.target().replaceFirst(".*/", ""))))
                .to(ask, out);
    }

    @ParameterizedTest(name = "a connector that {0}")
    @MethodSource
    void dsp(Fault fault) {
        keepsTheOldContent(fault, "dsp", "/dsp", wild(200, JSON, """
                {"@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@id": "urn:uuid:c1", "@type": "Catalog",
                 "participantId": "urn:example:Mills", "dataset": [
                 {"@id": "https://mills.example/d/1", "@type": "Dataset", "title": "Saws",
                  "hasPolicy": [{"@id": "urn:uuid:o1", "@type": "Offer", "permission": [{"action": "use"}]}]}]}
                """));
    }

    static Stream<Fault> dsp() {
        return Stream.of(
                rejected("answers with an error", "catalogue", wild(200, JSON, """
                        {"@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "CatalogError", "code": "123"}""")),
                rejected("answers with a web page", "HTML", wild(200, "text/html", HTML)),
                unreachable("wants to know who asks", "401", wild(401, JSON, "{}")));
    }

    @ParameterizedTest(name = "a folder of cards that {0}")
    @MethodSource
    void cards(Fault fault) {
        keepsTheOldContent(fault, "hf-cards", "/cards/", cards("200"));
    }

    static Stream<Fault> cards() {
        return Stream.of(
                rejected("is a web page without cards", "card", wild(200, "text/html", HTML)),
                rejected("has a card that fails", "500", cards("500")),
                rejected("is an archive that is none", "", wild(200, "application/zip", "PK\u0003\u0004 and so on")));
    }

    private static WildServer.Wild cards(String last) {
        return (ask, out) -> {
            if (ask.is("/cards/"))
                wild(200, "text/html", "<html><a href=\"a/\">a</a><a href=\"b/\">b</a>")
                        .to(ask, out);
            else
                wild(
                                ask.target().contains("/b/") ? Integer.parseInt(last) : 200,
                                "text/markdown",
                                "---\npretty_name: Saws\nlicense: mit\n---\n# Saws\nOf " + ask.target())
                        .to(ask, out);
        };
    }
}
