package samdata.catalog.suitability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import samdata.catalog.store.Entry;
import samdata.catalog.store.Extent;
import samdata.vocab.BlankNodes;
import samdata.vocab.Sam;

/** The example companies' datasets, judged for every task. */
class DemoSuitabilityTest {
    @SuppressWarnings("NullAway.Init")
    private static Graph demo;

    @BeforeAll
    static void read() {
        Graph all = GraphFactory.createDefaultGraph();
        for (String company : List.of("fjallkraft", "nordsikt", "skogsdata", "talverket"))
            RDFParser.source(DemoSuitabilityTest.class.getResourceAsStream("/ontologies/demo/" + company + ".ttl"))
                    .lang(Lang.TURTLE)
                    .parse(all);
        demo = BlankNodes.named(all, "demo");
    }

    @Test
    void everyEvidenceIsAStatementOfAPropertyThatItsCriterionReads() {
        for (Node dataset : datasets())
            for (Node task : Described.SCHEMES.tasks().concepts())
                assertThat(Described.SUITABILITY.assess(entry(dataset), task).findings())
                        .allSatisfy(finding -> assertThat(finding.evidence()).allSatisfy(evidence -> {
                            assertThat(demo.contains(evidence)).isTrue();
                            assertThat(Described.SCHEMES
                                            .graph()
                                            .contains(finding.criterion(), Sam.reads, evidence.getPredicate()))
                                    .as("%s reads %s", finding.id(), evidence)
                                    .isTrue();
                        }));
    }

    @Test
    void nothingIsReadyOfWhichAGateOrTheSizeIsNotStated() {
        for (Node dataset : datasets())
            Described.SUITABILITY.assess(entry(dataset)).stream()
                    .filter(assessment -> assessment.level() == Level.READY)
                    .forEach(ready -> assertThat(ready.findings())
                            .filteredOn(
                                    finding -> finding.gate() || finding.id().equals("size"))
                            .noneMatch(finding -> finding.status() == Status.NOT_STATED));
    }

    @ParameterizedTest
    @CsvSource({
        "zod, object-detection, READY",
        "zod, credit-scoring, BLOCKED",
        "librispeech, swedish-speech-recognition, BLOCKED",
        "common-voice-sv, swedish-speech-recognition, READY",
        "credit-g, credit-scoring, READY",
        "wider-face, face-detection, BLOCKED",
        "swedish-reviews, sentiment-classification, READY",
        "squad, table-question-answering, BLOCKED",
        "plough-gps, text-classification, BLOCKED",
        "plough-gps, time-series-forecasting, UNKNOWN"
    })
    void theExamplesAreJudgedAsAReaderWould(String dataset, String task, Level level) {
        Node iri = NodeFactory.createURI("https://w3id.org/samdata/demo/dataset/" + dataset);

        assertThat(Described.SUITABILITY
                        .assess(entry(iri), Described.task(task))
                        .level())
                .isEqualTo(level);
    }

    private static List<Node> datasets() {
        return demo.find(Node.ANY, RDF.Nodes.type, DCAT.Dataset.asNode())
                .mapWith(Triple::getSubject)
                .toList();
    }

    private static Entry entry(Node dataset) {
        return Described.entry(Extent.of(demo, dataset).cut(demo), dataset);
    }
}
