package samdata.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static samdata.catalog.search.Datasets.counted;
import static samdata.catalog.search.Datasets.dataset;
import static samdata.catalog.search.Datasets.id;
import static samdata.catalog.search.Datasets.index;
import static samdata.catalog.search.Datasets.iri;
import static samdata.catalog.search.Datasets.names;
import static samdata.catalog.search.Datasets.node;
import static samdata.catalog.search.Datasets.update;
import static samdata.catalog.search.Datasets.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.store.Entry;
import samdata.vocab.Sam;

class SearchIndexTest {
    @TempDir
    Path folder;

    @Test
    void anEmptyFolderHasToBeBuilt() {
        try (SearchIndex index = open()) {
            assertThat(index.generation()).isEqualTo(-1);
            assertThat(index.search(words("")).total()).isZero();
            assertThat(index.search(words("road")).hits()).isEmpty();
        }
    }

    @Test
    void whatWasWrittenIsThereAfterAStart() {
        try (SearchIndex index = index(folder, dataset("one", "dct:title \"One\" ."))) {
            update(index, List.of(dataset("two", "dct:title \"Two\" .")), Set.of(), 7);
        }
        try (SearchIndex index = open()) {
            assertThat(index.generation()).isEqualTo(7);
            assertThat(index.iris()).containsExactly(iri("one"), iri("two"));
        }
    }

    @Test
    void nothingHoldsAnOldStateOfTheIndexAfterASearchThatFoundNothing() throws IOException {
        try (SearchIndex index = index(folder, dataset("one", "dct:title \"One\" ."))) {
            Snapshot old = index.newest.acquire();
            index.newest.release(old);
            index.search(words("forrest"));
            update(index, List.of(dataset("two", "dct:title \"Two\" .")), Set.of(), 2);

            assertThat(old.reader().getRefCount()).isZero();
        }
    }

    @Test
    void anUpdateReplacesAndRemoves() {
        try (SearchIndex index = index(
                folder,
                dataset("one", "dct:title \"One\" ; dcat:keyword \"old\" ."),
                dataset("two", "dct:title \"Two\" ."))) {
            update(
                    index,
                    List.of(dataset("one", "dct:title \"Uno\" ; dcat:keyword \"new\" .")),
                    List.of(node("two")),
                    2);

            Results all = index.search(words(""));
            assertThat(all.hits()).extracting(Results.Hit::title).containsExactly("Uno");
            assertThat(Datasets.listed(all, "keyword"))
                    .extracting(Results.Value::value)
                    .containsExactly("new");
            assertThat(index.iris()).containsExactly(iri("one"));
            assertThat(index.iri(id("one"))).contains(iri("one"));
            assertThat(index.iri(id("two"))).isEmpty();
        }
    }

    @Test
    void aFailedUpdateLeavesNothingBehind() {
        try (SearchIndex index = index(folder, dataset("one", "dct:title \"One\" ."))) {
            Iterable<Entry> breaksOff = () -> Stream.of("two", "three")
                    .map(name -> {
                        if (name.equals("three")) throw new IllegalStateException("the disk is gone");
                        return dataset(name, "dct:title \"Two\" .");
                    })
                    .iterator();

            assertThatThrownBy(() -> update(index, breaksOff, List.of(node("one")), 2))
                    .hasMessage("the disk is gone");
            assertThat(index.generation()).isEqualTo(1);
            update(index, List.of(dataset("four", "dct:title \"Four\" .")), Set.of(), 3);

            assertThat(index.iris()).containsExactly(iri("four"), iri("one"));
        }
    }

