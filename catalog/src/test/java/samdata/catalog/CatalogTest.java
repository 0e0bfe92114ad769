package samdata.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.check.Violation;
import samdata.catalog.licence.DatasetLicences;
import samdata.catalog.licence.LicenceStatement;
import samdata.catalog.licence.Licences;
import samdata.catalog.licence.Use;
import samdata.catalog.licence.Verdict;
import samdata.catalog.search.Results;
import samdata.catalog.search.Search;
import samdata.catalog.store.Entry;

class CatalogTest {
    private static final Instant TUESDAY = Instant.parse("2026-11-24T08:00:00Z");
    private static final String MILL = """
            <urn:a> a dcat:Dataset ; dct:title "Saw blades"@en ; dct:publisher <urn:mill> ; dcat:keyword "steel" .
            <urn:b> a dcat:Dataset ; dct:title "Logs in the yard"@en ; dct:publisher <urn:mill> ; dcat:keyword "wood" .
            <urn:mill> foaf:name "Nordic Mills" .
            """;

    @TempDir
    Path folder;

    private Catalog catalog;
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    @BeforeEach
    void open() {
        catalog = Catalog.open(folder);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void whatIsAppliedIsFoundAndWhatIsRemovedIsNot() {
        apply("mill", MILL);
        assertThat(iris("blades")).containsExactly("urn:a");

        catalog.remove("mill", TUESDAY);

        assertThat(iris("")).isEmpty();
        assertThat(catalog.entryOf("urn:a")).isEmpty();
        assertThat(catalog.inconsistencies()).isEmpty();
    }

    @Test
    void aRenamedPublisherShowsInTheHitsOfItsDatasets() {
        apply("mill", MILL);
        apply("mill", MILL.replace("Nordic Mills", "Nordic Mills AB"));

        assertThat(search("", Map.of()).hits())
                .allMatch(hit -> hit.publisher().orElseThrow().name().equals("Nordic Mills AB"));
    }

    @Test
    void anotherLicenceThatASecondSourceClaimsIsADisputeAndTheWorseAnswerHolds() {
        apply(
                "mill",
                "<urn:a> a dcat:Dataset ; dct:title \"Saw\" ; dct:license <https://w3id.org/samdata/licence/CC-BY-4.0> .");
        assertThat(search("", Map.of("permits", Set.of("train-commercial"))).total())
                .isEqualTo(1);

        apply("reseller", "<urn:a> a dcat:Dataset ; dct:license <https://w3id.org/samdata/licence/CC-BY-NC-4.0> .");

        Entry entry = catalog.entryOf("urn:a").orElseThrow();
        DatasetLicences licences = DatasetLicences.of(entry, Licences.of(catalog.schemes()));
        assertThat(licences.disputed()).isTrue();
        assertThat(licences.statements())
                .extracting(LicenceStatement::by)
                .containsExactly(Optional.empty(), Optional.of("reseller"));
        assertThat(licences.answer(Use.TRAIN_COMMERCIAL).verdict()).isEqualTo(Verdict.NOT_PERMITTED);
        assertThat(search("", Map.of("permits", Set.of("train-commercial"))).total())
                .isZero();
        assertThat(search("", Map.of("licence", Set.of("CC-BY-NC-4.0"))).total())
                .isZero();
    }

    @Test
    void aSecondSourceOfADatasetIsAFacetValueAndChangesNothingElse() {
        apply("mill", MILL);
        apply("copycat", "<urn:a> a dcat:Dataset ; dct:title \"Stolen\"@en .");

        Results results = search("", Map.of("source", Set.of("copycat")));

        assertThat(results.hits()).extracting(Results.Hit::title).containsExactly("Saw blades");
        assertThat(search("", Map.of()).total()).isEqualTo(2);
    }

    @Test
    void aModelThatAnotherSourceStatesChangesNothingOfTheDatasetItNames() {
        apply("mill", MILL);
        apply("copycat", """
                <urn:a> <http://data.europa.eu/it6/trainedOn> <urn:a> ; dct:title "Stolen"@en ; dcat:keyword "stolen" .
                <urn:m> <http://data.europa.eu/it6/trainedOn> <urn:a> ; <urn:p> <urn:mill> . <urn:mill> foaf:name "Thieves" .
                """);

        Entry entry = catalog.entryOf("urn:a").orElseThrow();

        assertThat(entry.view()
                        .find(entry.iri(), DCTerms.title.asNode(), Node.ANY)
                        .toList())
                .hasSize(1);
        assertThat(search("stolen", Map.of()).total()).isZero();
        assertThat(search("thieves", Map.of()).total()).isZero();
    }

    @Test
    void aSecondSourceThatLeavesLeavesTheDatasetToTheFirst() {
        apply("mill", MILL);
        apply("copycat", "<urn:a> a dcat:Dataset ; dct:title \"Stolen\"@en .");
        catalog.remove("copycat", TUESDAY);

        assertThat(search("", Map.of("source", Set.of("copycat"))).total()).isZero();
        assertThat(iris("blades")).containsExactly("urn:a");
        assertThat(catalog.inconsistencies()).isEmpty();
    }

    @Test
    void anIndexThatLagsBehindTheStoreIsBuiltAnewAtTheNextStart() throws IOException {
        apply("mill", MILL);
        catalog.close();
        copy(folder.resolve("index"), folder.resolve("old-index"));
        open();
        apply("mill", MILL.replace("Saw blades", "Band saw blades"));
        catalog.close();
        delete(folder.resolve("index"));
        Files.move(folder.resolve("old-index"), folder.resolve("index"));
        open();

        assertThat(iris("band")).containsExactly("urn:a");
        assertThat(catalog.inconsistencies()).isEmpty();
    }

    @Test
    void whatAFailedIndexingMissedIsInTheIndexAfterTheNextHarvestOfTheSame() throws IOException {
        apply("mill", MILL);
        String renamed = MILL.replace("Saw blades", "Band saw blades");
        long before = catalog.generation();
        Path index = folder.resolve("index");
        Path away = Files.move(index, folder.resolve("away"));
        Files.createFile(index);
        var change = catalog.apply("mill", graph(renamed), Graph.emptyGraph, Graph.emptyGraph, TUESDAY);
        assertThat(change.generation()).isEqualTo(before + 1);
        assertThat(change.triplesAdded()).isEqualTo(1);
        assertThat(catalog.isCurrent()).isFalse();
        assertThat(iris("band")).isEmpty();
        Files.delete(index);
        Files.move(away, index);

        apply("mill", renamed);

        assertThat(iris("band")).containsExactly("urn:a");
        assertThat(catalog.inconsistencies()).isEmpty();
    }

    @Test
    void aDatasetWhoseIriIsTooLongForTheIndexStopsNoOther() {
        String tooLong = "urn:" + "x".repeat(40_000);
        apply("mill", MILL + "<" + tooLong + "> a dcat:Dataset ; dct:publisher <" + tooLong + "> .");

        catalog.close();
        open();

        assertThat(iris("")).containsExactlyInAnyOrder("urn:a", "urn:b");
        assertThat(catalog.inconsistencies()).containsExactly(tooLong + " is not in the index");
    }

    @Test
    void anOpeningThatFailsLeavesNothingOpen() throws IOException {
        apply("mill", MILL);
        catalog.close();
        delete(folder.resolve("index"));
        Files.writeString(folder.resolve("index"), "in the way");
        assertThatThrownBy(() -> Catalog.open(folder)).isInstanceOf(CatalogException.class);

        Files.delete(folder.resolve("index"));
        Files.move(folder.resolve("store"), folder.resolve("old-store"));
        open();

        assertThat(catalog.datasets()).isEmpty();
    }

    @Test
    void aDamagedIndexIsBuiltAnewAtTheNextStart() throws IOException {
        apply("mill", MILL);
        catalog.close();
        try (var files = Files.list(folder.resolve("index"))) {
            for (Path file : files.filter(f -> !f.endsWith("write.lock")).toList()) Files.writeString(file, "damage");
        }
        open();

        assertThat(iris("blades")).containsExactly("urn:a");
        assertThat(catalog.inconsistencies()).isEmpty();
    }

    @Test
    void checkNamesALogThatDoesNotGiveTheStore() throws IOException {
        apply("mill", MILL);
        apply("mill", MILL.replace("steel", "iron"));
        Path patch = folder.resolve("changes/%010d.rdfp".formatted(catalog.generation()));
        Files.writeString(patch, Files.readString(patch).replace("iron", "gold"));

        assertThat(catalog.inconsistencies())
                .containsExactly("The statements in the store are not those of the change log");
    }

    @Test
    void aFolderInUseIsRefusedInOneLineThatNamesTheProcess() {
        assertThatThrownBy(() -> Catalog.open(folder))
                .isInstanceOf(CatalogException.class)
                .hasMessage("The data folder " + folder + " is in use by process "
                        + ProcessHandle.current().pid()
                        + "; stop it, choose another folder with --data, or ask the running server's /api with the token in "
                        + folder.resolve("admin-token"));
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Catalog.open(file.resolve("data")))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("Cannot make the data folder " + file.resolve("data"));
    }

