package samdata.harvester.protocol.ckan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import samdata.catalog.store.Graphs;
import samdata.harvester.Site;
import samdata.harvester.protocol.ProtocolContract;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;
import samdata.harvester.run.Outcome;
import samdata.vocab.Sam;

class CkanProtocolTest extends ProtocolContract {
    private static final Pattern START = Pattern.compile("rows=(\\d+)&start=(\\d+)");

    @Override
    protected String protocol() {
        return "ckan";
    }

    /** However many are asked for. */
    private int most = Integer.MAX_VALUE;

    @Override
    protected String address() {
        return site.url("/");
    }

    @Override
    protected void publish(int datasets) {
        serve(IntStream.range(0, datasets).mapToObj("""
                        {"id": "id-%1$d", "name": "blades-%1$d", "title": "Blades %1$d", "notes": "Saw blades",
                         "license_url": "http://creativecommons.org/licenses/by/4.0/", "tags": [{"name": "saw"}],
                         "resources": [{"id": "r-%1$d", "url": "https://mills.example/%1$d.csv", "format": "CSV"}]}
                        """::formatted).toArray(String[]::new));
    }

    @Test
    void aSiteThatGivesFewerAtOnceIsReadToItsEnd() {
        most = 25;
        publish(60);

        assertThat(house.run("company").datasets().added()).isEqualTo(60);
    }

    private void serve(String... packages) {
        site.page("/api/3/action/package_search", exchange -> {
            var query = START.matcher(exchange.getRequestURI().getQuery());
            int rows = Math.min(most, query.find() ? Integer.parseInt(query.group(1)) : 10);
            int start = Integer.parseInt(query.group(2));
            var page = IntStream.range(start, Math.min(start + rows, packages.length))
                    .mapToObj(i -> packages[i])
                    .collect(Collectors.joining(","));
            Site.text(200, "application/json", """
                    {"success": true, "result": {"count": %d, "results": [%s]}}
                    """.formatted(packages.length, page))
                    .to(exchange);
        });
    }

    @Test
    void aPackageBecomesADatasetAndWhatIsNotUnderstoodIsKeptRaw() {
        serve("""
                {"id": "x", "name": "blades", "title": "Blades", "title_translated": {"sv": "Klingor"}, "author": "Ada",
                 "maintainer": "Bo", "maintainer_email": "bo@mills.example", "license_id": "cc-by", "url": "https://mills.example/",
                 "language": ["sv", "en"], "metadata_created": "2026-01-02T03:04:05.678", "odd": {"a": [1]},
                 "organization": {"id": "o1", "title": "Mills"},
                 "extras": [{"key": "uri", "value": "https://mills.example/d/x"}, {"key": "theme", "value": "[\\"http://publications.europa.eu/resource/authority/data-theme/TRAN\\"]"},
                            {"key": "colour", "value": "red"},
                            {"key": "sam:declaredTask", "value": "https://w3id.org/samdata/task/object-detection"},
                            {"key": "prov:qualifiedAttribution", "value": "[{\\"prov:agent\\": \\"https://mills.example/a\\", \\"dcat:hadRole\\": \\"https://w3id.org/samdata/role/collector\\"}]"}],
                 "resources": [{"id": "r", "url": "https://mills.example/x.csv", "format": "CSV", "size": 12, "hash": "ab",
                                "it6:numberOfDatapoints": 7, "access_services": "[{\\"title\\": \\"API\\", \\"endpoint_url\\": [\\"https://mills.example/api\\"]}]"}]}
                """);

        var run = house.run("company");

        var graph = stated();
        var dataset = NodeFactory.createURI("https://mills.example/d/x");
        assertThat(run.message()).isEmpty();
        assertThat(objects(graph, dataset, DCTerms.title.asNode())).hasSize(2);
        assertThat(objects(graph, dataset, DCTerms.language.asNode())).hasSize(2);
        assertThat(objects(graph, dataset, DCTerms.creator.asNode())).hasSize(1);
        assertThat(objects(graph, dataset, DCAT.contactPoint.asNode())).hasSize(1);
        assertThat(objects(graph, dataset, DCAT.landingPage.asNode())).hasSize(1);
        assertThat(objects(graph, dataset, DCTerms.issued.asNode())).hasSize(1);
        assertThat(graph.contains(
                        dataset,
                        DCAT.theme.asNode(),
                        Terms.of("http://publications.europa.eu/resource/authority/data-theme/", "TRAN")))
                .isTrue();
        assertThat(graph.contains(
                        dataset, Sam.declaredTask, Terms.of("https://w3id.org/samdata/task/", "object-detection")))
                .isTrue();
        assertThat(graph.contains(
                        Node.ANY, DCAT.hadRole.asNode(), Terms.of("https://w3id.org/samdata/role/", "collector")))
                .isTrue();
        assertThat(graph.contains(Node.ANY, Sam.key, Values.text("colour"))).isTrue();
        assertThat(graph.contains(Node.ANY, Sam.value, Values.text("{\"a\":[1]}")))
                .isTrue();
        assertThat(graph.contains(
                        Node.ANY, DCAT.endpointURL.asNode(), NodeFactory.createURI("https://mills.example/api")))
                .isTrue();
        assertThat(graph.contains(Node.ANY, Terms.of(Terms.IT6, "numberOfDatapoints"), Node.ANY))
                .isTrue();
        assertThat(graph.contains(Node.ANY, DCTerms.license.asNode(), Values.text("cc-by")))
                .isTrue();
    }

    @Test
    void wordsThatAlsoStandWithTheirLanguageAreSaidOnce() {
        serve("""
                {"id": "x", "title": "Blades", "notes": "Of steel.", "dct:title": {"@value": "Blades", "@language": "en"},
                 "extras": [{"key": "uri", "value": "https://mills.example/d/x"}]}
                """);

        house.run("company");

        var dataset = NodeFactory.createURI("https://mills.example/d/x");
        assertThat(objects(stated(), dataset, DCTerms.title.asNode()))
                .containsExactly(NodeFactory.createLiteralLang("Blades", "en"));
        assertThat(objects(stated(), dataset, DCTerms.description.asNode())).containsExactly(Values.text("Of steel."));
    }

    @Test
    void aSearchThatBringsFewerThanItCountsIsRejected() {
        publish(7);
        house.run("company");
        site.page("/api/3/action/package_search", "application/json", """
                {"success": true, "result": {"count": 7, "results": [{"id": "id-1", "title": "One"}]}}""");

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("counts 7 packages");
        assertThat(house.catalog.datasets("company")).hasSize(7);
    }

    private Graph stated() {
        return house.catalog.read(dataset -> {
            var copy = GraphFactory.createDefaultGraph();
            dataset.getGraph(Graphs.stated("company")).find().forEachRemaining(copy::add);
            return copy;
        });
    }

    private static java.util.List<Node> objects(Graph graph, Node subject, Node predicate) {
        return graph.find(subject, predicate, Node.ANY)
                .mapWith(t -> t.getObject())
                .toList();
    }
}
