package samdata.catalog.suitability;

import java.time.Instant;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.catalog.store.Entry;
import samdata.vocab.Schemes;

/** Datasets as their publishers would describe them, and the judgements about them. */
final class Described {
    static final Schemes SCHEMES = Schemes.load();
    static final Suitability SUITABILITY = Suitability.of(SCHEMES);
    static final Node DATASET = NodeFactory.createURI("https://acme.example/dataset/1");

    private static final String PREFIXES = """
            @prefix : <https://acme.example/> .
            @prefix an: <https://w3id.org/samdata/annotation/> .
            @prefix cr: <http://mlcommons.org/croissant/> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix dqv: <http://www.w3.org/ns/dqv#> .
            @prefix it6: <http://data.europa.eu/it6/> .
            @prefix lang: <http://publications.europa.eu/resource/authority/language/> .
            @prefix mlso: <http://w3id.org/mlso/> .
            @prefix mo: <https://w3id.org/samdata/modality/> .
            @prefix oml: <http://openml.org/openml/feature-type#> .
            @prefix pd: <https://w3id.org/samdata/personal-data/> .
            @prefix q: <https://w3id.org/samdata/quality/> .
            @prefix rai: <http://mlcommons.org/croissant/RAI/> .
            @prefix sam: <https://w3id.org/samdata/ns#> .
            @prefix sc: <https://schema.org/> .
            @prefix t: <https://w3id.org/samdata/task/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    private Described() {}

    /** {@code turtle} speaks of {@code $D}, the dataset, and of {@code $F}, its one distribution. */
    static Entry entry(String turtle) {
        String text = "$D a dcat:Dataset ; dcat:distribution $F .\n" + turtle;
        Graph stated = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + text.replace("$D", "<" + DATASET + ">").replace("$F", ":file"), Lang.TURTLE)
                .parse(stated);
        return entry(stated, DATASET);
    }

    static Entry entry(Graph stated, Node dataset) {
        Graph recognised = GraphFactory.createDefaultGraph();
        return new Entry(
                "1",
                dataset,
                "acme",
                stated,
                recognised,
                java.util.Map.of(),
                stated,
                GraphFactory.createDefaultGraph(),
                new MultiUnion(new Graph[] {stated, recognised, SCHEMES.graph()}),
                List.of("acme"),
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-11-01T00:00:00Z"));
    }

    static Assessment judged(String task, String turtle) {
        return SUITABILITY.assess(entry(turtle), task(task));
    }

    static List<String> concerning(String turtle) {
        return SUITABILITY.assess(entry(turtle)).stream()
                .map(assessment -> SCHEMES.tasks().id(assessment.task()))
                .toList();
    }

    static Node task(String id) {
        return SCHEMES.tasks().recognise(id).orElseThrow();
    }

    static Status status(Assessment assessment, String criterion) {
        return finding(assessment, criterion).status();
    }

    static Finding finding(Assessment assessment, String criterion) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals(criterion))
                .findFirst()
                .orElseThrow();
    }
}
