package samdata.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeLogTest {
    @TempDir
    Path folder;

    private ChangeLog log;

    @BeforeEach
    void open() {
        log = new ChangeLog(folder);
    }

    @Test
    void aChangeThatCouldNotBeWrittenWhollyLeavesNoFile() throws IOException {
        append(1, List.of(triple(1)));
        List<Triple> breaksOff = new AbstractList<>() {
            @Override
            public Triple get(int index) {
                if (index == 9_999) throw new IllegalStateException("the disk is full");
                return triple(index);
            }

            @Override
            public int size() {
                return 10_000;
            }
        };

        assertThatThrownBy(() -> append(2, breaksOff)).hasMessage("the disk is full");

        assertThat(log.last()).isEqualTo(1);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void generationsWithoutAFileAreMissing() throws IOException {
        for (long generation = 1; generation <= 7; generation++) append(generation, List.of(triple(1)));
        Files.delete(folder.resolve("0000000001.rdfp"));
        Files.delete(folder.resolve("0000000005.rdfp"));

        assertThat(log.missing()).containsExactly(1L, 5L);
    }

    @Test
    void aChangeIsFoundByTheActivityThatMadeIt() {
        Instant began = Instant.parse("2026-11-23T06:07:08Z");
        for (String change : List.of("1 mill", "2 mill", "3 works", "4 mill"))
            madeBy(Long.parseLong(change.substring(0, 1)), change.substring(2), began);

        assertThat(log.madeBy(activity(2), "mill", began)).hasValue(2);
        assertThat(log.madeBy(activity(3), "mill", began)).isEmpty();
        assertThat(log.madeBy(activity(5), "mill", began)).isEmpty();
        assertThat(log.madeBy(activity(2), "mill", began.plusSeconds(1))).isEmpty();
    }

    private void madeBy(long generation, String source, Instant at) {
        Triple used = Triple.create(activity(generation), NodeFactory.createURI("urn:used"), Graphs.stated(source));
        log.append(generation, source, at, write -> {
            write.accept(new Diff(Graphs.stated(source), List.of(), List.of(triple(1), triple(2))));
            write.accept(new Diff(Graphs.PROVENANCE, List.of(), List.of(used)));
        });
    }

    private static Node activity(long generation) {
        return NodeFactory.createURI("urn:run:" + generation);
    }

    private void append(long generation, List<Triple> added) {
        Diff diff = new Diff(Graphs.stated("mill"), List.of(), added);
        log.append(generation, "mill", Instant.EPOCH, write -> write.accept(diff));
    }

    private static Triple triple(int number) {
        return Triple.create(
                NodeFactory.createURI("urn:s"),
                NodeFactory.createURI("urn:p"),
                NodeFactory.createLiteralString("number " + number));
    }
}
