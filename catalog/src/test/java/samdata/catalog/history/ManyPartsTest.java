package samdata.catalog.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import samdata.catalog.store.Graphs;

/** A dataset all of whose distributions, which have no names, changed in one value. */
class ManyPartsTest {
    private static final Node DATASET = NodeFactory.createURI("https://mills.example/d");
    private static final int MANY = 20_000;

    private final Graph deleted = GraphFactory.createDefaultGraph();
    private final Graph added = GraphFactory.createDefaultGraph();
    private final Map<Node, Node> became = new HashMap<>();

    @Test
    void ofManyPartsEachIsFoundAgainByWhatItStillSays() {
        change(MANY);
        Comparison comparison = new Comparison(new Before(deleted, added, added));

        List<Comparison.Pair> pairs = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> comparison.pairs(became.keySet(), became.values()));

        assertThat(pairs).hasSize(MANY).allMatch(pair -> pair.is().equals(became.get(pair.was())));
    }

    @Test
    void ofManyPartsOnlyTheChangedValueIsTold() {
        change(MANY);

        List<PropertyChange> found = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> new Comparison(new Before(deleted, added, added)).of(DATASET, Set.of()));

        assertThat(found)
                .hasSize(MANY)
                .allMatch(change -> change.path().equals(List.of(DCAT.distribution.asNode(), DCTerms.format.asNode()))
                        && change.was().equals(List.of(text("old")))
                        && change.is().equals(List.of(text("new"))));
    }

    @Test
    void fewAreFoundAgainTheSameWay() {
        change(150);
        var few = new Comparison(new Before(deleted, added, added)).pairs(became.keySet(), became.values());

        assertThat(few).hasSize(150).allMatch(pair -> pair.is().equals(became.get(pair.was())));
    }

    private void change(int count) {
        for (int i = 0; i < count; i++) {
            Node was = part("was" + i);
            Node is = part("is" + i);
            became.put(was, is);
            describe(deleted, was, i, "old");
            describe(added, is, i, "new");
        }
    }

    private static void describe(Graph graph, Node part, int number, String format) {
        graph.add(Triple.create(DATASET, DCAT.distribution.asNode(), part));
        graph.add(Triple.create(part, DCTerms.title.asNode(), text("Part " + number)));
        graph.add(Triple.create(part, DCTerms.license.asNode(), text("the same of all")));
        graph.add(Triple.create(part, DCTerms.format.asNode(), text(format)));
    }

    private static Node part(String name) {
        return NodeFactory.createURI(Graphs.GENID + name);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
