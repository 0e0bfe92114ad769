package samdata.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class ExtentTest {
    private static final Node DATASET = NodeFactory.createURI("urn:d");
    private static final Node REFERS = NodeFactory.createURI("urn:refers");

    private final Graph graph = GraphFactory.createDefaultGraph();

    @Test
    void blankNodesBelowADatasetAreItsOwnHoweverDeepTheyAreNested() {
        int depth = 100_000;
        Node below = NodeFactory.createURI("urn:below");
        Node above = DATASET;
        for (int i = 0; i < depth; i++) {
            Node next = NodeFactory.createURI(Graphs.GENID + i);
            graph.add(above, below, next);
            above = next;
        }

        assertThat(Extent.of(graph, DATASET).own()).hasSize(depth + 1).contains(above);
    }

    @Test
    void whatADatasetRefersToIsItsContextThreeStepsFar() {
        for (int i = 0; i < 4; i++) graph.add(i == 0 ? DATASET : node(i - 1), REFERS, node(i));
        graph.add(DATASET, REFERS, node(1)); // by the shorter way, too

        assertThat(Extent.of(graph, DATASET).wide())
                .containsExactlyInAnyOrder(DATASET, node(0), node(1), node(2), node(3));
    }

    @Test
    void aThingThatSaysMoreThanAnyContextIsNoneOfTheDatasetsThatShareIt() {
        graph.add(DATASET, REFERS, node(0));
        graph.add(DATASET, REFERS, node(1));
        for (int i = 0; i < 3_000; i++) graph.add(node(0), REFERS, NodeFactory.createLiteralString("word " + i));

        Extent extent = Extent.of(graph, DATASET);

        assertThat(extent.wide()).containsExactlyInAnyOrder(DATASET, node(1));
        assertThat(extent.cut(graph).size()).isEqualTo(2);
    }

    @Test
    void aContextEndsBeforeTheStepThatWouldMakeItTooLarge() {
        graph.add(DATASET, REFERS, node(0));
        for (int i = 1; i < 10; i++) graph.add(node(0), REFERS, node(i));
        for (int i = 10; i < 8_000; i++) graph.add(node(1 + i % 9), REFERS, node(i));

        assertThat(Extent.of(graph, DATASET).wide()).hasSize(11);
    }

    private static Node node(int number) {
        return NodeFactory.createURI("urn:n" + number);
    }
}
