package samdata.harvester.protocol.dcatus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import samdata.harvester.CorporaSuite;
import samdata.harvester.Expected;
import samdata.harvester.Site;
import samdata.harvester.Written;
import samdata.harvester.run.Outcome;
import samdata.harvester.source.Source;

/** Real data.json files of agencies, with the figures that were counted without this program. */
@EnabledIfEnvironmentVariable(named = Expected.FOLDER, matches = ".+")
class DcatUsCorporaTest extends CorporaSuite {
    private static final Node PUBLIC =
            NodeFactory.createURI("http://publications.europa.eu/resource/authority/access-right/PUBLIC");
    private static final List<String> SAME_AS_JSON_LD = List.of("us-datajson/", "us-pod-schema/");

    private static final Map<String, Function<Graph, Long>> FIGURES = Map.of(
            "datasets", graph -> (long) typed(graph, DCAT.Dataset.asNode()).size(),
            "distributions", graph -> count(graph, DCAT.distribution.asNode()),
            "distinct ids",
                    graph -> ofDatasets(graph, DCTerms.identifier).distinct().count(),
            "distinct licences",
                    graph -> ofDatasets(graph, DCTerms.license).distinct().count(),
            "without licence",
                    graph -> typed(graph, DCAT.Dataset.asNode()).stream()
                            .filter(dataset -> !graph.contains(dataset, DCTerms.license.asNode(), Node.ANY))
                            .count(),
            "non-public",
                    graph -> ofDatasets(graph, DCTerms.accessRights)
                            .filter(right -> !right.equals(PUBLIC))
                            .count(),
            "catalogs", graph -> (long) typed(graph, DCAT.Catalog.asNode()).size(),
            "licences", graph -> ofDatasets(graph, DCTerms.license).distinct().count());

    static Stream<Expected> files() {
        return Expected.all().filter(expected -> isDcatUs(expected) || isSameAsJsonLd(expected));
    }

    private static boolean isDcatUs(Expected expected) {
        return expected.method().contains("as DCAT-US/POD") && !expected.path().contains("/scotland/");
    }

    private static boolean isSameAsJsonLd(Expected expected) {
        return expected.figures().containsKey("datasets")
                && SAME_AS_JSON_LD.stream().anyMatch(expected.path()::contains);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aDataJsonHoldsWhatWasCountedInIt(Expected expected) throws IOException {
        var body = expected.content();
        var id = "file-" + house.sources.list().size();
        site.page("/" + id + "/data.json", exchange -> Site.send(exchange, 200, "application/json", body));
        house.register(id, site.url("/" + id + "/data.json"), Source.UNDETECTED);

        var first = house.run(id);
        var before = Written.in(house.data);
        var second = house.run(id);

        assertThat(first.message()).isEmpty();
        assertThat(house.sources.get(id).map(Source::protocol)).contains("dcat-us");
        assertThat(counted(house.stated(id), expected)).isEqualTo(wanted(expected));
        assertThat(second.outcome()).contains(Outcome.UNCHANGED);
        assertThat(Written.in(house.data)).isEqualTo(before);
    }

    private static Map<String, Long> wanted(Expected expected) {
        return expected.figures().entrySet().stream()
                .filter(figure -> isCounted(figure.getKey(), expected))
                .collect(Collectors.toMap(Map.Entry::getKey, figure -> Long.valueOf(figure.getValue())));
    }

    private static Map<String, Long> counted(Graph graph, Expected expected) {
        return FIGURES.entrySet().stream()
                .filter(figure -> isCounted(figure.getKey(), expected))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, figure -> figure.getValue().apply(graph)));
    }

    /** Read as JSON-LD, a distribution without a written type is none; in DCAT-US its place makes it one. */
    private static boolean isCounted(String figure, Expected expected) {
        boolean untyped = figure.equals("distributions") && !isDcatUs(expected);
        return FIGURES.containsKey(figure)
                && expected.figures().containsKey(figure)
                && !(untyped && Objects.equals(expected.figures().get(figure), "0"));
    }

    private static List<Node> typed(Graph graph, Node type) {
        return graph.find(Node.ANY, RDF.Nodes.type, type)
                .mapWith(Triple::getSubject)
                .toList();
    }

    private static long count(Graph graph, Node predicate) {
        return graph.find(Node.ANY, predicate, Node.ANY).toList().size();
    }

    private static Stream<Node> ofDatasets(Graph graph, org.apache.jena.rdf.model.Property property) {
        return typed(graph, DCAT.Dataset.asNode()).stream()
                .flatMap(dataset -> graph.find(dataset, property.asNode(), Node.ANY).toList().stream())
                .map(Triple::getObject);
    }
}
