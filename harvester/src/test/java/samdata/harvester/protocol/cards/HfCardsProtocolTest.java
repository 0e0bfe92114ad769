package samdata.harvester.protocol.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import samdata.catalog.store.Graphs;
import samdata.harvester.Site;
import samdata.harvester.protocol.ProtocolContract;
import samdata.harvester.read.Terms;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.vocab.Sam;

public class HfCardsProtocolTest extends ProtocolContract {
    private static final String TASK = "https://w3id.org/samdata/task/";

    @Override
    protected String protocol() {
        return "hf-cards";
    }

    @Override
    protected String address() {
        return site.url("/cards/");
    }

    @Override
    protected void publish(int datasets) {
        var names = IntStream.range(0, datasets).mapToObj(i -> "saws-" + i).toList();
        names.forEach(name -> site.page(
                "/cards/" + name + "/README.md",
                "text/markdown",
                "---\npretty_name: Saws\nlicense: mit\n---\n# Saws\nOf " + name));
        site.page(
                "/cards/",
                "text/html",
                "<html><a href=\"../\">up</a><a href=\"?C=N\">Name</a>"
                        + names.stream()
                                .map(name -> "<a href=\"" + name + "/\">" + name + "/</a>")
                                .collect(Collectors.joining()));
    }

    @Test
    void aCardBecomesADatasetAndItsWordsAreKept() {
        card("""
                ---
                pretty_name: Nynorsk questions
                language: [no, nn]
                license:
                - cc-by-4.0
                task_categories: [question-answering]
                task_ids:
                - extractive-qa
                size_categories: 1K<n<10K
                annotations_creators:
                - crowdsourced
                paperswithcode_id: null
                version: 1.10
                tags: [law, "modality:text", "arxiv:1234.5678"]
                ---
                # Dataset Card for Nynorsk questions
                ## Dataset Description
                - **Homepage:** [the page](https://mills.example/qa)
                - **Paper:** [More Information Needed](https://mills.example/more)
                ### Dataset Summary
                Questions on **law**, see [here](https://mills.example/law).
                <!-- nothing -->
                ### Languages
                Norwegian.
                """);

        var run = house.run("one");

        var stated = graph(Graphs.stated("one"));
        var recognised = graph(Graphs.recognised("one"));
        var dataset = NodeFactory.createURI(site.url("/qa/"));
        assertThat(run.message()).isEmpty();
        assertThat(words(stated, dataset, DCTerms.title.asNode())).containsExactly("Nynorsk questions");
        assertThat(words(stated, dataset, DCTerms.description.asNode())).containsExactly("Questions on law, see here.");
        assertThat(words(stated, dataset, DCTerms.language.asNode())).containsExactly("nn", "no");
        assertThat(words(stated, dataset, Sam.declaredTask)).containsExactly("extractive-qa", "question-answering");
        assertThat(words(stated, dataset, DCTerms.license.asNode())).containsExactly("cc-by-4.0");
        assertThat(words(stated, dataset, DCAT.keyword.asNode())).containsExactly("law");
        assertThat(words(stated, dataset, Terms.of(Terms.DCAT, "version"))).containsExactly("1.10");
        assertThat(stated.contains(dataset, DCTerms.isReferencedBy.asNode(), Node.ANY))
                .isFalse();
        assertThat(words(stated, dataset, DCAT.landingPage.asNode())).containsExactly("https://mills.example/qa");
        assertThat(extras(stated))
                .containsEntry("annotations_creators", "[\"crowdsourced\"]")
                .containsEntry("tags with a key", "[\"arxiv:1234.5678\"]")
                .containsKey("README.md")
                .doesNotContainKeys("task_ids", "license", "language");
        assertThat(words(recognised, dataset, Sam.declaredTask)).contains(TASK + "question-answering");
        assertThat(words(recognised, dataset, DCTerms.license.asNode()))
                .containsExactly("https://w3id.org/samdata/licence/CC-BY-4.0");
        assertThat(words(recognised, dataset, Terms.of(Terms.MLSO, "hasModality")))
                .containsExactly("https://w3id.org/samdata/modality/text");
        assertThat(words(recognised, dataset, Sam.sizeCategory))
                .containsExactly("https://w3id.org/samdata/size-category/1K-10K");
    }

