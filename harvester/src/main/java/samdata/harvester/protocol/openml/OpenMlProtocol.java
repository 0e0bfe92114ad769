package samdata.harvester.protocol.openml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.NodeFactory;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.protocol.Protocol;
import samdata.harvester.read.JsonAnswer;
import samdata.harvester.read.Reading;
import samdata.harvester.source.Source;

/**
 * A server with the JSON API of OpenML, whole or by one of its lists ({@code .../data/list/tag/study_14}), or the JSON
 * description of one dataset.
 */
public final class OpenMlProtocol implements Protocol {
    private static final String ACCEPT = "application/json, */*;q=0.1";
    private static final String KIND = "the JSON of OpenML";
    private final int size;

    public OpenMlProtocol() {
        this(1000);
    }

    OpenMlProtocol(int size) {
        this.size = size;
    }

    @Override
    public String name() {
        return "openml";
    }

    @Override
    public Reading read(Source source, Visit visit) throws Refusal {
        var address = OpenMlAddress.of(source.url());
        var reading = new Reading();
        if (address.isDescription()) describe(address, single(address, visit), visit, reading);
        else list(address, visit, reading);
        visit.countTriples(reading.stated().size());
        return reading;
    }

    private static ObjectNode single(OpenMlAddress address, Visit visit) throws Refusal {
        var json = JsonAnswer.of(visit.get(address.url(), ACCEPT), visit, KIND);
        return description(json)
                .orElseThrow(() -> Refusal.rejected(address.url() + " is JSON, but describes no dataset of OpenML"));
    }

    private void list(OpenMlAddress address, Visit visit, Reading reading) throws Refusal {
        var found = listed(address, visit);
        for (ObjectNode entry : found) {
            var id = entry.path("did").asText(entry.path("id").asText());
            try {
                var description = id.isBlank() ? Optional.<ObjectNode>empty() : described(address, id, visit);
                if (description.isEmpty()) leftOut(address, id, "it has no description", reading);
                else describe(address, OpenMlRecord.withListed(description.get(), id, entry), visit, reading);
            } catch (Refusal refusal) {
                if (refusal.isOfTheWhole()) throw refusal;
                if (!refusal.isOfOnePage()) throw missing(refusal);
                leftOut(address, id, refusal.why(), reading);
            }
            visit.countDatasets(1);
        }
        OpenMlTasks.add(address, size * 10, visit, reading);
    }

    /** Every entry of the list; a list that ends is told by an error of its own, with HTTP status 412. */
    private List<ObjectNode> listed(OpenMlAddress address, Visit visit) throws Refusal {
        List<ObjectNode> found = new ArrayList<>();
        for (int offset = 0; ; offset += size) {
            var page = page(address.list(size, offset), offset == 0, visit);
            found.addAll(page);
            if (page.size() < size || address.isPage()) return found;
        }
    }

    private static List<ObjectNode> page(URI url, boolean first, Visit visit) throws Refusal {
        JsonNode json;
        try {
            json = JsonAnswer.of(visit.get(url, ACCEPT), visit, KIND);
        } catch (Refusal refusal) {
            if (refusal.has(412) && !first) return List.of();
            throw first ? refusal : missing(refusal);
        }
        var entries = json.path("data").path("dataset");
        if (entries.isContainerNode()) return objects(entries);
        throw Refusal.rejected(url + " did not answer as OpenML's list of datasets does");
    }

    /** The members of what should be a list; the converter that OpenML uses writes a list of one without its brackets. */
    static List<ObjectNode> objects(JsonNode list) {
        List<ObjectNode> objects = new ArrayList<>();
        if (list instanceof ObjectNode only) objects.add(only);
        else for (JsonNode each : list) if (each instanceof ObjectNode fields) objects.add(fields);
        return objects;
    }

    /** Adds the dataset of a description that was kept in a file. */
    public static void read(Document description, Visit visit, Reading reading) throws Refusal {
        int before = reading.stated().size();
        var address = OpenMlAddress.of(description.url());
        var fields = description(JsonAnswer.of(description, visit, KIND))
                .orElseThrow(() -> Refusal.rejected(description.url() + " describes no dataset of OpenML"));
        describe(address, fields, visit, reading);
        visit.countTriples(Math.max(0, reading.stated().size() - before));
        visit.countDatasets(1);
    }

    private static Optional<ObjectNode> described(OpenMlAddress address, String id, Visit visit) throws Refusal {
        return description(JsonAnswer.of(visit.get(address.description(id), ACCEPT), visit, KIND));
    }

    private static Optional<ObjectNode> description(JsonNode json) {
        var inner = json.path("data_set_description");
        if (inner instanceof ObjectNode fields) return Optional.of(fields);
        boolean plain = json.has("name") && (json.has("dataset_id") || json.has("id"));
        return plain && json instanceof ObjectNode fields ? Optional.of(fields) : Optional.empty();
    }

    private static void describe(OpenMlAddress address, ObjectNode description, Visit visit, Reading reading)
            throws Refusal {
        var record = new OpenMlRecord(address, description, reading.stated());
        if (address.hasApi()) {
            record.add(
                    more(address.features(record.id()), "data_features", "feature", visit),
                    record.hasQualities()
                            ? List.of()
                            : more(address.qualities(record.id()), "data_qualities", "quality", visit));
        } else record.add(List.of(), List.of());
        visit.checkRoom(reading.stated().size());
    }

    /** What a dataset has beside its description; OpenML answers 412 for one that it has not processed. */
    private static List<ObjectNode> more(URI url, String outer, String inner, Visit visit) throws Refusal {
        try {
            var json = JsonAnswer.of(visit.get(url, ACCEPT), visit, KIND);
            return objects(json.path(outer).path(inner));
        } catch (Refusal refusal) {
            if (refusal.has(412) || refusal.gone()) return List.of();
            throw missing(refusal);
        }
    }

    private static Refusal missing(Refusal refusal) {
        return Refusal.whole("A part of the catalogue is missing: " + refusal.why());
    }

    private static void leftOut(OpenMlAddress address, String id, String why, Reading reading) {
        reading.leftOut(
                id.isBlank() ? address.url().toString() : address.page(id),
                "This dataset cannot be read: " + why + ".",
                "See to it that the API describes every dataset that it lists.",
                OptionalLong.empty());
        if (!id.isBlank()) reading.stays(NodeFactory.createURI(address.page(id)));
    }

    /** Whether it is a list or a description of OpenML's API. */
    public static boolean isOpenMl(Document document) {
        var start = document.beginning().replaceAll("\\s", "");
        return start.startsWith("{\"data\":{\"dataset\":") || isDescription(document);
    }

    public static boolean isDescription(Document document) {
        return document.beginning().replaceAll("\\s", "").startsWith("{\"data_set_description\":{");
    }
}
