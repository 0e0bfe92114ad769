package samdata.harvester.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.harvester.source.AtomicFile;

/**
 * The journal of harvests under {@code runs/} of the data folder: each that has ended is one Turtle file, with all that it
 * found beside it. Of one under way an empty file tells that it was begun, so that it is not forgotten when its process
 * is killed; only this process says that it is under way.
 */
public final class Runs {
    /** How many runs of one source are kept, beside the one that found what they tell. */
    public static final int KEPT = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    /** Of runs that ended so, the findings are those of what is stored. */
    private static final Set<Outcome> CURRENT = EnumSet.of(Outcome.STORED, Outcome.UNCHANGED);

    private static final Pattern ID = Pattern.compile("\\d{8}T\\d{9}Z-([a-z0-9-]{1,64})");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String ENDED = ".ttl";
    private static final String BEGUN = ".begun";
    private static final String FINDINGS = ".findings.gz";

    private final Path folder;
    private final Map<String, Run> underWay = new ConcurrentHashMap<>();
    private final Map<String, Optional<Run>> newest = new ConcurrentHashMap<>();

    private Runs(Path folder) {
        this.folder = folder;
    }

    public static Runs open(Path data) {
        return new Runs(data.resolve("runs"));
    }

    /** The runs of a source, newest first, one under way before all. What another run found is told of each. */
    public List<Run> of(String source, int limit) {
        return each(source, limit).toList();
    }

    /** The same, each read when it is asked for: all of them with all their findings may not have room. */
    public Stream<Run> each(String source, int limit) {
        var written = ids(source, ENDED);
        var unwritten = newest.getOrDefault(source, Optional.empty()).filter(run -> !written.contains(run.id()));
        var ended = written.stream().flatMap(id -> read(id).stream()).map(new Retold()::of);
        var known = Stream.concat(Stream.ofNullable(underWay.get(source)), unwritten.stream());
        return Stream.concat(known, ended).limit(limit);
    }

    public Optional<Run> get(String id) {
        var named = ID.matcher(id);
        if (!named.matches()) return Optional.empty();
        var source = named.group(1);
        return Stream.of(Optional.ofNullable(underWay.get(source)), newest.getOrDefault(source, Optional.empty()))
                .flatMap(Optional::stream)
                .filter(run -> run.id().equals(id))
                .findFirst()
                .or(() -> read(id).map(this::withFindings));
    }

    /** Examples of what the run with this id found; known without reading when the newest found the same. */
    public Optional<List<Run.Finding>> found(String id) {
        var named = ID.matcher(id);
        if (!named.matches()) return Optional.empty();
        return lastEnded(named.group(1))
                .filter(run -> run.id().equals(id) || run.after().found().equals(id))
                .or(() -> get(id))
                .map(Run::violations);
    }

    /** Everything that a run found; the examples, when that was not kept or is damaged. */
    public Findings findings(Run run) {
        var finder = run.after().found().isEmpty() ? run.id() : run.after().found();
        return findings(finder).orElseGet(() -> Findings.of(run.violations()));
    }

    /** Everything that the run with this id found itself, read through once; empty when that is not kept, or damaged. */
    public Optional<Findings> findings(String id) {
        var named = ID.matcher(id);
        if (!named.matches()) return Optional.empty();
        try {
            var findings = Findings.packed(Files.readAllBytes(file(id, named.group(1), FINDINGS)));
            findings.each(finding -> {}); // who tells them finds no damage when half is told
            return Optional.of(findings);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("What the run {} found cannot be read: {}", id, e.toString());
            return Optional.empty();
        }
    }

    public boolean isUnderWay(String source) {
        return underWay.containsKey(source);
    }

    /** The run under way, else the newest. */
    public Optional<Run> last(String source) {
        var running = underWay.get(source);
        return running != null ? Optional.of(running) : lastEnded(source);
    }

    public Optional<Run> lastEnded(String source) {
        return newest.computeIfAbsent(
                source,
                id -> ids(id, ENDED).stream()
                        .flatMap(run -> read(run).stream())
                        .findFirst()
                        .map(this::withFindings));
    }

