package samdata.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class ExtentDepthTest {
    @Test
    void blankNodesBelowADatasetAreItsOwnHoweverDeepTheyAreNested() {
        int depth = 100_000;
        Graph graph = GraphFactory.createDefaultGraph();
        Node dataset = NodeFactory.createURI("urn:d");
        Node below = NodeFactory.createURI("urn:below");
        Node above = dataset;
        for (int i = 0; i < depth; i++) {
            Node next = NodeFactory.createURI(Graphs.GENID + i);
            graph.add(above, below, next);
            above = next;
        }

        assertThat(Extent.of(graph, dataset).own()).hasSize(depth + 1).contains(above);
    }
}
