package samdata.harvester.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Which keys of plain JSON are RDF terms under the context of samdata: compact IRIs of its prefixes, IRIs, keywords. */
public final class JsonLdTerms {
    private static final Pattern IRI = Pattern.compile("https?://[^\\s<>\"{}|\\\\^`]+[/#][^\\s<>\"{}|\\\\^`]+");
    private static final JsonNode CONTEXT = context();
    private static final Set<String> PREFIXES = prefixes();

    private JsonLdTerms() {}

    /** The context itself, to stand in a document. */
    public static JsonNode embedded() {
        return CONTEXT;
    }

    public static boolean isTerm(String key) {
        if (key.startsWith("@")) return key.equals("@type") || key.equals("@reverse");
        int colon = key.indexOf(':');
        return IRI.matcher(key).matches() || (colon > 0 && PREFIXES.contains(key.substring(0, colon)));
    }

    private static JsonNode context() {
        try {
            return new ObjectMapper().readTree(JsonLdContexts.samdata()).path("@context");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("ontologies/ocd/context.jsonld is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Set<String> prefixes() {
        Set<String> prefixes = new HashSet<>();
        CONTEXT.properties().forEach(entry -> {
            var iri = entry.getValue().isTextual()
                    ? entry.getValue().asText()
                    : entry.getValue().path("@id").asText();
            if (!entry.getKey().startsWith("@") && iri.matches("[a-z][a-z0-9+.-]*:.*[/#:_]"))
                prefixes.add(entry.getKey());
        });
        return prefixes;
    }
}
