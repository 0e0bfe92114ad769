package samdata.harvester.protocol.oai;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.read.Genid;
import samdata.harvester.read.Reading;
import samdata.harvester.source.Source;

/** The records of a repository in one form, from one request to the end of its resumption tokens. */
public final class OaiList {
    private final OaiRepository repository;
    private final Source source;
    private final Visit visit;
    private final Optional<OaiState> before;
    private final String prefix;
    private Reading reading = new Reading();
    private Map<String, List<String>> records = new HashMap<>();
    /** What records described before, and do not any more; another one may. */
    private final Set<String> left = new HashSet<>();

    private String read = "";
    private String why = "";
    private boolean incomplete;

    OaiList(OaiRepository repository, Source source, Visit visit, Optional<OaiState> before, String prefix) {
        this.repository = repository;
        this.source = source;
        this.visit = visit;
        this.before = before;
        this.prefix = prefix;
    }

    Reading reading() {
        return reading;
    }

    /** Why the repository refused to list. */
    String why() {
        return why;
    }

    /** Reads what changed since then; false when the repository cannot tell, or it takes the whole to know. */
    boolean readNew(String from) throws Refusal {
        begin();
        before.ifPresent(state -> records.putAll(state.records()));
        reading.former().restStays();
        if (!list(repository.records(prefix, Optional.of(from))) || incomplete) {
            visit.startOver();
            return false;
        }
        end(before.map(OaiState::whole).orElse(read));
        return true;
    }

    /** Reads everything; false when the repository does not have its records in this form. */
    boolean readAll() throws Refusal {
        begin();
        if (!list(repository.records(prefix, Optional.empty()))) return false;
        end(read);
        return true;
    }

    private void begin() {
        reading = new Reading();
        records = new HashMap<>();
        left.clear();
        read = "";
        incomplete = false;
    }

    private void end(String whole) {
        records.values().forEach(datasets -> datasets.forEach(left::remove));
        left.forEach(dataset -> reading.former().goes(NodeFactory.createURI(dataset)));
        if (!read.isEmpty())
            reading.former().remember(new OaiState(prefix, read, whole.isEmpty() ? read : whole, records).written());
    }

    private boolean list(URI first) throws Refusal {
        var known = Map.copyOf(records);
        boolean again = false;
        for (var url = first; ; ) {
            boolean resumed = !url.equals(first);
            var answer = repository.list(url, !resumed);
            if (answer.errors().containsKey("badResumptionToken") && resumed && !again) {
                // a token may have run out of time while its list was read
                again = true;
                url = first;
                startOver(known);
                continue;
            }
            if (!isList(answer, resumed)) return false;
            if (read.isEmpty()) read = Xml.text(answer.root(), "responseDate").orElse("");
            for (OaiRecord record : answer.records()) add(record);
            visit.countDatasets(answer.records().size());
            var token = answer.answer("ListRecords").flatMap(list -> Xml.text(list, "resumptionToken"));
            if (token.isEmpty()) return true;
            url = repository.records(token.get());
        }
    }

    private void startOver(Map<String, List<String>> known) {
        visit.startOver();
        boolean onlyNew = !known.isEmpty();
        reading = new Reading();
        if (onlyNew) reading.former().restStays();
        records = new HashMap<>(known);
        left.clear();
        read = "";
    }

    /** @throws Refusal when the repository says that the list cannot be had */
    private boolean isList(OaiAnswer answer, boolean resumed) throws Refusal {
        var errors = answer.errors();
        if (errors.containsKey("noRecordsMatch") && !resumed) return true;
        if (errors.isEmpty() && answer.answer("ListRecords").isPresent()) return true;
        why = errors.isEmpty()
                ? "an answer without a list of records"
                : "no records as " + prefix + ": "
                        + errors.entrySet().stream()
                                .map(error -> error.getKey()
                                        + (error.getValue().isEmpty() ? "" : " (" + error.getValue() + ")"))
                                .collect(Collectors.joining(", "));
        boolean formOrDate = errors.containsKey("cannotDisseminateFormat") || errors.containsKey("badArgument");
        if (resumed || !formOrDate) throw Refusal.rejected(source.url() + " offers " + why);
        return false;
    }

    private void add(OaiRecord record) throws Refusal {
        var id = record.identifier();
        if (record.fault().isPresent()) leftOut(record, record.fault().get(), record.line());
        else if (record.deleted()) deleted(id);
        else {
            try {
                var datasets = OaiMetadata.datasets(record, source, visit, reading);
                said(id, datasets.stream().map(Node::getURI).toList());
            } catch (Refusal refusal) {
                if (refusal.isOfTheWhole()) throw refusal;
                visit.checkTime();
                leftOut(record, refusal.why(), OptionalLong.empty());
            }
        }
    }

    private void deleted(String id) {
        var former = records.remove(id);
        if (former != null) leave(former);
    }

    private void said(String id, List<String> datasets) {
        var former = records.put(id, datasets);
        if (former != null) leave(former);
    }

    private void leave(List<String> former) {
        // what a record stated that described no dataset cannot be told from the rest
        if (former.isEmpty()) incomplete = true;
        left.addAll(former);
    }

    private void leftOut(OaiRecord record, String fault, OptionalLong line) {
        var id = record.identifier();
        var former = before.map(OaiState::records).map(all -> all.get(id)).orElse(null);
        leftOut(id, fault, line, source, reading);
        // also where nothing is remembered of the record
        if (!id.isEmpty()) reading.stays(Genid.of("dataset", source.id(), id));
        else reading.former().restStays(); // whose version it was nobody can tell
        if (former != null) {
            former.forEach(dataset -> reading.stays(NodeFactory.createURI(dataset)));
            records.put(id, former);
        }
    }

    private static void leftOut(String id, String fault, OptionalLong line, Source source, Reading reading) {
        reading.leftOut(
                id.isEmpty() ? source.url().toString() : id,
                "This record cannot be read: " + fault + ".",
                "Mend the record in the repository; it must be well-formed XML with an identifier and metadata.",
                line);
    }

    /** Adds the records of an answer that was kept in a file; which dataset one described that cannot be read nobody can tell. */
    public static void read(Document kept, Source source, Visit visit, Reading reading) throws Refusal {
        for (OaiRecord record : OaiAnswer.of(kept, visit.settings().maxDepth()).records()) {
            if (record.deleted()) continue;
            try {
                if (record.fault().isPresent())
                    throw Refusal.rejected(record.fault().get());
                OaiMetadata.datasets(record, source, visit, reading);
                visit.countDatasets(1);
            } catch (Refusal refusal) {
                if (refusal.isOfTheWhole()) throw refusal;
                visit.checkTime();
                leftOut(record.identifier(), refusal.why(), record.line(), source, reading);
                reading.former().restStays();
            }
        }
    }
}
