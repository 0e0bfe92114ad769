package samdata.harvester.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of one visit: small ones in memory, larger ones in files that are gone when the visit ends. */
final class Spool implements AutoCloseable {
    private static final int IN_MEMORY = 4_000_000;

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    Spool(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder of all spools, without what a killed process left in it. */
    static void empty(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var left = Files.newDirectoryStream(folder)) {
                for (Path file : left) Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + folder, e);
        }
    }

    /** Told of each piece of a body before it is kept; what it throws ends the body. */
    @FunctionalInterface
    interface Watch {
        void piece(byte[] buffer, int length, long sizeSoFar) throws Refusal;
    }

    /**
     * All of {@code in}.
     *
     * @throws IOException when it cannot be read; that it cannot be written here is an {@link UncheckedIOException}
     */
    Document.Bytes keep(InputStream in, Watch watch) throws IOException, Refusal {
        long size = 0;
        var buffer = new byte[1 << 16];
        try (var kept = new Kept()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                watch.piece(buffer, n, size);
                kept.add(buffer, n, size);
            }
            return kept.bytes(size);
        }
    }

    @Override
    public void close() {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }

    private final class Kept implements AutoCloseable {
        private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private @Nullable OutputStream disk;

        void add(byte[] buffer, int length, long size) {
            try {
                if (disk == null && size > IN_MEMORY) {
                    disk = Files.newOutputStream(file());
                    memory.writeTo(disk);
                    memory.reset();
                }
                if (disk == null) memory.write(buffer, 0, length);
                else disk.write(buffer, 0, length);
            } catch (IOException e) {
                throw cannotWrite(e);
            }
        }

        private Path file() throws IOException {
            var file = Files.createTempFile(folder, "", ".fetched");
            files.add(file);
            return file;
        }

        Document.Bytes bytes(long size) {
            close();
            return disk == null
                    ? new Document.Bytes.InMemory(memory.toByteArray())
                    : new Document.Bytes.OnDisk(files.getLast(), size);
        }

        @Override
        public void close() {
            try {
                if (disk != null) disk.close();
            } catch (IOException e) {
                throw cannotWrite(e);
            }
        }

        private UncheckedIOException cannotWrite(IOException e) {
            return new UncheckedIOException("Cannot keep what is fetched in " + folder, e);
        }
    }
}