    /**
     * Begins a run, or answers the one of this source that is under way already.
     *
     * @throws UncheckedIOException when it cannot be written down that it began
     */
    public synchronized Begun begin(String source, Instant now) {
        var running = underWay.get(source);
        if (running != null) return new Begun(running, false);
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        var latest = lastEnded(source).map(Run::id).orElse("");
        while (id(at, source).compareTo(latest) <= 0) at = at.plusMillis(1);
        var run = Run.begun(id(at, source), source, now);
        try {
            AtomicFile.mark(file(run.id(), source, BEGUN));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
        underWay.put(source, run);
        return new Begun(run, true);
    }

    /** @param fresh whether this call began it */
    public record Begun(Run run, boolean fresh) {}

    /** Keeps everything that a run found, before it ends. */
    public void keep(Run run, Findings findings) {
        try {
            AtomicFile.write(file(run.id(), run.source(), FINDINGS), findings.packed());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    /**
     * Writes a run that has ended; it is not under way any more. One that cannot be written, on a full disk, is known to
     * this process all the same.
     *
     * @return the run as it is told from now on
     */
    public Run end(Run run) {
        try {
            // known before it is written: a full disk must not make the source due again at once
            know(run);
            write(run);
            Files.deleteIfExists(file(run.id(), run.source(), BEGUN));
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The run {} cannot be written to {}: {}", run.id(), folder, e.toString());
            var unwritten =
                    run.noting("This report could not be written down, so it is known until samdata is restarted.");
            know(unwritten);
            return unwritten;
        } finally {
            leave(run);
        }
        dropOld(run.source());
        return run;
    }

    /** Tells a run that has ended otherwise than before. */
    public void amend(String id, UnaryOperator<Run> change) {
        get(id).filter(run -> run.ended().isPresent()).map(change).ifPresent(run -> {
            know(run);
            try {
                write(run);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write to " + folder, e);
            }
        });
    }

    private void know(Run run) {
        var last = lastEnded(run.source());
        if (last.filter(newer -> newer.id().compareTo(run.id()) > 0).isEmpty())
            newest.put(run.source(), Optional.of(run));
    }

    private void write(Run run) throws IOException {
        var bytes = new ByteArrayOutputStream();
        RDFDataMgr.write(bytes, RunGraph.of(run), RDFFormat.TURTLE_BLOCKS);
        AtomicFile.write(file(run.id(), run.source(), ENDED), bytes.toByteArray());
    }

    /** But for the one that found what those that are kept tell; what cannot be dropped now is dropped later. */
    private void dropOld(String source) {
        try {
            var ids = ids(source, ENDED);
            if (ids.size() <= KEPT) return;
            var finder = finder(ids.subList(0, KEPT).reversed());
            for (String old : ids.subList(KEPT, ids.size())) {
                if (old.equals(finder)) continue;
                for (String ending : List.of(ENDED, FINDINGS)) Files.deleteIfExists(file(old, source, ending));
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Old runs of {} cannot be dropped: {}", source, e.toString());
        }
    }

    /**
     * The only run before these that they may name. A run names the last one before it that found something itself, so
     * when the first of these that could names none, or one of these, so do all after it.
     */
    private String finder(List<String> oldestFirst) {
        return oldestFirst.stream()
                .flatMap(id -> read(id).stream())
                .filter(run -> run.outcome().filter(CURRENT::contains).isPresent())
                .map(run -> run.after().found())
                .findFirst()
                .orElse("");
    }

    /** Runs of which it is written that they began and not how they ended: their process is no more. */
    public List<Run> interrupted() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var sources = Files.list(folder)) {
            return sources.map(source -> source.getFileName().toString())
                    .flatMap(source -> ids(source, BEGUN).stream()
                            .filter(id -> Optional.ofNullable(underWay.get(source))
                                    .filter(run -> run.id().equals(id))
                                    .isEmpty())
                            .map(id -> get(id).orElseGet(() -> Run.begun(id, source, time(id)))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the runs in " + folder, e);
        }
    }

    /** Drops a run that is under way, as if it had not been. */
    public void abandon(Run run) {
        leave(run);
        try {
            Files.deleteIfExists(file(run.id(), run.source(), BEGUN));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    private void leave(Run run) {
        underWay.computeIfPresent(
                run.source(), (source, running) -> running.id().equals(run.id()) ? null : running);
    }

    /** Forgets every run of a source, one under way too. */
    public void forget(String source) {
        underWay.remove(source);
        try {
            for (String ending : List.of(BEGUN, FINDINGS, ENDED))
                for (String id : ids(source, ending)) Files.deleteIfExists(file(id, source, ending));
            Files.deleteIfExists(folder.resolve(source));
            newest.remove(source);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the runs of " + source + " from " + folder, e);
        }
    }

    private Optional<Run> read(String id) {
        var named = ID.matcher(id);
        if (!named.matches()) return Optional.empty();
        var source = named.group(1);
        try (var in = Files.newInputStream(file(id, source, ENDED))) {
            var graph = RDFParser.source(in).lang(Lang.TURTLE).toGraph();
            return Optional.of(RunGraph.read(graph, id, source));
        } catch (IOException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be read as a harvest and is passed over: {}", file(id, source, ENDED), e.getMessage());
            return Optional.empty();
        }
    }

    /** With what another run found, if that is still there. */
    private Run withFindings(Run run) {
        var found = run.after().found();
        return found.isEmpty()
                ? run
                : read(found).map(finder -> run.finding(finder.violations())).orElse(run);
    }

    /** Tells of runs, one after another, what they found: what many found again is read once. */
    private final class Retold {
        private Optional<Run> last = Optional.empty();

        Run of(Run run) {
            var found = run.after().found();
            if (found.isEmpty()) return run;
            var retold = last.filter(before -> before.after().found().equals(found))
                    .map(before -> run.finding(before.violations()))
                    .orElseGet(() -> withFindings(run));
            last = Optional.of(retold);
            return retold;
        }
    }

    /** Newest first. */
    private List<String> ids(String source, String ending) {
        var runs = folder.resolve(source);
        if (!Files.isDirectory(runs)) return List.of();
        try (var files = Files.list(runs)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .filter(name -> ID.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the runs in " + runs, e);
        }
    }

    private Path file(String id, String source, String ending) {
        return folder.resolve(source).resolve(id + ending);
    }

    private static Instant time(String id) {
        return STAMP.parse(id.substring(0, id.indexOf('-')), Instant::from);
    }

    private static String id(Instant at, String source) {
        return STAMP.format(at) + "-" + source;
    }
}
