package samdata.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import samdata.catalog.Catalog;
import samdata.catalog.store.Entry;
import samdata.catalog.suitability.Suitability;
import samdata.vocab.Scheme;
import samdata.web.http.Languages;
import samdata.web.http.Problem;

/** {@code GET /api/datasets/{id}/suitability}: judged when asked, from what is stored. */
public final class SuitabilityApi {
    private final Catalog catalog;
    private final Suitability suitability;

    public SuitabilityApi(Catalog catalog) {
        this.catalog = catalog;
        this.suitability = catalog.suitability();
    }

    public void routes(RoutesConfig routes) {
        routes.get("/api/datasets/{id}/suitability", this::answer);
    }

    private void answer(Context ctx) {
        String id = ctx.pathParam("id");
        Entry entry = catalog.entry(id)
                .orElseThrow(() -> Problem.notFound("No dataset has the id " + id + "; it may have been withdrawn."));
        SuitabilityJson json = new SuitabilityJson(catalog, Languages.of(ctx));
        @Nullable String asked = ctx.queryParam("task");
        if (asked != null && !asked.isBlank()) {
            ctx.json(json.of(entry, suitability.assess(entry, task(catalog, asked))));
            return;
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        suitability.assess(entry).forEach(assessment -> all.add(json.of(entry, assessment)));
        ctx.json(all);
    }

    /**
     * The task meant by an id, an IRI or a name.
     *
     * @throws Problem 404 when there is none
     */
    static Node task(Catalog catalog, String asked) {
        Scheme tasks = catalog.schemes().tasks();
        return tasks.recognise(asked)
                .or(() -> tasks.recognise(NodeFactory.createURI(asked)))
                .orElseThrow(() -> Problem.notFound("There is no task " + asked
                        + "; the tasks, with their ids and other names, stand in /tasks.ttl, and those that datasets have"
                        + " in the facet task of /api/search."));
    }
}
