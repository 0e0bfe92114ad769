package samdata.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.TDBException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {
    private static final Node GRAPH = NodeFactory.createURI("urn:graph");
    private static final Node OTHER = NodeFactory.createURI("urn:graph:other");
    private static final List<Node> VALUES = List.of(
            NodeFactory.createLiteralDT("7", XSDDatatype.XSDinteger),
            NodeFactory.createLiteralDT("007", XSDDatatype.XSDinteger),
            NodeFactory.createLiteralDT("7", XSDDatatype.XSDlong),
            NodeFactory.createLiteralDT("1.50", XSDDatatype.XSDdecimal),
            NodeFactory.createLiteralDT("1.5", XSDDatatype.XSDdecimal),
            NodeFactory.createLiteralDT("someday", XSDDatatype.XSDdate),
            NodeFactory.createLiteralString(""),
            NodeFactory.createLiteralString("7"),
            NodeFactory.createLiteralLang("7", "en"),
            NodeFactory.createLiteralLang("7", "sv"),
            NodeFactory.createURI("urn:node:3"),
            NodeFactory.createBlankNode("b3"));

    @TempDir
    Path folder;

    private final Random random = new Random(20261123);
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void ofAnyTwoGraphsItIsExactlyWhatOnlyOneOfThemSays() {
        Graph stored = GraphFactory.createDefaultGraph();
        for (int round = 0; round < 40; round++) {
            Graph wanted = round % 3 == 0 ? any() : altered(stored);

            Diff diff = store.read(dataset -> Diff.between(dataset, GRAPH, wanted));

            assertThat(diff.deleted()).containsExactlyInAnyOrderElementsOf(minus(stored, wanted));
            assertThat(diff.added()).containsExactlyInAnyOrderElementsOf(minus(wanted, stored));
            store.write(diff::applyTo);
            stored = wanted;
        }
    }

    @Test
    void whatAnotherGraphSaysDoesNotCount() {
        Graph wanted = any();
        store.write(dataset -> new Diff(OTHER, List.of(), wanted.find().toList()).applyTo(dataset));

        Diff diff = store.read(dataset -> Diff.between(dataset, GRAPH, wanted));

        assertThat(diff.deleted()).isEmpty();
        assertThat(diff.added()).hasSize(wanted.size());
    }

    @Test
    void aWriterComparesWithWhatItHasWritten() {
        Graph wanted = any();

        store.write(dataset -> {
            new Diff(GRAPH, List.of(), wanted.find().toList()).applyTo(dataset);

            assertThat(Diff.between(dataset, GRAPH, wanted).isEmpty()).isTrue();
        });
    }

    @Test
    void whatIsNotKeptByTdbIsRefused() {
        DatasetGraph memory = DatasetGraphFactory.createTxnMem();
        memory.executeWrite(() -> memory.add(Quad.create(GRAPH, triple())));

        assertThatThrownBy(() -> Diff.between(memory, GRAPH, any())).isInstanceOf(TDBException.class);
    }

    private Graph any() {
        Graph graph = GraphFactory.createDefaultGraph();
        for (int i = 0; i < 300; i++) graph.add(triple());
        return graph;
    }

    /** A few statements taken away, added, or said of another subject. */
    private Graph altered(Graph graph) {
        Graph altered = GraphFactory.createDefaultGraph();
        graph.find().forEachRemaining(triple -> {
            if (random.nextInt(20) > 0) altered.add(triple);
        });
        IntStream.range(0, random.nextInt(20)).forEach(i -> altered.add(triple()));
        return altered;
    }

    private Triple triple() {
        int subject = random.nextInt(30);
        return Triple.create(
                subject % 5 == 0
                        ? NodeFactory.createBlankNode("b" + subject)
                        : NodeFactory.createURI("urn:node:" + subject),
                NodeFactory.createURI("urn:says:" + random.nextInt(4)),
                VALUES.get(random.nextInt(VALUES.size())));
    }

    private static Set<Triple> minus(Graph all, Graph without) {
        Set<Triple> left = all.find().toList().stream().collect(Collectors.toSet());
        left.removeAll(without.find().toSet());
        return left;
    }
}
