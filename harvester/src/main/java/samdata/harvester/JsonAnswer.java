package samdata.harvester;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** A document as JSON, whole or not at all. */
final class JsonAnswer {
    private JsonAnswer() {}

    /**
     * @param what the kind of JSON that was asked for, in words
     * @throws Refusal when the document is no JSON, is cut off, or nests deeper than is allowed
     */
    static JsonNode of(Document document, Visit visit, String what) throws Refusal {
        if (document.notEmpty().isHtml())
            throw Refusal.rejected(document.url() + " answered with a web page (HTML), not with " + what);
        try {
            return mapper(visit).readTree(document.content());
        } catch (JsonProcessingException e) {
            throw Refusal.rejected(document.url() + " answered with JSON that is broken" + place(e));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw Refusal.rejected(document.url() + " answered with JSON that cannot be read");
        }
    }

    /** In a charset of Unicode the parser finds out by itself which one it is. */
    static ObjectMapper mapper(Visit visit) {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(visit.settings().maxDepth())
                .build();
        return new ObjectMapper(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static String place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