    @Test
    void ofCardsThatBecameUnreadableItIsToldThatTheFormerVersionStaysAtEachHarvest() {
        publish(7);
        house.run("company");
        site.page("/cards/saws-1/README.md", "text/markdown", "---\npretty_name: Saws: and [blades\n---\n# Saws");
        site.page("/cards/saws-2/README.md", "text/markdown", "# Saws without front matter");

        var run = house.run("company");
        var again = house.run("company");

        assertThat(house.catalog.datasets("company")).hasSize(7);
        for (Run each : List.of(run, again)) {
            assertThat(each.outcome()).contains(Outcome.UNCHANGED);
            assertThat(each.message())
                    .isEqualTo("2 datasets could not be read, so their former versions stay: the findings say why.");
        }
        assertThat(told(run)).hasSize(2).allMatch(message -> message.endsWith(" Its former version stays."));
    }

    @Test
    void ofACardThatCouldNeverBeReadNoFormerVersionIsTold() {
        publish(7);
        site.page("/cards/saws-1/README.md", "text/markdown", "# Saws without front matter");

        var run = house.run("company");

        assertThat(run.message()).isEmpty();
        assertThat(told(run)).singleElement().asString().doesNotContain("former");
    }

    private static List<String> told(Run run) {
        return run.violations().stream()
                .filter(finding -> finding.violation().rule().id().isEmpty())
                .map(finding -> finding.violation().message())
                .toList();
    }

    @Test
    void configurationsAreDistributionsWithFeaturesAndSplits() {
        card("""
                ---
                pretty_name: Reviews
                dataset_info:
                - config_name: plain
                  download_size: 1201735
                  features:
                  - name: text
                    dtype: string
                  - name: label
                    dtype: {class_label: {names: {'0': bad, '1': good}}}
                  splits:
                  - {name: train, num_examples: 70}
                  - {name: test, num_examples: 30}
                - config_name: odd
                  splits: [{name: train}]
                ---
                """);

        house.run("one");

        var stated = graph(Graphs.stated("one"));
        assertThat(words(stated, Node.ANY, DCAT.accessURL.asNode()))
                .containsExactly(site.url("/qa/"), site.url("/qa/"));
        assertThat(words(stated, Node.ANY, DCAT.byteSize.asNode())).containsExactly("1201735");
        assertThat(words(stated, Node.ANY, Terms.of(Terms.IT6, "numberOfDatapoints")))
                .containsExactly("100");
        assertThat(words(stated, Node.ANY, Terms.of(Sam.NS, "splitCount"))).containsExactly("30", "70");
        assertThat(words(stated, Node.ANY, DCTerms.type.asNode()))
                .containsExactly("http://openml.org/openml/feature-type#nominal", "string");
        assertThat(extras(stated)).containsKey("dataset_info");
    }

    @Test
    void aLicenceOutsideTheListIsItsAddressAndName() {
        card("---\nlicense: other\nlicense_name: saw-licence\nlicense_link: LICENSE.md\n---\n");

        house.run("one");

        var stated = graph(Graphs.stated("one"));
        assertThat(words(stated, Node.ANY, DCTerms.license.asNode())).containsExactly(site.url("/qa/LICENSE.md"));
        assertThat(extras(stated)).containsEntry("license as listed", "other");
    }

