package samdata.catalog.identity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import samdata.catalog.store.Graphs;
import samdata.vocab.Sam;

/**
 * Links as they stand in {@link Graphs#IDENTITY}: {@code sam:alsoAt} both ways, and a claim that names both datasets, its
 * score and its evidence. Never {@code owl:sameAs}: that would make the one's licence the other's.
 */
final class LinkGraph {
    private static final String CONCEPT = Kind.SCHEME + "/";
    private final DatasetGraph store;

    LinkGraph(DatasetGraph store) {
        this.store = store;
    }

    /** The same for both orders. */
    static String name(String one, String other) {
        boolean first = one.compareTo(other) < 0;
        return "urn:samdata:identity:" + Graphs.datasetId(first ? one : other) + ":"
                + Graphs.datasetId(first ? other : one);
    }

    /** The datasets that one is linked to. */
    Set<String> others(String iri) {
        return others(NodeFactory.createURI(iri)).stream().map(Node::getURI).collect(Collectors.toSet());
    }

    /** What stands there of the links of these pairs. */
    Graph of(Map<String, Set<String>> pairs) {
        Graph graph = GraphFactory.createDefaultGraph();
        pairs.forEach((iri, partners) -> {
            Node one = NodeFactory.createURI(iri);
            for (Node other : others(one)) {
                if (!partners.contains(other.getURI())) continue;
                graph.add(one, Sam.alsoAt, other);
                graph.add(other, Sam.alsoAt, one);
                Node claim = NodeFactory.createURI(name(iri, other.getURI()));
                copy(claim, graph);
                objects(claim, Sam.evidence).forEach(evidence -> copy(evidence, graph));
            }
        });
        return graph;
    }

    static void write(Link link, Graph graph) {
        Node claim =
                NodeFactory.createURI(name(link.one().getURI(), link.other().getURI()));
        graph.add(link.one(), Sam.alsoAt, link.other());
        graph.add(link.other(), Sam.alsoAt, link.one());
        graph.add(claim, RDF.Nodes.type, Sam.SameDatasetClaim);
        graph.add(claim, Sam.ofDataset, link.one());
        graph.add(claim, Sam.ofDataset, link.other());
        graph.add(claim, Sam.score, decimal(link.score()));
        int order = 0;
        for (Evidence evidence : link.evidence()) {
            Node node = NodeFactory.createURI(claim.getURI() + ":" + ++order);
            graph.add(claim, Sam.evidence, node);
            graph.add(node, Sam.evidenceKind, evidence.kind().concept());
            evidence.properties().forEach(property -> graph.add(node, Sam.reads, property));
            evidence.values().forEach(value -> graph.add(node, Sam.value, NodeFactory.createLiteralString(value)));
            evidence.similarity().ifPresent(similarity -> graph.add(node, Sam.similarity, decimal(similarity)));
        }
    }

    /** The links of a dataset, the surest first. */
    List<Link> links(Node dataset) {
        return others(dataset).stream()
                .map(other -> link(dataset, other))
                .sorted(Comparator.comparingDouble((Link link) -> -link.score())
                        .thenComparing(link -> link.otherThan(dataset.getURI())))
                .toList();
    }

    private Link link(Node dataset, Node other) {
        boolean first = dataset.getURI().compareTo(other.getURI()) < 0;
        Node claim = NodeFactory.createURI(name(dataset.getURI(), other.getURI()));
        List<Evidence> evidence = objects(claim, Sam.evidence).stream()
                .sorted(Comparator.comparingInt(
                        node -> Integer.parseInt(node.getURI().replaceFirst("^.*:", ""))))
                .map(this::evidence)
                .toList();
        double score = number(claim, Sam.score).orElseThrow();
        return new Link(first ? dataset : other, first ? other : dataset, score, evidence);
    }

    private Evidence evidence(Node node) {
        String kind = objects(node, Sam.evidenceKind).getFirst().getURI().substring(CONCEPT.length());
        return new Evidence(
                Weights.kind(kind),
                objects(node, Sam.reads),
                objects(node, Sam.value).stream()
                        .map(Node::getLiteralLexicalForm)
                        .toList(),
                number(node, Sam.similarity));
    }

    private Set<Node> others(Node dataset) {
        return new HashSet<>(objects(dataset, Sam.alsoAt));
    }

    private OptionalDouble number(Node subject, Node property) {
        return objects(subject, property).stream()
                .mapToDouble(value -> Double.parseDouble(value.getLiteralLexicalForm()))
                .findFirst();
    }

    private List<Node> objects(Node subject, Node property) {
        List<Node> objects = new ArrayList<>(Iter.asStream(store.find(Graphs.IDENTITY, subject, property, Node.ANY))
                .map(Quad::getObject)
                .toList());
        objects.sort(Comparator.comparing(Node::toString));
        return objects;
    }

    private void copy(Node subject, Graph into) {
        store.find(Graphs.IDENTITY, subject, Node.ANY, Node.ANY)
                .forEachRemaining(
                        quad -> into.add(Triple.create(quad.getSubject(), quad.getPredicate(), quad.getObject())));
    }

    private static Node decimal(double value) {
        String written = BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return NodeFactory.createLiteralDT(written, XSDDatatype.XSDdecimal);
    }
}
