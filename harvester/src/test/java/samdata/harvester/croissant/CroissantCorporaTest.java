package samdata.harvester.croissant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import samdata.harvester.Expected;
import samdata.harvester.House;
import samdata.harvester.Site;
import samdata.harvester.Written;
import samdata.harvester.read.Terms;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;

/** Croissant's own examples, each harvested from a site of its own: the good ones give what was counted, of the bad each fault is named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(named = Expected.FOLDER, matches = ".+")
class CroissantCorporaTest {
    private static final String EXAMPLES = "standards/croissant/datasets/";
    private static final String INVALID = "standards/croissant/invalid/";

    /** What a report must say, by the name of the file that breaks it; its IRIs are those of the vocabulary. */
    private static final Map<String, List<String>> FAULTS = Map.of(
            "distribution_bad_contained_in", List.of("a-csv-table", "containedIn", "THISDOESNOTEXIST"),
            "distribution_bad_id", List.of("ids should not contain spaces"),
            "distribution_bad_type", List.of("a-csv-table", "WRONG_TYPE_HERE", "FileObject"),
            "distribution_missing_encoding_format", List.of("a-file-set", "encodingFormat"),
            "distribution_missing_property_content_url", List.of("a-csv-table", "contentUrl"),
            "metadata_bad_type", List.of("WRONG_TYPE", "Dataset"),
            "mlfield_bad_source", List.of("first-field", "source", "THISDOESNOTEXIST"),
            "recordset_bad_type", List.of("a-record-set", "WRONG_TYPE", "RecordSet"),
            "recordset_missing_context_for_datatype", List.of("first-field", "dataType"),
            "recordset_wrong_join", List.of("my-record-set", "a-csv-table", "another-csv-table", "references"));

    private House house;
    private Site site;
    private Path data;

    @BeforeAll
    void open(@TempDir Path folder) {
        data = folder;
        house = new House(folder);
        site = new Site();
    }

    @AfterAll
    void close() {
        if (house != null) house.close();
        if (site != null) site.close();
    }

    static Stream<Expected> examples() {
        return Expected.all()
                .filter(expected -> expected.path().startsWith(EXAMPLES)
                        && expected.figures().containsKey("recordSets"));
    }

    static List<String> invalid() {
        try (var files = Files.walk(Expected.file(INVALID))) {
            return files.filter(file -> file.endsWith("metadata.json"))
                    .map(file -> Expected.file("").relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleGivesWhatWasCountedAndIsNeverMoreThanWarned(Expected expected) throws IOException {
        var id = published(expected.path());

        var first = house.run(id);
        var before = Written.in(data);
        var second = house.run(id);

        assertThat(first.message()).isEmpty();
        assertThat(first.datasets().added()).isEqualTo(1);
        assertThat(counted(house.stated(id)))
                .isEqualTo(expected.figures().entrySet().stream()
                        .filter(figure ->
                                List.of("files", "filesets", "recordSets").contains(figure.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, figure -> Long.valueOf(figure.getValue()))));
        assertThat(first.violations().stream().map(CroissantCorporaTest::words))
                .noneMatch(words -> words.startsWith("violation"));
        assertThat(second.outcome()).contains(Outcome.UNCHANGED);
        assertThat(second.triples()).isEqualTo(new Run.Triples(0, 0));
        assertThat(Written.in(data)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void ofAnInvalidFileTheFaultIsNamedAndTheRestIsKept(String path) throws IOException {
        var fault = path.split("/", -1)[4];
        var id = published(path);

        var run = house.run(id);

        assertThat(run.outcome()).contains(Outcome.STORED);
        assertThat(run.violations().stream().map(CroissantCorporaTest::words))
                .anyMatch(words ->
                        FAULTS.getOrDefault(fault, List.of("name")).stream().allMatch(words::contains));
        assertThat(house.stated(id).find(Node.ANY, Node.ANY, Node.ANY).toList().stream()
                        .map(Triple::getObject)
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm))
                .contains("This is a description.", "This is a license.", "1.0.0");
    }

    @Test
    void allExamplesAreFoundThroughOneSitemap() throws IOException {
        var files = examples().map(Expected::path).toList();
        for (String file : files) serve("/all/" + file, file);
        site.page(
                "/all/sitemap.xml",
                "application/xml",
                files.stream()
                        .map(file -> "<url><loc>" + site.url("/all/" + file) + "</loc></url>")
                        .collect(Collectors.joining(
                                "", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">", "</urlset>")));
        house.register("all", site.url("/all/sitemap.xml"), Source.UNDETECTED);

        var run = house.run("all");

        assertThat(run.message()).isEmpty();
        assertThat(run.datasets().added()).isEqualTo(files.size());
    }

    private String published(String path) throws IOException {
        var id = path.substring("standards/croissant/".length())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        var short_ = id.substring(Math.max(0, id.length() - 60)).replaceFirst("^-", "");
        serve("/" + path, path);
        house.register(short_, site.url("/" + path), Source.UNDETECTED);
        return short_;
    }

    private void serve(String at, String path) throws IOException {
        var body = Files.readAllBytes(Expected.file(path));
        site.page(at, exchange -> Site.send(exchange, 200, "application/ld+json", body));
    }

    private static Map<String, Long> counted(Graph graph) {
        return Map.of(
                // each file set is one of the files
                "files", typed(graph, "FileObject") + typed(graph, "FileSet"),
                "filesets", typed(graph, "FileSet"),
                "recordSets", typed(graph, "RecordSet"));
    }

    private static long typed(Graph graph, String type) {
        return graph.find(Node.ANY, RDF.Nodes.type, Terms.of(CroissantGraph.CROISSANT, type))
                .toList()
                .size();
    }

    private static String words(Run.Finding finding) {
        var found = finding.violation();
        return found.severity() + " " + found.path() + " " + found.message();
    }
}
