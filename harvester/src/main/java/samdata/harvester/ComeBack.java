package samdata.harvester;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Until when sources asked to be left alone (Retry-After, RFC 9110 section 10.2.3), so that a restart does not forget it:
 * one file a source under {@code fetch/} of the data folder.
 */
final class ComeBack {
    private final Path folder;

    ComeBack(Path data) {
        this.folder = data.resolve("fetch");
    }

    Optional<Instant> of(String source) {
        try {
            var file = file(source);
            return Files.exists(file)
                    ? Optional.of(Instant.parse(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException e) {
            // a file that cannot be read costs one request too early, no more
            return Optional.empty();
        }
    }

    void put(String source, Instant notBefore) {
        try {
            AtomicFile.write(file(source), notBefore.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    void forget(String source) {
        try {
            Files.deleteIfExists(file(source));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove what is remembered of " + source + " from " + folder, e);
        }
    }

    private Path file(String source) {
        return folder.resolve(source + ".later");
    }
}
