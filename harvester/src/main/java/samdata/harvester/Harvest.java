package samdata.harvester;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.catalog.Catalog;
import samdata.catalog.FullDisk;
import samdata.catalog.store.Comparison;
import samdata.catalog.store.Graphs;

/**
 * The whole way from a company's endpoint to the catalogue: read, name, recognise, check, guard, store. Whatever a company
 * does wrong is the outcome of a {@link Run}, never an exception, and leaves what it said before in place.
 */
final class Harvest {
    private static final Logger LOG = LoggerFactory.getLogger(Harvest.class);
    private static final int RUNS_THAT_CONFIRM = 3;
    private static final int FEW = 5;
    /** What is let in was read and checked within its deadline before. */
    private static final Duration RELEASING = Duration.ofHours(1);

    private final Catalog catalog;
    private final Reader reader;
    private final Runs runs;
    private final int holdAt;
    private final Remembered remembered;
    private final Held held;
    private final String rules;

    Harvest(Catalog catalog, Reader reader, Runs runs, int holdAt, Remembered remembered, Held held) {
        this.catalog = catalog;
        this.reader = reader;
        this.runs = runs;
        this.holdAt = holdAt;
        this.remembered = remembered;
        this.held = held;
        this.rules = Normaliser.VERSION + " "
                + GraphDigest.of(
                        catalog.vocabulary(),
                        catalog.shapes(),
                        catalog.knowledge().check().rules());
    }

    /** Either the run is over, or there is something to write. */
    sealed interface Step {
        record Over(Run run) implements Step {}

        /** The source says what it said; {@code fetched} is what to remember of it. */
        record Unchanged(Source source, Remembered.Fetched fetched) implements Step {}

        /** @param source with the protocol it was read by */
        record ToStore(
                Source source,
                Reader.Brought brought,
                Comparison comparison,
                String hash,
                String state,
                List<Visit.Page> pages)
                implements Step {}
    }

    /** All that needs no lock on the store, and writes nothing. */
    Step read(Source registered, Run run, Progress progress, Turn turn) {
        try (var visit = reader.visit(progress, turn)) {
            var source = reader.detected(registered, progress, turn);
            var before = remembered.of(source).filter(fetched -> isCurrent(source, fetched));
            if (before.isPresent() && visit.unchanged(before.get().pages()))
                return new Step.Unchanged(source, before.get());
            var state = before.map(Remembered.Fetched::state).orElse("");
            var reading = reader.read(source, state, visit);
            if (before.isPresent() && before.get().hash().equals(visit.hash())) {
                var fetched = before.get();
                return new Step.Unchanged(
                        source,
                        new Remembered.Fetched(
                                fetched.rules(),
                                visit.hash(),
                                fetched.datasets(),
                                fetched.stored(),
                                fetched.state(),
                                fetched.run(),
                                visit.pages()));
            }
            progress.at(Progress.Phase.RECOGNISING, visit.pages().size(), 0);
            var said = reader.said(source, reading, () -> stated(source), turn);
            var comparison = catalog.compare(said);
            var checked = before.flatMap(fetched -> checkedBefore(fetched, comparison))
                    .orElseGet(() -> reader.checked(said, progress, turn));
            var brought = Reader.brought(source, said, reading.findings(), checked);
            return new Step.ToStore(
                    source, brought, comparison, visit.hash(), reading.former().state(), visit.pages());
        } catch (Refusal refusal) {
            return new Step.Over(over(run, refusal));
        } catch (Refusal.Stop stop) {
            return new Step.Over(over(run, stop.refusal()));
        } catch (RuntimeException | Error e) {
            return new Step.Over(failed(run, e));
        }
    }

    /** What the shapes find, told from what they found before; empty when all has to be looked at. */
    private Optional<List<Run.Finding>> checkedBefore(Remembered.Fetched fetched, Comparison comparison) {
        var found = runs.get(fetched.run())
                .map(run -> run.violations().stream()
                        .filter(finding -> Findings.isChecked(finding.violation()))
                        .toList());
        if (comparison.isEmpty()) return found;
        return found.flatMap(before ->
                catalog.knowledge().check().again(comparison).flatMap(change -> Findings.updated(before, change)));
    }

    static Run over(Run run, Refusal refusal) {
        return run.ended(Instant.now(), refusal.outcome(), refusal.why());
    }

    private Graph stated(Source source) {
        return catalog.read(store -> {
            var copy = GraphFactory.createDefaultGraph();
            store.getGraph(Graphs.stated(source.id())).find().forEachRemaining(copy::add);
            return copy;
        });
    }

