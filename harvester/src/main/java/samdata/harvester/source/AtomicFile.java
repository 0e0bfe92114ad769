package samdata.harvester.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Writes files so that a crash leaves the former content or the new one, never a part. */
public final class AtomicFile {
    private AtomicFile() {}

    /** An empty file whose name is on disk; makes the folders above as needed. */
    public static void mark(Path file) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, new byte[0]);
        force(folder);
    }

    /** Makes the folders above {@code file} as needed. */
    public static void write(Path file, byte[] content) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var temporary = Files.createTempFile(folder, ".new-", null);
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) channel.write(bytes);
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        force(folder);
    }

    /** When it is there; then it is not after a crash, either. */
    public static void delete(Path file) throws IOException {
        if (!Files.exists(file)) return;
        Files.delete(file);
        force(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }

    private static void force(Path folder) throws IOException {
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
