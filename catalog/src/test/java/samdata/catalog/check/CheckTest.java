package samdata.catalog.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import samdata.catalog.store.Harvested;
import samdata.vocab.Ontologies;
import samdata.vocab.Sam;

class CheckTest {
    private static final String PREFIXES = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix it6: <http://data.europa.eu/it6/> .
            @prefix schema: <http://schema.org/> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;
    private static final Check CHECK = Check.ours();

    @Test
    void nodesCheckedAloneGiveWhatTheyGiveWithAllOthers() {
        Graph graph = graph("""
                <urn:a> a dcat:Dataset ; dct:title "A" ; dcat:distribution <urn:a1> ; dct:publisher <urn:p> .
                <urn:a1> a dcat:Distribution ; dct:license "MIT" .
                <urn:b> a dcat:Dataset ; dct:issued "soon" .
                <urn:p> a foaf:Agent .
                """);

        List<Violation> one = CHECK.of(said(graph), List.of(NodeFactory.createURI("urn:b")));
        List<Violation> rest = CHECK.of(
                said(graph),
                List.of(
                        NodeFactory.createURI("urn:a"),
                        NodeFactory.createURI("urn:a1"),
                        NodeFactory.createURI("urn:p")));

        assertThat(one)
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.dataset()).isEqualTo("urn:b"));
        assertThat(CHECK.of(graph)).containsAll(one).containsAll(rest).hasSize(one.size() + rest.size());
    }

    @Test
    void whatWasRecognisedIsNeverOneValueTooMany() {
        Graph one = graph("""
                <urn:a> a dcat:Dataset ; dcat:distribution <urn:a1> .
                <urn:a1> a dcat:Distribution ; dct:license <http://creativecommons.org/licenses/by/4.0/> .
                """);
        Graph two = graph("<urn:a1> dct:license <https://example.org/terms> .");
        Graph recognised = graph("<urn:a1> dct:license <https://w3id.org/samdata/licence/CC-BY-4.0> .");
        String tooMany = "The distribution has more than one licence.";

        assertThat(CHECK.of(new Harvested("s", one, recognised)))
                .extracting(Violation::message)
                .doesNotContain(tooMany);
        GraphUtil.addInto(two, one);
        assertThat(CHECK.of(new Harvested("s", two, recognised)))
                .extracting(Violation::message)
                .contains(tooMany);
    }

    @Test
    void whatIsWrongWithAPartIsSaidOfItsDataset() {
        Graph graph = graph("<urn:a> a dcat:Dataset ; dcat:distribution <urn:a1> . <urn:a1> a dcat:Distribution .");

        assertThat(CHECK.of(said(graph), List.of(NodeFactory.createURI("urn:a1"))))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.dataset()).isEqualTo("urn:a"));
    }

    @Test
    void swedenAsksForAPublisherMoreStrictlyAndOnlyOnce() {
        String dataset = "<urn:a> a dcat:Dataset .";
        String swedish = dataset + "<urn:c> a dcat:Catalog ; dcat:dataset <urn:a> ;"
                + " dct:spatial <http://publications.europa.eu/resource/authority/country/SWE> .";

        assertThat(missing(graph(dataset))).containsExactly("dcat-ap warning");
        assertThat(missing(graph(swedish))).containsExactly("dcat-ap-se violation");
    }

    @Test
    void aSchemaOrgDatasetIsToldInItsOwnWordsAndNeverMoreThanWarned() {
        Graph graph = graph("<urn:a> a schema:Dataset , dcat:Dataset .");

        List<Violation> found = CHECK.of(graph);

        assertThat(found).noneMatch(violation -> violation.path().equals("http://purl.org/dc/terms/title"));
        assertThat(found)
                .filteredOn(violation -> violation.rule().profile().equals("croissant"))
                .hasSizeGreaterThan(6)
                .allMatch(violation -> violation.severity().equals("warning"));
        assertThat(found).noneMatch(violation -> violation.severity().equals("violation"));
    }

    @Test
    void mldcatApIsAskedForOnlyWhereItIsUsed() {
        assertThat(CHECK.profiles(graph("<urn:a> it6:hasFeature <urn:f> . <urn:f> a it6:Feature .")))
                .containsExactlyInAnyOrder("dcat-ap", "samdata");
        assertThat(CHECK.profiles(graph("<urn:t> a it6:Task ."))).contains("mldcat-ap");
    }

    @Test
    void aFindingSpeaksTheReadersLanguage() {
        Violation english = CHECK.of(graph("<urn:a> a dcat:Dataset .")).getFirst();

        Violation swedish = CHECK.inLanguage(english, "sv");

        assertThat(english.message()).startsWith("The dataset has no");
        assertThat(swedish.message()).startsWith("Datamängden saknar");
        assertThat(swedish.rule().meaning()).isNotEqualTo(english.rule().meaning());
        assertThat(swedish.dataset()).isEqualTo(english.dataset());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"2023-02-30\"^^xsd:date', is a day that does not exist., är en dag som inte finns (datamängden).",
        "'\"2023-02-29T10:00:00Z\"^^xsd:dateTime', is a day that does not exist., är en dag som inte finns (datamängden).",
        "'\"1900-02-29\"', is a day that does not exist., är en dag som inte finns (datamängden).",
        "'\"2023-00-00\"^^xsd:date', is a day that does not exist., är en dag som inte finns (datamängden).",
        "'\"2023-02-28\"', is not typed as a date., är inte typat som ett datum (datamängden).",
        "'\"2023\"^^xsd:date', is not typed as a date., är inte typat som ett datum (datamängden).",
        "'\"2023-02-28\"^^xsd:date', , ",
        "'\"2024-02-29\"^^xsd:date', , ",
        "'\"2000-02-29T10:00:00+01:00\"^^xsd:dateTime', , "
    })
    void aDateThatDoesNotExistIsToldAsThatAndAnUntypedOneAsUntyped(
            String date, @Nullable String english, @Nullable String swedish) {
        List<Violation> found = CHECK.of(graph("<urn:a> a dcat:Dataset ; dct:issued " + date + " .")).stream()
                .filter(violation -> violation.path().equals("http://purl.org/dc/terms/issued"))
                .toList();

        assertThat(found)
                .extracting(Violation::message)
                .isEqualTo(english == null ? List.of() : List.of("The date of issue of the dataset " + english));
        assertThat(found)
                .extracting(violation -> CHECK.inLanguage(violation, "sv").message())
                .isEqualTo(swedish == null ? List.of() : List.of("Utgivningsdatumet " + swedish));
    }

    @Test
    void everyRuleThatIsReplacedIsThere() {
        List<String> ids = new ArrayList<>();
        Ontologies.profiles().forEach((name, shapes) -> {
            var wording = new Wording(name, shapes, "en");
            Shapes.parse(shapes).getTargetShapes().forEach(shape -> collect(wording.root(shape), ids));
        });

        assertThat(ids).doesNotHaveDuplicates();
        Ontologies.profiles()
                .values()
                .forEach(shapes -> shapes.find(Node.ANY, Sam.insteadOf, Node.ANY)
                        .forEachRemaining(triple ->
                                assertThat(ids).contains(triple.getObject().getLiteralLexicalForm())));
    }

    private static void collect(Checked checked, List<String> ids) {
        checked.tests()
                .forEach(test ->
                        ids.add(test.rule().profile() + "/" + test.rule().id()));
        checked.below().forEach(below -> collect(below, ids));
    }

    /** How it is told that {@code <urn:a>} has no publisher. */
    private static List<String> missing(Graph graph) {
        return CHECK.of(graph).stream()
                .filter(found -> found.dataset().equals("urn:a"))
                .filter(found -> found.path().equals("http://purl.org/dc/terms/publisher"))
                .map(found -> found.rule().profile() + " " + found.severity())
                .toList();
    }

    static Graph graph(String turtle) {
        return RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
    }

    private static Harvested said(Graph graph) {
        return new Harvested("s", graph, Graph.emptyGraph);
    }
}
