package samdata.catalog.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import samdata.catalog.Catalog;
import samdata.catalog.search.Search;
import samdata.catalog.store.Extent;
import samdata.catalog.store.Graphs;

class IdentitiesTest {
    private static final String MILL = """
            <urn:mill:logs> a dcat:Dataset ; dct:title "Logs"@en ; dct:identifier "doi:10.1234/LOGS" .
            <urn:mill:saws> a dcat:Dataset ; dct:title "Saw blades"@en ; dcat:landingPage <https://mill.example/saws> .
            """;
    private static final String PORTAL = """
            <urn:portal:7> a dcat:Dataset ; dct:title "Stockar"@sv ; dct:identifier "https://doi.org/10.1234/logs" .
            """;

    @TempDir
    Path folder;

    private Catalog catalog;

    @BeforeEach
    void open() throws IOException {
        catalog = Catalog.open(Files.createDirectories(folder.resolve("one")));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void twoDescriptionsOfOneDatasetAreLinkedBothWaysWithTheEvidenceAndBothStayHits() {
        apply(catalog, "mill", MILL);
        apply(catalog, "portal", PORTAL);

        Link link = catalog.alsoAt("urn:mill:logs").getFirst();
        assertThat(catalog.alsoAt("urn:portal:7")).containsExactly(link);
        assertThat(link.evidence().getFirst().kind()).isEqualTo(Kind.IDENTIFIER);
        assertThat(link.evidence().getFirst().values())
                .containsExactlyInAnyOrder("doi:10.1234/LOGS", "https://doi.org/10.1234/logs");
        assertThat(catalog.search(new Search("", Map.of(), 1, 20, Search.Sort.RELEVANCE, "en"))
                        .total())
                .isEqualTo(3);
        assertThat(catalog.<Boolean>read(
                        store -> store.contains(Graphs.IDENTITY, Node.ANY, OWL.sameAs.asNode(), Node.ANY)))
                .isFalse();
        assertThat(catalog.inconsistencies()).isEmpty();
    }

    @Test
    void aLinkEndsWhenWhatItRestsOnChangesOrGoes() {
        apply(catalog, "mill", MILL);
        apply(catalog, "portal", PORTAL);

        apply(catalog, "portal", PORTAL.replace("10.1234/logs", "10.1234/trees"));
        assertThat(catalog.alsoAt("urn:mill:logs")).isEmpty();

        apply(catalog, "portal", PORTAL);
        assertThat(catalog.alsoAt("urn:mill:logs")).hasSize(1);

        catalog.remove("mill", Instant.EPOCH);
        assertThat(links(catalog)).isEmpty();
        assertThat(catalog.inconsistencies()).isEmpty();
    }

    @Test
    void aValueThatSeveralDatasetsOfASourceShareIsNoEvidenceUntilOnlyOneHasIt() {
        String page = "dcat:landingPage <https://portal.example/data> .\n";
        String second = "<urn:mill:b> a dcat:Dataset ; dct:title \"Owls\"@en ; " + page;
        apply(catalog, "mill", "<urn:mill:a> a dcat:Dataset ; dct:title \"Birds\"@en ; " + page + second);
        apply(catalog, "portal", "<urn:portal:a> a dcat:Dataset ; dct:title \"Fåglar\"@sv ; " + page);
        assertThat(links(catalog)).isEmpty();

        apply(catalog, "mill", "<urn:mill:a> a dcat:Dataset ; dct:title \"Birds\"@en ; " + page);
        assertThat(catalog.alsoAt("urn:portal:a")).hasSize(1);

        apply(catalog, "mill", "<urn:mill:a> a dcat:Dataset ; dct:title \"Birds\"@en ; " + page + second);
        assertThat(links(catalog)).isEmpty();
        assertThat(catalog.inconsistencies()).isEmpty();
    }

    @Test
    void thePartsOfASeriesAreNotTheSameThoughTheyShareAPage() {
        String page = "dcat:landingPage <https://air.example/series> .\n";
        apply(catalog, "mill", "<urn:mill:a> a dcat:Dataset ; dct:title \"Air quality 2019\"@en ; " + page);
        apply(catalog, "portal", "<urn:portal:a> a dcat:Dataset ; dct:title \"Luftkvalitet 2020\"@sv ; " + page);

        assertThat(links(catalog)).isEmpty();
    }

    @Test
    void aCompanyThatNamesAnothersDatasetAsTheSameIsBelievedAsFarAsALinkGoes() {
        apply(catalog, "mill", MILL);
        apply(catalog, "portal", """
                <urn:portal:9> a dcat:Dataset ; dct:title "Klingor"@sv ; owl:sameAs <urn:mill:saws> .
                """);

        assertThat(catalog.alsoAt("urn:mill:saws").getFirst().evidence())
                .extracting(Evidence::kind)
                .contains(Kind.CLAIM);
    }

    @Test
    void whatIsHarvestedAgainUnchangedWritesNothing() {
        apply(catalog, "mill", MILL);
        apply(catalog, "portal", PORTAL);
        long generation = catalog.generation();

        apply(catalog, "portal", PORTAL);
        apply(catalog, "mill", MILL);

        assertThat(catalog.generation()).isEqualTo(generation);
    }

    @Test
    void theSameDescriptionsGiveTheSameLinksInWhateverOrderTheyCome() throws IOException {
        Planted planted = new Planted(7, 25, 4);
        for (String source : Planted.SOURCES) apply(catalog, source, planted.said(source));
        try (Catalog other = Catalog.open(Files.createDirectories(folder.resolve("other")))) {
            for (String source : Planted.SOURCES.reversed()) {
                apply(other, source, half(planted.said(source)));
                apply(other, source, planted.said(source));
            }

            assertThat(links(catalog)).isNotEmpty().isEqualTo(links(other));
            assertThat(other.inconsistencies()).isEmpty();
        }
        assertThat(catalog.inconsistencies()).isEmpty();
    }

    /** Datasets come, go, change and move to other sources, and what several share is shared by more and by fewer. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterAnyChangeTheLinksAreThoseThatAllDescriptionsGive(long seed) {
        Random random = new Random(seed);
        Planted planted = new Planted(seed, 20, 6);
        List<Graph> datasets = new ArrayList<>();
        for (String source : Planted.SOURCES) datasets.addAll(parts(planted.said(source)));
        Node shared = NodeFactory.createLiteralString("10.7777/Shared." + seed);
        for (int change = 0; change < 14; change++) {
            Graph said = GraphFactory.createDefaultGraph();
            for (Graph dataset : datasets) if (random.nextInt(100) < 45) GraphUtil.addInto(said, dataset);
            List<Node> stated = said.find(Node.ANY, RDF.Nodes.type, DCAT.Dataset.asNode())
                    .mapWith(Triple::getSubject)
                    .toList();
            int sharing = random.nextInt(Rarity.MOST + 4);
            for (Node dataset : stated.subList(0, Math.min(sharing, stated.size())))
                said.add(dataset, DCTerms.identifier.asNode(), shared);
            apply(catalog, Planted.SOURCES.get(random.nextInt(3)), said);

            assertThat(catalog.inconsistencies()).as("after change " + change).isEmpty();
        }
        assertThat(links(catalog)).isNotEmpty();
    }

    /** Each dataset with all that is said below it. */
    private static List<Graph> parts(Graph said) {
        return said.find(Node.ANY, RDF.Nodes.type, DCAT.Dataset.asNode()).mapWith(Triple::getSubject).toList().stream()
                .sorted(Comparator.comparing(Node::getURI))
                .map(dataset -> Extent.of(said, dataset).cut(said))
                .toList();
    }

    private static Graph half(Graph said) {
        Graph half = GraphFactory.createDefaultGraph();
        said.find()
                .filterKeep(triple -> triple.getSubject().getURI().matches(".*[02468](/.*)?"))
                .forEachRemaining(half::add);
        return half;
    }

    private static Set<Triple> links(Catalog catalog) {
        return catalog.read(store -> {
            List<Quad> quads = Iter.toList(store.find(Graphs.IDENTITY, Node.ANY, Node.ANY, Node.ANY));
            return quads.stream().map(Quad::asTriple).collect(Collectors.toSet());
        });
    }

    @Test
    void linkingAllAnewChangesNothing() {
        apply(catalog, "mill", MILL);
        apply(catalog, "portal", PORTAL);
        long generation = catalog.generation();

        catalog.rejudge();

        assertThat(catalog.generation()).isEqualTo(generation);
        assertThat(catalog.inconsistencies()).isEmpty();
    }

    private static void apply(Catalog catalog, String source, String turtle) {
        String prefixes = """
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX owl: <http://www.w3.org/2002/07/owl#>
                """;
        apply(
                catalog,
                source,
                RDFParser.fromString(prefixes + turtle, Lang.TURTLE).toGraph());
    }

    private static void apply(Catalog catalog, String source, Graph said) {
        catalog.apply(source, said, Graph.emptyGraph, Graph.emptyGraph, Instant.parse("2026-11-23T08:00:00Z"));
    }
}
