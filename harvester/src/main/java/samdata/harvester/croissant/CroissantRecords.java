package samdata.harvester.croissant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import samdata.harvester.croissant.CroissantFaults.Rule;

/**
 * What is wrong with the record sets of a Croissant description: records that stand in it and do not fit their fields,
 * enumerations without values, names that two of its parts share. All of it is a warning.
 */
final class CroissantRecords {
    private static final String WARNING = "warning";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CroissantGraph graph;
    private final Node dataset;
    private final CroissantFaults faults;

    CroissantRecords(CroissantGraph graph, Node dataset, CroissantFaults faults) {
        this.graph = graph;
        this.dataset = dataset;
        this.faults = faults;
    }

    void check(Node records) {
        boolean inline = graph.states(records, "data");
        var fields = graph.fields(records);
        if (fields.isEmpty()) tell(Rule.FIELDLESS, "field", graph.quoted(records));
        if (isEnumeration(records) && !inline && fields.stream().noneMatch(field -> graph.states(field, "source")))
            tell(Rule.ENUMERATION, "data", graph.quoted(records));
        if (inline) data(records, graph.values(records, "data"));
    }

    /** Before 1.0 a name is an identifier, and may be used once. */
    void names() {
        Map<String, Node> named = new HashMap<>();
        Set<String> told = new TreeSet<>();
        parts().filter(part -> !CroissantGraph.hasId(part)).forEach(part -> {
            var name = graph.label(part);
            var other = named.putIfAbsent(name, part);
            if (!name.isEmpty() && other != null && !other.equals(part) && told.add(name))
                tell(Rule.DUPLICATE, "name", "\"" + name + "\"");
        });
        parts().filter(CroissantGraph::hasId)
                .distinct()
                .filter(this::hasTwoNames)
                .forEach(part ->
                        tell(Rule.DUPLICATE, "name", "\"" + part.getURI().replaceFirst("^.*[/#](?=[^/#])", "") + "\""));
        if (graph.profiles().isEmpty())
            Stream.concat(Stream.of(dataset), parts())
                    .filter(part -> graph.states(part, "name"))
                    .map(graph::label)
                    .filter(name -> !name.matches("[a-zA-Z0-9\\-_.]{1,255}"))
                    .distinct()
                    .forEach(name -> tell(Rule.NAME_FORM, "name", "\"" + name + "\""));
    }

    /** Two parts with one {@code @id} come out as one with the names of both. */
    private boolean hasTwoNames(Node part) {
        return graph.values(part, "name").stream()
                .filter(Node::isLiteral)
                .collect(Collectors.groupingBy(Node::getLiteralLanguage, Collectors.counting()))
                .values()
                .stream()
                .anyMatch(names -> names > 1);
    }

    /** Fields stand in their record set, so their names are only theirs; what is alone in the file has to differ. */
    private Stream<Node> parts() {
        return Stream.concat(graph.files().stream(), graph.recordSets().stream());
    }

    private boolean isEnumeration(Node records) {
        return graph.values(records, "dataType").stream()
                        .anyMatch(type -> graph.label(type).endsWith("Enumeration"))
                || graph.values(records, "isEnumeration").stream()
                        .anyMatch(value -> graph.label(value).equals("true"));
    }

    private void data(Node records, List<Node> values) {
        List<ObjectNode> lines = new ArrayList<>();
        for (Node value : values) {
            if (!isRecords(value, lines)) {
                tell(Rule.DATA, "data", graph.quoted(records));
                return;
            }
        }
        var fields = graph.fields(records).stream()
                .filter(field -> graph.wholeOf(field).isEmpty())
                .toList();
        for (ObjectNode line : lines) {
            Set<String> columns = new TreeSet<>();
            line.fieldNames().forEachRemaining(columns::add);
            boolean fits = columns.size() == fields.size()
                    && columns.stream().allMatch(column -> fields.stream().anyMatch(field -> isCalled(field, column)));
            if (fits) continue;
            var expected = fields.stream().map(graph::quoted).sorted().collect(Collectors.joining(", "));
            tell(Rule.COLUMNS, "data", graph.quoted(records), String.join(", ", columns), expected);
            return;
        }
    }

    /** By the {@code @id} or the name, whole or without the record set before it. */
    private boolean isCalled(Node field, String column) {
        var id = CroissantGraph.hasId(field) ? field.getURI() : "";
        var name = graph.label(field);
        return id.endsWith("/" + column)
                || id.endsWith("#" + column)
                || id.equals(column)
                || name.equals(column)
                || column.endsWith("/" + name);
    }

    /** A list of objects, or one; in the terms of old contexts it is no JSON but a node, which says nothing wrong. */
    private static boolean isRecords(Node value, List<ObjectNode> into) {
        if (!value.isLiteral()) return true;
        JsonNode json;
        try {
            json = JSON.readTree(value.getLiteralLexicalForm());
        } catch (JsonProcessingException e) {
            return false;
        }
        if (json instanceof ObjectNode only) return into.add(only);
        if (!json.isArray() || json.isEmpty()) return false;
        for (JsonNode each : json) if (!(each instanceof ObjectNode line) || !into.add(line)) return false;
        return true;
    }

    private void tell(Rule rule, String property, Object... values) {
        faults.add(rule, WARNING, dataset, CroissantStructure.path(property), values);
    }
}
