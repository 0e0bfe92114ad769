package samdata.harvester;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of harvests: each that has ended is one Turtle file under {@code runs/} of the data folder; one under way
 * is known only to this process, so that nothing is "running" after a start.
 */
public final class Runs {
    static final int KEPT = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    private static final Pattern ID = Pattern.compile("\\d{8}T\\d{9}Z-([a-z0-9-]{1,64})");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String ENDING = ".ttl";

    private final Path folder;
    private final Map<String, Run> underWay = new ConcurrentHashMap<>();
    private final Map<String, Optional<Run>> newest = new ConcurrentHashMap<>();

    private Runs(Path folder) {
        this.folder = folder;
    }

    public static Runs open(Path data) {
        return new Runs(data.resolve("runs"));
    }

    /** The runs of a source, newest first, one under way before all. */
    public List<Run> of(String source, int limit) {
        return each(source, limit).toList();
    }

    /** The same, each read when it is asked for: all of them with all their findings may not have room. */
    public Stream<Run> each(String source, int limit) {
        var ended = ids(source).stream().map(this::read).flatMap(Optional::stream);
        return Stream.concat(Stream.ofNullable(underWay.get(source)), ended).limit(limit);
    }

    public Optional<Run> get(String id) {
        var named = ID.matcher(id);
        if (!named.matches()) return Optional.empty();
        var running = underWay.get(named.group(1));
        return running != null && running.id().equals(id) ? Optional.of(running) : read(id);
    }

    boolean isUnderWay(String source) {
        return underWay.containsKey(source);
    }

    /** The run under way, else the newest. */
    public Optional<Run> last(String source) {
        var running = underWay.get(source);
        return running != null ? Optional.of(running) : lastEnded(source);
    }

    Optional<Run> lastEnded(String source) {
        return newest.computeIfAbsent(
                source,
                id -> ids(id).stream().map(this::read).flatMap(Optional::stream).findFirst());
    }

    /** Begins a run, or answers the one of this source that is under way already. */
    synchronized Begun begin(String source, Instant now) {
        var running = underWay.get(source);
        if (running != null) return new Begun(running, false);
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        var latest = lastEnded(source).map(Run::id).orElse("");
        while (id(at, source).compareTo(latest) <= 0) at = at.plusMillis(1);
        var run = Run.begun(id(at, source), source, now);
        underWay.put(source, run);
        return new Begun(run, true);
    }

    /** @param fresh whether this call began it */
    record Begun(Run run, boolean fresh) {}

    /** Writes a run that has ended; it is not under way any more, written or not. */
    void end(Run run) {
        // known before it is written: a full disk must not make the source due again at once
        newest.put(run.source(), Optional.of(run));
        try {
            var bytes = new ByteArrayOutputStream();
            RDFDataMgr.write(bytes, RunGraph.of(run), RDFFormat.TURTLE_BLOCKS);
            AtomicFile.write(file(run.id(), run.source()), bytes.toByteArray());
            for (String old : ids(run.source()).stream().skip(KEPT).toList())
                Files.deleteIfExists(file(old, run.source()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the run " + run.id() + " to " + folder, e);
        } finally {
            abandon(run);
        }
    }

    /** Drops a run that is under way, as if it had not been. */
    void abandon(Run run) {
        underWay.computeIfPresent(
                run.source(), (source, running) -> running.id().equals(run.id()) ? null : running);
    }

    /** Forgets every run of a source, one under way too. */
    void forget(String source) {
        underWay.remove(source);
        try {
            for (String id : ids(source)) Files.deleteIfExists(file(id, source));
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
        try (var in = Files.newInputStream(file(id, source))) {
            var graph = RDFParser.source(in).lang(Lang.TURTLE).toGraph();
            return Optional.of(RunGraph.read(graph, id, source));
        } catch (IOException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be read as a harvest and is passed over: {}", file(id, source), e.getMessage());
            return Optional.empty();
        }
    }

    /** Newest first. */
    private List<String> ids(String source) {
        var runs = folder.resolve(source);
        if (!Files.isDirectory(runs)) return List.of();
        try (var files = Files.list(runs)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(name -> ID.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the runs in " + runs, e);
        }
    }

    private Path file(String id, String source) {
        return folder.resolve(source).resolve(id + ENDING);
    }

    private static String id(Instant at, String source) {
        return STAMP.format(at) + "-" + source;
    }
}
