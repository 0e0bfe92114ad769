package samdata.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlankNodesTest {
    private static final String TREE = ":d :p [ :q 1 ; :r [ :s 'x'@sv ] ] .";

    @ParameterizedTest
    @ValueSource(
            strings = {
                TREE,
                ":d :p [ :q 1 ] , [ :q 1 ] , [ :q 2 ] .",
                ":d :p [ :q 1 ] . :e :p [ :q 1 ] .",
                ":d :p [] , [] ; :q [ :r [] , [] ] , [ :r [] ] .",
                "[] :p 1 . [] :p 1 . [] :p 2 .",
                ":d :p _:a . :e :q _:a . :f :p _:b . :g :q _:b . _:a :n 'same' . _:b :n 'same' .",
                ":d :p ( 1 2 ( 3 ) [ :q () ] ) .",
                "_:a :p _:b . _:b :p _:c . _:c :p _:a .",
                "_:a :p _:b . _:b :p _:a . _:c :p _:d . _:d :p _:a . _:x :p _:y . _:y :p _:x .",
                "_:a :p _:b , _:c . _:b :q _:s . _:c :q _:t . _:s :r 1 . _:t :r 1 . :x :y _:s .",
                ":d :p _:a , _:b . _:a :q _:s . _:b :q _:t . _:s :r 1 . _:t :r 1 . :x :y _:s , _:t . :z :y _:t .",
                "_:r :record _:d . _:d :about _:r ; :dist [ :f 1 ] , [ :f 1 ] , [ :f 2 ] .",
                "_:a :p _:a . _:b :p _:b . :d :q _:a .",
                "_:a :p _:b , _:c . _:b :p _:c , _:d . _:c :p _:d . _:d :p _:a . _:d :q [ :r [] ] , [ :r [] ] .",
                "_:r :says <<( _:a :p _:b )>> . _:a :q 1 . _:b :q 1 . :x :says <<( _:c :p 1 )>> .",
                "_:a :p _:b , _:c , _:d . _:b :p _:a , _:c , _:d . _:c :p _:a , _:b , _:d . _:d :p _:a , _:b , _:c .",
            })
    void theSameDescriptionGivesTheSameNamesInWhateverOrderAndUnderWhateverLabelsItIsWritten(String turtle) {
        Graph graph = parse(turtle);

        Graph named = BlankNodes.named(graph, "s");

        for (int seed = 0; seed < 20; seed++)
            assertThat(triples(BlankNodes.named(shuffled(graph, seed), "s"))).isEqualTo(triples(named));
        assertThat(IsoMatcher.isomorphic(graph, asBlank(named))).isTrue();
    }

    @Test
    void randomGraphsKeepTheirMeaningAndTheirNames() {
        for (int seed = 0; seed < 300; seed++) {
            Graph graph = random(seed);

            Graph named = BlankNodes.named(graph, "s");

            assertThat(triples(BlankNodes.named(shuffled(graph, seed + 1), "s")))
                    .as("seed %d", seed)
                    .isEqualTo(triples(named));
            assertThat(IsoMatcher.isomorphic(graph, asBlank(named)))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void twoSourcesNeverShareAName() {
        Graph graph = parse(TREE);

        Set<Triple> one = triples(BlankNodes.named(graph, "one"));

        assertThat(triples(BlankNodes.named(graph, "two"))).isNotEqualTo(one);
    }

    @Test
    void aChangeInOneDatasetLeavesTheNamesOfOthersAsTheyAre() {
        String publisher = " :d :publisher _:p . :e :publisher _:p . _:p :name 'Company' .";
        Set<Triple> before = triples(BlankNodes.named(parse(":d :p [ :q 1 ] . :e :p [ :q 1 ] ." + publisher), "s"));

        Set<Triple> after = triples(BlankNodes.named(
                parse(":d :p [ :q 1 ] . :e :p [ :q 2 ] . :f :p [ :q 1 ] ; :publisher _:p ." + publisher), "s"));

        assertThat(after)
                .containsAll(before.stream()
                        .filter(triple -> !triple.getSubject().toString().endsWith("e"))
                        .filter(triple -> !triple.getSubject().toString().contains("genid")
                                || triple.getPredicate().toString().endsWith("name"))
                        .toList());
    }

    @Test
    void aGraphMadeToBeHardIsStillNamedWithoutLoss() {
        StringBuilder turtle = new StringBuilder();
        for (int i = 0; i < 60; i++)
            turtle.append("_:a%d :p _:a%d , _:a%d .\n".formatted(i, (i + 1) % 60, (i + 7) % 60));
        for (int i = 0; i < 60; i++)
            turtle.append("_:b%d :p _:b%d , _:b%d .\n".formatted(i, (i + 1) % 60, (i + 7) % 60));
        Graph graph = parse(turtle.toString());

        Graph named = BlankNodes.named(graph, "s");

        assertThat(named.size()).isEqualTo(graph.size());
        assertThat(triples(BlankNodes.named(shuffled(graph, 1), "s"))).isEqualTo(triples(named));
    }

    @Test
    void aLongListIsNamed() {
        StringBuilder turtle = new StringBuilder(":d :p (");
        for (int i = 0; i < 20_000; i++) turtle.append(' ').append(i);

        Graph named = BlankNodes.named(parse(turtle.append(" ) .").toString()), "s");

        assertThat(named.size()).isEqualTo(40_001);
    }

    private static Graph random(int seed) {
        Random random = new Random(seed);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(7); i++) nodes.add(NodeFactory.createBlankNode());
        for (int i = 0; i < 2; i++) nodes.add(NodeFactory.createURI("urn:x:" + i));
        Graph graph = GraphFactory.createDefaultGraph();
        for (int i = 0; i < 3 + random.nextInt(14); i++)
            graph.add(Triple.create(
                    nodes.get(random.nextInt(nodes.size())),
                    NodeFactory.createURI("urn:p:" + random.nextInt(2)),
                    nodes.get(random.nextInt(nodes.size()))));
        return graph;
    }

    private static Graph parse(String turtle) {
        return RDFParser.fromString("PREFIX : <http://example.org/> " + turtle, Lang.TURTLE)
                .toGraph();
    }

    private static Graph shuffled(Graph graph, int seed) {
        List<Triple> triples = new ArrayList<>(graph.find().toList());
        Collections.shuffle(triples, new Random(seed));
        Map<Node, Node> labels = new HashMap<>();
        Graph copy = GraphFactory.createDefaultGraph();
        triples.forEach(triple -> copy.add(relabelled(triple, labels)));
        return copy;
    }

    private static Triple relabelled(Triple triple, Map<Node, Node> labels) {
        return Triple.create(
                relabelled(triple.getSubject(), labels), triple.getPredicate(), relabelled(triple.getObject(), labels));
    }

    private static Node relabelled(Node node, Map<Node, Node> labels) {
        if (node.isTripleTerm()) return NodeFactory.createTripleTerm(relabelled(node.getTriple(), labels));
        boolean replaced = node.isBlank() || (node.isURI() && node.getURI().startsWith(BlankNodes.PREFIX));
        return replaced ? labels.computeIfAbsent(node, unseen -> NodeFactory.createBlankNode()) : node;
    }

    private static Graph asBlank(Graph named) {
        return shuffled(named, 0);
    }

    private static Set<Triple> triples(Graph graph) {
        return graph.find().toSet();
    }
}
