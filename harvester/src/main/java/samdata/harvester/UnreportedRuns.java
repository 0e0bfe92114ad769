package samdata.harvester;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import samdata.catalog.Catalog;
import samdata.catalog.history.Changes;
import samdata.catalog.history.DatasetChange;
import samdata.catalog.history.Kind;
import samdata.catalog.store.Graphs;
import samdata.harvester.run.Findings;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.run.RunGraph;
import samdata.harvester.run.Runs;

/** Tells from store and change log what became of runs of which there is no report. */
final class UnreportedRuns {
    private static final String UNREPORTED =
            "Its report was not written, since samdata was stopped or had no room for it.";
    private static final String UNCOUNTED = "How much it changed is not known.";

    private final Catalog catalog;
    private final Runs runs;

    UnreportedRuns(Catalog catalog, Runs runs) {
        this.catalog = catalog;
        this.runs = runs;
    }

    /** How a run ended of which no report was written: its process was stopped, or had no room for it. */
    Run ended(Run run) {
        var told = told(run);
        return told.leaving(told.after().unseen());
    }

    private Run told(Run run) {
        boolean stored = catalog.read(
                store -> store.getGraph(Graphs.PROVENANCE).contains(RunGraph.iri(run.id()), Node.ANY, Node.ANY));
        if (stored) return unreported(run);
        return run.ended(
                Instant.now(),
                Outcome.FAILED,
                UNREPORTED + " Nothing of it was stored, and what was stored before stays. Harvest again.");
    }

    private Run unreported(Run run) {
        var found = runs.findings(run.id()).map(Findings::examples);
        var next = nextStored(run).map(Run::datasets);
        long seen = next.map(later -> later.seen() - later.added() + later.removed())
                .orElseGet(() -> (long) catalog.datasets(run.source()).size());
        var ended = run.ended(
                Instant.now(),
                Outcome.STORED,
                new Run.Datasets(seen, 0, 0, 0),
                Run.Triples.NONE,
                found.orElse(List.of()),
                "It was stored. " + UNREPORTED
                        + (found.isPresent() ? "" : " What it found is told by the next harvest."));
        var counted = AfterStoring.also(ended, UNCOUNTED, this::counted);
        return next.isPresent() ? counted : AfterStoring.measured(counted, catalog);
    }

    /** The first run after this one that was stored, of the same source. */
    private Optional<Run> nextStored(Run run) {
        return runs.each(run.source(), Integer.MAX_VALUE)
                .takeWhile(later -> later.id().compareTo(run.id()) > 0)
                .filter(later -> later.outcome().equals(Optional.of(Outcome.STORED)))
                .reduce((newer, older) -> older);
    }

    private Run counted(Run run) {
        var generation = catalog.madeBy(RunGraph.iri(run.id()), run.source(), run.started());
        if (generation.isEmpty()) return run.noting(UNCOUNTED);
        return catalog.changes(
                        run.source(), generation.getAsLong(), changes -> counted(run, generation.getAsLong(), changes))
                .orElse(run);
    }

    private static Run counted(Run run, long generation, Changes changes) {
        Map<Kind, Long> kinds =
                changes.datasets().stream().collect(Collectors.groupingBy(DatasetChange::kind, Collectors.counting()));
        var datasets = new Run.Datasets(
                run.datasets().seen(),
                kinds.getOrDefault(Kind.ADDED, 0L),
                kinds.getOrDefault(Kind.CHANGED, 0L),
                kinds.getOrDefault(Kind.REMOVED, 0L));
        return run.ended(
                        Instant.now(),
                        Outcome.STORED,
                        datasets,
                        changes.isWhole()
                                ? new Run.Triples(changes.statementsAdded(), changes.statementsRemoved())
                                : run.triples(),
                        run.violations(),
                        run.message())
                .leaving(new Run.After(OptionalLong.of(generation), OptionalDouble.empty(), "", true));
    }
}
