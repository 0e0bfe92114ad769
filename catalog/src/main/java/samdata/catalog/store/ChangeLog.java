package samdata.catalog.store;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;

/** The history of the store: one RDF Patch file for each generation, on disk before the store commits. */
public final class ChangeLog {
    private static final String SUFFIX = ".rdfp";
    private final Path folder;

    public ChangeLog(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes one change and returns when it is on disk; when it throws there is no file.
     *
     * @param change hands over its differences one by one
     */
    void append(long generation, String source, Instant at, Consumer<Consumer<Diff>> change) {
        try {
            write(generation, source, at, change);
            forceNames();
        } catch (IOException e) {
            delete(generation, e);
            throw new UncheckedIOException(e);
        } catch (Throwable e) {
            delete(generation, e);
            throw e;
        }
    }

    private void write(long generation, String source, Instant at, Consumer<Consumer<Diff>> change) throws IOException {
        try (FileChannel file = FileChannel.open(
                        file(generation),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                BufferedOutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16)) {
            RDFChanges patch = RDFPatchOps.textWriter(out);
            patch.start();
            patch.header("generation", NodeFactory.createLiteralString(Long.toString(generation)));
            patch.header("source", NodeFactory.createLiteralString(source));
            patch.header("at", NodeFactory.createLiteralString(at.toString()));
            patch.txnBegin();
            change.accept(diff -> write(patch, diff));
            patch.txnCommit();
            patch.finish();
            out.flush();
            file.force(true);
        }
    }

    private static void write(RDFChanges patch, Diff diff) {
        diff.deleted().forEach(t -> patch.delete(diff.graph(), t.getSubject(), t.getPredicate(), t.getObject()));
        diff.added().forEach(t -> patch.add(diff.graph(), t.getSubject(), t.getPredicate(), t.getObject()));
    }

    /** A file is on disk when its name is, too. Windows opens no folders and keeps the names itself. */
    private void forceNames() throws IOException {
        if (File.separatorChar == '\\') return;
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private void delete(long generation, Throwable cause) {
        try {
            Files.deleteIfExists(file(generation));
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** The newest generation that has a file; 0 when there is none. */
    public long last() {
        return generations().reduce(0L, Math::max);
    }

    /** Generations from 1 to the last that have no file. */
    public List<Long> missing() {
        Set<Long> present = generations().collect(Collectors.toSet());
        return LongStream.rangeClosed(1, last())
                .boxed()
                .filter(g -> !present.contains(g))
                .toList();
    }

    /** Forgets changes that were written down but never stored. */
    void truncateAfter(long generation) {
        generations().filter(g -> g > generation).forEach(g -> {
            try {
                Files.delete(file(g));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Adds every change to {@code digest}, in any order: additions plus, deletions minus. */
    public void replay(QuadDigest digest) {
        generations().forEach(generation -> {
            try (InputStream in = Files.newInputStream(file(generation))) {
                RDFPatchOps.read(in).apply(new RDFChangesBase() {
                    @Override
                    public void add(Node g, Node s, Node p, Node o) {
                        digest.add(g, s, p, o);
                    }

                    @Override
                    public void delete(Node g, Node s, Node p, Node o) {
                        digest.remove(g, s, p, o);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * What one change did to the graphs of a source; empty when it has no file.
     *
     * @param most how many statements of a graph are kept; of our records, which come after them, all are
     */
    public Optional<Logged> of(long generation, String source, int most) {
        if (!Files.isRegularFile(file(generation))) return Optional.empty();
        Collected collected = new Collected(source, most);
        try (InputStream in = Files.newInputStream(file(generation))) {
            new RDFPatchReaderText(in).apply(collected);
        } catch (Enough e) {
            // what follows is derived
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new Logged(collected.diffs, collected.whole));
    }

    /**
     * The generation that {@code activity} made of a source.
     *
     * @param since when it began: earlier changes are not looked at
     * @return empty when no change since then names it
     */
    public OptionalLong madeBy(Node activity, String source, Instant since) {
        return generations()
                .sorted(Comparator.reverseOrder())
                .takeWhile(
                        generation -> !Instant.parse(header(generation, "at")).isBefore(since))
                .filter(generation -> header(generation, "source").equals(source))
                .filter(generation -> of(generation, source, 0).stream()
                        .flatMap(logged -> logged.of(Graphs.PROVENANCE).added().stream())
                        .anyMatch(triple -> triple.getSubject().equals(activity)))
                .mapToLong(generation -> generation)
                .findFirst();
    }

    private String header(long generation, String field) {
        try (InputStream in = Files.newInputStream(file(generation))) {
            return RDFPatchOps.readHeader(in).get(field).getLiteralLexicalForm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gathers what is written of one source's graphs and the provenance, until judgements come, which are always last. */
    private static final class Collected extends RDFChangesBase {
        final Map<Node, Diff> diffs = new HashMap<>();
        final int most;
        final Node stated;
        boolean whole = true;

        Collected(String source, int most) {
            this.most = most;
            this.stated = Graphs.stated(source);
            Stream.of(stated, Graphs.records(source), Graphs.PROVENANCE)
                    .forEach(graph -> diffs.put(graph, new Diff(graph, new ArrayList<>(), new ArrayList<>())));
        }

        @Override
        public void add(Node g, Node s, Node p, Node o) {
            note(g, Triple.create(s, p, o), Diff::added);
        }

        @Override
        public void delete(Node g, Node s, Node p, Node o) {
            note(g, Triple.create(s, p, o), Diff::deleted);
        }

        private void note(Node graph, Triple triple, Function<Diff, List<Triple>> side) {
            if (graph.equals(Graphs.JUDGEMENTS)) throw new Enough();
            Diff diff = diffs.get(graph);
            if (diff == null) return;
            if (graph.equals(stated) && diff.added().size() + diff.deleted().size() >= most) whole = false;
            else side.apply(diff).add(triple);
        }
    }

    /** Nothing that is asked for follows. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super(null, null, false, false);
        }
    }

    private Stream<Long> generations() {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> Long.parseLong(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(long generation) {
        return folder.resolve(String.format(Locale.ROOT, "%010d%s", generation, SUFFIX));
    }
}
