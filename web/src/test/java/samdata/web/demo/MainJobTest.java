package samdata.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;

/** The main job, end to end: companies change, break and recover, and the catalogue follows. */
class MainJobTest {
    private static final List<String> COMPANIES = List.of("nordsikt", "fjallkraft", "talverket", "skogsdata");
    private static final String DATASETS = "https://w3id.org/samdata/demo/dataset/";

    @TempDir
    Path data;

    @Test
    void theAnalystsQuestionsGetTheAnswersThatWereCountedByHand() throws Exception {
        try (WholeDemo demo = new WholeDemo(data)) {
            Map<String, Integer> expected = new TreeMap<>();
            Map<String, Integer> answered = new TreeMap<>();
            for (String line : file("EXPECTED.tsv").lines().toList()) {
                String[] question = line.split("\\s+rows=", 2);
                expected.put(question[0], Integer.valueOf(question[1]));
                answered.put(question[0], demo.rows(file(question[0])));
            }

            assertThat(answered).hasSize(20).isEqualTo(expected);
        }
    }

    @Test
    void aSecondHarvestOfEverythingWritesNothing() throws Exception {
        try (WholeDemo demo = new WholeDemo(data)) {
            Map<String, String> before = written();

            for (String company : COMPANIES)
                assertThat(demo.harvest(company).outcome()).contains(Outcome.UNCHANGED);

            assertThat(written()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"nordsikt,zod", "fjallkraft,ett", "talverket,librispeech", "skogsdata,log-images"})
    void whatACompanyChangesShowsEverywhereAndNothingElseChanges(String company, String name) throws Exception {
        try (WholeDemo demo = new WholeDemo(data)) {
            Map<String, String> before = demo.documents();

            demo.company(company).describe(renamed(demo.company(company).graph(), name, "Quokka census"));
            Run run = demo.harvest(company);

            assertThat(run.outcome()).as(run.message()).contains(Outcome.STORED);
            assertThat(run.datasets().changed()).isEqualTo(1);
            assertThat(run.datasets().added() + run.datasets().removed()).isZero();
            assertThat(demo.found("quokka")).isEqualTo(1);
            assertThat(demo.rows("SELECT * { ?d <http://purl.org/dc/terms/title> 'Quokka census'@en }"))
                    .isEqualTo(1);
            assertThat(demo.catalogue()).contains("Quokka census");
            assertThat(differing(before, demo.documents())).containsExactly(DATASETS + name);
        }
    }

    @ParameterizedTest
    @CsvSource({"nordsikt,zod", "fjallkraft,ett", "talverket,librispeech", "skogsdata,log-images"})
    void whatACompanyRemovesIsGoneEverywhere(String company, String name) throws Exception {
        try (WholeDemo demo = new WholeDemo(data)) {
            String iri = DATASETS + name;
            Map<String, String> before = demo.documents();

            demo.company(company).describe(without(demo.company(company).graph(), name));
            Run run = demo.harvest(company);

            assertThat(run.outcome()).as(run.message()).contains(Outcome.STORED);
            assertThat(run.datasets().removed()).isEqualTo(1);
            assertThat(demo.status(WholeDemo.document(iri))).isIn(404, 410);
            assertThat(demo.found("")).isEqualTo(before.size() - 1);
            assertThat(demo.rows("SELECT * { <" + iri + "> ?p ?o }")).isZero();
            assertThat(demo.catalogue()).doesNotContain("<" + iri + ">");
            assertThat(differing(before, demo.documents())).containsExactly(iri);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"an error", "a web page", "half a document", "nothing"})
    void aCompanyThatAnswersWithoutSenseKeepsItsDatasets(String answer) throws Exception {
        try (WholeDemo demo = new WholeDemo(data)) {
            Map<String, String> before = demo.documents();

            for (String company : COMPANIES) {
                demo.company(company).answer(senseless(answer, demo.company(company)));
                Run run = demo.harvest(company);

                assertThat(run.outcome())
                        .as(company + ": " + run.message())
                        .isIn(outcomes(Outcome.UNREACHABLE, Outcome.REJECTED));
                assertThat(run.message())
                        .isNotEmpty()
                        .doesNotContain("Exception")
                        .hasLineCount(1);
            }

            assertThat(demo.documents()).isEqualTo(before);
        }
    }

    @Test
    void aCompanyThatIsGoneKeepsItsDatasets() throws Exception {
        try (WholeDemo demo = new WholeDemo(data)) {
            Map<String, String> before = demo.documents();

            demo.company("nordsikt").close();
            Run run = demo.harvest("nordsikt");

            assertThat(run.outcome()).contains(Outcome.UNREACHABLE);
            assertThat(run.message()).isNotEmpty();
            assertThat(demo.documents()).isEqualTo(before);
        }
    }

    private static List<java.util.Optional<Outcome>> outcomes(Outcome... outcomes) {
        return Stream.of(outcomes).map(java.util.Optional::of).toList();
    }

    private static Endpoint senseless(String answer, Company company) {
        Endpoint sound = company.endpoint();
        return request -> switch (answer) {
            case "an error" -> Answer.problem(500, "Out of order");
            case "a web page" -> Html.page("Under maintenance", "<p>Back soon.</p>");
            case "half a document" -> {
                Answer whole = sound.answer(
                        new Request(request.method(), request.uri(), Map.of("accept", "text/turtle"), request.body()));
                String type = String.valueOf(whole.headers().get("Content-Type"));
                yield Answer.of(type, whole.body().substring(0, whole.body().length() / 2));
            }
            default -> Answer.of("text/turtle", "");
        };
    }

    private static Graph renamed(Graph graph, String name, String title) {
        Graph renamed = copy(graph);
        Node dataset = NodeFactory.createURI(DATASETS + name);
        renamed.remove(dataset, DCTerms.title.asNode(), Node.ANY);
        renamed.add(dataset, DCTerms.title.asNode(), NodeFactory.createLiteralLang(title, "en"));
        return renamed;
    }

    private static Graph without(Graph graph, String name) {
        Graph without = copy(graph);
        Node dataset = NodeFactory.createURI(DATASETS + name);
        GraphUtil.deleteFrom(without, new Parts(graph).datasets().get(dataset));
        without.remove(Node.ANY, Node.ANY, dataset);
        return without;
    }

    private static Graph copy(Graph graph) {
        Graph copy = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(copy, graph);
        copy.getPrefixMapping().setNsPrefixes(graph.getPrefixMapping());
        return copy;
    }

    /** The keys whose values are not the same in both. */
    private static List<String> differing(Map<String, String> before, Map<String, String> after) {
        Map<String, String> all = new HashMap<>(before);
        all.putAll(after);
        return all.keySet().stream()
                .filter(key -> !String.valueOf(before.get(key)).equals(after.get(key)))
                .toList();
    }

    /** Size and time of every file of store, change log and index. */
    private Map<String, String> written() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String part : List.of("store", "changes", "index"))
            try (Stream<Path> all = Files.walk(data.resolve(part))) {
                for (Path file : all.filter(Files::isRegularFile).toList())
                    files.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        return files;
    }

    private static String file(String name) throws IOException {
        try (InputStream stream = MainJobTest.class.getResourceAsStream("/ontologies/demo/queries/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
