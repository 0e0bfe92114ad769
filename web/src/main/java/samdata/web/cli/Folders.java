package samdata.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders the command line made itself. */
final class Folders {
    private Folders() {}

    /** Deletes the folder and all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) Files.delete(path);
        }
    }
}
