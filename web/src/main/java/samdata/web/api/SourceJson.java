package samdata.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import samdata.harvester.source.Source;
import samdata.web.http.Problem;

/** A source as a caller registers it. */
final class SourceJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KNOWN = List.of("id", "url", "protocol", "publisher", "every", "visibility");

    private SourceJson() {}

    /** @throws Problem 400 when {@code body} is no JSON, 422 when it is no source */
    static Source read(String body) {
        JsonNode json = parsed(body);
        json.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name))
                throw Problem.unprocessable(
                        "A source has no \"" + name + "\"; known are " + String.join(", ", KNOWN) + ".");
        });
        return Source.of(
                required(json, "id"),
                required(json, "url"),
                text(json, "protocol"),
                text(json, "publisher"),
                text(json, "every"),
                text(json, "visibility"));
    }

    private static JsonNode parsed(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) return json;
        } catch (JsonProcessingException e) {
            // said below
        }
        throw Problem.badRequest(
                "The body is not a JSON object such as {\"id\": \"acme\", \"url\": \"https://acme.example/catalog\"}.");
    }

    private static String required(JsonNode json, String name) {
        String text = text(json, name);
        if (text == null) throw Problem.unprocessable("A source needs \"" + name + "\".");
        return text;
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) return null;
        if (!value.isTextual()) throw Problem.unprocessable("\"" + name + "\" is a text.");
        return value.textValue();
    }
}
