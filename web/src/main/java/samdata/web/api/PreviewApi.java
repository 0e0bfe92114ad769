package samdata.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import samdata.catalog.Knowledge;
import samdata.harvester.fetch.FetchSettings;
import samdata.web.http.Languages;
import samdata.web.http.Previews;
import samdata.web.http.Problem;

/** {@code POST /api/preview}: what a harvest of an address would bring. Nothing is stored. */
public final class PreviewApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KNOWN = List.of("url", "protocol");

    private final Knowledge knowledge;
    private final Previews previews;

    public PreviewApi(Knowledge knowledge, Previews previews) {
        this.knowledge = knowledge;
        this.previews = previews;
    }

    public void routes(RoutesConfig routes) {
        routes.post("/api/preview", this::preview);
    }

    private void preview(Context ctx) {
        JsonNode asked = parsed(ctx.body());
        asked.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name))
                throw Problem.unprocessable(
                        "A preview has no \"" + name + "\"; known are " + String.join(", ", KNOWN) + ".");
        });
        String url = text(asked, "url");
        if (url == null || url.isBlank()) throw Problem.unprocessable("A preview needs \"url\".");
        PreviewJson told = new PreviewJson(knowledge, Languages.of(ctx));
        ObjectNode json = told.of(previews.of(ctx, url, text(asked, "protocol"), told.telling()));
        json.set("limits", previews.isLimited(ctx) ? limits(previews.budget()) : null);
        ctx.header("Cache-Control", "no-store").json(json);
    }

    private static ObjectNode limits(FetchSettings budget) {
        return JSON.createObjectNode()
                .put("seconds", budget.deadline().toSeconds())
                .put("bytes", budget.maxBytes())
                .put("triples", budget.maxTriples())
                .put("pages", budget.maxPages());
    }

    private static JsonNode parsed(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) return json;
        } catch (JsonProcessingException e) {
            // said below
        }
        throw Problem.badRequest("The body is not a JSON object such as {\"url\": \"https://acme.example/catalog\"}.");
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) return null;
        if (!value.isTextual()) throw Problem.unprocessable("\"" + name + "\" is a text.");
        return value.textValue();
    }
}
