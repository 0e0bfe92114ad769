package samdata.harvester;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;

/**
 * An RDF file of the folder that {@value Expected#FOLDER} names, with what another parser found in it.
 *
 * @param parse {@code ok}, {@code partial} or {@code FAIL}
 * @param error what stopped that parser
 * @param figures of INDEX.tsv and EXPECTED.tsv, by the name of what was counted
 */
record CorpusFile(String path, Lang lang, String parse, String error, Map<String, String> figures) {
    private static final Map<String, Lang> SYNTAXES =
            Map.of("RDF/XML", Lang.RDFXML, "Turtle", Lang.TURTLE, "JSON-LD", Lang.JSONLD);
    private static final Set<String> CATALOGUES = Set.of(
            "alicante",
            "argentina",
            "ckanext-dcat",
            "dcat-ap-es",
            "fdk-norway",
            "fdp",
            "geodcat-ap",
            "govdata",
            "govdata-portals",
            "italy",
            "lodservatory",
            "mobility",
            "nde",
            "opendatasoft",
            "scotland",
            "se-processor",
            "soch",
            "swiss",
            "udata",
            "dcat-ap-rules",
            "dcat-ap-de-cases",
            "itb-dcat-ap");

    /** The catalogues that are written in RDF, and those examples of the standards that EXPECTED.tsv names. */
    static Stream<CorpusFile> all() {
        Map<String, Map<String, String>> expected = new HashMap<>();
        Expected.all()
                .forEach(row -> expected.computeIfAbsent(row.path(), path -> new HashMap<>())
                        .putAll(row.figures()));
        try (var lines = Files.lines(folder().resolve("INDEX.tsv"))) {
            return lines
                    .skip(1)
                    .map(line -> List.of(line.split("\t", -1)))
                    .filter(row ->
                            SYNTAXES.containsKey(row.get(5)) && !row.get(6).isEmpty())
                    .filter(row -> isCatalogue(row.get(0), expected.keySet()))
                    .map(row -> of(row, expected.getOrDefault(row.get(0), Map.of())))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CorpusFile named(String path) {
        return all().filter(file -> file.path.equals("catalogues/" + path))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isCatalogue(String path, Set<String> expected) {
        return path.startsWith("standards/")
                ? expected.contains(path)
                : CATALOGUES.contains(Path.of(path).getName(1).toString());
    }

    private static CorpusFile of(List<String> row, Map<String, String> expected) {
        Map<String, String> figures = new HashMap<>(Map.of(
                "triples", row.get(7),
                "catalogs", row.get(8),
                "datasets", row.get(9),
                "distributions", row.get(10),
                "ds_bnode", row.get(11),
                "licences", row.get(12)));
        figures.putAll(expected);
        figures.remove("quads");
        return new CorpusFile(
                row.get(0), Objects.requireNonNull(SYNTAXES.get(row.get(5))), row.get(6), row.get(15), figures);
    }

    boolean isRead() {
        return parse.equals("ok");
    }

    boolean hasBadIri() {
        return error.contains("found in IRI");
    }

    byte[] content() {
        try {
            return Files.readAllBytes(folder().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a server offers it. */
    String address() {
        try {
            return new URI(null, null, "/" + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return path;
    }

    private static Path folder() {
        return Path.of(System.getenv(Expected.FOLDER));
    }
}
