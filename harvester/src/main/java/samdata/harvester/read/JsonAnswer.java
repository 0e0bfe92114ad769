package samdata.harvester.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;

/** A document as JSON. */
public final class JsonAnswer {
    private JsonAnswer() {}

    /**
     * @param what the kind of JSON that was asked for, in words
     * @throws Refusal when the document is no JSON, is cut off, or nests deeper than is allowed
     */
    public static JsonNode of(Document document, Visit visit, String what) throws Refusal {
        if (document.notEmpty().isHtml())
            throw Refusal.rejected(document.url() + " answered with a web page (HTML), not with " + what);
        try {
            return mapper(visit).readTree(document.content());
        } catch (JsonProcessingException e) {
            throw broken(document, visit, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw Refusal.rejected(document.url() + " answered with JSON that cannot be read");
        }
    }

    /** What is done with one item of a list. */
    @FunctionalInterface
    public interface Use {
        void of(JsonNode item) throws Refusal;
    }

    /**
     * Hands over the items of one list in the object that a document is, without ever holding more than one of them.
     *
     * @return the other fields of the object; nothing when it is none, or has no such list
     * @throws Refusal as {@link #of}
     */
    public static Optional<ObjectNode> each(Document document, Visit visit, String what, String list, Use use)
            throws Refusal {
        if (document.notEmpty().isHtml())
            throw Refusal.rejected(document.url() + " answered with a web page (HTML), not with " + what);
        var mapper = mapper(visit).disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        var others = mapper.createObjectNode();
        boolean listed = false;
        try (var in = document.open();
                var json = mapper.getFactory().createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) return Optional.empty();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                if (json.nextToken() == JsonToken.START_ARRAY && name.equals(list)) {
                    listed = true;
                    while (json.nextToken() != JsonToken.END_ARRAY) use.of(mapper.readTree(json));
                } else others.set(name, mapper.readTree(json));
            }
            if (json.nextToken() != null) throw Refusal.rejected(document.url() + " answered with more than one JSON");
            return listed ? Optional.of(others) : Optional.empty();
        } catch (JsonProcessingException e) {
            throw broken(document, visit, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw Refusal.rejected(document.url() + " answered with JSON that cannot be read");
        }
    }

    /** In a charset of Unicode the parser finds out by itself which one it is. */
    public static ObjectMapper mapper(Visit visit) {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(visit.settings().maxDepth())
                .build();
        return new ObjectMapper(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static Refusal broken(Document document, Visit visit, JsonProcessingException e) {
        if (e instanceof StreamConstraintsException && e.getOriginalMessage().contains("nesting depth"))
            return Refusal.rejected(document.url() + " nests deeper than "
                    + visit.settings().maxDepth() + " levels (harvest.max-depth)");
        return Refusal.rejected(document.url() + " answered with JSON that is broken" + place(e));
    }

    private static String place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
