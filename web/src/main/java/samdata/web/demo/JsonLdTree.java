package samdata.web.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.RDF;

/**
 * RDF as nested JSON-LD under prefixed keys: each node where it is first met, with all that is said of it, and an
 * {@code @id} from there on. Values are written in full, so no context but one that declares the prefixes is needed.
 */
final class JsonLdTree {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Graph graph;
    private final PrefixMapping prefixes;
    private final Predicate<Node> apart;
    private final Set<Node> written = new HashSet<>();

    /** @param apart the nodes that have a record of their own and are only pointed to */
    JsonLdTree(Graph graph, PrefixMapping prefixes, Predicate<Node> apart) {
        this.graph = graph;
        this.prefixes = prefixes;
        this.apart = apart;
    }

    /** The keys and values of what is said of {@code node} by properties that {@code keep} takes, its id aside. */
    ObjectNode properties(Node node, Predicate<Node> keep) {
        written.add(node);
        Map<String, List<Triple>> byKey = graph.find(node, Node.ANY, Node.ANY).toList().stream()
                .filter(triple -> keep.test(triple.getPredicate()))
                .sorted((a, b) ->
                        a.getObject().toString().compareTo(b.getObject().toString()))
                .collect(
                        Collectors.groupingBy(triple -> key(triple.getPredicate()), TreeMap::new, Collectors.toList()));
        ObjectNode json = JSON.createObjectNode();
        byKey.forEach((key, triples) -> json.set(key, values(triples)));
        return json;
    }

    /** All that is said of {@code node}, and its id. */
    ObjectNode node(Node node) {
        ObjectNode json = JSON.createObjectNode();
        if (node.isURI()) json.put("@id", node.getURI());
        else if (pointedToTwice(node)) json.put("@id", "_:" + node.getBlankNodeLabel());
        if (!written.contains(node) && !apart.test(node)) json.setAll(properties(node, predicate -> true));
        return json;
    }

    /** {@code @reverse}: what states that it belongs to {@code node}, by {@code property}. */
    void reverse(ObjectNode json, Node node, Node property) {
        ArrayNode list = JSON.createArrayNode();
        graph.find(Node.ANY, property, node).mapWith(Triple::getSubject).toList().stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .filter(subject -> !written.contains(subject))
                .forEach(subject -> {
                    ObjectNode part = JSON.createObjectNode();
                    if (subject.isURI()) part.put("@id", subject.getURI());
                    part.setAll(properties(subject, predicate -> !predicate.equals(property)));
                    list.add(part);
                });
        if (!list.isEmpty()) json.putObject("@reverse").set(key(property), list);
    }

    String key(Node property) {
        if (property.equals(RDF.Nodes.type)) return "@type";
        return prefixes.shortForm(property.getURI());
    }

    private JsonNode values(List<Triple> triples) {
        ArrayNode list = JSON.createArrayNode();
        triples.forEach(triple -> list.add(
                triple.getPredicate().equals(RDF.Nodes.type)
                        ? JSON.getNodeFactory()
                                .textNode(prefixes.shortForm(triple.getObject().getURI()))
                        : value(triple.getObject())));
        return list.size() == 1 ? list.get(0) : list;
    }

    private JsonNode value(Node node) {
        if (!node.isLiteral()) return node(node);
        ObjectNode json = JSON.createObjectNode().put("@value", node.getLiteralLexicalForm());
        if (!node.getLiteralLanguage().isEmpty()) return json.put("@language", node.getLiteralLanguage());
        if (XSDDatatype.XSDstring.equals(node.getLiteralDatatype())) return json;
        return json.put("@type", prefixes.shortForm(node.getLiteralDatatypeURI()));
    }

    private boolean pointedToTwice(Node node) {
        return graph.find(Node.ANY, Node.ANY, node).toList().size() > 1;
    }
}
