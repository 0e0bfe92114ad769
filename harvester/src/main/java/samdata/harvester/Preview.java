package samdata.harvester;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.catalog.Knowledge;
import samdata.catalog.store.Entries;
import samdata.catalog.store.Entry;
import samdata.catalog.store.Harvested;

/**
 * A harvest without a store: an address is read, named, recognised and checked as a first harvest would, and nothing is
 * written anywhere. Whatever is wrong with it is the outcome, never an exception.
 */
public final class Preview {
    /** In the place of a source's id; it stands in the names of blank nodes alone. */
    public static final String ID = "preview";

    private static final Logger LOG = LoggerFactory.getLogger(Preview.class);

    private final Knowledge knowledge;
    private final Reader reader;
    private final FetchSettings budget;

    /** @param budget of one preview */
    public Preview(Knowledge knowledge, Fetcher fetcher, FetchSettings budget) {
        this.knowledge = knowledge;
        this.reader = new Reader(knowledge, fetcher, budget);
        this.budget = budget;
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
     * @param brought empty when nothing would be stored
     */
    public record Seen(Run run, Optional<String> protocol, Optional<Entries> brought) {
        /** Each dataset as it would be read from the store, without judgements, sorted by IRI. */
        public Stream<Entry> datasets() {
            return brought.stream()
                    .flatMap(entries -> entries.datasets()
                            .flatMap(dataset -> entries.unjudged(dataset, Optional.empty()).stream()));
        }
    }

    /** That an address cannot be one, in the form of a run. */
    public static Seen unusable(SourceException why) {
        var run = Run.begun(ID, ID, Instant.now());
        return new Seen(
                run.ended(Instant.now(), Outcome.UNREACHABLE, String.valueOf(why.getMessage())),
                Optional.empty(),
                Optional.empty());
    }

    public Seen of(Source source, Progress progress) {
        var run = Run.begun(ID, source.id(), Instant.now());
        var protocol = Optional.of(source.protocol()).filter(name -> !name.equals(Source.UNDETECTED));
        try (var turn = Turn.alone(budget.deadline());
                var visit = reader.visit(progress, turn)) {
            var detected = reader.detected(source, progress, turn);
            protocol = Optional.of(detected.protocol());
            return seen(run, detected, reader.read(detected, "", visit), progress, turn);
        } catch (Refusal refusal) {
            return new Seen(Harvest.over(run, refusal), protocol, Optional.empty());
        } catch (Refusal.Stop stop) {
            return new Seen(Harvest.over(run, stop.refusal()), protocol, Optional.empty());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("The preview of {} failed", source.url(), e);
            var failed = run.ended(Instant.now(), Outcome.FAILED, "An error inside samdata stopped this preview");
            return new Seen(failed, protocol, Optional.empty());
        }
    }

    private Seen seen(Run run, Source source, Reading reading, Progress progress, Turn turn) {
        progress.at(Progress.Phase.RECOGNISING, 0, 0);
        var brought = reader.brought(source, reading, () -> Graph.emptyGraph, progress, turn);
        var harvested = new Harvested(
                source.id(), brought.said().stated(), brought.said().recognised());
        long triples = brought.said().stated().size();
        var ended = run.ended(
                Instant.now(),
                triples == 0 && brought.said().recognised().isEmpty() ? Outcome.UNCHANGED : Outcome.STORED,
                new Run.Datasets(brought.datasets(), brought.datasets(), 0, 0),
                new Run.Triples(triples, 0),
                brought.findings(),
                "");
        return new Seen(
                ended,
                Optional.of(source.protocol()),
                Optional.of(Entries.alone(harvested, knowledge.vocabulary(), ended.started())));
    }
}
