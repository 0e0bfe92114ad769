package samdata.harvester.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The registered sources, one JSON file each under {@code sources/} of the data folder. */
public final class Sources {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".json";

    private final Path folder;
    private final ConcurrentSkipListMap<String, Source> byId = new ConcurrentSkipListMap<>();

    private Sources(Path folder) {
        this.folder = folder;
    }

    /** @throws SourceException when a file there is not a source, naming the file */
    public static Sources open(Path data) {
        var sources = new Sources(data.resolve("sources"));
        try {
            Files.createDirectories(sources.folder);
            try (var files = Files.list(sources.folder)) {
                files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                        .map(Sources::read)
                        .forEach(source -> sources.byId.put(source.id(), source));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sources in " + sources.folder, e);
        }
        return sources;
    }

    /** Every source, by id. */
    public List<Source> list() {
        return List.copyOf(byId.values());
    }

    public Optional<Source> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @throws SourceException when the id is taken */
    public synchronized Source add(Source source) {
        if (byId.containsKey(source.id()))
            throw new SourceException(
                    SourceException.Reason.TAKEN,
                    "The source id " + source.id() + " is taken by "
                            + byId.get(source.id()).url() + "; choose another or remove that one first");
        return write(source);
    }

    /** Puts {@code now} in the place of {@code before}, unless that is not registered any more. */
    public synchronized void replace(Source before, Source now) {
        if (before.equals(byId.get(now.id()))) write(now);
    }

    /** Takes the registration away, and says whether there was one; what was harvested stays where it is. */
    public synchronized boolean remove(String id) {
        if (!byId.containsKey(id)) return false;
        try {
            Files.deleteIfExists(folder.resolve(id + ENDING));
            byId.remove(id);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the source " + id + " from " + folder, e);
        }
    }

    private Source write(Source source) {
        var json = JSON.createObjectNode()
                .put("id", source.id())
                .put("url", source.url().toString())
                .put("protocol", source.protocol())
                .put("publisher", source.publisher().orElse(null))
                .put("every", source.everyText())
                .put("visibility", source.visibility());
        try {
            AtomicFile.write(
                    folder.resolve(source.id() + ENDING),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the source " + source.id() + " to " + folder, e);
        }
        byId.put(source.id(), source);
        return source;
    }

    private static Source read(Path file) {
        try {
            var json = JSON.readTree(file.toFile());
            var id = file.getFileName().toString().replaceFirst("\\.json$", "");
            var url = json.path("url").asText();
            if (url.startsWith("file:"))
                return Source.onDisk(
                        id,
                        Path.of(URI.create(url)),
                        text(json, "publisher"),
                        text(json, "every"),
                        text(json, "visibility"));
            return Source.of(
                    id,
                    url,
                    text(json, "protocol"),
                    text(json, "publisher"),
                    text(json, "every"),
                    text(json, "visibility"));
        } catch (IOException | IllegalArgumentException | SourceException e) {
            throw SourceException.invalid("The file " + file + " is not a registered source: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.path(name).asText(null);
    }
}
