package samdata.web.linked;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import samdata.catalog.store.Graphs;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Progress;
import samdata.harvester.source.Source;
import samdata.web.RunningServer;

class LinkedDataTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String ROADS = "http://north.example/roads";
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    private static final String STATED = """
            <http://north.example/roads> a dcat:Dataset ; dct:title "Roads"@en , "Vägar <&> \\"x\\""@sv-SE ;
              dct:description "line\\nbreak\\ttab" ; dcat:version "1.50"^^xsd:decimal ;
              dct:license <http://creativecommons.org/licenses/by/4.0/> ;
              <http://odd.example/a%20b?c=d&e=f#g> <http://odd.example/ö?q='x'&y=(1)> ;
              <urn:odd:p> <urn:odd:o> ; dct:creator <urn:samdata:genid:7> ;
              <http://odd.example/json> "{\\"a\\":1}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> ;
              dct:subject <tel:+46-8-1> , <mailto:a@north.example> , <dcat:odd> ;
              dcat:distribution <http://north.example/roads/1> .
            <urn:samdata:genid:7> foaf:name "No IRI" .
            <http://north.example/roads/1> a dcat:Distribution ; dcat:accessURL <http://north.example/roads.zip> .
            """;
    private static final String RECOGNISED = """
            <http://north.example/roads> dct:license <https://w3id.org/samdata/licence/CC-BY-4.0> ;
              dct:language <http://publications.europa.eu/resource/authority/language/ENG> .
            """;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer samdata;

    private final String document = "/datasets/" + Graphs.datasetId(ROADS);

    @BeforeAll
    static void start() {
        samdata = RunningServer.over(folder.resolve("one")).with("north", STATED, RECOGNISED);
        StringBuilder rivers = new StringBuilder();
        for (int i = 0; i < 25; i++)
            rivers.append(
                    "<http://south.example/rivers/%d> a dcat:Dataset ; dct:title \"River %d\" .\n".formatted(i, i));
        samdata.with("south", rivers.toString());
        samdata.with(
                "schema",
                "<http://west.example/d> a <http://schema.org/Dataset> ; <http://schema.org/name> \"West\" .",
                "<http://west.example/d> a dcat:Dataset ; dct:title \"West\" .");
    }

    @AfterAll
    static void stop() {
        samdata.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonld", "rdf", "nt", "trig"})
    void everySyntaxSaysTheSame(String ending) {
        Graph turtle = parsed(document + ".ttl");

        Graph other = parsed(document + "." + ending);

        assertThat(other.isIsomorphicWith(turtle)).isTrue();
        assertThat(turtle.stream()
                        .noneMatch(triple -> triple.getSubject().isBlank()
                                || triple.getObject().isBlank()))
                .isTrue();
    }

    @Test
    void aDatasetIsPublishedAsItWasStatedAndWhatWasRecognisedFillsTheGaps() {
        Graph description = parsed(document + ".ttl");

        assertThat(objects(description, ROADS, DCTerms.license.asNode()))
                .containsExactly("http://creativecommons.org/licenses/by/4.0/");
        assertThat(objects(description, ROADS, DCTerms.language.asNode())).hasSize(1);
        Graph stated = RunningServer.graph(STATED);
        assertThat(stated.stream().allMatch(description::contains)).isTrue();
    }

    @Test
    void aDatasetInSchemaOrgsWordsIsPublishedAsDcatToo() {
        Graph description = parsed("/datasets/" + Graphs.datasetId("http://west.example/d") + ".nt");

        assertThat(objects(description, "http://west.example/d", RDF.Nodes.type))
                .containsExactlyInAnyOrder("http://schema.org/Dataset", DCAT.Dataset.getURI());
    }

    @Test
    void theAcceptHeaderChoosesTheSyntaxAndBrowsersGetAPage() {
        assertThat(type(samdata.get(document, "Accept", "application/ld+json"))).startsWith("application/ld+json");
        assertThat(type(samdata.get(document, "Accept", "application/rdf+xml;q=0.9,text/turtle;q=0.1")))
                .startsWith("application/rdf+xml");
        assertThat(type(samdata.get(document))).startsWith("text/turtle");
        assertThat(type(samdata.get(document, "Accept", BROWSER))).startsWith("text/html");
        assertThat(samdata.get(document, "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(samdata.get(document).headers().allValues("Vary"))
                .containsExactlyInAnyOrder("Accept", "Accept-Encoding");
    }

    @Test
    void linksNameTheOtherSyntaxesTheLicenceAndTheProfile() {
        List<String> links = samdata.get(document, "Accept", BROWSER).headers().allValues("Link");

        assertThat(String.join(",", links))
                .contains("<" + samdata.url(document) + ".jsonld>; rel=\"alternate\"; type=\"application/ld+json\"")
                .contains("<http://creativecommons.org/licenses/by/4.0/>; rel=\"license\"")
                .contains("<http://data.europa.eu/r5r/>; rel=\"profile\"")
                .contains("rel=\"describedby\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/datasets/DOCUMENT.ttl",
                "/catalog.ttl",
                "/catalog.jsonld?page=2&size=10",
                "/sources/north/catalog.nt",
                "/ns",
                "/ns/ocd.ttl",
                "/tasks.ttl",
                "/licences.ttl",
                "/.well-known/void",
                "/sitemap.xml",
                "/sparql"
            })
    void whatTheClientHasIsNotSentAgain(String address) {
        String path = address.replace("/datasets/DOCUMENT", document);
        var first = settled(path);

        var byTag = samdata.get(
                path, "If-None-Match", first.headers().firstValue("ETag").orElseThrow());
        var byTime = samdata.get(
                path,
                "If-Modified-Since",
                first.headers().firstValue("Last-Modified").orElseThrow());

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(List.of(byTag, byTime)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
        });
        assertThat(samdata.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void aDateNeverHidesALaterChange() {
        try (RunningServer other = RunningServer.over(folder.resolve("dates"))
                .with("west", "<http://w.example/d> a dcat:Dataset ; dct:publisher <http://w.example/> .")) {
            String path = "/datasets/" + Graphs.datasetId("http://w.example/d") + ".ttl";
            var first = settled(other, path);
            other.with(
                    "west",
                    "<http://w.example/d> a dcat:Dataset ; dct:publisher <http://w.example/> . <http://w.example/> foaf:name \"New\" .");

            var later = other.get(
                    path,
                    "If-Modified-Since",
                    first.headers().firstValue("Last-Modified").orElseThrow());

            assertThat(later.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void otherProfilesAreRefusedEverywhere() {
        assertThat(samdata.get("/catalog.ttl?profile=other").statusCode()).isEqualTo(400);
        assertThat(samdata.get("/catalog.ttl?profile=dcat-ap").statusCode()).isEqualTo(200);
        assertThat(samdata.get(document + ".ttl?profile=other").statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> settled(String path) {
        return settled(samdata, path);
    }

    /** An answer that carries a date: the second of the last change is over. */
    private static HttpResponse<String> settled(RunningServer server, String path) {
        Instant patience = Instant.now().plusSeconds(5);
        var answer = server.get(path);
        while (answer.headers().firstValue("Last-Modified").isEmpty()
                && Instant.now().isBefore(patience)) answer = server.get(path);
        return answer;
    }

    @Test
    void theCatalogueComesInPagesThatLeadToEachOther() {
        Set<String> seen = new HashSet<>();
        String next = samdata.url("/catalog.ttl?size=10");
        int pages = 0;
        while (!next.isEmpty()) {
            Graph page = parsed(next.substring(samdata.url("").length()));
            seen.addAll(objects(page, samdata.url("/catalog"), DCAT.dataset.asNode()));
            assertThat(objects(page, samdata.url("/catalog"), hydra("totalItems")))
                    .containsExactly("27");
            next = page.find(Node.ANY, hydra("next"), Node.ANY)
                    .mapWith(triple -> triple.getObject().getURI())
                    .nextOptional()
                    .orElse("");
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(27).contains(ROADS);
        assertThat(samdata.get("/catalog.ttl?page=4&size=10").statusCode()).isEqualTo(404);
        assertThat(samdata.get("/catalog.ttl?page=x").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonld", "rdf", "nt", "trig"})
    void theCatalogueSaysTheSameInEverySyntax(String ending) {
        Graph turtle = parsed("/catalog.ttl?size=30");
        Graph other = parsed("/catalog." + ending + "?size=30");
        // the page that this is names itself
        turtle.remove(Node.ANY, hydra("view"), Node.ANY);

        assertThat(turtle.stream()
                        .filter(triple -> !triple.toString().contains("/catalog.ttl?"))
                        .allMatch(other::contains))
                .isTrue();
        assertThat(other.size()).isEqualTo(parsed("/catalog.ttl?size=30").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttl", "nt", "trig"})
    void theWholeCatalogueComesInOneDocument(String ending) {
        Graph whole = parsed("/catalog." + ending + "?all=true");

        assertThat(objects(whole, samdata.url("/catalog"), DCAT.dataset.asNode()))
                .hasSize(27);
        assertThat(parsed(document + ".nt").stream().allMatch(whole::contains)).isTrue();
        assertThat(samdata.get("/catalog.rdf?all=true").statusCode()).isEqualTo(400);
    }

    @Test
    void oneCompanysPartIsItsOwn() {
        Graph part = parsed("/sources/south/catalog.ttl?size=100");

        assertThat(objects(part, samdata.url("/sources/south/catalog"), DCAT.dataset.asNode()))
                .hasSize(25)
                .doesNotContain(ROADS);
        assertThat(samdata.get("/sources/nobody/catalog.ttl").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyWhatChangedSinceCanBeAskedFor() {
        assertThat(objects(
                        parsed("/catalog.nt?modified_since=2001-01-01"),
                        samdata.url("/catalog"),
                        DCAT.dataset.asNode()))
                .hasSize(27);
        assertThat(objects(
                        parsed("/catalog.nt?modified_since=2999-01-01T00:00:00Z"),
                        samdata.url("/catalog"),
                        DCAT.dataset.asNode()))
                .isEmpty();
        assertThat(samdata.get("/catalog.nt?modified_since=yesterday").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theCatalogueHasWhatDcatApAsksOfOne() {
        assertThat(samdata.catalog().knowledge().check().of(parsed("/catalog.ttl")))
                .filteredOn(found -> found.severity().equals("violation"))
                .filteredOn(found -> found.dataset().startsWith(samdata.url("")))
                .isEmpty();
    }

    @Test
    void machinesFindTheirWay() {
        assertThat(samdata.get("/robots.txt").body()).contains("Sitemap: " + samdata.url("/sitemap.xml"));
        assertThat(samdata.get("/sitemap.xml").body()).contains("<loc>" + samdata.url(document) + "</loc>");
        Graph description = parsed("/.well-known/void");
        assertThat(description.contains(
                        Node.ANY,
                        NodeFactory.createURI("http://rdfs.org/ns/void#sparqlEndpoint"),
                        NodeFactory.createURI(samdata.url("/sparql"))))
                .isTrue();
        assertThat(parsed("/licences.ttl").size()).isGreaterThan(100);
        assertThat(parsed("/ns").size()).isGreaterThan(50);
    }

    @Test
    void anotherSamdataThatHarvestsThisOneHasTheSameDatasets() {
        try (RunningServer other = RunningServer.over(folder.resolve("two"))) {
            other.harvests()
                    .register(Source.of("first", samdata.url("/catalog.ttl?size=10"), "dcat", null, "never", null));

            var run = other.harvests().run("first", Progress.NONE);

            assertThat(run.outcome()).as(run.message()).hasValue(Outcome.STORED);
            assertThat(other.catalog().datasets()).isEqualTo(samdata.catalog().datasets());
            assertThat(parsed(other, document + ".nt").isIsomorphicWith(parsed(document + ".nt")))
                    .isTrue();
        }
    }

    private static Graph parsed(String path) {
        return parsed(samdata, path);
    }

    private static Graph parsed(RunningServer server, String path) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        String type = type(answer).replaceFirst(";.*", "");
        return RDFParser.fromString(answer.body(), RDFLanguages.contentTypeToLang(type))
                .toGraph();
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static List<String> objects(Graph graph, String subject, Node property) {
        return graph.find(NodeFactory.createURI(subject), property, Node.ANY)
                .mapWith(triple -> triple.getObject().isLiteral()
                        ? triple.getObject().getLiteralLexicalForm()
                        : triple.getObject().toString())
                .toList();
    }

    private static Node hydra(String name) {
        return NodeFactory.createURI(HYDRA + name);
    }
}
