package samdata.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    Path folder;

    private Store store;

    /** Written form and datatype. */
    private static final List<String> NUMBERS = List.of(
            "1.50 decimal",
            "+7 integer",
            "007 integer",
            "7 integer",
            "7 long",
            "7 int",
            "7 short",
            "7 byte",
            "1E3 double",
            "1000.0 double",
            "true boolean",
            "1 boolean",
            "2024-01-01T10:00:00.000Z dateTime",
            "2024-01-01T10:00:00+02:00 dateTime");

    @BeforeEach
    void open() {
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWasWrittenIsReadAfterTheStoreIsOpenedAgain() {
        store.write(dataset -> fill(dataset, "a", 10));
        store.close();
        store = Store.open(folder);

        assertThat(size()).isEqualTo(10);
    }

    @Test
    void aReaderThatNeverLeavesDoesNotKeepAStoreFromGoingOnAfterAWriteThatFailed() throws Exception {
        store.close();
        store = Store.open(folder, Duration.ofMillis(100));
        store.write(dataset -> fill(dataset, "base", 10));
        CountDownLatch reads = new CountDownLatch(1);
        CountDownLatch leaves = new CountDownLatch(1);
        Thread reader = Thread.ofPlatform().start(() -> {
            try {
                store.read(view -> {
                    reads.countDown();
                    await(leaves);
                    return view.isEmpty();
                });
            } catch (RuntimeException e) {
                // its reading was ended
            }
        });
        reads.await();
        assertThatThrownBy(() -> store.write(dataset -> {
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        store.write(dataset -> fill(dataset, "after", 5));

        assertThat(size()).isEqualTo(15);
        leaves.countDown();
        reader.join();
        assertThat(size()).isEqualTo(15);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWriteThatThrowsLeavesNothingBehindAndTheStoreGoesOn() {
        store.write(dataset -> fill(dataset, "base", 2000));
        for (int round = 0; round < 20; round++) {
            String name = "aborted" + round;
            int quads = 100 << (round % 8);
            assertThatThrownBy(() -> store.write(dataset -> {
                        fill(dataset, name, quads);
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            assertThat(size()).isEqualTo(2000 + round);
            store.write(dataset -> fill(dataset, "after-" + name, 1));
            assertThat(size()).isEqualTo(2001 + round);
        }
    }

    @Test
    void aWriteThatCannotEvenBeginIsFollowedByOneThatCan() {
        store.write(dataset -> fill(dataset, "a", 10));
        store.database().close();
        assertThatThrownBy(() -> store.write(dataset -> fill(dataset, "b", 1))).isInstanceOf(RuntimeException.class);

        store.write(dataset -> fill(dataset, "c", 1));

        assertThat(size()).isEqualTo(11);
    }

    @Test
    void aStoreThatCannotBeOpenedAnewAfterAFailedWriteIsTriedAgain() throws IOException {
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        store.write(dataset -> fill(dataset, "a", 10));
        assertThatThrownBy(() -> store.write(dataset -> {
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        Files.move(folder, away);
        Files.writeString(folder, "in the way");
        assertThatThrownBy(() -> store.write(dataset -> fill(dataset, "b", 1))).isInstanceOf(RuntimeException.class);
        Files.delete(folder);
        Files.move(away, folder);

        store.write(dataset -> fill(dataset, "c", 1));

        assertThat(size()).isEqualTo(11);
    }

    @Test
    void aReaderThatBeganBeforeAFailedWriteReadsOnUnharmed() throws Exception {
        store.write(dataset -> fill(dataset, "a", 500));
        Thread writer = store.read(view -> {
            Thread thread = Thread.ofPlatform().start(() -> {
                try {
                    store.write(dataset -> {
                        fill(dataset, "b", 500);
                        throw new IllegalStateException("stop");
                    });
                } catch (IllegalStateException expected) {
                    store.write(dataset -> fill(dataset, "c", 1));
                }
            });
            for (int i = 0; i < 50; i++)
                assertThat(Iter.count(view.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)))
                        .isEqualTo(500);
            return thread;
        });
        writer.join();

        assertThat(size()).isEqualTo(501);
    }

    @Test
    void literalsComeBackAsTheyWereWritten() {
        writeNumbers();

        assertThat(numbers()).isEqualTo(NUMBERS);
    }

    @Test
    void literalsComeBackAsTheyWereWrittenAfterARestart() {
        writeNumbers();
        store.close();
        store = Store.open(folder);

        assertThat(numbers()).isEqualTo(NUMBERS);
    }

    @Test
    void theDefaultGraphOfAQueryIsTheUnionOfAllNamedGraphs() {
        store.write(dataset -> {
            fill(dataset, "a", 3);
            fill(dataset, "b", 4);
            dataset.add(Quad.defaultGraphIRI, uri("hidden"), uri("p"), uri("o"));
        });

        assertThat(count("SELECT * { ?s ?p ?o }")).isEqualTo(7);
        assertThat(count("SELECT * { GRAPH <urn:a> { ?s ?p ?o } }")).isEqualTo(3);
    }

    @Test
    void theViewCannotBeWritten() {
        DatasetGraph view = store.view();

        assertThatThrownBy(() -> view.begin(ReadWrite.WRITE)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.read(v -> {
                    v.add(uri("g"), uri("s"), uri("p"), uri("o"));
                    return null;
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(size()).isZero();
    }

    private long count(String query) {
        return store.read(view -> {
            try (var execution = QueryExecutionFactory.create(query, DatasetFactory.wrap(view))) {
                return Iter.count(execution.execSelect());
            }
        });
    }

    private long size() {
        return store.read(view -> Iter.count(view.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)));
    }

    private static void fill(DatasetGraph dataset, String graph, int quads) {
        for (int i = 0; i < quads; i++)
            dataset.add(uri(graph), uri(graph + "-s" + i), uri("p"), NodeFactory.createLiteralString(graph + " " + i));
    }

    private static Node uri(String name) {
        return NodeFactory.createURI("urn:" + name);
    }

    private void writeNumbers() {
        store.write(dataset -> {
            for (int i = 0; i < NUMBERS.size(); i++) {
                String[] number = NUMBERS.get(i).split(" ", -1);
                dataset.add(uri("g"), uri("s" + i), uri("p"), typed(number[0], number[1]));
            }
        });
    }

    private List<String> numbers() {
        return store.read(view -> IntStream.range(0, NUMBERS.size())
                .mapToObj(i -> view.find(Node.ANY, uri("s" + i), Node.ANY, Node.ANY)
                        .next()
                        .getObject())
                .map(number -> number.getLiteralLexicalForm() + " "
                        + number.getLiteralDatatypeURI().replaceFirst(".*#", ""))
                .toList());
    }

    private static Node typed(String text, String type) {
        return NodeFactory.createLiteralDT(
                text,
                org.apache.jena.datatypes.TypeMapper.getInstance()
                        .getSafeTypeByName("http://www.w3.org/2001/XMLSchema#" + type));
    }
}
