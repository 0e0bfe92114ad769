package samdata.harvester;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import samdata.harvester.fetch.Visit;
import samdata.harvester.read.OwnJson;
import samdata.harvester.source.Source;

/**
 * What was fetched when a source was last stored, so that the next harvest can see that nothing is new without reading
 * it.
 */
final class Remembered {
    private static final ObjectMapper JSON =
            OwnJson.mapper().enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    private final SourceNotes notes;

    /**
     * @param rules of what names and recognition depended on: the same content under other rules is new
     * @param hash of all that was fetched, in order
     * @param datasets how many there were
     * @param stored a hash of the datasets that the catalogue held afterwards; another now means it was changed from elsewhere
     * @param state what the protocol asked to be told again
     * @param run which tells what the shapes found in it
     */
    record Fetched(
            String rules,
            String hash,
            long datasets,
            String stored,
            String state,
            String run,
            List<Visit.Page> pages) {}

    Remembered(Path data) {
        this.notes = new SourceNotes(data, ".json");
    }

    Optional<Fetched> of(Source source) {
        return notes.of(source.id()).flatMap(Remembered::fetched);
    }

    /** A note that cannot be read costs one full harvest, no more. */
    private static Optional<Fetched> fetched(byte[] note) {
        try {
            return Optional.of(JSON.readValue(note, Fetched.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void put(Source source, Fetched fetched) {
        try {
            notes.put(source.id(), JSON.writeValueAsBytes(fetched));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String source) {
        notes.forget(source);
    }
}
