package samdata.harvester;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Size and time of every file in which a catalogue keeps what it was told: two are equal when nothing was written between. */
public record Written(Map<String, String> files) {
    public static Written in(Path data) {
        Map<String, String> files = new TreeMap<>();
        for (String folder : new String[] {"store", "changes"}) {
            try (var all = Files.walk(data.resolve(folder))) {
                for (Path file : all.filter(Files::isRegularFile).toList())
                    files.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Written(files);
    }
}
