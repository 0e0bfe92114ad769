package samdata.harvester;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.catalog.Catalog;
import samdata.catalog.FullDisk;
import samdata.catalog.store.Comparison;
import samdata.catalog.store.Graphs;
import samdata.harvester.fetch.FetchSettings;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Turn;
import samdata.harvester.fetch.Visit;
import samdata.harvester.read.Genid;
import samdata.harvester.run.Findings;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Progress;
import samdata.harvester.run.Run;
import samdata.harvester.run.RunGraph;
import samdata.harvester.run.Runs;
import samdata.harvester.source.Source;

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

    private static final String WAITS = ", so the old ones stay. It is let in by";

    private final Catalog catalog;
    private final Reader reader;
    private final Runs runs;
    private final FetchSettings settings;
    private final Remembered remembered;
    private final Held held;
    private final String rules;

    Harvest(Catalog catalog, Reader reader, Runs runs, FetchSettings settings, Remembered remembered, Held held) {
        this.catalog = catalog;
        this.reader = reader;
        this.runs = runs;
        this.settings = settings;
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

        /**
         * The source says what it said.
         *
         * @param fetched what to remember of it
         * @param staying of how many datasets that could not be read the former version stays
         */
        record Unchanged(Source source, Remembered.Fetched fetched, long staying) implements Step {}

        /**
         * @param source with the protocol it was read by
         * @param foundBy the run that found the same, which is told once; empty when there is none
         */
        record ToStore(
                Source source,
                Reader.Brought brought,
                Comparison comparison,
                String foundBy,
                String hash,
                String state,
                List<Visit.Page> pages)
                implements Step {}
    }

    /** All that needs no lock on the store, and writes nothing. */
    Step read(Source registered, Run run, Progress progress, Turn turn) {
        try (var visit = reader.visit(progress, turn)) {
            var source = reader.detected(registered, progress, turn);
            var noted = remembered.of(source).filter(fetched -> isCurrent(source, fetched));
            var found = noted.flatMap(fetched -> runs.findings(fetched.run()));
            // what was found is told again or found again, never left out
            var before = noted.filter(fetched -> found.isPresent());
            long staying = found.map(Findings::staying).orElse(0L);
            if (before.isPresent() && visit.unchanged(before.get().pages()))
                return new Step.Unchanged(source, before.get(), staying);
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
                                visit.pages()),
                        staying);
            }
            progress.at(Progress.Phase.RECOGNISING, visit.pages().size(), 0);
            var said = reader.said(source, reading, () -> stated(source), turn);
            var comparison = catalog.compare(said);
            var checked = found.flatMap(all -> checkedBefore(all, comparison))
                    .orElseGet(() -> reader.checked(said, progress, turn));
            var brought = Reader.brought(source, said, reading.findings(), checked);
            var foundBy = before.map(Remembered.Fetched::run)
                    .filter(id -> comparison.isEmpty() && found.equals(Optional.of(brought.findings())))
                    .orElse("");
            return new Step.ToStore(
                    source,
                    brought,
                    comparison,
                    foundBy,
                    visit.hash(),
                    reading.former().state(),
                    visit.pages());
        } catch (Refusal refusal) {
            return new Step.Over(over(run, refusal));
        } catch (Refusal.Stop stop) {
            return new Step.Over(over(run, stop.refusal()));
        } catch (RuntimeException | Error e) {
            return new Step.Over(failed(run, e));
        }
    }

    /** What the shapes find, told from what they found before; empty when all has to be looked at. */
    private Optional<Findings> checkedBefore(Findings found, Comparison comparison) {
        if (comparison.isEmpty()) return Optional.of(found.checked());
        return catalog.knowledge().check().again(comparison).flatMap(found::after);
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
        var noted = remembered.of(step.source());
        try {
            var brought = step.brought();
            long before = catalog.datasets(source.id()).size();
            if (shrank(before, brought.datasets())) {
                var waiting = waiting(source.id());
                int times = held.keep(run, brought.said().stated());
                if (times == 1) waitNoMore(waiting, "The harvest " + run.id() + " brought something else.");
                if (times < RUNS_THAT_CONFIRM) return held(run, step, before, times);
            }
            var ended = apply(run, brought, step.comparison(), progress);
            var told = step.foundBy().isEmpty()
                    ? keeping(ended, brought.findings())
                    : ended.leaving(ended.after().foundBy(step.foundBy()));
            return AfterStoring.also(
                    told, "What was fetched could not be noted, so all of it is read again next time.", also -> {
                        remember(source, also, step);
                        return also;
                    });
        } catch (Refusal.Stop stop) { // nothing was stored, so what was noted holds
            noted.ifPresent(fetched -> remembered.put(step.source(), fetched));
            return over(run, stop.refusal());
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
            var ended = apply(run, brought, catalog.compare(said), Progress.NONE);
            return AfterStoring.also(
                    keeping(ended, brought.findings()), "What was fetched before is still noted.", also -> {
                        remembered.forget(source.id());
                        return also;
                    });
        } catch (Refusal.Stop stop) {
            return over(run, stop.refusal());
        } catch (RuntimeException | Error e) {
            return failed(run, e);
        }
    }

    private Run apply(Run run, Reader.Brought brought, Comparison comparison, Progress progress) {
        // should the note of this content not be written, that of the former one must not be taken for it
        if (!comparison.isEmpty()) remembered.forget(run.source());
        progress.at(Progress.Phase.STORING, 0, brought.datasets());
        var examples = brought.findings().examples();
        var patience = new Patience(settings.deadline(), brought.datasets());
        var change = catalog.apply(comparison, RunGraph.activity(run), Instant.now(), patience::check);
        var ended = run.ended(
                        Instant.now(),
                        change.isEmpty() ? Outcome.UNCHANGED : Outcome.STORED,
                        new Run.Datasets(
                                brought.datasets(),
                                change.added().size(),
                                change.changed().size(),
                                change.removed().size()),
                        new Run.Triples(change.triplesAdded(), change.triplesRemoved()),
                        examples,
                        stays(brought.findings().staying()))
                .leaving(new Run.After(
                        change.isEmpty() ? OptionalLong.empty() : OptionalLong.of(change.generation()),
                        OptionalDouble.empty(),
                        "",
                        true));
        return released(AfterStoring.measured(ended, catalog), "It was let in with the harvest " + run.id() + ".");
    }

    private static String stays(long datasets) {
        if (datasets == 0) return "";
        return (datasets == 1
                        ? "1 dataset could not be read, so its former version stays"
                        : datasets + " datasets could not be read, so their former versions stay")
                + ": the findings say why.";
    }

    /** Of what was held for the source nothing waits any more; those who held it say why. */
    private Run released(Run ended, String why) {
        return AfterStoring.also(ended, "What was held of this source before could not be put away.", run -> {
            waitNoMore(waiting(run.source()), why);
            held.forget(run.source());
            return run;
        });
    }

    private List<String> waiting(String source) {
        return held.of(source).map(Held.Waiting::runs).orElse(List.of());
    }

    private void waitNoMore(List<String> waiting, String why) {
        for (String id : waiting)
            runs.amend(id, run -> {
                int waits = run.message().indexOf(WAITS);
                return waits < 0 ? run : run.saying(run.message().substring(0, waits) + ", so it was held. " + why);
            });
    }

    private Run keeping(Run ended, Findings findings) {
        return AfterStoring.also(ended, "Of what was found wrong, only examples could be kept.", run -> {
            runs.keep(run, findings);
            return run;
        });
    }

    private Run held(Run run, Step.ToStore step, long before, int times) {
        var brought = step.brought();
        var ended = run.ended(
                Instant.now(),
                Outcome.HELD,
                new Run.Datasets(brought.datasets(), 0, 0, 0),
                Run.Triples.NONE,
                brought.findings().examples(),
                "Only " + brought.datasets() + " of " + before + " datasets came ("
                        + step.comparison().added().size() + " new, "
                        + step.comparison().changed().size() + " changed, "
                        + step.comparison().removed().size() + " gone)" + WAITS
                        + " `./samdata source release "
                        + run.source() + "`, while samdata serves by POST /api/runs/" + run.id() + "/release, or when "
                        + (times + 1 == RUNS_THAT_CONFIRM ? "the next harvest brings" : "the next two harvests bring")
                        + " the same");
        return keeping(ended, brought.findings());
    }

    private boolean shrank(long before, long now) {
        long fewer = before - now;
        if (before > 0 && now == 0) return true;
        return fewer > FEW && fewer * 100 > before * settings.holdAt();
    }

    /** Notes that nothing is new. */
    Run unchanged(Run run, Step.Unchanged step) {
        var fetched = step.fetched();
        var found = runs.found(fetched.run());
        var ended = run.ended(
                        Instant.now(),
                        Outcome.UNCHANGED,
                        new Run.Datasets(fetched.datasets(), 0, 0, 0),
                        Run.Triples.NONE,
                        found.orElse(List.of()),
                        stays(step.staying()))
                .leaving(Run.After.NONE.foundBy(found.isPresent() ? fetched.run() : ""));
        var told = released(
                AfterStoring.measured(ended, catalog),
                "The harvest " + run.id() + " brought again what was there before.");
        return AfterStoring.also(told, "What was fetched could not be noted.", also -> {
            if (!remembered.of(step.source()).equals(Optional.of(fetched))) remembered.put(step.source(), fetched);
            return also;
        });
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
                        step.foundBy().isEmpty() ? run.id() : step.foundBy(),
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
