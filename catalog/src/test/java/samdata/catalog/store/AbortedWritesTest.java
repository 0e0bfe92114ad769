package samdata.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TDB2 damages its files when it is written by the same object after an abort (apache/jena#3877): ours must not. */
class AbortedWritesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final int WRITES = Boolean.getBoolean("samdata.long") ? 100 : 20;
    private static final int FEWEST = 100;
    private static final int MOST = 50_000;

    @TempDir
    Path folder;

    private Optional<Throwable> trouble = Optional.empty();

    /** The causes take turns: what follows cannot be judged, the disk is full (an Error), the log cannot be written. */
    @Test
    void everyWriteThatFailsIsFollowedByAReadAndAWriteAndAllOfItIsThere() throws IOException {
        try (Ledger ledger = opened()) {
            ledger.apply(harvested("base", 0, 20_000), Graph.emptyGraph, NOW);
            for (int write = 0; write < WRITES; write++) {
                int triples = (int) (FEWEST * Math.pow((double) MOST / FEWEST, (double) write / (WRITES - 1)));
                Path inTheWay = prepare(ledger, write % 3);

                Harvested lost = harvested("lost", write, triples);
                assertThat(catchThrowable(() -> ledger.apply(lost, Graph.emptyGraph, NOW)))
                        .as("write %d of %d triples", write, triples)
                        .isNotNull();
                Files.deleteIfExists(inTheWay);
                trouble = Optional.empty();

                assertThat(stored(ledger)).as("after write %d", write).isEqualTo(logged(ledger));
                ledger.apply(harvested("kept" + write % 5, write, 100), Graph.emptyGraph, NOW);
                assertThat(stored(ledger))
                        .as("after the write after write %d", write)
                        .isEqualTo(logged(ledger));
            }
        }
        try (Ledger again = opened()) {
            assertThat(stored(again)).isEqualTo(logged(again));
        }
    }

    private Path prepare(Ledger ledger, int cause) throws IOException {
        Path log = folder.resolve("changes").resolve(String.format(Locale.ROOT, "%010d.rdfp", ledger.generation() + 1));
        switch (cause) {
            case 0 -> trouble = Optional.of(new IllegalStateException("cannot be judged"));
            case 1 -> trouble = Optional.of(new InternalError("a fault occurred in an unsafe memory access operation"));
            default -> Files.createDirectory(log);
        }
        return log;
    }

    private Ledger opened() throws IOException {
        Files.createDirectories(folder.resolve("changes"));
        return Ledger.open(
                Files.createDirectories(folder.resolve("store")),
                folder.resolve("changes"),
                (store, affected, harvested, use, stands) -> {
                    if (trouble.isPresent()) fail();
                });
    }

    private void fail() {
        switch (trouble.orElseThrow()) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    private static Harvested harvested(String source, int round, int triples) {
        Graph stated = GraphFactory.createDefaultGraph();
        for (int i = 0; i < triples; i++)
            stated.add(Triple.create(
                    NodeFactory.createURI("urn:" + source + i / 10),
                    NodeFactory.createURI("urn:p" + i % 10),
                    NodeFactory.createLiteralString("said in round " + round + " of " + i)));
        return new Harvested(source, stated, Graph.emptyGraph);
    }

    private static String stored(Ledger ledger) {
        QuadDigest digest = new QuadDigest();
        ledger.read(dataset -> {
            dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                if (!Quad.isDefaultGraph(quad.getGraph()))
                    digest.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
            });
            return null;
        });
        return digest.toString();
    }

    private static String logged(Ledger ledger) {
        QuadDigest digest = new QuadDigest();
        ledger.log().replay(digest);
        return digest.toString();
    }
}
