package samdata.harvester.protocol.oai;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.protocol.Protocol;
import samdata.harvester.read.Reading;
import samdata.harvester.source.Source;

/**
 * An OAI-PMH 2.0 repository, read by ListRecords in the best form it offers: RDF, DataCite or Dublin Core. Every record is
 * taken for a dataset, whatever its type; the type it states is stated.
 *
 * <p>Where the repository remembers deletions for ever, only what is new is asked for, and everything again after a month.
 */
public final class OaiPmhProtocol implements Protocol {
    private static final Duration WHOLE_AGAIN_AFTER = Duration.ofDays(30);

    private static final Pattern ANSWER = Pattern.compile("<(?:[\\w.-]+:)?oai-pmh[\\s>]");

    @Override
    public String name() {
        return "oai-pmh";
    }

    @Override
    public Reading read(Source source, Visit visit) throws Refusal {
        return harvest(source, visit, Optional.empty());
    }

    @Override
    public Reading readSince(String state, Source source, Visit visit) throws Refusal {
        return harvest(source, visit, OaiState.of(state));
    }

    private static Reading harvest(Source source, Visit visit, Optional<OaiState> before) throws Refusal {
        var repository = new OaiRepository(source.url(), visit);
        var identity = repository.identify();
        var why = "no form of metadata that is read here";
        for (String prefix : repository.prefixes()) {
            var since = before.filter(state -> identity.remembersDeletions() && isRecent(state, prefix))
                    .flatMap(state -> OaiRepository.since(state.read(), identity));
            var list = new OaiList(repository, source, visit, before, prefix);
            if (since.isPresent() && list.readNew(since.get())) return list.reading();
            if (list.readAll()) return list.reading();
            why = list.why();
        }
        throw Refusal.rejected(source.url() + " offers " + why);
    }

    private static boolean isRecent(OaiState state, String prefix) {
        try {
            return state.prefix().equals(prefix)
                    && Duration.between(Instant.parse(state.whole()), Instant.parse(state.read()))
                                    .compareTo(WHOLE_AGAIN_AFTER)
                            < 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Whether it is an answer of such a repository. */
    public static boolean isRepository(Document document) {
        return ANSWER.matcher(document.beginning()).find();
    }
}
