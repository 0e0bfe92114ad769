package samdata.harvester.read;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

/**
 * The IRIs of expanded JSON-LD that are relative to the document. The library would take one with a space in it for the
 * document itself, so that whatever has such an {@code @id} would run into one.
 */
final class RelativeIris {
    private final IRIx base;
    private final Reading reading;
    private final Set<String> reported = new HashSet<>();

    private RelativeIris(IRIx base, Reading reading) {
        this.base = base;
        this.reading = reading;
    }

    /** The same with absolute IRIs; characters that no IRI may hold are percent-encoded, which is reported. */
    static JsonArray resolved(JsonArray expanded, URI base, Reading reading) {
        return new RelativeIris(IRIx.create(base.toString()), reading).array(expanded, false);
    }

    private JsonArray array(JsonArray array, boolean iris) {
        var resolved = Json.createArrayBuilder();
        for (JsonValue each : array) resolved.add(value(each, iris));
        return resolved.build();
    }

    private JsonValue value(JsonValue value, boolean iri) {
        return switch (value) {
            case JsonArray array -> array(array, iri);
            case JsonObject object -> object(object);
            case JsonString text -> iri ? Json.createValue(iri(text.getString())) : text;
            default -> value;
        };
    }

    private JsonObject object(JsonObject object) {
        boolean literal = object.containsKey("@value");
        var resolved = Json.createObjectBuilder();
        object.forEach((key, each) -> {
            boolean iri = key.equals("@id") || key.equals("@type");
            resolved.add(key, literal && !iri ? each : value(each, iri));
        });
        return resolved.build();
    }

    private String iri(String written) {
        if (written.startsWith("@") || written.startsWith("_:") || Iris.absolute(written)) return written;
        var encoded = encoded(written);
        if (!encoded.equals(written) && reported.add(written))
            reading.leftOut(
                    base.str(),
                    "<" + written + "> is no IRI, so it was read as <" + encoded + ">.",
                    "Percent-encode spaces and the characters < > \" { } | \\ ^ ` in IRIs.",
                    OptionalLong.empty());
        try {
            return base.resolve(encoded).str();
        } catch (IRIException e) {
            return base.str() + "#" + encoded;
        }
    }

    private static String encoded(String iri) {
        if (Iris.writable(iri)) return iri;
        return iri.codePoints()
                .mapToObj(Character::toString)
                .map(each -> Iris.writable(each) ? each : percent(each))
                .collect(Collectors.joining());
    }

    private static String percent(String character) {
        var encoded = new StringBuilder();
        for (byte each : character.getBytes(StandardCharsets.UTF_8)) encoded.append("%%%02X".formatted(each & 0xff));
        return encoded.toString();
    }
}
