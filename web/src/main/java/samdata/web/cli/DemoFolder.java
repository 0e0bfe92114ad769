package samdata.web.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The demo's own data folder. It is emptied at each start, so only a folder that a demo made is ever touched. */
final class DemoFolder {
    private static final String MARK = "made-by-demo";

    private DemoFolder() {}

    /**
     * {@code data/demo}, empty.
     *
     * @throws WrongUse when it holds something that no demo put there, or another process works on it
     */
    static Path emptied(Path data) {
        Path folder = data.resolve("demo");
        try {
            if (Files.exists(folder)) empty(folder);
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(MARK), "./samdata demo empties this folder each time it starts.\n");
            return folder;
        } catch (IOException e) {
            throw new WrongUse("No write access to the data folder " + folder);
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent() && !Files.exists(folder.resolve(MARK)))
                throw new WrongUse(
                        "The demo would empty " + folder + ", which it did not make; choose another with --data");
        }
        if (!isFree(folder.resolve("lock")))
            throw new WrongUse("The data folder " + folder + " is in use by process "
                    + Files.readString(folder.resolve("lock")).strip() + "; stop it, or choose another with --data");
        Folders.delete(folder);
    }

    private static boolean isFree(Path lock) throws IOException {
        if (!Files.exists(lock)) return true;
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            @Nullable FileLock held = channel.tryLock();
            return held != null;
        }
    }
}
