package samdata.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.catalog.Catalog;
import samdata.catalog.store.Graphs;
import samdata.harvester.Harvests;
import samdata.harvester.run.Run;
import samdata.harvester.run.Runs;
import samdata.harvester.source.Source;
import samdata.harvester.source.SourceException;
import samdata.harvester.source.Sources;
import samdata.web.http.AdminToken;
import samdata.web.http.Permits;
import samdata.web.http.Problem;

/** The registered sources and their harvests, and what the operator does with them. */
public final class SourcesApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Logger AUDIT = LoggerFactory.getLogger("samdata.audit");
    private static final int LATEST_RUNS = 100;
    private static final int ALL_RUNS = Integer.MAX_VALUE;

    private final Catalog catalog;
    private final Sources sources;
    private final Runs runs;
    private final Harvests harvests;
    private final AdminToken token;
    private final FindingsDownload findings;
    private final ChangesJson changes;

    public SourcesApi(
            Catalog catalog, Sources sources, Runs runs, Harvests harvests, AdminToken token, Permits comparing) {
        this.catalog = catalog;
        this.sources = sources;
        this.runs = runs;
        this.harvests = harvests;
        this.token = token;
        this.findings = new FindingsDownload(catalog.knowledge().check(), runs);
        this.changes = new ChangesJson(catalog, comparing);
    }

    public void routes(RoutesConfig routes) {
        routes.get("/api/sources", this::list);
        routes.get("/api/sources/{id}", ctx -> ctx.json(json(registered(ctx))));
        routes.get("/api/sources/{id}/runs", this::runs);
        routes.get("/api/sources/{id}/history.csv", this::history);
        routes.get("/api/runs/{id}", ctx -> ctx.json(RunJson.of(findings.inLanguage(run(ctx), ctx))));
        routes.get("/api/runs/{id}/changes", ctx -> changes.answer(run(ctx), ctx));
        routes.get("/api/runs/{id}/violations.csv", ctx -> findings.csv(run(ctx), ctx));
        routes.get("/api/runs/{id}/violations.json", ctx -> findings.json(run(ctx), ctx));
        routes.get("/api/runs/{id}/violations.ttl", ctx -> findings.turtle(run(ctx), ctx));
        routes.post("/api/sources", this::register);
        routes.delete("/api/sources/{id}", this::remove);
        routes.post("/api/sources/{id}/harvest", this::harvest);
        routes.post("/api/runs/{id}/release", this::release);
    }

    private void register(Context ctx) {
        Source source = writing(ctx, () -> {
            Source wanted = SourceJson.read(ctx.body());
            harvests.refuses(wanted).ifPresent(why -> {
                throw SourceException.invalid(why);
            });
            return harvests.register(wanted);
        });
        ctx.status(201).header("Location", "/api/sources/" + source.id()).json(json(source));
    }

    private void remove(Context ctx) {
        String id = ctx.pathParam("id");
        if (!writing(ctx, () -> harvests.removeSource(id))) throw Problem.notFound("No source has the id " + id + ".");
        ctx.status(204);
    }

    private void harvest(Context ctx) {
        Run run = writing(ctx, () -> harvests.start(ctx.pathParam("id")));
        ctx.status(202).header("Location", "/api/runs/" + run.id()).json(RunJson.of(run));
    }

    private void release(Context ctx) {
        ctx.json(RunJson.of(writing(ctx, () -> harvests.release(ctx.pathParam("id")))));
    }

    /** For who holds the token, with a line in the log that says what was done and how it ended. */
    private <T> T writing(Context ctx, Supplier<T> work) {
        String call = ctx.method() + " " + ctx.path() + " from " + ctx.ip();
        try {
            token.require(ctx.req());
            if (!catalog.hasRoom()) throw Problem.insufficientStorage();
            T done = work.get();
            AUDIT.info("{}: done", call);
            return done;
        } catch (Problem e) {
            AUDIT.warn("{}: {} {}", call, e.status(), e.detail());
            throw e;
        } catch (SourceException e) {
            AUDIT.warn("{}: {}", call, e.getMessage());
            throw problem(e);
        }
    }

    private static Problem problem(SourceException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e.reason()) {
            case INVALID -> Problem.unprocessable(detail);
            case TAKEN -> Problem.conflict(detail);
            case UNKNOWN -> Problem.notFound(detail);
        };
    }

    private Source registered(Context ctx) {
        String id = ctx.pathParam("id");
        return sources.get(id).orElseThrow(() -> Problem.notFound("No source has the id " + id + "."));
    }

    private Run run(Context ctx) {
        String id = ctx.pathParam("id");
        return runs.get(id).orElseThrow(() -> Problem.notFound("No run has the id " + id + "."));
    }

    private ObjectNode json(Source source) {
        return json(source, RunJson::of);
    }

    private ObjectNode json(Source source, Function<Run, ObjectNode> lastRun) {
        ObjectNode json = NODES.objectNode()
                .put("id", source.id())
                .put("url", source.url().toString())
                .put("protocol", source.protocol())
                .put("publisher", source.publisher().orElse(null))
                .put("every", source.everyText())
                .put("visibility", source.visibility())
                .put("graph", Graphs.stated(source.id()).getURI())
                .put("datasets", catalog.datasets(source.id()).size());
        json.set("lastRun", runs.last(source.id()).map(lastRun).orElse(null));
        return json;
    }

    private void list(Context ctx) {
        ObjectNode json = NODES.objectNode();
        ArrayNode all = json.putArray("sources");
        sources.list().forEach(source -> all.add(json(source, RunJson::counted)));
        ctx.json(json);
    }

    private void history(Context ctx) {
        String source = registered(ctx).id();
        HistoryDownload.csv(source, runs.each(source, ALL_RUNS), ctx);
    }

    private void runs(Context ctx) throws IOException {
        String source = registered(ctx).id();
        ctx.contentType("application/json");
        // one after another: all of them with all they found may not have room
        try (JsonGenerator json = JSON.createGenerator(ctx.outputStream())) {
            json.writeStartObject();
            json.writeArrayFieldStart("runs");
            for (Iterator<Run> each = runs.each(source, LATEST_RUNS).iterator(); each.hasNext(); )
                json.writeTree(RunJson.of(each.next()));
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
