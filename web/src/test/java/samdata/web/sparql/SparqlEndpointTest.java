package samdata.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import samdata.web.RunningServer;

class SparqlEndpointTest {
    private static final String TITLES =
            "SELECT ?title { ?d a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> ?title } ORDER BY ?title";
    /** What companies say of their datasets, and not what we think of them. */
    private static final String DESCRIPTIONS =
            "CONSTRUCT { ?d ?p ?o } WHERE { GRAPH ?g" + " { ?d a <http://www.w3.org/ns/dcat#Dataset> ; ?p ?o } }";

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer samdata;

    @BeforeAll
    static void start() {
        samdata = RunningServer.over(folder, "sparql.timeout", "2s", "sparql.max-rows", "5000")
                .with("north", "<http://north.example/roads> a dcat:Dataset ; dct:title \"Roads\"@en .")
                .with("south", "<http://south.example/rivers> a dcat:Dataset ; dct:title \"Rivers\"@en .");
    }

    @AfterAll
    static void stop() {
        samdata.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/sparql-results+json",
                "application/sparql-results+xml",
                "text/csv",
                "text/tab-separated-values"
            })
    void rowsComeInEveryResultFormat(String type) {
        var answer = samdata.get("/sparql?query=" + encoded(TITLES), "Accept", type);

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        var lang = type.endsWith("json")
                ? ResultSetLang.RS_JSON
                : type.endsWith("xml")
                        ? ResultSetLang.RS_XML
                        : type.endsWith("csv") ? ResultSetLang.RS_CSV : ResultSetLang.RS_TSV;
        var rows = ResultSetMgr.read(
                new java.io.ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)), lang);
        assertThat(rows)
                .toIterable()
                .extracting(row -> row.getLiteral("title").getLexicalForm())
                .containsExactly("Rivers", "Roads");
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, TURTLE",
        "application/n-triples, N-Triples",
        "application/rdf+xml, RDF/XML",
        "application/ld+json, JSON-LD",
        "application/trig, TriG"
    })
    void graphsComeInEverySyntax(String type, String lang) {
        var answer = samdata.get("/sparql?query=" + encoded(DESCRIPTIONS), "Accept", type);

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        Graph graph = RDFParser.fromString(answer.body(), org.apache.jena.riot.RDFLanguages.nameToLang(lang))
                .toGraph();
        assertThat(graph.size()).isEqualTo(4);
    }

    @Test
    void queriesAreTakenFromTheAddressAFormAndABody() {
        var byGet = samdata.get("/sparql?query=" + encoded(TITLES));
        var byForm = samdata.post(
                "/sparql", "query=" + encoded(TITLES), "Content-Type", "application/x-www-form-urlencoded");
        var byBody = samdata.post("/sparql", TITLES, "Content-Type", "application/sparql-query");

        assertThat(byGet.body()).contains("Rivers");
        assertThat(List.of(byForm.body(), byBody.body())).containsOnly(byGet.body());
    }

    @Test
    void anotherRdfStackReadsRowsGraphsAndAnswers() {
        var repository = new SPARQLRepository(samdata.url("/sparql"));
        try (RepositoryConnection connection = repository.getConnection();
                var rows = connection.prepareTupleQuery(TITLES).evaluate()) {
            assertThat(QueryResults.asList(rows)).hasSize(2);
            assertThat(QueryResults.asModel(
                            connection.prepareGraphQuery(DESCRIPTIONS).evaluate()))
                    .hasSize(4);
            assertThat(connection
                            .prepareBooleanQuery("ASK { ?s ?p \"Roads\"@en }")
                            .evaluate())
                    .isTrue();
            assertThatThrownBy(() -> connection
                            .prepareTupleQuery("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }")
                            .evaluate())
                    .isInstanceOf(QueryEvaluationException.class);
        } finally {
            repository.shutDown();
        }
    }

    @Test
    void theDefaultGraphIsEverybodysAndEachSourceHasItsOwn() {
        String graphs =
                "SELECT ?g { GRAPH ?g { ?s <http://purl.org/dc/terms/title> ?t } FILTER STRSTARTS(STR(?g), 'urn:samdata:source:') }";

        assertThat(csv(TITLES, "")).containsExactly("title", "Rivers", "Roads");
        assertThat(csv(graphs, "")).contains("urn:samdata:source:north", "urn:samdata:source:south");
        assertThat(csv(TITLES, "&default-graph-uri=urn:samdata:source:north")).containsExactly("title", "Roads");
        assertThat(csv("SELECT ?g { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g", "&named-graph-uri=urn:samdata:source:south"))
                .containsExactly("g", "urn:samdata:source:south");
        assertThat(csv(TITLES.replace("{ ?d a", "FROM <http://elsewhere.example/> { ?d a"), ""))
                .containsExactly("title");
    }

    @Test
    void aMalformedQueryIsToldWhere() {
        var answer = samdata.get("/sparql?query=" + encoded("SELECT ?s {\n  ?s ?p }"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("Line 2, column 9: \\\"}\\\" was not expected.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
                "SELECT * { service silent ?x { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { { SELECT ?s { SERVICE <http://localhost:1/> { ?s ?p ?o } } } } }",
                "SELECT (EXISTS { SERVICE <http://localhost:1/> { } } AS ?x) {}",
                "SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://localhost:1/> { ?s ?p ?o } })",
                "SELECT (COUNT(EXISTS { SERVICE <http://localhost:1/> { } }) AS ?n) { ?s ?p ?o } HAVING (?n > 1)",
                "SELECT (<java:java.lang.System.exit>(1) AS ?x) {}",
                "PREFIX j: <java:org.apache.jena.sparql.function.library.> SELECT (j:wait(100) AS ?x) {}"
            })
    void nothingReachesBeyondTheStore(String query) {
        var answer = samdata.get("/sparql?query=" + encoded(query));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).containsPattern("SERVICE is not allowed|written in Java");
    }

    @Test
    void aWordThatLooksLikeServiceIsNoService() {
        String query = "# SERVICE\nSELECT ('SERVICE <http://x>' AS ?service) { BIND(<http://x/SERVICE> AS ?x) }";

        assertThat(samdata.get("/sparql?query=" + encoded(query)).statusCode()).isEqualTo(200);
    }

    @Test
    void updatesAndOtherMethodsAreRefused() {
        var body = samdata.post("/sparql", "DELETE WHERE { ?s ?p ?o }", "Content-Type", "application/sparql-update");
        var form = samdata.post(
                "/sparql", "update=" + encoded("CLEAR ALL"), "Content-Type", "application/x-www-form-urlencoded");
        var address = samdata.get("/sparql?update=" + encoded("CLEAR ALL"));
        var asQuery = samdata.post("/sparql", "CLEAR ALL", "Content-Type", "application/sparql-query");
        var put = samdata.send(HttpRequest.newBuilder(URI.create(samdata.url("/sparql?default")))
                .PUT(HttpRequest.BodyPublishers.ofString("<a:a> <a:a> <a:a> .")));

        assertThat(List.of(body, form, address, asQuery))
                .extracting(HttpResponse::statusCode)
                .containsOnly(400);
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(csv(TITLES, "")).hasSize(3);
    }

    @Test
    void aQueryThatTakesTooLongIsStoppedAndSaysSo() {
        String triples = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ";
        Instant asked = Instant.now();

        var answer =
                samdata.get("/sparql?query=" + encoded("SELECT (COUNT(*) AS ?n) { " + triples + " FILTER(?c != ?l) }"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("longer than the 2 s");
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void anAnswerWithTooManyRowsIsAProblemButNotForTheOperator() {
        String query = "/sparql?query=" + encoded("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 6000");

        var answer = samdata.get(query, "Accept", "text/csv");
        var whole = samdata.get(query, "Accept", "text/csv", "Authorization", "Bearer " + RunningServer.TOKEN);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("more than 5000 rows");
        assertThat(whole.body().lines()).hasSize(6001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONCAT(?x, ?x)",
                "REPLACE(?x, '.', '$0$0', 's')",
                "REPLACE(?x, '$', ?x)",
                "<http://www.w3.org/2005/xpath-functions#concat>(?x, ?x)",
                "<http://www.w3.org/2005/xpath-functions#replace>(?x, '$', ?x)",
                "<http://jena.apache.org/ARQ/function#strjoin>('', ?x, ?x)"
            })
    void aTextThatGrowsPastAllMeasureEndsTheQueryAndNotTheServer(String doubled) {
        String query = IntStream.range(0, 40)
                .mapToObj(i -> "BIND(" + doubled.replace("?x", "?x" + i) + " AS ?x" + (i + 1) + ") ")
                .collect(Collectors.joining("", "SELECT (STRLEN(?x40) AS ?n) { BIND('ab' AS ?x0) ", "}"));

        var answer = samdata.get("/sparql?query=" + encoded(query));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("A text grew past 1000000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (GROUP_CONCAT(?t) AS ?n) { VALUES ?a { X } VALUES ?b { X } VALUES ?c { X } BIND(STR(?a) AS ?t) }",
                "SELECT (GROUP_CONCAT(DISTINCT CONCAT(?a, ?b, ?c)) AS ?n) { VALUES ?a { X } VALUES ?b { X } VALUES ?c { X } }",
                "SELECT ?t { VALUES ?a { X } VALUES ?b { X } VALUES ?c { X } BIND(REPLACE('@', '.', '@') AS ?k) BIND(CONCAT(?k, ?a, ?b, ?c) AS ?t) } ORDER BY ?t"
            })
    void textsThatGrowTogetherEndTheQuery(String pattern) {
        String words = IntStream.range(100, 200).mapToObj(i -> "'" + i + "'").collect(Collectors.joining(" "));
        String query = pattern.replace("X", words).replace("@", "l".repeat(200));

        var answer = samdata.post("/sparql", query, "Content-Type", "application/sparql-query");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("grew past");
    }

    @Test
    void usualTextsAreMadeAsTheStandardSays() {
        String query = "SELECT (GROUP_CONCAT(?w) AS ?a) (GROUP_CONCAT(DISTINCT ?w; SEPARATOR='-') AS ?b) "
                + "(REPLACE('abcb', 'B', '[$0]', 'i') AS ?c) (CONCAT('x', 'y') AS ?d) { VALUES ?w { 'p' 'q' 'q' } }";

        assertThat(csv(query, "")).containsExactly("a,b,c,d", "p q q,p-q,a[b]c[b],xy");
        assertThat(csv("SELECT (GROUP_CONCAT(?w) AS ?a) { ?w <x:none> ?y }", ""))
                .hasSize(2);
    }

    @Test
    void withoutAQueryTheServiceDescribesItself() {
        var answer = samdata.get("/sparql", "Accept", "text/turtle");

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/turtle");
        Graph graph = RDFParser.fromString(answer.body(), Lang.TURTLE).toGraph();
        assertThat(graph.stream().map(triple -> triple.getObject().toString()))
                .contains("http://www.w3.org/ns/sparql-service-description#Service", samdata.url("/sparql"));
    }

    @Test
    void scriptsOfOtherSitesMayAskButNotBeServed() {
        var answer = samdata.get("/sparql?query=" + encoded(TITLES), "Origin", "http://other.example");
        var callback = samdata.get("/sparql?callback=alert&query=" + encoded(TITLES));

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(callback.statusCode()).isEqualTo(400);
    }

    @Test
    void longAnswersAreCompressedForWhoTakesThat() {
        String query = "/sparql?query=" + encoded("SELECT * { ?a ?b ?c } LIMIT 200");

        var plain = samdata.get(query);
        var compressed = samdata.get(query, "Accept-Encoding", "gzip");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    private static List<String> csv(String query, String parameters) {
        return samdata.get("/sparql?query=" + encoded(query) + parameters, "Accept", "text/csv")
                .body()
                .lines()
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
