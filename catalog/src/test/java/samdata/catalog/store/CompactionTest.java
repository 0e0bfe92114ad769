package samdata.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    private static final boolean LONG = Boolean.getBoolean("samdata.long");
    private static final int STATEMENTS = 10_000;

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void allThatIsStoredStaysAndWhatIsPastIsGone() throws IOException {
        churn(2);
        long before = onDisk();

        Store.Shrunk shrunk = store.compact();

        assertThat(size()).isEqualTo(STATEMENTS);
        assertThat(said("s7")).isEqualTo("round 1 of 7");
        assertThat(shrunk.after()).isLessThan(shrunk.before());
        assertThat(onDisk()).isLessThan(before);
        assertThat(folder.resolve("Data-0001")).doesNotExist();
    }

    @Test
    void literalsComeBackAsTheyWereWrittenAfterACompactionAndARestart() throws IOException {
        List<String> written = List.of(
                "007 integer",
                "7 long",
                "1.50 decimal",
                "1E3 double",
                "1 boolean",
                "2024-01-01T10:00:00.000Z dateTime");
        store.write(dataset -> written.forEach(literal ->
                dataset.add(uri("g"), uri("s" + literal.replace(' ', '-')), uri("p"), typed(literal.split(" ", -1)))));

        store.compact();
        assertThat(literals()).containsExactlyInAnyOrderElementsOf(written);
        store.close();
        store = Store.open(folder);
        store.compact();
        store.close();
        store = Store.open(folder);

        assertThat(literals()).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void whatIsWrittenAfterACompactionIsThereAfterARestart() throws IOException {
        churn(1);
        store.compact();
        store.write(dataset -> dataset.add(uri("new"), uri("s"), uri("p"), typed("007", "integer")));
        store.close();
        store = Store.open(folder);

        assertThat(size()).isEqualTo(STATEMENTS + 1);
        assertThat(query("SELECT * { ?s ?p 007 }")).isEqualTo(1);
    }

    @Test
    void aStoreIsCompactedAfterAWriteThatFailedAndWrittenAgain() throws IOException {
        churn(1);
        assertThatThrownBy(() -> store.write(dataset -> {
                    fill(dataset, "lost");
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        store.compact();
        store.write(dataset -> dataset.add(uri("new"), uri("s"), uri("p"), uri("o")));

        assertThat(size()).isEqualTo(STATEMENTS + 1);
    }

    @Test
    void whatAKilledCompactionLeftIsGoneAfterTheNextStart() throws IOException {
        churn(1);
        store.close();
        Path unfinished = Files.createDirectory(folder.resolve("Data-0002-tmp"));
        Files.writeString(unfinished.resolve("nodes-data.obj"), "half of a copy");
        store = Store.open(folder);

        assertThat(size()).isEqualTo(STATEMENTS);
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void theOldFilesThatAKilledCompactionCouldNotDeleteAreGoneAfterTheNextStart() throws IOException {
        churn(1);
        store.compact();
        store.close();
        Path old = Files.createDirectory(folder.resolve("Data-0001"));
        Files.writeString(old.resolve("nodes-data.obj"), "some of it was deleted");
        store = Store.open(folder);

        assertThat(size()).isEqualTo(STATEMENTS);
        assertThat(old).doesNotExist();
    }

    /** Such as a compaction leaves which could neither open its copy nor take its name away again. */
    @Test
    void aCopyThatWasNotUsedIsNotTakenForTheDatabaseAtTheNextStart() throws IOException {
        churn(1);
        Path copy = Files.createDirectory(folder.resolve("Data-0002"));
        try (Stream<Path> files = Files.list(folder.resolve("Data-0001"))) {
            for (Path file : files.toList()) Files.copy(file, copy.resolve(file.getFileName()));
        }
        store.write(dataset -> dataset.add(uri("new"), uri("s"), uri("p"), uri("o")));
        store.close();
        store = Store.open(folder);

        assertThat(size()).isEqualTo(STATEMENTS + 1);
        assertThat(copy).doesNotExist();
    }

    @Test
    void aStoreFromBeforeItWasWrittenWhichDatabaseIsTheOneIsFound() throws IOException {
        churn(1);
        store.compact();
        store.close();
        Files.delete(folder.resolve("database"));
        store = Store.open(folder);

        assertThat(size()).isEqualTo(STATEMENTS);
    }

    @Test
    void aReaderReadsOnInTheOldFilesAndTheNextOneInTheNew() throws Exception {
        churn(1);
        CountDownLatch compacted = new CountDownLatch(1);
        Thread compacting = store.read(view -> {
            Thread thread = Thread.ofPlatform().start(() -> {
                compact();
                compacted.countDown();
            });
            awaitFolder("Data-0002");
            assertThat(Iter.count(view.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)))
                    .isEqualTo(STATEMENTS);
            assertThat(compacted.getCount()).isOne();
            assertThat(readElsewhere()).isEqualTo(STATEMENTS);
            return thread;
        });
        compacting.join();

        assertThat(folder.resolve("Data-0001")).doesNotExist();
    }

    @Test
    void aStoreFullOfThePastCompactsItself() throws IOException {
        churn(2);
        assertThat(folder.resolve("Data-0001")).exists();

        for (int round = 0; round < 100 && !Files.exists(folder.resolve("Data-0002")); round++) churn(1);
        awaitFolder("Data-0002");

        assertThat(size()).isEqualTo(STATEMENTS);
    }

    @Test
    void aStoreThatGrowsIsNotCompacted() throws IOException {
        for (int graph = 0; graph < 8; graph++) {
            String name = "g" + graph;
            store.write(dataset -> fill(dataset, name));
        }
        store.close();

        assertThat(folder.resolve("Data-0001")).exists();
        assertThat(Files.readString(folder.resolve("compacted"))).contains("statements");
    }

    /** RELIABILITY: under eight readers, one of them a long one, and a harvest. */
    @Test
    void noReaderFailsOrWaitsForACompaction() throws Exception {
        churn(2);
        Duration longest = Duration.ofSeconds(LONG ? 30 : 3);
        AtomicBoolean end = new AtomicBoolean();
        List<Future<Long>> readers = new ArrayList<>();
        int compactions = 0;
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            Future<Long> slow = threads.submit(() -> readFor(longest));
            for (int i = 0; i < 7; i++) readers.add(threads.submit(() -> slowestRead(end)));
            Future<Integer> writer = threads.submit(() -> writeUntil(end));
            Future<?> compacting = threads.submit(this::compact); // waits for the slow reader
            compacting.get();
            compactions++;
            assertThat(slow.get()).isPositive();
            for (; compactions < (LONG ? 10 : 3); compactions++) compact();
            end.set(true);
            assertThat(writer.get()).isPositive();
        }
        long worst = 0;
        for (Future<Long> reader : readers) worst = Math.max(worst, reader.get());
        System.out.println("compaction: " + compactions
                + " under 8 readers and a writer, the slowest of all reads took " + worst / 1_000_000 + " ms");

        assertThat(Duration.ofNanos(worst)).isLessThan(Duration.ofSeconds(5));
        assertThat(size()).isGreaterThanOrEqualTo(STATEMENTS);
    }

    /** Reads everything again and again in one transaction; the same each time. */
    private long readFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return store.read(view -> {
            long first = Iter.count(view.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY));
            while (System.nanoTime() < end)
                assertThat(Iter.count(view.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)))
                        .isEqualTo(first);
            return first;
        });
    }

    private long slowestRead(AtomicBoolean end) {
        long slowest = 0;
        while (!end.get()) {
            long begun = System.nanoTime();
            assertThat(said("s7")).startsWith("round");
            slowest = Math.max(slowest, System.nanoTime() - begun);
        }
        return slowest;
    }

    private int writeUntil(AtomicBoolean end) {
        int written = 0;
        for (; !end.get(); written++) {
            Node subject = uri("written" + written);
            store.write(dataset -> dataset.add(uri("written"), subject, uri("p"), uri("o")));
        }
        return written;
    }

    private void compact() {
        try {
            store.compact();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitFolder(String name) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Files.exists(folder.resolve(name))) {
            assertThat(System.nanoTime()).as("%s within 30 s", name).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private long readElsewhere() {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            return thread.submit(this::size).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces everything so many times, each time with other words. */
    private void churn(int rounds) {
        for (int i = 0; i < rounds; i++) {
            String round = "round " + i + " of ";
            store.write(dataset -> {
                dataset.deleteAny(uri("g"), Node.ANY, Node.ANY, Node.ANY);
                for (int s = 0; s < STATEMENTS; s++)
                    dataset.add(uri("g"), uri("s" + s), uri("p"), NodeFactory.createLiteralString(round + s));
            });
        }
    }

    private static void fill(DatasetGraph dataset, String graph) {
        for (int s = 0; s < STATEMENTS; s++)
            dataset.add(uri(graph), uri(graph + s), uri("p"), NodeFactory.createLiteralString(graph + " " + s));
    }

    private long size() {
        return store.read(view -> Iter.count(view.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)));
    }

    private String said(String subject) {
        return store.read(view -> view.find(Node.ANY, uri(subject), Node.ANY, Node.ANY)
                .next()
                .getObject()
                .getLiteralLexicalForm());
    }

    private long query(String query) {
        return store.read(view -> {
            try (var execution = QueryExecutionFactory.create(query, DatasetFactory.wrap(view))) {
                return Iter.count(execution.execSelect());
            }
        });
    }

    private List<String> literals() {
        return store.read(view -> Iter.iter(view.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY))
                .map(quad -> quad.getObject().getLiteralLexicalForm() + " "
                        + quad.getObject().getLiteralDatatypeURI().replaceFirst(".*#", ""))
                .toList());
    }

    /** The file of nodes: the others have holes, so their length says little. */
    private long onDisk() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("nodes-data.obj"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static Node uri(String name) {
        return NodeFactory.createURI("urn:" + name);
    }

    private static Node typed(String... textAndType) {
        return NodeFactory.createLiteralDT(
                textAndType[0],
                TypeMapper.getInstance().getSafeTypeByName("http://www.w3.org/2001/XMLSchema#" + textAndType[1]));
    }
}
