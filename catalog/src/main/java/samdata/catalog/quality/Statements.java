package samdata.catalog.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;

/** A dataset's statements by subject and property, stated and recognised; each subject is read once. */
final class Statements {
    private static final Node APPLIED_TO = NodeFactory.createURI("http://data.europa.eu/it6/isAppliedTo");

    private final Node dataset;
    private final Graph stated;
    private final Graph recognised;
    private final Map<Node, Map<Node, List<Triple>>> read = new HashMap<>();

    Statements(Node dataset, Graph stated, Graph recognised) {
        this.dataset = dataset;
        this.stated = stated;
        this.recognised = recognised;
    }

    /** With a value that is not blank; what is stated comes before what was recognised. */
    List<Triple> of(Node subject, Node property) {
        return read.computeIfAbsent(subject, this::read).getOrDefault(property, List.of());
    }

    boolean isStated(Triple triple) {
        return stated.contains(triple);
    }

    /** Sorted by their names; a distribution that is written as text is none. */
    List<Node> distributions() {
        return of(dataset, DCAT.distribution.asNode()).stream()
                .map(Triple::getObject)
                .filter(object -> !object.isLiteral())
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    /** What is applied to the dataset or to one of the distributions. */
    List<Node> splits(List<Node> distributions) {
        return Stream.concat(Stream.of(dataset), distributions.stream())
                .flatMap(whole -> graphs().flatMap(graph -> graph.find(Node.ANY, APPLIED_TO, whole).toList().stream()))
                .map(Triple::getSubject)
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    private Map<Node, List<Triple>> read(Node subject) {
        Map<Node, List<Triple>> byProperty = new HashMap<>();
        graphs().forEach(graph -> graph.find(subject, Node.ANY, Node.ANY)
                .filterDrop(triple -> isBlankText(triple.getObject()))
                .forEachRemaining(triple -> byProperty
                        .computeIfAbsent(triple.getPredicate(), property -> new ArrayList<>())
                        .add(triple)));
        return byProperty;
    }

    private Stream<Graph> graphs() {
        return Stream.of(stated, recognised);
    }

    private static boolean isBlankText(Node object) {
        return object.isLiteral() && object.getLiteralLexicalForm().isBlank();
    }
}