    /** Stores what was brought, unless it is so much less than before that it is held. */
    Run store(Source source, Run run, Step.ToStore step, Progress progress) {
        try {
            var brought = step.brought();
            long before = catalog.datasets(source.id()).size();
            if (shrank(before, brought.datasets())) {
                int times = held.keep(run, brought.said().stated());
                if (times < RUNS_THAT_CONFIRM) return held(run, brought, before, times);
            }
            var ended = apply(source, run, brought, step.comparison(), progress);
            remember(source, run, step);
            return ended;
        } catch (RuntimeException | Error e) {
            return failed(run, e);
        }
    }

    /** Lets in what was held. */
    Run release(Source source, Run run) {
        try {
            var turn = Turn.alone(RELEASING);
            var said = reader.said(source, held.stated(source.id()), turn);
            var brought = Reader.brought(source, said, List.of(), reader.checked(said, Progress.NONE, turn));
            return apply(source, run, brought, catalog.compare(said), Progress.NONE);
        } catch (RuntimeException | Error e) {
            return failed(run, e);
        }
    }

    private Run apply(Source source, Run run, Reader.Brought brought, Comparison comparison, Progress progress) {
        progress.at(Progress.Phase.STORING, 0, brought.datasets());
        var change = catalog.apply(comparison, RunGraph.activity(run), Instant.now());
        held.forget(source.id());
        var ended = run.ended(
                Instant.now(),
                change.isEmpty() ? Outcome.UNCHANGED : Outcome.STORED,
                new Run.Datasets(
                        brought.datasets(),
                        change.added().size(),
                        change.changed().size(),
                        change.removed().size()),
                new Run.Triples(change.triplesAdded(), change.triplesRemoved()),
                brought.findings(),
                "");
        return ended.leaving(new Run.After(
                change.isEmpty() ? OptionalLong.empty() : OptionalLong.of(change.generation()),
                catalog.points(source.id())));
    }

    private Run held(Run run, Reader.Brought brought, long before, int times) {
        return run.ended(
                Instant.now(),
                Outcome.HELD,
                new Run.Datasets(brought.datasets(), 0, 0, 0),
                Run.Triples.NONE,
                brought.findings(),
                "Only " + brought.datasets() + " of " + before + " datasets came, so the old ones stay. It is let in by"
                        + " `samdata source release " + run.source() + "`, or when " + (RUNS_THAT_CONFIRM - times)
                        + " more harvests in a row bring the same");
    }

    private boolean shrank(long before, long now) {
        long fewer = before - now;
        if (before > 0 && now == 0) return true;
        return fewer > FEW && fewer * 100 > before * holdAt;
    }

    /** Notes that nothing is new. */
    Run unchanged(Run run, Step.Unchanged step) {
        try {
            held.forget(run.source());
            if (!remembered.of(step.source()).equals(Optional.of(step.fetched())))
                remembered.put(step.source(), step.fetched());
            var ended = run.ended(
                    Instant.now(),
                    Outcome.UNCHANGED,
                    new Run.Datasets(step.fetched().datasets(), 0, 0, 0),
                    Run.Triples.NONE,
                    List.of(),
                    "");
            return ended.leaving(new Run.After(OptionalLong.empty(), catalog.points(run.source())));
        } catch (RuntimeException | Error e) {
            return failed(run, e);
        }
    }

    private boolean isCurrent(Source source, Remembered.Fetched fetched) {
        return fetched.rules().equals(rules(source)) && fetched.stored().equals(stored(source));
    }

    private void remember(Source source, Run run, Step.ToStore step) {
        remembered.put(
                source,
                new Remembered.Fetched(
                        rules(source),
                        step.hash(),
                        step.brought().datasets(),
                        stored(source),
                        step.state(),
                        run.id(),
                        step.pages()));
    }

    private String rules(Source source) {
        return Genid.hash(rules, source.url().toString(), source.protocol());
    }

    private String stored(Source source) {
        return Genid.hash(catalog.datasets(source.id()).toArray(String[]::new));
    }

    static Run failed(Run run, Throwable e) {
        LOG.error("The harvest {} failed", run.id(), e);
        return run.ended(
                Instant.now(),
                Outcome.FAILED,
                FullDisk.caused(e)
                        ? "The disk of this server is full, so nothing of this harvest was stored and what was stored before"
                                + " stays. Make room and harvest again."
                        : "An error inside samdata stopped this harvest; the log has the details under " + run.id());
    }
}
