package samdata.harvester.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import samdata.vocab.Sam;

/** The fields of one JSON object on their way into RDF: what is read is taken out, what is left at the end is kept raw. */
public final class JsonFields {
    private final ObjectNode left;

    /**
     * @param property what the field states
     * @param value the term of one value as it is written
     */
    public record Field(Node property, Function<String, Node> value) {}

    public JsonFields(ObjectNode fields) {
        this.left = fields.deepCopy();
    }

    /** A value that is no list or object, as text; nothing when it is missing, null or blank. */
    public Optional<String> text(String name) {
        var value = left.get(name);
        return value != null && value.isValueNode() && isPresent(value)
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    /** As {@link #text}, and it counts as read. */
    public Optional<String> taken(String name) {
        var text = text(name);
        if (text.isPresent()) left.remove(name);
        return text;
    }

    /** The IRI that a field is, taken out; what is no IRI stays. */
    public Optional<Node> takenIri(String name) {
        var iri = text(name).filter(Iris::good);
        if (iri.isPresent()) left.remove(name);
        return iri.map(NodeFactory::createURI);
    }

    /** The texts of a field that holds one or a list of them, taken out; none when it holds anything else. */
    public List<String> takenTexts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : listed(left.get(name))) {
            if (each.isContainerNode()) return List.of();
            if (isPresent(each)) texts.add(each.asText());
        }
        left.remove(name);
        return texts;
    }

    /** The objects of a field that holds one or a list of them, taken out; none when it holds anything else. */
    public List<JsonFields> takenObjects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode each : listed(left.get(name))) {
            if (!(each instanceof ObjectNode fields)) return List.of();
            objects.add(new JsonFields(fields));
        }
        left.remove(name);
        return objects;
    }

    /** The list of a field as it is, taken out; empty when it is missing or no list. */
    List<JsonNode> takenList(String name) {
        if (left.get(name) == null || !left.get(name).isArray()) return List.of();
        return listed(left.remove(name));
    }

    /** The value of a field as compact JSON, taken out. */
    public Optional<String> takenRaw(String name) {
        var value = left.remove(name);
        return isPresent(value) ? Optional.of(raw(value)) : Optional.empty();
    }

    public void drop(String name) {
        left.remove(name);
    }

    /** States each field that {@code table} knows. */
    public void map(Node subject, Map<String, Field> table, Graph out) {
        table.forEach((name, field) -> takenTexts(name)
                .forEach(
                        text -> out.add(subject, field.property(), field.value().apply(text))));
    }

    /** States everything that nobody has taken, raw. */
    public void extras(Node subject, Graph out) {
        left.properties().forEach(field -> {
            if (isPresent(field.getValue())) extra(subject, field.getKey(), raw(field.getValue()), out);
        });
    }

    /** States one thing that no mapping reads, raw. */
    public static void extra(Node subject, String key, String value, Graph out) {
        var node = NodeFactory.createBlankNode();
        out.add(subject, Sam.extra, node);
        out.add(node, Sam.key, Values.text(key));
        out.add(node, Sam.value, Values.text(value));
    }

    public static String raw(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static List<JsonNode> listed(@Nullable JsonNode value) {
        if (value == null || value.isNull()) return List.of();
        if (!value.isArray()) return List.of(value);
        List<JsonNode> values = new ArrayList<>();
        value.forEach(values::add);
        return values;
    }

    private static boolean isPresent(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) return false;
        return value.isContainerNode() ? !value.isEmpty() : !value.asText().isBlank();
    }
}
