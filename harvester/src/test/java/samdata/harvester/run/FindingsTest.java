package samdata.harvester.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import samdata.catalog.Catalog;
import samdata.catalog.check.Rechecked;
import samdata.catalog.check.Rule;
import samdata.catalog.check.Violation;
import samdata.catalog.store.Harvested;

class FindingsTest {
    private static final String SOURCE = "mill";
    private static final int DATASETS = 40;

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatAChangeDoesToTheFindingsIsWhatLookingAtAllWouldFind(long seed) {
        var random = new Random(seed);
        try (var catalog = Catalog.open(data)) {
            var said = said(catalogue());
            catalog.apply(catalog.compare(said), Graph.emptyGraph, Instant.EPOCH, () -> {});
            var known = checked(catalog, said);
            int told = 0;
            for (int round = 1; round <= 8; round++) {
                var next = said(changed(said.stated(), random));
                var comparison = catalog.compare(next);
                var before = known;
                var updated = catalog.knowledge().check().again(comparison).flatMap(before::after);
                var whole = checked(catalog, next);
                if (updated.isPresent()) {
                    told++;
                    assertThat(shown(updated.get())).containsExactlyInAnyOrderElementsOf(shown(whole));
                    assertThat(updated.get().examples()).isSortedAccordingTo(FindingsTest::inOrder);
                }
                catalog.apply(comparison, Graph.emptyGraph, Instant.EPOCH.plusSeconds(round), () -> {});
                known = updated.orElse(whole);
                said = next;
            }
            assertThat(told).isGreaterThan(4);
        }
    }

    @Test
    void aFindingThatMovedToAnotherDatasetIsToldOfThatOne() {
        try (var catalog = Catalog.open(data)) {
            var before = said(parsed("""
                    <urn:a> a dcat:Dataset ; dct:title "A" ; dcat:distribution <urn:x> .
                    <urn:b> a dcat:Dataset ; dct:title "B" .
                    <urn:x> a dcat:Distribution .
                    """));
            catalog.apply(catalog.compare(before), Graph.emptyGraph, Instant.EPOCH, () -> {});
            var now = said(parsed("""
                    <urn:a> a dcat:Dataset ; dct:title "A" .
                    <urn:b> a dcat:Dataset ; dct:title "B" ; dcat:distribution <urn:x> .
                    <urn:x> a dcat:Distribution .
                    """));

            var change = catalog.knowledge().check().again(catalog.compare(now)).orElseThrow();

            assertThat(shown(checked(catalog, before).after(change).orElseThrow()))
                    .containsExactlyInAnyOrderElementsOf(shown(checked(catalog, now)));
        }
    }

    @Test
    void findingsThatAreNotThoseOfTheFormerDescriptionAreNotBroughtUpToDate() {
        var nobody = new Rechecked(List.of(violation("urn:nobody")), List.of());

        assertThat(Findings.of(List.of(Run.Finding.of(violation("urn:a")))).after(nobody))
                .isEmpty();
    }

    private static Violation violation(String dataset) {
        return new Violation(dataset, "", "warning", "No.", "Yes.", new Rule("mine", "one", "", "", ""));
    }

    private static int inOrder(Run.Finding one, Run.Finding other) {
        return Violation.ORDER.compare(one.violation(), other.violation());
    }

    private static Findings checked(Catalog catalog, Harvested said) {
        return Findings.of(catalog.knowledge().check().of(said).stream()
                .map(Run.Finding::of)
                .toList());
    }

    private static List<String> shown(Findings findings) {
        List<String> shown = new ArrayList<>();
        findings.each(finding -> shown.add(finding.times() + " times " + finding.violation()));
        return shown;
    }

    private static Harvested said(Graph stated) {
        return new Harvested(SOURCE, stated, GraphFactory.createDefaultGraph());
    }

    /** Datasets with every kind of fault, some with an agent in common. */
    private static Graph catalogue() {
        var words = new StringBuilder("<urn:catalogue> a dcat:Catalog .\n");
        for (int i = 0; i < DATASETS; i++) {
            words.append("<urn:catalogue> dcat:dataset <urn:d%d> .\n<urn:d%d> a dcat:Dataset".formatted(i, i));
            if (i % 3 != 0) words.append(" ; dct:title \"Title %d\"@en".formatted(i));
            if (i % 4 != 0) words.append(" ; dct:publisher <urn:agent%d>".formatted(i % 5));
            if (i % 5 != 0) words.append(" ; dct:license \"free\"");
            words.append(" ; dcat:distribution <urn:x%d> .\n<urn:x%d> a dcat:Distribution".formatted(i, i));
            words.append(i % 2 == 0 ? " .\n" : " ; dcat:accessURL <https://example.org/%d> .\n".formatted(i));
        }
        for (int i = 0; i < 5; i++)
            words.append("<urn:agent%d> a foaf:Agent%s .\n".formatted(i, i < 2 ? " ; foaf:name \"Agent\"" : ""));
        return parsed(words.toString());
    }

    /** A copy with one to four statements taken out, put in or moved to another dataset. */
    private static Graph changed(Graph graph, Random random) {
        List<Triple> all = new ArrayList<>(graph.find().toList());
        all.sort((a, b) -> a.toString().compareTo(b.toString()));
        var changed = GraphFactory.createDefaultGraph();
        all.forEach(changed::add);
        for (int i = 0; i <= random.nextInt(4); i++) {
            var one = all.get(random.nextInt(all.size()));
            var other = NodeFactory.createURI("urn:d" + random.nextInt(DATASETS));
            switch (random.nextInt(3)) {
                case 0 -> changed.delete(one);
                case 1 -> changed.add(Triple.create(other, one.getPredicate(), one.getObject()));
                default -> {
                    changed.delete(one);
                    changed.add(one.getSubject(), one.getPredicate(), other);
                }
            }
        }
        return changed;
    }

    private static Graph parsed(String turtle) {
        return RDFParser.fromString("""
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                """ + turtle, Lang.TURTLE).toGraph();
    }
}