    @Test
    void aCardThatCannotBeReadCostsItselfAndIsReported() {
        house.register("zip", site.url("/cards.zip"), "hf-cards");
        site.page(
                "/cards.zip",
                exchange -> Site.send(
                        exchange,
                        200,
                        "application/zip",
                        zip(Map.of(
                                "all/good/README.md", "---\nlicense: mit\n---\nSaws\n",
                                "all/bare/README.md", "# Saws\nNo front matter\n",
                                "all/rule/README.md", "Saws\n\n---\n\nand more\n",
                                "all/broken/README.md", "---\npretty_name: Saws\nlicense: [mit\n---\nSaws\n",
                                "all/deep/README.md", "---\na: " + "[".repeat(5000) + "]".repeat(5000) + "\n---\n",
                                "all/bomb/README.md", bomb(),
                                "all/data.csv", "a,b\n"))));

        var run = house.run("zip");

        assertThat(run.message()).isEmpty();
        assertThat(house.catalog.datasets("zip")).containsExactly(site.url("/cards.zip#all/good"));
        var violations = run.violations().stream()
                .filter(found -> found.violation().severity().equals("violation"))
                .toList();
        assertThat(violations).hasSize(5);
        assertThat(violations.stream().map(found -> found.violation().message()))
                .allMatch(message -> message.contains("front matter"))
                .noneMatch(message -> message.contains("Exception"))
                .anyMatch(message -> message.contains("harvest.max-depth"));
        assertThat(violations.stream().filter(found -> found.line().isPresent()))
                .hasSize(1);
    }

    @Test
    void aCardThatBreaksKeepsWhatItSaidBefore() {
        publish(7);
        house.run("company");
        site.page("/cards/saws-3/README.md", "text/markdown", "---\npretty_name: Saws\nlicense: [mit\n---\n");

        var run = house.run("company");

        assertThat(run.datasets().removed()).isZero();
        assertThat(house.catalog.datasets("company")).hasSize(7);
        assertThat(run.violations().stream().map(found -> found.violation().dataset()))
                .contains(site.url("/cards/saws-3/"));
    }

    @Test
    void anArchiveThatIsCutOffIsRejected() {
        var whole = zip(Map.of("a/README.md", "---\nlicense: mit\n---\n"));
        house.register("zip", site.url("/cards.zip"), "hf-cards");
        site.page(
                "/cards.zip",
                exchange -> Site.send(exchange, 200, "application/zip", Arrays.copyOf(whole, whole.length - 30)));

        var run = house.run("zip");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("cut off");
    }

    @Test
    void theListingOfTheApiIsReadPageByPage() {
        house.register("api", site.url("/api/datasets"), "hf-cards");
        site.page("/api/datasets", exchange -> {
            boolean first = exchange.getRequestURI().getQuery() == null;
            if (first)
                exchange.getResponseHeaders().set("Link", "<" + site.url("/api/datasets?cursor=2") + ">; rel=\"next\"");
            var page = first ? """
                    [{"id": "mills/saws", "lastModified": "2026-01-02T03:04:05.000Z", "downloads": 7, "description": "Of steel.",
                      "tags": ["task_categories:translation", "license:mit", "steel", "format:parquet", "region:us"],
                      "cardData": {"license": "apache-2.0", "pretty_name": "Saws", "tags": ["iron"]}}]""" : "[{\"id\": \"blades\", \"tags\": [\"license:mit\"]}]";
            Site.text(200, "application/json", page).to(exchange);
        });

        var run = house.run("api");

        var stated = graph(Graphs.stated("api"));
        var dataset = NodeFactory.createURI(site.url("/datasets/mills/saws"));
        assertThat(run.message()).isEmpty();
        assertThat(house.catalog.datasets("api"))
                .containsExactlyInAnyOrder(dataset.getURI(), site.url("/datasets/blades"));
        assertThat(words(stated, dataset, DCTerms.license.asNode())).containsExactly("apache-2.0");
        assertThat(words(stated, dataset, Sam.declaredTask)).containsExactly("translation");
        assertThat(words(stated, dataset, DCAT.keyword.asNode())).containsExactly("iron", "steel");
        assertThat(words(stated, dataset, DCTerms.description.asNode())).containsExactly("Of steel.");
        assertThat(words(stated, Node.ANY, DCTerms.format.asNode())).containsExactly("parquet");
        assertThat(extras(stated)).doesNotContainKeys("downloads", "id");
    }

    @Test
    void aFolderThatHasNoCardIsReportedAndFoldersOfOwnersAreFollowed() {
        publish(7);
        site.page(
                "/cards/",
                "text/html",
                "<html><a href=\"saws-0/\">a</a><a href=\"mill/\">b</a><a href=\"gone/\">c</a>");
        site.page("/cards/mill/", "text/html", "<html><a href=\"axes/README.md\">card</a>");
        site.page("/cards/mill/axes/README.md", "text/plain", "---\r\nlicense: mit\r\n---\r\nAxes");

        var run = house.run("company");

        assertThat(house.catalog.datasets("company"))
                .containsExactlyInAnyOrder(site.url("/cards/saws-0/"), site.url("/cards/mill/axes/"));
        assertThat(run.violations().stream().map(found -> found.violation().dataset()))
                .contains(site.url("/cards/gone/"));
    }

