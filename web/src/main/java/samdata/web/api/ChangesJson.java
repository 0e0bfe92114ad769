package samdata.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.MultiUnion;
import samdata.catalog.Catalog;
import samdata.catalog.history.Changes;
import samdata.catalog.history.DatasetChange;
import samdata.catalog.history.Kind;
import samdata.catalog.history.PartChange;
import samdata.catalog.history.PropertyChange;
import samdata.harvester.run.Run;
import samdata.vocab.Labels;
import samdata.web.http.Languages;
import samdata.web.http.Permits;

/** What a run changed, property by property, a page of datasets at a time; what else changed is on the first. */
final class ChangesJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int SIZE = 100;
    private static final int LARGEST = 1000;
    private static final int LAST_PAGE = 1_000_000;

    private final Catalog catalog;
    private final Permits comparing;

    ChangesJson(Catalog catalog, Permits comparing) {
        this.catalog = catalog;
        this.comparing = comparing;
    }

    void answer(Run run, Context ctx) {
        int page = Parameters.number(ctx, "page", 1, LAST_PAGE);
        int size = Parameters.number(ctx, "size", SIZE, LARGEST);
        String lang = Languages.of(ctx);
        ObjectNode json = NODES.objectNode()
                .put("run", run.id())
                .put("source", run.source())
                .put("page", page)
                .put("size", size);
        if (run.after().generation().isEmpty()) {
            ctx.json(none(json, true));
            return;
        }
        Optional<ObjectNode> told = comparing.during(() -> catalog.changes(
                run.source(), run.after().generation().getAsLong(), changes -> told(json, changes, page, size, lang)));
        ctx.json(told.orElseGet(() -> none(json, false)));
    }

    /** @param known false when the catalogue changed and the log of it is gone */
    private static ObjectNode none(ObjectNode json, boolean known) {
        json.put("known", known).put("whole", known).put("total", 0);
        json.putArray("datasets");
        json.putArray("others");
        return json;
    }

    private static ObjectNode told(ObjectNode json, Changes changes, int page, int size, String lang) {
        List<DatasetChange> all = changes.datasets();
        Graph said = new MultiUnion(changes.statements().toArray(Graph[]::new));
        json.put("known", true).put("whole", changes.isWhole()).put("total", all.size());
        ArrayNode datasets = json.putArray("datasets");
        all.stream().skip((long) (page - 1) * size).limit(size).forEach(change -> {
            ObjectNode dataset = datasets.addObject()
                    .put("change", change.kind().word())
                    .put("iri", change.iri().getURI())
                    .put("title", Labels.of(said, change.iri(), lang));
            ArrayNode parts = dataset.putArray("parts");
            if (change.kind() == Kind.CHANGED) changes.parts(change.iri()).forEach(part -> parts.add(part(part)));
        });
        ArrayNode others = json.putArray("others");
        if (page == 1) changes.others().forEach(part -> others.add(part(part)));
        return json;
    }

    private static ObjectNode part(PartChange part) {
        ObjectNode json = NODES.objectNode()
                .put("change", part.kind().word())
                .put("node", part.node().toString());
        ArrayNode properties = json.putArray("properties");
        part.properties().forEach(property -> properties.add(property(property)));
        return json;
    }

    private static ObjectNode property(PropertyChange change) {
        ObjectNode json = NODES.objectNode();
        ArrayNode path = json.putArray("path");
        change.path().forEach(step -> path.add(step.getURI()));
        ArrayNode was = json.putArray("was");
        change.was().forEach(value -> was.add(value(value)));
        ArrayNode is = json.putArray("is");
        change.is().forEach(value -> is.add(value(value)));
        return json;
    }

    /** As SPARQL's results in JSON write a term. */
    private static ObjectNode value(Node node) {
        if (!node.isLiteral()) return NODES.objectNode().put("type", "uri").put("value", node.toString());
        ObjectNode json = NODES.objectNode().put("type", "literal").put("value", node.getLiteralLexicalForm());
        if (!node.getLiteralLanguage().isEmpty()) return json.put("xml:lang", node.getLiteralLanguage());
        return json.put("datatype", node.getLiteralDatatypeURI());
    }
}
