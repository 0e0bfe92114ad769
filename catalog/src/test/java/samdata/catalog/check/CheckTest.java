package samdata.catalog.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

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

        List<Violation> one = CHECK.of(graph, List.of(NodeFactory.createURI("urn:b")));
        List<Violation> rest = CHECK.of(
                graph,
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
    void whatIsWrongWithAPartIsSaidOfItsDataset() {
        Graph graph = graph("<urn:a> a dcat:Dataset ; dcat:distribution <urn:a1> . <urn:a1> a dcat:Distribution .");

        assertThat(CHECK.of(graph, List.of(NodeFactory.createURI("urn:a1"))))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.dataset()).isEqualTo("urn:a"));
    }

    static Graph graph(String turtle) {
        return RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
    }
}
