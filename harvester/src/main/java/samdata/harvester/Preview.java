package samdata.harvester;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.catalog.Appraisal;
import samdata.catalog.Knowledge;
import samdata.catalog.store.Entries;
import samdata.catalog.store.Entry;
import samdata.catalog.store.Harvested;
import samdata.harvester.fetch.Fetcher;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Turn;
import samdata.harvester.read.Reading;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Progress;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;
import samdata.harvester.source.SourceException;

/**
 * A harvest without a store: an address is read, named, recognised, checked and judged as a first harvest would, within
 * one deadline, and nothing is written anywhere. Whatever is wrong with it is the outcome, never an exception.
 */
public final class Preview {
    /** In the place of a source's id; it stands in the names of blank nodes alone. */
    public static final String ID = "preview";

    private static final Logger LOG = LoggerFactory.getLogger(Preview.class);

    private final Knowledge knowledge;
    private final Reader reader;
    private final Duration deadline;

    public Preview(Knowledge knowledge, Fetcher fetcher) {
        this.knowledge = knowledge;
        this.reader = new Reader(knowledge, fetcher);
        this.deadline = fetcher.settings().deadline();
    }

    /** What protocols are called, sorted. */
    public static List<String> protocols() {
        return Reader.protocols();
    }

    /**
     * What a harvest would bring.
     *
     * @param run as the first harvest of the source would end; it is in no journal
     * @param protocol empty when it was not given and could not be told
     * @param appraisal of the datasets that would be stored; of none when nothing would be
     */
    public record Seen(Run run, Optional<String> protocol, Appraisal appraisal) {}

    /**
     * How much of what is thought of the datasets is told.
     *
     * @param lang of their titles
     * @param listed how many datasets are told one by one
     */
    public record Telling(String lang, int listed) {}

    /** That an address cannot be one, in the form of a run. */
    public Seen unusable(SourceException why) {
        var run = Run.begun(ID, ID, Instant.now());
        return new Seen(
                run.ended(Instant.now(), Outcome.UNREACHABLE, String.valueOf(why.getMessage())),
                Optional.empty(),
                nothing());
    }

    public Seen of(Source source, Telling telling, Progress progress) {
        var run = Run.begun(ID, source.id(), Instant.now());
        var protocol = Optional.of(source.protocol()).filter(name -> !name.equals(Source.UNDETECTED));
        try (var turn = Turn.alone(deadline);
                var visit = reader.visit(progress, turn)) {
            var detected = reader.detected(source, progress, turn);
            protocol = Optional.of(detected.protocol());
            var brought = brought(detected, reader.read(detected, "", visit), progress, turn);
            var appraisal = appraised(brought.said(), run, telling, turn);
            return new Seen(ended(run, brought), protocol, appraisal);
        } catch (Refusal refusal) {
            return new Seen(Harvest.over(run, refusal), protocol, nothing());
        } catch (Refusal.Stop stop) {
            return new Seen(Harvest.over(run, stop.refusal()), protocol, nothing());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("The preview of {} failed", source.url(), e);
            var failed = run.ended(Instant.now(), Outcome.FAILED, "An error inside samdata stopped this preview");
            return new Seen(failed, protocol, nothing());
        }
    }

    private Reader.Brought brought(Source source, Reading reading, Progress progress, Turn turn) {
        progress.at(Progress.Phase.RECOGNISING, 0, 0);
        return reader.brought(source, reading, () -> Graph.emptyGraph, progress, turn);
    }

    /** Many datasets may share much: each is read within the deadline, too. */
    private Appraisal appraised(Harvested said, Run run, Telling telling, Turn turn) {
        var timed = new Harvested(said.source(), new TimedGraph(said.stated(), turn), said.recognised());
        var entries = Entries.alone(timed, knowledge.vocabulary(), run.started());
        Consumer<Object> inTime = any -> turn.check();
        Stream<Entry> datasets = entries.datasets()
                .peek(inTime)
                .flatMap(dataset -> entries.unjudged(dataset, Optional.empty()).stream())
                .peek(inTime);
        return Appraisal.of(datasets, knowledge, telling.lang(), telling.listed());
    }

    private Appraisal nothing() {
        return Appraisal.of(Stream.empty(), knowledge, "en", 0);
    }

    private static Run ended(Run run, Reader.Brought brought) {
        long triples = brought.said().stated().size();
        return run.ended(
                Instant.now(),
                triples == 0 && brought.said().recognised().isEmpty() ? Outcome.UNCHANGED : Outcome.STORED,
                new Run.Datasets(brought.datasets(), brought.datasets(), 0, 0),
                new Run.Triples(triples, 0),
                brought.findings().examples(),
                "");
    }
}
