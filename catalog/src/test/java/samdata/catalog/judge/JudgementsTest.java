package samdata.catalog.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.store.Graphs;
import samdata.catalog.store.Harvested;
import samdata.catalog.store.Ledger;
import samdata.vocab.Ontologies;
import samdata.vocab.Schemes;

class JudgementsTest {
    private static final String PREFIXES = """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX dqv: <http://www.w3.org/ns/dqv#>
            PREFIX it6: <http://data.europa.eu/it6/>
            PREFIX mlso: <http://w3id.org/mlso/>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX sam: <https://w3id.org/samdata/ns#>
            PREFIX task: <https://w3id.org/samdata/task/>
            PREFIX modality: <https://w3id.org/samdata/modality/>
            PREFIX annotation: <https://w3id.org/samdata/annotation/>
            """;
    private static final String ROADS = """
            <urn:roads> a dcat:Dataset ; dct:title "Roads"@en ; dct:description "Photographs of roads"@en ;
                dcat:keyword "road"@en ; mlso:hasModality modality:image ; sam:annotationType annotation:bounding-box ;
                sam:declaredTask task:object-detection ; dcat:distribution <urn:roads-1> .
            <urn:roads-1> a dcat:Distribution ; dcat:accessURL <https://data.example/roads> ;
                dct:license <https://w3id.org/samdata/licence/CC-BY-4.0> ; it6:numberOfDatapoints 20000 .
            """;
    private static final String LOGS =
            "<urn:logs> a dcat:Dataset ; dct:title \"Logs\"@en ; dcat:keyword \"wood\"@en .\n";

