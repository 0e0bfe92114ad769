package samdata.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The data folder, held by one process at a time; the lock goes with the process, however it ends. */
final class Folder implements AutoCloseable {
    private static final long SMALL_CHANGE = 1_000_000;

    private final Path path;
    private final FileChannel lock;

    private Folder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws CatalogException when it cannot be made, written, or is held by another process */
    static Folder open(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new CatalogException("Cannot make the data folder " + path + ": " + reason(e), e);
        }
        if (!Files.isWritable(path)) throw new CatalogException("No write access to the data folder " + path);
        try {
            FileChannel channel = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) throw inUse(path, channel);
            write(channel, Long.toString(ProcessHandle.current().pid()));
            return new Folder(path, channel);
        } catch (IOException e) {
            throw new CatalogException("No write access to the data folder " + path + ": " + reason(e), e);
        }
    }

    Path make(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new CatalogException("Cannot make " + path.resolve(name) + ": " + reason(e), e);
        }
    }

    /** Whether a change of a few datasets can be written. */
    boolean hasRoom() {
        try {
            return Files.getFileStore(path).getUsableSpace() >= SMALL_CHANGE;
        } catch (IOException e) {
            return true; // who writes will be told
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new CatalogException("Cannot leave the data folder " + path, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static CatalogException inUse(Path path, FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        channel.close();
        return new CatalogException("The data folder " + path + " is in use by process "
                + new String(pid.array(), 0, pid.position(), StandardCharsets.UTF_8)
                + "; stop it, choose another folder with --data, or ask the running server's /api with the token in "
                + path.resolve("admin-token"));
    }

    private static void write(FileChannel channel, String pid) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }
}
