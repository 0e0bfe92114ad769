package samdata.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {
    private static final List<String> COMPANIES = List.of("nordsikt", "fjallkraft", "talverket", "skogsdata");
    private static final Graph EVERYTHING = everything();

    @ParameterizedTest
    @CsvFileSource(resources = "/ontologies/demo/queries/EXPECTED.tsv", delimiterString = "\trows=")
    void theAnalystsQuestionsHaveTheirAnswersInTheFourCompaniesData(String query, long expected) {
        long rows = QueryExec.graph(EVERYTHING).query(text("queries/" + query)).select().materialize().stream()
                .count();

        assertThat(rows).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nordsikt", "fjallkraft", "talverket", "skogsdata"})
    void aCompanysCatalogueListsExactlyItsOwnDatasets(String company) {
        Graph graph = company(company);

        Set<Node> datasets = subjects(graph, RDF.Nodes.type, DCAT.Dataset.asNode());

        assertThat(graph.find(Node.ANY, DCAT.dataset.asNode(), Node.ANY)
                        .mapWith(Triple::getObject)
                        .toSet())
                .isEqualTo(datasets);
    }

    @Test
    void noDatasetIsServedTwice() {
        Set<Node> all = new HashSet<>();
        int count = 0;
        for (String company : COMPANIES) {
            Set<Node> own = subjects(company(company), RDF.Nodes.type, DCAT.Dataset.asNode());
            all.addAll(own);
            count += own.size();
        }

        assertThat(count).isEqualTo(42);
        assertThat(all).hasSize(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nordsikt", "fjallkraft", "talverket", "skogsdata"})
    void fictionalCompaniesSayThatTheyAreExamples(String company) {
        Graph graph = company(company);

        Set<Node> fictional = subjects(
                graph, DCTerms.type.asNode(), NodeFactory.createURI("https://w3id.org/samdata/demo/Fictional"));

        assertThat(fictional)
                .isNotEmpty()
                .allSatisfy(agent -> assertThat(Labels.of(graph, agent, "en")).endsWith("(example)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nordsikt", "fjallkraft", "talverket", "skogsdata"})
    void everyAgentThatIsNamedIsDescribed(String company) {
        Graph graph = company(company);

        Stream<Node> agents = graph.stream()
                .map(Triple::getObject)
                .filter(node -> node.isURI() && node.getURI().startsWith("https://w3id.org/samdata/demo/agent/"));

        assertThat(agents)
                .isNotEmpty()
                .allSatisfy(agent -> assertThat(graph.contains(agent, FOAF.name.asNode(), Node.ANY))
                        .isTrue());
    }

    private static Graph everything() {
        Graph everything = Ontologies.vocabulary();
        COMPANIES.forEach(company -> GraphUtil.addInto(everything, BlankNodes.named(company(company), company)));
        return everything;
    }

    private static Set<Node> subjects(Graph graph, Node predicate, Node object) {
        return graph.find(Node.ANY, predicate, object)
                .mapWith(Triple::getSubject)
                .toSet();
    }

    private static Graph company(String name) {
        return RDFParser.fromString(text(name + ".ttl"), Lang.TURTLE).toGraph();
    }

    private static String text(String file) {
        try (InputStream stream = DemoTest.class.getResourceAsStream("/ontologies/demo/" + file)) {
            assertThat(stream).as(file).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