    @Test
    void aCardOfTheHubIsTheDatasetOfTheHub() {
        var place =
                CardPlace.of(java.net.URI.create("https://huggingface.co/datasets/mills/saws/resolve/main/README.md"));

        assertThat(place.iri()).isEqualTo("https://huggingface.co/datasets/mills/saws");
        assertThat(place.name()).isEqualTo("mills/saws");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void noCardTakesLongToRead() {
        for (String unit :
                List.of("<!--", "[", "[](", "\n", "# " + " ".repeat(20_000) + "x\n", "#".repeat(20_000) + "\n"))
            assertThat(new CardText(unit.repeat(2_000_000 / unit.length())).homepage())
                    .isEmpty();
        assertThat(new CardText("[](".repeat(300_000)).description()).isPresent();
        assertThat(new CardText("# " + " ".repeat(20_000) + "Saws ##\nOf steel").description())
                .contains("Of steel");
    }

    @Test
    void anArchiveThatInflatesTooFarIsRejected() {
        house.register("bomb", site.url("/bomb.zip"), "hf-cards");
        var card = "---\nx: y\n---\n" + " ".repeat(3_000_000);
        site.page(
                "/bomb.zip",
                exchange -> Site.send(
                        exchange, 200, "application/zip", zip(Map.of("a/README.md", card, "b/README.md", card))));

        var run = house.run("bomb");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("harvest.max-ratio");
    }

    @Test
    void anArchiveWithACardThatInflatesTooFarIsRejectedThoughItIsNotInflatedWhole() {
        house.register("bomb", site.url("/bomb.zip"), "hf-cards");
        var bomb = zip(Map.of("a/README.md", "---\nx: y\n---\n" + " ".repeat(60_000_000)));
        site.page("/bomb.zip", exchange -> Site.send(exchange, 200, "application/zip", bomb));

        var run = house.run("bomb");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("harvest.max-ratio");
    }

    private void card(String text) {
        house.register("one", site.url("/qa/README.md"), "hf-cards");
        site.page("/qa/README.md", "text/markdown", text);
    }

    private static String bomb() {
        var yaml = new StringBuilder("---\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 8; i++)
            yaml.append("a%1$d: &a%1$d [*a%2$d,*a%2$d,*a%2$d,*a%2$d,*a%2$d,*a%2$d,*a%2$d,*a%2$d,*a%2$d]\n"
                    .formatted(i, i - 1));
        return yaml.append("---\n").toString();
    }

    public static byte[] zip(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> extras(Graph graph) {
        return graph.find(Node.ANY, Sam.extra, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .collect(Collectors.toMap(
                        node -> words(graph, node, Sam.key).getFirst(),
                        node -> words(graph, node, Sam.value).getFirst(),
                        (one, other) -> one));
    }

    private static List<String> words(Graph graph, Node subject, Node predicate) {
        return graph
                .find(subject, predicate, Node.ANY)
                .mapWith(Triple::getObject)
                .mapWith(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
                .toList()
                .stream()
                .sorted()
                .toList();
    }

    private Graph graph(Node name) {
        return house.catalog.read(dataset -> {
            var copy = GraphFactory.createDefaultGraph();
            dataset.getGraph(name).find().forEachRemaining(copy::add);
            return copy;
        });
    }

    @Test
    void aDatasetWithoutAPrettyNameIsCalledByItsFolder() {
        card("---\nlicense: mit\n---\n");

        house.run("one");

        var stated = graph(Graphs.stated("one"));
        assertThat(words(stated, Node.ANY, DCTerms.title.asNode())).containsExactly("qa");
        assertThat(stated.contains(Node.ANY, RDF.Nodes.type, DCAT.Dataset.asNode()))
                .isTrue();
    }
}
