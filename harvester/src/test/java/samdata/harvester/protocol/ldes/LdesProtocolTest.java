package samdata.harvester.protocol.ldes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import samdata.catalog.store.Graphs;
import samdata.harvester.House;
import samdata.harvester.Site;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.protocol.ProtocolContract;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Progress;
import samdata.harvester.run.Run;

class LdesProtocolTest extends ProtocolContract {
    private static final String PREFIXES = """
            PREFIX as: <https://www.w3.org/ns/activitystreams#>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX ldes: <https://w3id.org/ldes#>
            PREFIX tree: <https://w3id.org/tree#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;
    private static final String STREAM = """
            <feed#stream> a ldes:EventStream ; ldes:timestampPath as:published ; ldes:versionOfPath as:object ; tree:view <feed> .
            """;

    @Override
    protected String protocol() {
        return "ldes";
    }

    @Override
    protected String address() {
        return site.url("/feed");
    }

    @Override
    protected void publish(int datasets) {
        page(
                "/feed",
                STREAM
                        + IntStream.range(0, datasets)
                                .mapToObj(i -> event("Create", i, "2026-01-01T00:00:00Z", "Saw blades " + i))
                                .collect(Collectors.joining()));
    }

    private void page(String path, String... body) {
        site.page(path, "application/trig", PREFIXES + String.join("\n", body));
    }

    /** A change of dataset {@code number}, named by it and its time. */
    private static String event(String kind, int number, String published, String title) {
        var dataset = "https://mills.example/d/" + number;
        var event = dataset + "#" + published;
        var head =
                "<feed#stream> tree:member <%s> . <%s> a as:%s ; as:object <%s> ; as:published \"%s\"^^xsd:dateTime .\n"
                        .formatted(event, event, kind, dataset, published);
        return kind.equals("Delete") ? head : head + """
                <%s> { <%s> a dcat:Dataset ; dct:title "%s"@en ; dct:publisher [ a foaf:Agent ; foaf:name "Mills" ] ;
                    dcat:distribution [ a dcat:Distribution ; dcat:accessURL <%s.csv> ] . }
                """.formatted(event, dataset, title, dataset);
    }

    private static String relation(String... pages) {
        return IntStream.range(0, pages.length)
                .mapToObj(i -> "<feed> tree:relation [ a tree:Relation ; tree:node <%s> ] .\n".formatted(pages[i]))
                .collect(Collectors.joining());
    }

    @Test
    void membersThatAllShareAMountainOfStatementsAreRejected() {
        var members = IntStream.range(0, 1100)
                .mapToObj(
                        i -> "<feed#stream> tree:member <#v%1$d> . <#v%1$d> as:object <d/%1$d> ; dct:relation <#c0> .\n"
                                .formatted(i))
                .collect(Collectors.joining());
        var chain = IntStream.range(0, 1100)
                .mapToObj(i -> "<#c%d> dct:relation <#c%d> .\n".formatted(i, i + 1))
                .collect(Collectors.joining());
        page("/feed", STREAM, members, chain);

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("harvest.max-triples");
    }

    @Test
    void whatIsKnownOfALargeStreamCanBeReadBack() {
        var state = new LdesState();
        var dataset = NodeFactory.createURI("https://mills.example/d/1");
        var said = Triple.create(dataset, DCTerms.description.asNode(), Values.text("x".repeat(21_000_000)));
        state.add(new LdesVersion(dataset, dataset, Optional.empty(), "", false, List.of(said)));
        List<Triple> known = new ArrayList<>();

        LdesState.of(state.text()).orElseThrow().forEach(known::add);

        assertThat(known.equals(List.of(said))).isTrue();
    }

    @Test
    void theNewestVersionHoldsInWhateverOrderThePagesCome() {
        page("/feed", STREAM, relation("new", "old"));
        page("/new", event("Update", 1, "2026-03-01T00:00:00Z", "Newest"));
        page(
                "/old",
                event("Create", 1, "2026-01-01T00:00:00Z", "Oldest"),
                event("Create", 2, "2026-01-01T00:00:00Z", "Second"));

        var run = house.run("company");

        assertThat(run.message()).isEmpty();
        assertThat(run.datasets().added()).isEqualTo(2);
        assertThat(titles()).containsExactly("Newest", "Second");
    }

    @Test
    void aDeletionTakesOutAlsoWhenItComesBeforeWhatItDeletes() {
        page("/feed", STREAM, relation("1", "2"));
        page("/1", event("Delete", 1, "2026-02-01T00:00:00Z", ""));
        page(
                "/2",
                event("Create", 1, "2026-01-01T00:00:00Z", "Gone"),
                event("Create", 2, "2026-01-01T00:00:00Z", "Stays"));

        assertThat(house.run("company").datasets().added()).isEqualTo(1);
        assertThat(titles()).containsExactly("Stays");
    }

    @Test
    void aDatasetThatIsCreatedAgainAfterItsDeletionIsThere() {
        page(
                "/feed",
                STREAM,
                event("Create", 1, "2026-01-01T00:00:00Z", "First"),
                event("Delete", 1, "2026-02-01T00:00:00+01:00", ""),
                event("Create", 1, "2026-02-01T00:00:00Z", "Again"));

        house.run("company");

        assertThat(titles()).containsExactly("Again");
    }

    @Test
    void aPageThatNeverChangesIsReadOnceAndWhatItBroughtStays() {
        page("/feed", STREAM, relation("1", "2"));
        page("/1", "<1> ldes:immutable true .", event("Create", 1, "2026-01-01T00:00:00Z", "One"));
        var second = PREFIXES + event("Create", 2, "2026-01-02T00:00:00Z", "Two");
        site.page("/2", exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", "public, max-age=604800, immutable");
            Site.text(200, "application/trig", second).to(exchange);
        });
        house.run("company");
        var generation = house.catalog.generation();
        int asked = site.asked().size();
        var unchanged = house.run("company");
        page("/feed", STREAM, relation("1", "2", "3"));
        page("/3", event("Update", 1, "2026-03-01T00:00:00Z", "One, better"));

        var changed = house.run("company");

        assertThat(unchanged.outcome()).contains(Outcome.UNCHANGED);
        assertThat(unchanged.datasets().seen()).isEqualTo(2);
        assertThat(generation).isLessThan(house.catalog.generation());
        assertThat(changed.datasets()).isEqualTo(new Run.Datasets(2, 0, 1, 0));
        assertThat(titles()).containsExactly("One, better", "Two");
        assertThat(site.asked().subList(asked, site.asked().size())).doesNotContain("/1", "/2");
    }

    @Test
    void whatFellOutOfTheFeedWithoutADeletionStays() {
        publish(7);
        house.run("company");
        page(
                "/feed",
                STREAM,
                event("Create", 9, "2026-05-01T00:00:00Z", "New"),
                event("Delete", 3, "2026-05-01T00:00:00Z", ""));

        var run = house.run("company");

        assertThat(run.datasets()).isEqualTo(new Run.Datasets(7, 1, 0, 1));
    }

    @Test
    void pagesThatLeadBackAreNotReadTwice() {
        page("/feed", STREAM, relation("2", "2", "feed"), event("Create", 1, "2026-01-01T00:00:00Z", "One"));
        page(
                "/2",
                "<2> tree:relation [ tree:node <feed> ] , [ tree:node <2#here> ] .",
                event("Create", 2, "2026-01-01T00:00:00Z", "Two"));

        assertThat(house.run("company").datasets().added()).isEqualTo(2);
        assertThat(site.asked()).containsExactly("/robots.txt", "/feed", "/2");
    }

    @Test
    void aStreamWithoutEndIsRejected() {
        site.page("/feed", "application/trig", PREFIXES + STREAM + relation("page?0"));
        site.page("/page", exchange -> {
            int number = Integer.parseInt(exchange.getRequestURI().getQuery());
            Site.text(200, "application/trig", PREFIXES + relation("page?" + (number + 1)))
                    .to(exchange);
        });

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("harvest.max-pages");
    }

    @Test
    void aMissingPageRejectsTheWhole() {
        publish(3);
        house.run("company");
        page("/feed", STREAM, event("Delete", 1, "2026-02-01T00:00:00Z", ""), relation("nowhere"));

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("Page 2").contains("404");
        assertThat(house.catalog.datasets("company")).hasSize(3);
    }

    @Test
    void aPageThatIsCutOffOrAWebPageRejectsTheWhole() {
        page("/feed", STREAM, relation("2"), event("Create", 1, "2026-01-01T00:00:00Z", "One"));
        site.page("/2", "application/trig", PREFIXES + "<urn:e> { <urn:d> a dcat:Dataset ; dct:ti");
        var cut = house.run("company");
        site.page("/2", "text/html", "<!doctype html><html>Log in</html>");
        var html = house.run("company");

        assertThat(cut.outcome()).contains(Outcome.REJECTED);
        assertThat(html.outcome()).contains(Outcome.REJECTED);
        assertThat(html.message()).contains("HTML");
        assertThat(house.catalog.datasets("company")).isEmpty();
    }

    @Test
    void aMemberWithoutDescriptionCostsItselfAlone() {
        publish(2);
        house.run("company");
        page(
                "/feed",
                STREAM,
                event("Create", 5, "2026-02-01T00:00:00Z", "Five"),
                "<feed#stream> tree:member <urn:e> . <urn:e> a as:Update ; as:object <https://mills.example/d/1> ;"
                        + " as:published \"2026-03-01T00:00:00Z\"^^xsd:dateTime .",
                "<feed#stream> tree:member <urn:f> . <urn:f> a as:Update ; as:published \"soon\" .");

        var run = house.run("company");

        assertThat(run.datasets()).isEqualTo(new Run.Datasets(3, 1, 0, 0));
        assertThat(run.violations())
                .extracting(finding -> finding.violation().message())
                .anyMatch(message -> message.contains("urn:e") && message.contains("describes nothing"))
                .anyMatch(message -> message.contains("which dataset it is about"));
    }

    @Test
    void aMemberMayBeAVersionOfTheDatasetItself() {
        site.page("/feed", "text/turtle", PREFIXES + """
                <feed> a ldes:EventStream ; ldes:timestampPath dct:created ; ldes:versionOfPath dct:isVersionOf ; tree:view <view> .
                """);
        site.page("/view", "text/turtle", PREFIXES + """
                <feed> a ldes:EventStream ; tree:view <view> ; tree:member <https://mills.example/d/1/v2> , <https://mills.example/d/1/v1> .
                <https://mills.example/d/1/v1> a dcat:Dataset ; dct:isVersionOf <https://mills.example/d/1> ;
                    dct:created "2026-01-01T00:00:00Z"^^xsd:dateTime ; dct:title "Old" ; dcat:distribution <https://mills.example/d/1/a> .
                <https://mills.example/d/1/v2> a dcat:Dataset ; dct:isVersionOf <https://mills.example/d/1> ;
                    dct:created "2026-01-02T00:00:00Z"^^xsd:dateTime ; dct:title "New" ; dcat:distribution <https://mills.example/d/1/b> .
                <https://mills.example/d/1/a> a dcat:Distribution ; dcat:accessURL <https://mills.example/a> .
                <https://mills.example/d/1/b> a dcat:Distribution ; dcat:accessURL <https://mills.example/b> .
                """);

        var run = house.run("company");

        assertThat(run.message()).isEmpty();
        assertThat(house.catalog.datasets("company")).containsExactly("https://mills.example/d/1");
        assertThat(titles()).containsExactly("New");
        assertThat(stated().contains(iri("https://mills.example/d/1/a"), Node.ANY, Node.ANY))
                .isFalse();
        assertThat(stated().contains(iri("https://mills.example/d/1/b"), Node.ANY, Node.ANY))
                .isTrue();
        assertThat(stated().contains(
                                iri("https://mills.example/d/1/v2"),
                                DCTerms.isVersionOf.asNode(),
                                iri("https://mills.example/d/1")))
                .isTrue();
    }

    @Test
    void aDeletionMayBeToldByAnObjectOfTheStreamsChoice() {
        page(
                "/feed",
                "<feed> a ldes:EventStream ; ldes:timestampPath as:published ; ldes:versionOfPath ( as:object ) ;"
                        + " ldes:versionDeletePath dct:type ; ldes:versionDeleteObject <urn:gone> ; tree:view <feed> ; tree:member <urn:e2> .",
                event("Create", 1, "2026-01-01T00:00:00Z", "One").replace("<feed#stream>", "<feed>"),
                "<urn:e2> dct:type <urn:gone> ; as:object <https://mills.example/d/1> ; as:published \"2026-01-02T00:00:00Z\"^^xsd:dateTime .");

        assertThat(house.run("company").datasets().seen()).isZero();
    }

    @Test
    void jsonLdAndNQuadsAreReadToo() {
        site.page("/feed", "application/ld+json", """
                {"@context": {"ldes": "https://w3id.org/ldes#", "tree": "https://w3id.org/tree#", "as": "https://www.w3.org/ns/activitystreams#",
                   "dct": "http://purl.org/dc/terms/", "dcat": "http://www.w3.org/ns/dcat#"},
                 "@id": "#Feed", "@type": "ldes:EventStream", "tree:view": {"@id": "", "tree:relation": {"tree:node": {"@id": "more"}}},
                 "ldes:timestampPath": {"@id": "as:published"}, "ldes:versionOfPath": {"@id": "as:object"},
                 "tree:member": [
                   {"@id": "https://mills.example/d/1#e1", "@type": "as:Create", "as:object": {"@id": "https://mills.example/d/1"},
                    "as:published": "2026-01-01T12:00:00Z",
                    "@graph": {"@id": "https://mills.example/d/1", "@type": "dcat:Dataset", "dct:title": "Json"}}]}
                """);
        site.page("/more", "application/n-quads", """
                <%1$s#Feed> <https://w3id.org/tree#member> <urn:e> .
                <urn:e> <https://www.w3.org/ns/activitystreams#object> <urn:d> .
                <urn:d> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> <urn:e> .
                <urn:d> <http://purl.org/dc/terms/title> "Quads" <urn:e> .
                """.formatted(site.url("/feed")));

        var run = house.run("company");

        assertThat(run.message()).isEmpty();
        assertThat(titles()).containsExactly("Json", "Quads");
    }

    @Test
    void theEnvelopeIsLeftOutButForWhatItSaysOfTheFeed() {
        page(
                "/feed",
                STREAM,
                "<feed#stream> dct:title \"All our data\" ; tree:shape [ tree:path as:object ] .",
                event("Create", 1, "2026-01-01T00:00:00Z", "One"),
                relation("2"));
        page("/2", "<feed#stream> dct:title \"All our data\" ; tree:shape [ tree:path as:object ] .");

        house.run("company");

        assertThat(stated().stream().map(triple -> triple.getPredicate().getURI()))
                .noneMatch(property ->
                        property.startsWith("https://w3id.org/tree#") || property.startsWith("https://w3id.org/ldes#"));
        assertThat(stated().contains(Node.ANY, DCTerms.title.asNode(), Values.text("All our data")))
                .isTrue();
        assertThat(stated().contains(
                                iri("https://mills.example/d/1#2026-01-01T00:00:00Z"),
                                Terms.of("https://www.w3.org/ns/activitystreams#", "published"),
                                Node.ANY))
                .isTrue();
    }

    @Test
    void itIsFoundOutFromItsAnswer() throws Refusal {
        publish(1);

        try (var visit = house.fetcher.visit(Progress.NONE)) {
            assertThat(House.detected(java.net.URI.create(address()), visit)).isEqualTo("ldes");
        }
    }

    private java.util.List<String> titles() {
        return stated()
                .find(Node.ANY, DCTerms.title.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList()
                .stream()
                .sorted()
                .toList();
    }

    private Graph stated() {
        return house.catalog.read(dataset -> {
            var copy = GraphFactory.createDefaultGraph();
            dataset.getGraph(Graphs.stated("company")).find().forEachRemaining(copy::add);
            return copy;
        });
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
