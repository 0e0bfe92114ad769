package samdata.catalog.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.search.IndexUpdate;
import samdata.catalog.search.SearchIndex;
import samdata.catalog.store.Entries;
import samdata.catalog.store.Entry;
import samdata.catalog.store.Harvested;
import samdata.vocab.Ontologies;
import samdata.vocab.Schemes;

class KeysAtHandTest {
    private static final String LOGS = "urn:mill:logs";

    @TempDir
    Path folder;

    private SearchIndex index;

    @BeforeEach
    void open() {
        index = SearchIndex.open(folder, Schemes.load(), Ontologies.shapes());
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void theyAreThoseThatTheIndexWillHold() {
        try (IndexUpdate update = index.begin()) {
            update.put(entry());
            long[] atHand = index.keysAtHand().of(LOGS).orElseThrow().getValue();
            update.commit(List.of(), 1);

            assertThat(atHand)
                    .isNotEmpty()
                    .isEqualTo(index.keyHolders().keys(List.of(LOGS)).get(LOGS));
        }
    }

    @Test
    void anUpdateThatFailsLeavesNoneBehind() {
        try (IndexUpdate failed = index.begin()) {
            failed.put(entry());
        }

        assertThat(index.keysAtHand().of(LOGS)).isEmpty();
    }

    @Test
    void aRebuiltIndexLeavesNoneBehind() {
        index.rebuild(List.of(entry()), 1);

        assertThat(index.keysAtHand().of(LOGS)).isEmpty();
    }

    private static Entry entry() {
        Graph stated = GraphFactory.createDefaultGraph();
        RDFParser.fromString("""
                        PREFIX dcat: <http://www.w3.org/ns/dcat#>
                        PREFIX dct: <http://purl.org/dc/terms/>
                        <urn:mill:logs> a dcat:Dataset ; dct:title "Logs"@en ; dct:identifier "doi:10.1234/LOGS" .
                        """, Lang.TURTLE).parse(stated);
        Harvested harvested = new Harvested("mill", stated, Graph.emptyGraph);
        return Entries.alone(harvested, Graph.emptyGraph, Instant.EPOCH)
                .entry(NodeFactory.createURI(LOGS))
                .orElseThrow();
    }
}
