package samdata.catalog.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our shapes beside the published ones, over catalogues that nobody here wrote; skipped where they are not at hand. */
class ShapesCorporaTest {
    private static final String FOLDER = "SAMDATA_CORPORA";
    private static final String FULL = "standards/dcat-ap-3.0.1/shacl/dcat-ap-SHACL.ttl";
    private static final String CORE = "standards/dcat-ap-3.0.1/html/shacl/shapes.ttl";
    private static final String HVD = "standards/dcat-ap-hvd-3.0.0/shacl/hvd-SHACL.ttl";

    @TempDir
    Path shapes;

    @BeforeEach
    void corporaAreAtHand() {
        Assumptions.assumeTrue(System.getenv(FOLDER) != null);
    }

    /** The figures are those of Jena's own validation, with the two dangling property shapes taken out. */
    @ParameterizedTest
    @CsvSource({
        "standards/dcat-ap-se/exempel/obligatoriskt.ttl, full, 2",
        "standards/dcat-ap-se/exempel/obligatoriskt.ttl, core, 0",
        "standards/dcat-ap-se/exempel/rekommenderat.ttl, full, 20",
        "standards/dcat-ap-se/exempel/rekommenderat.ttl, core, 2",
        "standards/mldcat-ap-3.1.0/html/examples/example-dataset.ttl, full, 3",
        "standards/mldcat-ap-3.1.0/html/examples/example-dataset.ttl, core, 3",
        "standards/dcat-ap-hvd-3.0.0/html/examples/example-bees_wasps_dataset.ttl, hvd, 5",
        "standards/dcat-ap-hvd-3.0.0/html/examples/example-ms_catalogue.ttl, hvd, 16",
        "standards/dcat-ap-hvd-3.0.0/html/examples/example-ms_catalogue_simple.ttl, hvd, 0",
    })
    void publishedShapesFindWhatAnotherValidatorFinds(String file, String profile, int findings) throws IOException {
        add(FULL, "full");
        add(CORE, "core");
        add(HVD, "hvd");
        Check check = Check.ours().and(shapes);

        assertThat(check.problems())
                .filteredOn(line -> line.contains("full.ttl"))
                .hasSize(2);
        assertThat(check.of(graph(file)).stream().filter(of(profile))).hasSize(findings);
    }

    @Test
    void theTwoPropertyShapesThatThePublishedFileLacksAreNamed() throws IOException {
        add(FULL, "full");

        assertThat(Check.ours().and(shapes).problems())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("DataServiceShape", "is not there"));
    }

    /** Per property: how often it is missing where DCAT-AP 3.0.1 requires it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalogues/alicante/catalog.rdf",
                "catalogues/lodservatory/LODCloud_SPARQL_Endpoints.ttl",
                "catalogues/fdk-norway/all_catalogs.ttl",
                "catalogues/govdata-portals/destatis-catalog-original-input.rdf",
                "catalogues/swiss/catalog.xml",
                "standards/mldcat-ap-3.1.0/html/examples/example-dataset.ttl",
                "standards/dcat-ap-hvd-3.0.0/html/examples/example-ms_catalogue.ttl",
            })
    void ourShapesMissWhatTheOfficialOnesMiss(String file) throws IOException {
        add(CORE, "core");
        Graph graph = graph(file);
        List<Violation> found = Check.ours().and(shapes).of(graph);

        assertThat(missing(graph, found, "dcat-ap")).isEqualTo(missing(graph, found, "core"));
    }

    private static Map<String, Long> missing(Graph graph, List<Violation> found, String profile) {
        return found.stream()
                .filter(of(profile))
                .filter(violation -> violation.severity().equals("violation"))
                .filter(violation -> violation.rule().id().endsWith(".MinCount"))
                .filter(violation ->
                        !violation.path().equals("http://xmlns.com/foaf/0.1/name") || isAgent(graph, violation))
                .collect(Collectors.groupingBy(Violation::path, TreeMap::new, Collectors.counting()));
    }

    /** The official shapes look at foaf:Agent alone, and ours at organisations, too. */
    private static boolean isAgent(Graph graph, Violation violation) {
        return graph.find(Node.ANY, RDF.Nodes.type, FOAF.Agent.asNode())
                .mapWith(triple -> triple.getSubject().toString())
                .toSet()
                .contains(violation.dataset());
    }

    private static Predicate<Violation> of(String profile) {
        return violation -> violation.rule().profile().equals(profile);
    }

    private void add(String file, String name) throws IOException {
        Files.copy(corpora().resolve(file), shapes.resolve(name + ".ttl"));
    }

    private static Graph graph(String file) {
        return RDFParser.source(corpora().resolve(file))
                .base("https://example.org/")
                .checking(false)
                .toGraph();
    }

    private static Path corpora() {
        return Path.of(System.getenv(FOLDER));
    }
}
