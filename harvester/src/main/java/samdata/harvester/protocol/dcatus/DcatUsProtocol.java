package samdata.harvester.protocol.dcatus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.protocol.Protocol;
import samdata.harvester.read.Genid;
import samdata.harvester.read.JsonAnswer;
import samdata.harvester.read.Reading;
import samdata.harvester.source.Source;

/**
 * A {@code data.json} of DCAT-US 1.1 (Project Open Data), read as the JSON that its schema describes: as JSON-LD many such
 * files hold no dataset, or name a context that is not there.
 */
public final class DcatUsProtocol implements Protocol {
    private static final String ACCEPT = "application/json, application/ld+json;q=0.9, */*;q=0.1";

    @Override
    public String name() {
        return "dcat-us";
    }

    @Override
    public Reading read(Source source, Visit visit) throws Refusal {
        var reading = new Reading();
        read(visit.get(source.url(), ACCEPT), source, visit, reading);
        return reading;
    }

    /** @throws Refusal when the document is no data.json that can be read whole */
    public static void read(Document document, Source source, Visit visit, Reading reading) throws Refusal {
        // twice through the file: an entry may name one that comes after it
        var names = new DcatUsNames();
        var catalog = each(document, visit, names::add)
                .orElseThrow(() -> Refusal.rejected(
                        document.url() + " is JSON, but no data.json: it has no list named \"dataset\""));
        int before = reading.stated().size();
        var records = new DcatUsCatalog(catalog, names, source, reading);
        var at = new AtomicInteger();
        each(document, visit, record -> {
            at.incrementAndGet();
            visit.checkRoom(reading.stated().size());
            if (record instanceof ObjectNode fields && DcatUsRecord.saysAnything(fields)) records.add(fields);
            else leftOut(record, at.get(), source, reading);
        });
        visit.countDatasets(at.get());
        visit.countTriples(Math.max(0, reading.stated().size() - before));
    }

    private static Optional<ObjectNode> each(Document document, Visit visit, JsonAnswer.Use use) throws Refusal {
        return JsonAnswer.each(document, visit, "a data.json", "dataset", use);
    }

    private static void leftOut(JsonNode record, int at, Source source, Reading reading) {
        var identifier = record.path("identifier").asText();
        reading.leftOut(
                identifier.isBlank() ? source.url() + " dataset " + at : identifier,
                "Entry " + at + " of \"dataset\" describes no dataset, so it was left out.",
                "Give each entry a title, a description and an identifier, as DCAT-US 1.1 asks.",
                OptionalLong.empty());
        if (!identifier.isBlank()) reading.stays(Genid.of("dataset", source.id(), identifier));
    }

    /**
     * Whether it is the JSON of a data.json: its datasets stand in a list under {@code dataset}, and its context, where it
     * has one, is that of Project Open Data.
     */
    public static boolean isCatalog(Document document) {
        if (!document.beginning().startsWith("{")) return false;
        boolean listed = false;
        boolean other = false;
        try (var in = document.open();
                var json = new JsonFactory().createParser(in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var field = json.currentName();
                var value = json.nextToken();
                if (field.equals("dataset")) listed = value == JsonToken.START_ARRAY;
                if (field.equals("@context")) other = !json.getText().contains("project-open-data");
                json.skipChildren();
            }
        } catch (IOException | RuntimeException e) {
            // what is cut off after its list of datasets is a data.json that is cut off
            return listed && !other;
        }
        return listed && !other;
    }
}
