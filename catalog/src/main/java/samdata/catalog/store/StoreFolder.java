package samdata.catalog.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the database stands on disk, in TDB2's own way: {@code Data-0001}, after a compaction {@code Data-0002}. Which one
 * is the database stands in a file, so that a copy is never taken for it which was made and then not used.
 */
final class StoreFolder {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);
    private static final Pattern DATABASE = Pattern.compile("Data-(\\d+)");
    private static final Pattern UNFINISHED = Pattern.compile("Data-\\d+-tmp");
    private static final String COMPACTED = "compacted";
    private static final String CHOSEN = "database";

    private final Path folder;

    StoreFolder(Path folder) {
        this.folder = folder;
    }

    /** The database; what a killed process left beside it is deleted. */
    Path database() {
        List<Path> all = databases();
        Path database = chosen().orElseGet(() -> all.isEmpty() ? numbered(1) : all.getLast());
        created(database);
        try {
            choose(database);
        } catch (IOException e) { // needed before there is another one
            LOG.warn("It cannot be written that the database is {}: {}", database, e.getMessage());
        }
        all.stream().filter(other -> !other.equals(database)).forEach(this::delete);
        list(UNFINISHED).forEach(this::delete);
        return database;
    }

    /** Makes it known that {@code database} is the one; when this throws, the one before still is. */
    void choose(Path database) throws IOException {
        if (chosen().filter(database::equals).isPresent()) return;
        Path written = folder.resolve(CHOSEN + ".tmp");
        Files.writeString(written, String.valueOf(database.getFileName()));
        force(written);
        Files.move(
                written, folder.resolve(CHOSEN), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try {
            force(folder);
        } catch (IOException e) { // it is chosen all the same: what reads the name now, reads this one
            LOG.warn("{} cannot be forced to disk: {}", folder, e.getMessage());
        }
    }

    private Optional<Path> chosen() {
        try {
            return Optional.of(Files.readString(folder.resolve(CHOSEN)).strip())
                    .filter(name -> DATABASE.matcher(name).matches())
                    .map(folder::resolve)
                    .filter(Files::isDirectory);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read in " + folder, e);
        }
    }

    /** An empty folder for a copy. */
    Path unfinished() {
        List<Path> all = databases();
        int next = all.isEmpty() ? 1 : number(all.getLast()) + 1;
        Path copy = folder.resolve(name(next) + "-tmp");
        delete(copy);
        return created(copy);
    }

    /** Gives a copy that is closed and whole the name of a database. */
    Path finished(Path unfinished) throws IOException {
        for (Path file : files(unfinished)) force(file);
        force(unfinished);
        Path database = folder.resolve(unfinished.getFileName().toString().replaceFirst("-tmp$", ""));
        Files.move(unfinished, database, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        return database;
    }

    /** What cannot be deleted now is at the next start. */
    void delete(Path part) {
        if (!Files.exists(part)) return;
        try {
            for (Path file : files(part)) Files.deleteIfExists(file);
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.warn("{} is not needed any more and cannot be deleted: {}", part, e.getMessage());
        }
    }

    /** The free room beside the database, in bytes. */
    long room() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** How large the database was when nothing of the past was in it; {@link Compacted#UNKNOWN} when that was never. */
    Compacted compacted() {
        try {
            return Compacted.parse(Files.readString(folder.resolve(COMPACTED)));
        } catch (NoSuchFileException e) {
            return Compacted.UNKNOWN;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read in " + folder, e);
        }
    }

    void compacted(Compacted now) {
        Path file = folder.resolve(COMPACTED);
        Path written = folder.resolve(COMPACTED + ".tmp");
        try {
            Files.writeString(written, now.text());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be written, so the store is compacted sooner than needed: {}", file, e.getMessage());
        }
    }

    /** In the order of their numbers. */
    private List<Path> databases() {
        return list(DATABASE).stream()
                .sorted(Comparator.comparingInt(StoreFolder::number))
                .toList();
    }

    private List<Path> list(Pattern name) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(
                            path -> name.matcher(path.getFileName().toString()).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    private Path numbered(int number) {
        return folder.resolve(name(number));
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "Data-%04d", number);
    }

    private static int number(Path database) {
        Matcher name = DATABASE.matcher(database.getFileName().toString());
        if (!name.matches()) throw new IllegalArgumentException(database.toString());
        return Integer.parseInt(name.group(1));
    }

    private static Path created(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + path, e);
        }
    }

    private static List<Path> files(Path part) throws IOException {
        try (Stream<Path> files = Files.list(part)) {
            return files.toList();
        }
    }

    /** Windows opens no folders and keeps the names itself. */
    private static void force(Path path) throws IOException {
        boolean isFolder = Files.isDirectory(path);
        if (isFolder && File.separatorChar == '\\') return;
        StandardOpenOption mode = isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }
}
