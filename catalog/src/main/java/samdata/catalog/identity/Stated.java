package samdata.catalog.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import samdata.catalog.store.Graphs;

/** What a source states, each subject read once. */
final class Stated {
    /** By which agents, places and columns are called. */
    static final List<Node> NAMES = List.of(
            FOAF.name.asNode(),
            DCTerms.title.asNode(),
            RDFS.Nodes.label,
            NodeFactory.createURI("http://schema.org/name"),
            SKOS.prefLabel.asNode());

    private final Graph said;
    private final Map<Node, Map<Node, List<Node>>> bySubject = new HashMap<>();

    Stated(Graph said) {
        this.said = said;
    }

    void each(List<Node> properties, Node subject, BiConsumer<Node, Node> use) {
        if (subject.isLiteral()) return;
        for (Node property : properties) sorted(subject, property).forEach(value -> use.accept(property, value));
    }

    /** In one order, so that what is cut is always the same. */
    Stream<Node> sorted(Node subject, Node property) {
        List<Node> found = of(subject).getOrDefault(property, List.of());
        return found.size() < 2 ? found.stream() : found.stream().sorted(Comparator.comparing(Node::toString));
    }

    /** Objects by property, looked up once a subject. */
    Map<Node, List<Node>> of(Node subject) {
        return bySubject.computeIfAbsent(subject, any -> {
            Map<Node, List<Node>> objects = new HashMap<>();
            said.find(subject, Node.ANY, Node.ANY)
                    .forEachRemaining(triple -> objects.computeIfAbsent(triple.getPredicate(), one -> new ArrayList<>())
                            .add(triple.getObject()));
            return objects;
        });
    }

    static String written(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    static boolean isPublished(Node node) {
        return node.isURI() && !node.getURI().startsWith(Graphs.GENID);
    }
}
