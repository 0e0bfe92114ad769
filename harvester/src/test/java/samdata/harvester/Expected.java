package samdata.harvester;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What EXPECTED.tsv says of one file of the folder that {@value #FOLDER} names. */
public record Expected(String path, Map<String, String> figures, String method) {
    public static final String FOLDER = "SAMDATA_CORPORA";

    public static Stream<Expected> all() {
        try (var lines = Files.lines(folder().resolve("EXPECTED.tsv"))) {
            return lines.skip(1).map(line -> of(line.split("\t", -1))).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Expected of(String[] columns) {
        var names = List.of(columns[2].split("\\|", -1));
        var values = List.of(columns[3].split("\\|", -1));
        var figures = IntStream.range(0, Math.min(names.size(), values.size()))
                .boxed()
                .collect(Collectors.toMap(names::get, values::get, (first, second) -> first));
        return new Expected(columns[1], figures, columns[4]);
    }

    public byte[] content() throws IOException {
        return Files.readAllBytes(folder().resolve(path));
    }

    @Override
    public String toString() {
        return path + " " + figures;
    }

    public static Path file(String path) {
        return folder().resolve(path);
    }

    private static Path folder() {
        return Path.of(System.getenv(FOLDER));
    }
}
