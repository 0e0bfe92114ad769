package samdata.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T08:00:00Z");
    private static final String TWO_DATASETS = """
            <urn:a> a dcat:Dataset ; dct:title "Saw blades"@en ; dct:publisher <urn:mill> ; dcat:distribution <urn:a1> .
            <urn:a1> a dcat:Distribution ; dct:format "csv" .
            <urn:b> a dcat:Dataset ; dct:title "Logs"@en ; dct:publisher <urn:mill> .
            <urn:mill> foaf:name "Nordic Mills" .
            """;

    @TempDir
    Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() throws IOException {
        ledger = opened(Derivation.NONE);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void theFirstHarvestAddsAllDatasets() {
        Change change = apply("mill", TWO_DATASETS, MONDAY).change();

        assertThat(change.added()).isEqualTo(iris("urn:a", "urn:b"));
        assertThat(change.generation()).isEqualTo(1);
        assertThat(change.triplesAdded()).isEqualTo(10);
    }

    @Test
    void aPublisherThatGrowsBeyondAnyContextConcernsItsDatasetsOnceMore() {
        String word = "<urn:p> foaf:nick \"%d\" .\n";
        String much = IntStream.range(0, 2_100).mapToObj(word::formatted).collect(Collectors.joining());
        String datasets = "<urn:a> a dcat:Dataset ; dct:publisher <urn:p> . <urn:b> a dcat:Dataset .\n";
        apply("mill", datasets + word.formatted(0), MONDAY);

        assertThat(apply("mill", datasets + much, TUESDAY).affected()).isEqualTo(iris("urn:a"));
        assertThat(apply("mill", datasets + much + word.formatted(9999), TUESDAY)
                        .affected())
                .isEmpty();
        assertThat(apply("mill", datasets + word.formatted(0), TUESDAY).affected())
                .isEqualTo(iris("urn:a"));
    }

    @Test
    void equalDataWritesNotOneByte() throws IOException {
        apply("mill", TWO_DATASETS, MONDAY);
        Map<String, String> before = files();

        Change change = apply("mill", TWO_DATASETS, TUESDAY).change();

        assertThat(change.isEmpty()).isTrue();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aChangedDistributionChangesItsDatasetAndNoOther() {
        apply("mill", TWO_DATASETS, MONDAY);

        Ledger.Written written = apply("mill", TWO_DATASETS.replace("csv", "parquet"), TUESDAY);

        assertThat(written.change().changed()).isEqualTo(iris("urn:a"));
        assertThat(written.affected()).isEqualTo(iris("urn:a"));
        assertThat(entry("urn:a").lastChanged()).isEqualTo(TUESDAY);
        assertThat(entry("urn:a").firstSeen()).isEqualTo(MONDAY);
        assertThat(entry("urn:b").lastChanged()).isEqualTo(MONDAY);
    }

    @Test
    void aRenamedPublisherIsIndexedAgainButChangesNoDataset() {
        apply("mill", TWO_DATASETS, MONDAY);

        Ledger.Written written = apply("mill", TWO_DATASETS.replace("Nordic Mills", "Nordic Mills AB"), TUESDAY);

        assertThat(written.change().changed()).isEmpty();
        assertThat(written.affected()).isEqualTo(iris("urn:a", "urn:b"));
    }

    @Test
    void aModelOfAnotherSourceIsSeenAtTheDatasetItWasTrainedOnAndChangesNone() {
        apply("mill", TWO_DATASETS, MONDAY);
        String model = "<urn:m> dct:title \"Saw\" ; it6:trainedOn <urn:a> ; it6:evaluationResults \"mAP 0.%d\" .";
        apply("lab", model.formatted(7), MONDAY);

        Ledger.Written written = apply("lab", model.formatted(8), TUESDAY);

        assertThat(written.change().changed()).isEmpty();
        assertThat(written.affected()).isEqualTo(iris("urn:a"));
        assertThat(entry("urn:a").models().find().mapWith(Triple::getObject).toList())
                .anyMatch(object -> object.toString().contains("mAP 0.8"));
    }

    @Test
    void whatFollowsFromAChangeIsStoredAndLoggedWithIt() throws IOException {
        ledger.close();
        ledger = opened(
                (store, affected, harvested, use, stands) -> affected.forEach(dataset -> use.accept(marked(dataset))));

        Ledger.Written written = apply("mill", TWO_DATASETS, MONDAY);

        assertThat(written.change().generation()).isEqualTo(1);
        assertThat(entry("urn:a").judged().size()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("changes/0000000001.rdfp"))).contains("urn:samdata:judgements");
    }

    @Test
    void aChangeIsNotStoredWhenWhatFollowsFromItCannotBeSaid() throws IOException {
        apply("mill", TWO_DATASETS, MONDAY);
        ledger.close();
        ledger = opened((store, affected, harvested, use, stands) -> {
            throw new IllegalStateException("cannot be judged");
        });

        assertThatThrownBy(() -> apply("mill", TWO_DATASETS.replace("csv", "parquet"), TUESDAY))
                .hasMessage("cannot be judged");

        assertThat(ledger.generation()).isEqualTo(1);
        assertThat(ledger.log().last()).isEqualTo(1);
        assertThat(entry("urn:a").lastChanged()).isEqualTo(MONDAY);
    }

    @Test
    void aRemovedDatasetIsGoneAndItsIriIsReported() {
        apply("mill", TWO_DATASETS, MONDAY);

        Change change = apply("mill", TWO_DATASETS.replaceAll("(?m)^<urn:b>.*$", ""), TUESDAY)
                .change();

        assertThat(change.removed()).isEqualTo(iris("urn:b"));
        assertThat(ledger.<Boolean>read(store -> entries(store).has(uri("urn:b"))))
                .isFalse();
    }

    @Test
    void theSourceThatSpokeFirstSpeaksForADataset() {
        apply("mill", TWO_DATASETS, MONDAY);
        apply("copycat", "<urn:a> a dcat:Dataset ; dct:title \"Stolen\"@en .", TUESDAY);

        Entry entry = entry("urn:a");

        assertThat(entry.home()).isEqualTo("mill");
        assertThat(entry.sources()).containsExactly("mill", "copycat");
        assertThat(entry.stated().find().mapWith(t -> t.getObject().toString()).toList())
                .noneMatch(object -> object.contains("Stolen"));
    }

    @Test
    void aChangeThatWasWrittenDownButNotStoredIsForgottenAtTheNextStart() throws IOException {
        apply("mill", TWO_DATASETS, MONDAY);
        ledger.close();
        Files.writeString(folder.resolve("changes/0000000002.rdfp"), "H generation \"2\" .\n");
        open();

        assertThat(ledger.log().last()).isEqualTo(1);
        assertThat(ledger.generation()).isEqualTo(1);
    }

    @Test
    void theLogReplayedGivesTheStore() {
        apply("mill", TWO_DATASETS, MONDAY);
        apply("mill", TWO_DATASETS.replace("csv", "parquet"), TUESDAY);
        apply("copycat", "<urn:a> a dcat:Dataset .", TUESDAY);
        QuadDigest logged = new QuadDigest();
        ledger.log().replay(logged);
        QuadDigest stored = new QuadDigest();
        ledger.read(store -> {
            store.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                    .forEachRemaining(q -> stored.add(q.getGraph(), q.getSubject(), q.getPredicate(), q.getObject()));
            return null;
        });

        assertThat(logged.toString()).isEqualTo(stored.toString());
    }

    private Ledger opened(Derivation derivation) throws IOException {
        return Ledger.open(
                Files.createDirectories(folder.resolve("store")),
                Files.createDirectories(folder.resolve("changes")),
                derivation);
    }

    private static Diff marked(Node dataset) {
        Triple seen = Triple.create(dataset, uri("urn:seen"), uri("urn:yes"));
        return new Diff(Graphs.JUDGEMENTS, List.of(), List.of(seen));
    }

    private Ledger.Written apply(String source, String turtle, Instant at) {
        return ledger.apply(new Harvested(source, graph(turtle), Graph.emptyGraph), Graph.emptyGraph, at);
    }

    private Entry entry(String iri) {
        return ledger.read(store -> entries(store).entry(uri(iri))).orElseThrow();
    }

    private static Entries entries(org.apache.jena.sparql.core.DatasetGraph store) {
        return new Entries(store, Graph.emptyGraph);
    }

    /** Path to size and time of last change, of every file. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList())
                files.put(path.toString(), Files.size(path) + " " + Files.getLastModifiedTime(path));
        }
        return files;
    }

    private static Graph graph(String turtle) {
        String prefixes = """
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                PREFIX it6: <http://data.europa.eu/it6/>
                """;
        return RDFParser.fromString(prefixes + turtle, Lang.TURTLE).toGraph();
    }

    private static Set<Node> iris(String... iris) {
        return java.util.Arrays.stream(iris).map(LedgerTest::uri).collect(java.util.stream.Collectors.toSet());
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