    @TempDir
    Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() throws IOException {
        Rules rules = Rules.of(Ontologies.vocabulary());
        ledger = Ledger.open(
                Files.createDirectories(folder.resolve("store")),
                Files.createDirectories(folder.resolve("changes")),
                new Judgements(Schemes.load(), rules.version()));
        ledger.put(Graphs.VOCABULARY, rules.vocabulary(), Instant.EPOCH);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void everyJudgementLeadsToStatementsThatItsCriteriaRead() {
        harvest(ROADS + LOGS);

        Set<String> judgements = column(
                "SELECT ?x { GRAPH <urn:samdata:judgements> { ?x sam:findings/sam:ruleVersion ?v"
                        + " FILTER NOT EXISTS { ?x dqv:computedOn ?source . FILTER(STRSTARTS(STR(?source), \"urn:samdata:\")) } } }");
        Set<String> followed = column("""
                SELECT DISTINCT ?x {
                    GRAPH <urn:samdata:judgements> { ?x prov:wasDerivedFrom ?subject }
                    GRAPH <urn:samdata:source:mill> { ?subject ?property ?value } }""");
        Set<String> read = column("""
                SELECT DISTINCT ?property {
                    GRAPH <urn:samdata:judgements> { ?x dqv:computedOn|sam:ofDataset <urn:roads> ; prov:wasDerivedFrom ?subject }
                    ?x ((sam:findings/(sam:met|sam:notMet))|a)/sam:reads ?property .
                    GRAPH <urn:samdata:source:mill> { ?subject ?property ?value } }""");

        assertThat(followed).isEqualTo(judgements).isNotEmpty();
        assertThat(read)
                .contains(
                        "http://www.w3.org/ns/dcat#keyword",
                        "http://purl.org/dc/terms/license",
                        "http://w3id.org/mlso/hasModality",
                        "http://data.europa.eu/it6/numberOfDatapoints");
    }

    @Test
    void aDatasetSaysWhatItIsFitForAndWhichUsesItPermits() {
        harvest(ROADS + LOGS);

        assertThat(column("SELECT ?x { <urn:roads> sam:usableFor ?x }"))
                .contains("https://w3id.org/samdata/task/object-detection");
        assertThat(column("""
                SELECT ?x { ?j sam:ofDataset <urn:roads> ; sam:forTask task:object-detection ; sam:basis ?x }"""))
                .containsExactlyInAnyOrder(
                        "https://w3id.org/samdata/ns#Declared", "https://w3id.org/samdata/ns#Inferred");
        assertThat(column("SELECT ?x { <urn:roads> sam:permits/<http://www.w3.org/2004/02/skos/core#notation> ?x }"))
                .contains("train-research", "train-commercial", "publish-derived");
        assertThat(column("SELECT ?x { <urn:logs> sam:permits|sam:usableFor|sam:readyFor ?x }"))
                .isEmpty();
        assertThat(column("SELECT ?x { ?j sam:ofDataset <urn:logs> ; sam:findings/sam:undecidable ?x }"))
                .hasSize(5);
    }

    @Test
    void judgementsThatWereDeletedComeBackTheSame() {
        harvest(ROADS + LOGS);
        Set<Triple> before = judged();
        ledger.put(Graphs.JUDGEMENTS, Graph.emptyGraph, Instant.EPOCH);
        assertThat(judged()).isEmpty();

        ledger.derive(Set.of(NodeFactory.createURI("urn:roads"), NodeFactory.createURI("urn:logs")), Instant.EPOCH);

        assertThat(judged()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void aChangeOfOneDatasetIsJudgedForThatOneAlone() throws IOException {
        harvest(ROADS + LOGS);
        harvest(ROADS + LOGS.replace("wood", "timber") + "<urn:logs> dct:spatial <urn:sweden> .");

        String patch = Files.readString(folder.resolve("changes/0000000003.rdfp"));
        Set<String> judged = Pattern.compile("<urn:samdata:judgement:([^:>]+)")
                .matcher(patch)
                .results()
                .map(MatchResult::group)
                .map(found -> found.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(judged)
                .isSubsetOf(
                        Graphs.quality(NodeFactory.createURI("urn:logs"))
                                .getURI()
                                .replaceFirst(":quality$", ""),
                        Graphs.quality(Graphs.stated("mill")).getURI().replaceFirst(":quality$", ""));
        assertThat(patch)
                .contains(Graphs.quality(NodeFactory.createURI("urn:logs")).getURI());
    }

    @Test
    void nothingIsThoughtOfADatasetThatIsGone() {
        harvest(ROADS + LOGS);
        harvest(LOGS);

        assertThat(judged()).noneMatch(triple -> triple.toString().contains("urn:roads"));
    }

    @Test
    void datasetsThatAreFoundToBeAlikeNameTheSameFindings() {
        harvest(LOGS + LOGS.replace("urn:logs", "urn:planks"));

        assertThat(column("SELECT ?x { ?j dqv:computedOn <urn:logs> ; sam:findings ?x }"))
                .hasSize(1)
                .isEqualTo(column("SELECT ?x { ?j dqv:computedOn <urn:planks> ; sam:findings ?x }"));
    }

    @Test
    void findingsStayAsLongAsAJudgementNamesThem() {
        harvest(LOGS + LOGS.replace("urn:logs", "urn:planks"));
        Set<String> shared = column("SELECT ?x { ?j dqv:computedOn <urn:logs> ; sam:findings ?x }");

        harvest(LOGS);
        assertThat(column("SELECT ?x { ?x sam:met ?criterion }")).containsAll(shared);

        harvest(ROADS);
        assertThat(column("SELECT ?x { ?x sam:met ?criterion }")).isNotEmpty().doesNotContainAnyElementsOf(shared);
        assertThat(column("SELECT ?x { ?x sam:ruleVersion ?v FILTER NOT EXISTS { ?j sam:findings ?x } }"))
                .containsExactly(Graphs.JUDGEMENTS.getURI());
    }

    @Test
    void otherRulesLeaveNoFindingsOfTheFormerOnes() {
        harvest(ROADS + LOGS);
        ledger.close();
        ledger = Ledger.open(
                folder.resolve("store"), folder.resolve("changes"), new Judgements(Schemes.load(), "other"));

        ledger.derive(Set.of(NodeFactory.createURI("urn:roads")), Instant.EPOCH);
        ledger.derive(Set.of(NodeFactory.createURI("urn:roads"), NodeFactory.createURI("urn:logs")), Instant.EPOCH);

        assertThat(column("SELECT ?x { GRAPH <urn:samdata:judgements> { ?findings sam:ruleVersion ?x } }"))
                .containsExactly("other");
    }

    @Test
    void findingsThatLostAStatementComeBackWhole() {
        harvest(ROADS + LOGS);
        Set<Triple> before = judged();
        Graph damaged = GraphFactory.createDefaultGraph();
        before.stream()
                .filter(triple -> !triple.getPredicate().getLocalName().equals("met"))
                .forEach(damaged::add);
        ledger.put(Graphs.JUDGEMENTS, damaged, Instant.EPOCH);

        ledger.derive(Set.of(NodeFactory.createURI("urn:roads"), NodeFactory.createURI("urn:logs")), Instant.EPOCH);

        assertThat(judged()).isEqualTo(before);
    }

    @Test
    void aSourceHasTheMeanPointsOfItsDatasets() {
        harvest(ROADS + LOGS);

        List<Integer> points = judged().stream()
                .filter(triple -> triple.getPredicate().getLocalName().equals("value"))
                .filter(triple -> triple.getSubject().getURI().endsWith(":quality"))
                .filter(triple -> !triple.getSubject().equals(Graphs.quality(Graphs.stated("mill"))))
                .map(triple -> Integer.parseInt(triple.getObject().getLiteralLexicalForm()))
                .toList();
        Set<String> mean = column("SELECT ?x { ?m dqv:computedOn <urn:samdata:source:mill> ; dqv:value ?x }");

        assertThat(points).hasSize(2);
        assertThat(mean.stream().map(Double::parseDouble)).containsExactly((points.get(0) + points.get(1)) / 2.0);
    }

    private void harvest(String turtle) {
        Graph stated = RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
        ledger.apply(
                new Harvested("mill", stated, Graph.emptyGraph),
                Graph.emptyGraph,
                Instant.parse("2026-11-23T08:00:00Z"));
    }

    private Set<Triple> judged() {
        return ledger.read(store -> store.stream(Graphs.JUDGEMENTS, Node.ANY, Node.ANY, Node.ANY)
                .map(Quad::asTriple)
                .collect(Collectors.toSet()));
    }

    /** The values of the query's one variable. */
    private Set<String> column(String query) {
        return ledger.read(store -> {
            Set<String> values = new TreeSet<>();
            try (QueryExecution execution = QueryExecution.dataset(
                            org.apache.jena.query.DatasetFactory.wrap(ledger.view()))
                    .query(PREFIXES + query)
                    .build()) {
                execution
                        .execSelect()
                        .forEachRemaining(row -> row.varNames()
                                .forEachRemaining(name -> values.add(
                                        row.get(name).isLiteral()
                                                ? row.getLiteral(name).getLexicalForm()
                                                : row.get(name).toString())));
            }
            return values;
        });
    }
}
