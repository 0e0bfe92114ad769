package samdata.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.search.Results;
import samdata.catalog.search.Search;

/** Whatever has happened to the index, search and SPARQL name the same datasets after a start. */
class DamagedIndexTest {
    private static final int DAMAGES = Boolean.getBoolean("samdata.long") ? 200 : 15;
    private static final int DATASETS = 40;
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path data;

    @TempDir
    Path before;

    /** What is on disk after a kill between the commits of store and index: the new store, and the index of before. */
    @Test
    void aProcessKilledBetweenStoreAndIndexFindsTheSameInBothAfterTheStart() throws IOException {
        try (Catalog catalog = Catalog.open(data)) {
            apply(catalog, 0, 30);
        }
        copy(index(), before);
        try (Catalog catalog = Catalog.open(data)) {
            apply(catalog, 10, DATASETS);
        }
        copy(before, index());

        assertSearchIsSparql("after a kill");
    }

    @Test
    void aFileOfTheIndexThatIsDamagedCutOrGoneIsNoticedAtTheStart() throws IOException {
        long seed = Long.getLong("samdata.seed", System.nanoTime());
        System.out.println("index: seed " + seed);
        Random random = new Random(seed);
        try (Catalog catalog = Catalog.open(data)) {
            apply(catalog, 0, DATASETS);
        }
        copy(index(), before);
        for (int damage = 0; damage < DAMAGES; damage++) {
            copy(before, index());
            String what = damage(random);
            assertSearchIsSparql(what + " (damage " + damage + " of seed " + seed + ")");
        }
    }

    private String damage(Random random) throws IOException {
        List<Path> files = files(index()).stream()
                .filter(file -> !file.endsWith("write.lock"))
                .toList();
        Path file = files.get(random.nextInt(files.size()));
        long size = Files.size(file);
        String name = file.getFileName().toString();
        int kind = random.nextInt(3);
        if (kind == 0) {
            Files.delete(file);
            return name + " is gone";
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            if (kind == 1) {
                open.setLength(random.nextLong(size));
                return name + " is cut";
            }
            long at = random.nextLong(size);
            open.seek(at);
            int was = open.read();
            open.seek(at);
            open.write(was ^ (1 + random.nextInt(255)));
            return name + " has another byte";
        }
    }

    private void assertSearchIsSparql(String what) {
        try (Catalog catalog = Catalog.open(data)) {
            assertThat(searched(catalog)).as(what).isEqualTo(asked(catalog)).hasSize(datasets(catalog));
            assertThat(catalog.inconsistencies()).as(what).isEmpty();
        }
    }

    private static int datasets(Catalog catalog) {
        return catalog.datasets().size();
    }

    private static Set<String> searched(Catalog catalog) {
        Results results = catalog.search(new Search("", Map.of(), 1, 100, Search.Sort.TITLE, "en"));
        Set<String> iris = new TreeSet<>();
        results.hits().forEach(hit -> iris.add(hit.iri()));
        return iris;
    }

    private static Set<String> asked(Catalog catalog) {
        return catalog.read(view -> {
            Set<String> iris = new TreeSet<>();
            try (var execution = QueryExecutionFactory.create(
                    "SELECT DISTINCT ?d { ?d a <http://www.w3.org/ns/dcat#Dataset> }", DatasetFactory.wrap(view))) {
                execution
                        .execSelect()
                        .forEachRemaining(row -> iris.add(row.getResource("d").getURI()));
            }
            return iris;
        });
    }

    private static void apply(Catalog catalog, int from, int to) {
        StringBuilder turtle = new StringBuilder(
                "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>\n");
        for (int i = from; i < to; i++)
            turtle.append("<urn:d%d> a dcat:Dataset ; dct:title \"Dataset %d\"@en ; dcat:keyword \"k%d\" .\n"
                    .formatted(i, i, i % 7));
        Graph stated = RDFParser.fromString(turtle.toString(), Lang.TURTLE).toGraph();
        catalog.apply("mill", stated, Graph.emptyGraph, Graph.emptyGraph, NOW);
    }

    private Path index() {
        return data.resolve("index");
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(to)) Files.delete(file);
        for (Path file : files(from)) Files.copy(file, to.resolve(file.getFileName()));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
