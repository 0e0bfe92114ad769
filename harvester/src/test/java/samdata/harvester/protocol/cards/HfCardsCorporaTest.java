package samdata.harvester.protocol.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.search.Results;
import samdata.catalog.search.Search;
import samdata.catalog.store.Graphs;
import samdata.harvester.House;
import samdata.harvester.Site;
import samdata.harvester.fetch.FetchSettings;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.vocab.Sam;
import samdata.vocab.Schemes;

/** The cards of Hugging Face in 2022, served over HTTP as a page of folders; counted elsewhere by another YAML reader. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HfCardsCorporaTest {
    private static final String FOLDER = "SAMDATA_CORPORA";
    private static final FetchSettings SETTINGS = FetchSettings.DEFAULTS;

    private final Map<String, Long> expected = new TreeMap<>();
    private final Site site = new Site();
    private final Schemes schemes = Schemes.load();
    private House house;
    private Run run;
    private Graph stated;

    @BeforeAll
    void harvest(@TempDir Path data) throws IOException {
        var corpora = System.getenv(FOLDER);
        Assumptions.assumeTrue(corpora != null, FOLDER + " names no folder of catalogues");
        for (String line : Files.readAllLines(Path.of(corpora, "EXPECTED.tsv"))) {
            var cells = line.split("\t", -1);
            if (cells[0].equals("hf-cards")) expected.put(cells[2], Long.parseLong(cells[3]));
        }
        publish(Path.of(corpora, "catalogues", "hf-cards"));
        house = new House(data, SETTINGS);
        house.register("cards", site.url("/hf-cards/"), "hf-cards");
        run = house.run("cards");
        stated = house.catalog.read(store -> {
            var copy = GraphFactory.createDefaultGraph();
            store.getGraph(Graphs.stated("cards")).find().forEachRemaining(copy::add);
            return copy;
        });
    }

    private void publish(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var names =
                    files.map(path -> path.getFileName().toString()).sorted().toList();
            for (String name : names) {
                var body = Files.readAllBytes(folder.resolve(name).resolve("README.md"));
                site.page(
                        "/hf-cards/" + name + "/README.md",
                        exchange -> Site.send(exchange, 200, "text/markdown", body));
            }
            site.page(
                    "/hf-cards/",
                    "text/html",
                    "<!DOCTYPE HTML><ul>"
                            + names.stream()
                                    .map(name -> "<li><a href=\"" + name + "/\">" + name + "/</a></li>")
                                    .collect(Collectors.joining()));
        }
    }

    @AfterAll
    void close() {
        if (house != null) house.close();
        site.close();
    }

    @Test
    void everyCardIsADatasetAndThoseWithoutFrontMatterAreReported() {
        assertThat(run.message()).isEmpty();
        assertThat(run.datasets().added()).isEqualTo(expected("cards with YAML front matter"));
        assertThat(run.violations().stream()
                        .filter(found -> found.violation().message().contains("no front matter")))
                .hasSize((int) expected("cards without front matter (must be reported, not crash)"));
        assertThat(house.run("cards").outcome()).contains(Outcome.UNCHANGED);
    }

    @Test
    void theTaskFacetCountsEachTaskCategory() {
        var softly = new SoftAssertions();
        expected.forEach((measure, count) -> {
            if (!measure.startsWith("task_categories=")) return;
            var task = measure.substring(measure.indexOf('=') + 1);
            softly.assertThat(found("task", task)).as(task).isEqualTo(count);
        });
        softly.assertAll();
    }

    @Test
    void almostEveryCardWithATaskLandsUnderAConcept() {
        Set<Node> withTask = new HashSet<>();
        stated.find(Node.ANY, Sam.declaredTask, Node.ANY).forEachRemaining(triple -> withTask.add(triple.getSubject()));
        var landed = withTask.stream()
                .filter(dataset -> house.catalog.<Boolean>read(store ->
                        store.getGraph(Graphs.recognised("cards")).contains(dataset, Sam.declaredTask, Node.ANY)))
                .count();

        assertThat(withTask)
                .hasSize((int) (expected("cards with YAML front matter") - expected("cards without task_categories")));
        assertThat(landed * 100).isGreaterThanOrEqualTo(95L * withTask.size());
    }

    @Test
    void theLicenceFacetCountsEachLicenceUnderItsId() {
        Map<String, Set<String>> forms = new TreeMap<>();
        Map<String, Long> counts = new TreeMap<>();
        expected.forEach((measure, count) -> {
            if (!measure.startsWith("license=")) return;
            var word = measure.substring(measure.indexOf('=') + 1);
            var id = schemes.licences()
                    .recognise(word)
                    .map(schemes.licences()::id)
                    .orElse(word);
            forms.computeIfAbsent(id, any -> new TreeSet<>()).add(word);
            counts.merge(id, count, Long::sum);
        });

        assertThat(counts).containsEntry("CC-BY-4.0", 65L).containsEntry("MIT", 46L);
        var softly = new SoftAssertions();
        counts.forEach((id, count) -> softly.assertThat(found("licence", id))
                .as("%s %s", id, forms.get(id))
                .isEqualTo(count));
        softly.assertAll();
    }

    @Test
    void theWordsOfTheCardsAreKept() {
        assertThat(words(DCTerms.license.asNode())).hasSize((int) expected("distinct licence ids"));
        assertThat(words(DCTerms.language.asNode()))
                .hasSize((int) expected("distinct languages"))
                .contains("no", "sv");
        assertThat(values("language").stream()
                        .filter(value ->
                                value.value().equals("no") || value.value().equals("false"))
                        .map(Results.Value::value))
                .containsExactly("no");
    }

    private Set<String> words(Node predicate) {
        return stated.find(Node.ANY, predicate, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .mapWith(Node::getLiteralLexicalForm)
                .toSet();
    }

    private long expected(String measure) {
        return expected.getOrDefault(measure, -1L);
    }

    private long found(String facet, String value) {
        return search(Map.of(facet, Set.of(value))).total();
    }

    private List<Results.Value> values(String facet) {
        return search(Map.of()).facets().stream()
                .filter(found -> found.facet().equals(facet))
                .flatMap(found -> found.values().stream())
                .toList();
    }

    private Results search(Map<String, Set<String>> chosen) {
        return house.catalog.search(new Search("", chosen, 1, 1, Search.Sort.RELEVANCE, "en"));
    }
}
