package samdata.harvester;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import samdata.harvester.source.AtomicFile;

/** What is noted of each source to make the next harvest cheaper: one file a source under {@code fetch/} of the data folder. */
final class SourceNotes {
    private final Path folder;
    private final String ending;

    SourceNotes(Path data, String ending) {
        this.folder = data.resolve("fetch");
        this.ending = ending;
    }

    /** Empty, too, when the file cannot be read: nothing that stands here is more than a saving. */
    Optional<byte[]> of(String source) {
        try {
            var file = file(source);
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void put(String source, byte[] note) {
        try {
            AtomicFile.write(file(source), note);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    void forget(String source) {
        try {
            AtomicFile.delete(file(source));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove what is remembered of " + source + " from " + folder, e);
        }
    }

    private Path file(String source) {
        return folder.resolve(source + ending);
    }
}
