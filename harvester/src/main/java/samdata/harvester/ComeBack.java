package samdata.harvester;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Until when sources asked to be left alone (Retry-After, RFC 9110 section 10.2.3), so that a restart does not forget it.
 */
final class ComeBack {
    private final SourceNotes notes;

    ComeBack(Path data) {
        this.notes = new SourceNotes(data, ".later");
    }

    Optional<Instant> of(String source) {
        return notes.of(source).flatMap(ComeBack::instant);
    }

    /** A note that cannot be read costs one request too early, no more. */
    private static Optional<Instant> instant(byte[] note) {
        try {
            return Optional.of(Instant.parse(new String(note, StandardCharsets.UTF_8).strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    void put(String source, Instant notBefore) {
        notes.put(source, notBefore.toString().getBytes(StandardCharsets.UTF_8));
    }

    void forget(String source) {
        notes.forget(source);
    }
}