    @Test
    void aDatasetWithoutLicenceIsReportedWithAFixAndStoredAllTheSame() {
        Graph graph = graph("<urn:a> a dcat:Dataset ; dcat:distribution <urn:a1> . <urn:a1> a dcat:Distribution .");

        List<Violation> found = catalog.knowledge().check().of(graph);

        assertThat(found).anySatisfy(violation -> {
            assertThat(violation.dataset()).isEqualTo("urn:a");
            assertThat(violation.path()).isEqualTo("http://purl.org/dc/terms/title");
            assertThat(violation.severity()).isEqualTo("violation");
            assertThat(violation.fix()).isNotEmpty();
        });
        assertThat(found).anySatisfy(violation -> {
            assertThat(violation.dataset()).isEqualTo("urn:a");
            assertThat(violation.path()).isEqualTo("http://purl.org/dc/terms/license");
            assertThat(violation.severity()).isEqualTo("warning");
        });
    }

    @Test
    void aDatasetThatTheCatalogueNamesAndNothingDescribesIsReported() {
        Graph graph = graph("<urn:c> a dcat:Catalog ; dcat:dataset <urn:a> . <urn:a> a dcat:Datset .");

        assertThat(catalog.knowledge().check().of(graph)).anySatisfy(violation -> {
            assertThat(violation.path()).isEqualTo("http://www.w3.org/ns/dcat#dataset");
            assertThat(violation.severity()).isEqualTo("violation");
        });
    }

    private void apply(String source, String turtle) {
        now = now.plusSeconds(60);
        catalog.apply(source, graph(turtle), Graph.emptyGraph, Graph.emptyGraph, now);
    }

    private List<String> iris(String q) {
        return search(q, Map.of()).hits().stream().map(Results.Hit::iri).toList();
    }

    private Results search(String q, Map<String, Set<String>> chosen) {
        return catalog.search(new Search(q, chosen, 1, 20, Search.Sort.RELEVANCE, "en"));
    }

    private static Graph graph(String turtle) {
        String prefixes = """
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                """;
        return RDFParser.fromString(prefixes + turtle, Lang.TURTLE).toGraph();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            files.forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Files.delete(folder);
    }
}
