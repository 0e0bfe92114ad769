package samdata.harvester.protocol.oai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of one reading of a repository.
 *
 * @param prefix in which form the records were asked for
 * @param read when, by the repository's clock, as it wrote it
 * @param whole when everything was read last, by the same clock
 * @param records the datasets that each record describes, by its identifier
 */
record OaiState(String prefix, String read, String whole, Map<String, List<String>> records) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    /** Nothing when it is not one that this version wrote: then everything is read. */
    static Optional<OaiState> of(String written) {
        try {
            return Optional.of(JSON.readValue(written, OaiState.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String written() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of texts can be written as JSON", e);
        }
    }
}
