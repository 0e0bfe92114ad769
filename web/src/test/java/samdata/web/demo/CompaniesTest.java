package samdata.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import samdata.harvester.run.Outcome;

/** The example companies, read over HTTP by the harvester that reads real ones. */
class CompaniesTest {
    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"nordsikt", "fjallkraft", "talverket", "skogsdata"})
    void nothingThatACompanyWroteAboutItsDatasetsIsLost(String id) throws Exception {
        try (Companies companies = Companies.startAnywhere();
                Harvested harvested = new Harvested(data)) {
            Company company = companies.get(id);
            harvested.register(company);

            assertThat(harvested.harvest(id).outcome()).contains(Outcome.STORED);

            Graph known = harvested.known(id);
            assertThat(missing(described(company.graph()), known)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nordsikt", "fjallkraft", "talverket", "skogsdata"})
    void theAddressTellsTheProtocol(String id) throws Exception {
        try (Companies companies = Companies.startAnywhere();
                Harvested harvested = new Harvested(data)) {
            Company company = companies.get(id);

            assertThat(harvested.detected(company).protocol()).isEqualTo(company.protocol());
        }
    }

    /** What is said of datasets, and of the agents they name. */
    private static Graph described(Graph graph) {
        Parts parts = new Parts(graph);
        Graph described = GraphFactory.createDefaultGraph();
        parts.datasets().values().forEach(part -> GraphUtil.addInto(described, part));
        return described;
    }

    /** The triples of {@code wanted} that {@code known} has not, whatever blank nodes are called. */
    private static List<Triple> missing(Graph wanted, Graph known) {
        return wanted.find().toList().stream()
                .filter(triple -> !matches(triple, wanted, known))
                .toList();
    }

    private static boolean matches(Triple triple, Graph wanted, Graph known) {
        Node subject = triple.getSubject().isBlank() ? Node.ANY : triple.getSubject();
        if (!triple.getObject().isBlank()) return known.contains(subject, triple.getPredicate(), triple.getObject());
        long asMany = wanted.find(subject, triple.getPredicate(), Node.ANY).toList().stream()
                .filter(other -> other.getObject().isBlank())
                .count();
        long named = known.find(subject, triple.getPredicate(), Node.ANY).toList().stream()
                .filter(other -> isNamedBlank(other.getObject()))
                .count();
        return named >= asMany;
    }

    private static boolean isNamedBlank(Node node) {
        return node.isBlank() || (node.isURI() && node.getURI().startsWith("urn:samdata:genid:"));
    }
}