    @Test
    void whatCannotBePutIsToldWhenTheUpdateIsCommittedAndThenNothingOfItIsSeen() {
        Graph unreadable =
                new GraphWrapper(dataset("two", "dct:title \"Two\" .").stated()) {
                    @Override
                    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
                        throw new IllegalStateException("the disk is gone");
                    }
                };
        try (SearchIndex index = index(folder, dataset("one", "dct:title \"One\" ."))) {
            try (IndexUpdate update = index.begin()) {
                update.put(dataset("three", "dct:title \"Three\" ."));
                update.put(dataset("two", "dct:title \"Two\" .").judged(unreadable));
                update.put(dataset("four", "dct:title \"Four\" ."));
                assertThatThrownBy(() -> update.commit(List.of(node("one")), 2)).hasMessage("the disk is gone");
            }
            assertThat(index.generation()).isEqualTo(1);
            assertThat(index.iris()).containsExactly(iri("one"));

            update(index, List.of(dataset("five", "dct:title \"Five\" .")), Set.of(), 3);
            assertThat(index.iris()).containsExactly(iri("five"), iri("one"));
        }
    }

    @Test
    void aDamagedIndexIsDeletedAndHasToBeBuilt() throws IOException {
        for (String damage : List.of("flip", "cut", "delete")) {
            Path index = folder.resolve(damage);
            try (SearchIndex whole = index(index, dataset("one", "dct:title \"One\" ; dcat:keyword \"a\" ."))) {
                assertThat(whole.generation()).isEqualTo(1);
            }
            damage(largest(index), damage);

            try (SearchIndex opened = SearchIndex.open(index, Datasets.SCHEMES, Datasets.SHAPES)) {
                assertThat(opened.generation()).as(damage).isEqualTo(-1);
                opened.rebuild(List.of(dataset("two", "dct:title \"Two\" .")), 5);
                assertThat(names(opened.search(words("")))).containsExactly("two");
            }
        }
    }

    @Test
    void anyDamagedByteOfAnyFileIsNoticed() throws IOException {
        Path whole = folder.resolve("whole");
        index(whole, dataset("one", "dct:title \"One\" ; dcat:keyword \"a\" .")).close();
        for (Path file : files(whole)) {
            Path copy = folder.resolve("copy-" + file.getFileName());
            Files.createDirectories(copy);
            for (Path each : files(whole)) Files.copy(each, copy.resolve(each.getFileName()));
            damage(copy.resolve(file.getFileName()), "flip");

            try (SearchIndex opened = SearchIndex.open(copy, Datasets.SCHEMES, Datasets.SHAPES)) {
                assertThat(opened.generation())
                        .as(file.getFileName().toString())
                        .isEqualTo(-1);
            }
        }
    }

    @Test
    void anIndexOfOtherShapesHasToBeBuilt() {
        index(folder, dataset("one", "dct:title \"One\" .")).close();
        var noFacets = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();

        try (SearchIndex opened = SearchIndex.open(folder, Datasets.SCHEMES, noFacets)) {
            assertThat(opened.generation()).isEqualTo(-1);
        }
    }

    @Test
    void anIndexOfShapesThatRecogniseOtherwiseHasToBeBuilt() {
        index(folder, dataset("one", "dct:title \"One\" .")).close();
        var fewerSchemes = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();
        Datasets.SHAPES
                .find()
                .filterDrop(triple -> triple.predicateMatches(Sam.recognisedIn))
                .forEach(fewerSchemes::add);

        try (SearchIndex opened = SearchIndex.open(folder, Datasets.SCHEMES, fewerSchemes)) {
            assertThat(opened.generation()).isEqualTo(-1);
        }
    }

    @Test
    void theLongestIriAndTitleAreFound() {
        String name = "\u8def".repeat(7900);
        try (SearchIndex index = index(folder, dataset(name, "dct:title \"" + "\ufdfa ".repeat(5000) + "\" ."))) {
            assertThat(index.iris()).containsExactly(iri(name));
        }
    }

    @Test
    void anIriTooLongForTheIndexIsLeftOutOfAnUpdate() {
        try (SearchIndex index = index(folder, dataset("one", "dct:title \"One\" ."))) {
            update(
                    index,
                    List.of(dataset("x".repeat(40_000), "dct:title \"X\" ."), dataset("two", "dct:title \"Two\" .")),
                    List.of(),
                    2);

            assertThat(index.iris()).containsExactly(iri("one"), iri("two"));
            assertThat(index.generation()).isEqualTo(2);
        }
    }

    @Test
    void aHitNamesItsPublisherAsItsOwnDescriptionDoes() {
        String named = "dct:publisher ex:org . ex:org foaf:name \"%s\" .";
        try (SearchIndex index = index(
                folder,
                dataset("one", named.formatted("Acme")),
                dataset("two", named.formatted("Acme")),
                dataset("other", named.formatted("Acme is a fraud, says another")))) {
            Results all = index.search(words(""));

            assertThat(all.hits())
                    .filteredOn(hit -> !hit.iri().endsWith("other"))
                    .allMatch(hit -> hit.publisher().orElseThrow().name().equals("Acme"));
            assertThat(counted(all, "publisher", "https://example.org/org").label())
                    .isEqualTo("Acme");
        }
    }

    @Test
    void ofTwoNamesUsedEquallyOftenTheFirstNamesTheFacetValue() {
        String named = "dct:publisher ex:org . ex:org foaf:name \"%s\" .";
        try (SearchIndex index = index(
                folder,
                dataset("one", named.formatted("Acme")),
                dataset("two", named.formatted("Acme, the longer name")))) {
            update(index, List.of(dataset("three", named.formatted("Acme, the longer name"))), List.of(node("two")), 2);

            assertThat(counted(index.search(words("")), "publisher", "https://example.org/org")
                            .label())
                    .isEqualTo("Acme");
        }
    }

    @Test
    void anIndexInUseIsLeftAlone() {
        try (SearchIndex first = index(folder, dataset("one", "dct:title \"One\" ."))) {
            assertThatThrownBy(this::open).isInstanceOf(UncheckedIOException.class);
            assertThat(names(first.search(words("one")))).containsExactly("one");
        }
    }

    @Test
    void searchesSeeOneWholeStateWhileAnotherIsWritten() throws Exception {
        List<Entry> even = generation(0);
        List<Entry> odd = generation(1);
        AtomicBoolean done = new AtomicBoolean();
        try (SearchIndex index = index(folder, even.toArray(Entry[]::new));
                ExecutorService readers = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> reading = new ArrayList<>();
            for (int i = 0; i < 3; i++) reading.add(readers.submit(() -> readUntil(done, index)));
            for (int i = 2; i < 40; i++) {
                List<Entry> next = i % 2 == 0 ? odd : even;
                if (i % 3 == 0) index.rebuild(next, i);
                else update(index, next, Set.of(), i);
            }
            done.set(true);

            for (Future<Integer> reader : reading) assertThat(reader.get()).isPositive();
        }
    }

    private static int readUntil(AtomicBoolean done, SearchIndex index) {
        int searches = 0;
        while (!done.get() || searches == 0) {
            Results all = index.search(words("dataset"));
            assertThat(all.total()).isEqualTo(50);
            List<Results.Value> keywords = Datasets.listed(all, "keyword");
            assertThat(keywords).hasSize(1);
            assertThat(counted(all, "keyword", keywords.getFirst().value()).count())
                    .isEqualTo(50);
            assertThat(all.hits())
                    .allSatisfy(hit ->
                            assertThat(hit.title()).endsWith(keywords.getFirst().value()));
            searches++;
        }
        return searches;
    }

    private static List<Entry> generation(int number) {
        return IntStream.range(0, 50)
                .mapToObj(i -> dataset(
                        "d" + i,
                        "dct:title \"Dataset %d of g%d\" ; dcat:keyword \"g%d\" .".formatted(i, number, number)))
                .toList();
    }

    private SearchIndex open() {
        return SearchIndex.open(folder, Datasets.SCHEMES, Datasets.SHAPES);
    }

    private static void damage(Path file, String how) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (how) {
            case "flip" -> {
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
            case "cut" -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            case "delete" -> Files.delete(file);
            default -> throw new IllegalArgumentException(how);
        }
    }

    private static Path largest(Path folder) throws IOException {
        return files(folder).stream()
                .max(java.util.Comparator.comparingLong(file -> file.toFile().length()))
                .orElseThrow();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }
}
