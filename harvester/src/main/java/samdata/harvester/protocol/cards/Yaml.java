package samdata.harvester.protocol.cards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * YAML as JSON in which every value is text, as it is written: {@code no} is a language and {@code 1.10} a version. Only
 * the nulls of YAML 1.2 (section 10.2.1.1) are none.
 */
final class Yaml {
    private static final int ALIASES_AT_MOST = 50;
    /** Aliases may unfold to far more than was written. */
    private static final int VALUES_AT_MOST = 200_000;

    private static final int CHARACTERS_AT_MOST = 4_000_000;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setMaxAliasesForCollections(ALIASES_AT_MOST)
            .setCodePointLimit(CHARACTERS_AT_MOST)
            .build();

    /** Why a text is no YAML, in plain words, and where. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;
        private final long line;

        private Broken(String message, long line) {
            super(message, null, false, false);
            this.line = line;
        }

        String why() {
            return String.valueOf(getMessage());
        }

        /** Counted from 1 in the text that was read. */
        OptionalLong line() {
            return line > 0 ? OptionalLong.of(line) : OptionalLong.empty();
        }
    }

    private int values;

    private Yaml() {}

    /** @return what the text says, empty when it is not built of keys and values */
    static Optional<ObjectNode> object(String text, int maxDepth) throws Broken {
        try {
            checkDepth(text, maxDepth);
            var root = new Compose(SETTINGS).composeString(text);
            if (root.isEmpty()) return Optional.empty();
            return new Yaml().json(root.get()) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
            throw new Broken(String.valueOf(e.getProblem()).lines().findFirst().orElse("it is no YAML"), line);
        } catch (YamlEngineException e) {
            throw new Broken(String.valueOf(e.getMessage()).lines().findFirst().orElse("it is no YAML"), 0);
        }
    }

    private static void checkDepth(String text, int maxDepth) throws Broken {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            if (event instanceof CollectionStartEvent) depth++;
            if (event instanceof CollectionEndEvent) depth--;
            if (depth > maxDepth)
                throw new Broken("it is nested more than " + maxDepth + " levels deep (harvest.max-depth)", 0);
        }
    }

    private JsonNode json(Node node) throws Broken {
        if (++values > VALUES_AT_MOST)
            throw new Broken("its aliases unfold to more than " + VALUES_AT_MOST + " values", 0);
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode sequence -> {
                var array = JsonNodeFactory.instance.arrayNode();
                for (Node each : sequence.getValue()) array.add(json(each));
                yield array;
            }
            case MappingNode mapping -> {
                var object = JsonNodeFactory.instance.objectNode();
                for (NodeTuple each : mapping.getValue())
                    put(object, key(each.getKeyNode()), json(each.getValueNode()));
                yield object;
            }
            default -> throw new Broken("it refers to itself", 0);
        };
    }

    private static JsonNode scalar(ScalarNode scalar) {
        return scalar.isPlain() && NULLS.contains(scalar.getValue())
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.textNode(scalar.getValue());
    }

    private String key(Node key) throws Broken {
        return key instanceof ScalarNode scalar ? scalar.getValue() : json(key).toString();
    }

    /** A key that is written twice says both. */
    private static void put(ObjectNode object, String key, JsonNode value) {
        if (!object.has(key)) {
            object.set(key, value);
            return;
        }
        var before = object.get(key);
        var both = before instanceof ArrayNode array
                ? array
                : JsonNodeFactory.instance.arrayNode().add(before);
        if (value.isArray()) value.forEach(both::add);
        else both.add(value);
        object.set(key, both);
    }
}
