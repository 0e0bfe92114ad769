package samdata.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import samdata.catalog.Catalog;
import samdata.catalog.licence.Answer;
import samdata.catalog.licence.DatasetLicences;
import samdata.catalog.licence.Licence;
import samdata.catalog.licence.Licences;
import samdata.catalog.licence.Part;
import samdata.catalog.licence.Use;
import samdata.catalog.store.Entry;
import samdata.web.http.Languages;
import samdata.web.http.Problem;

/** {@code GET /api/licences}, {@code /api/licences/{id}} and {@code /api/licences/combine}. */
public final class LicencesApi {
    private static final List<String> PARAMETERS = List.of("licence", "dataset", "use", "lang");

    private final Catalog catalog;
    private final Licences licences;

    public LicencesApi(Catalog catalog) {
        this.catalog = catalog;
        this.licences = catalog.licences();
    }

    public void routes(RoutesConfig routes) {
        routes.get("/api/licences", this::all);
        routes.get("/api/licences/combine", this::combine);
        routes.get("/api/licences/{id}", this::one);
    }

    private void all(Context ctx) {
        LicenceJson json = json(ctx);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("licences");
        licences.all().forEach(licence -> list.add(json.of(licence)));
        ctx.json(answer);
    }

    /** By its id, or in any way in which it is recognised. */
    private void one(Context ctx) {
        String id = ctx.pathParam("id");
        Licence licence = licences.byId(id)
                .or(() -> licences.recognise(id))
                .orElseThrow(() -> Problem.notFound("No licence is known as " + id + "; /api/licences lists them."));
        ctx.json(json(ctx).of(licence));
    }

    private void combine(Context ctx) {
        Parameters.requireKnown(ctx, PARAMETERS);
        Use use = use(ctx);
        List<Part> parts = new ArrayList<>();
        List<String> unrecognised = new ArrayList<>();
        ArrayNode cautions = JsonNodeFactory.instance.arrayNode();
        for (String written : ctx.queryParams("licence")) {
            Optional<Licence> licence = licences.recognise(written);
            if (licence.isEmpty()) unrecognised.add(written);
            parts.add(Part.under(licence.orElse(licences.unknown())));
        }
        for (String id : ctx.queryParams("dataset")) {
            Entry entry = entry(id);
            parts.addAll(DatasetLicences.of(entry, licences).parts().values());
            cautions.addAll(json(ctx).cautions(entry));
        }
        if (parts.isEmpty()) throw Problem.badRequest("Name at least one licence=ID or dataset=ID.");
        Answer answer = licences.answer(parts, use);
        ctx.json(json(ctx).of(answer, unrecognised, licences.unknown()).set("cautions", cautions));
    }

    private static Use use(Context ctx) {
        String asked = ctx.queryParam("use");
        if (asked == null) throw Problem.badRequest("Say use=, one of " + known() + ".");
        return use(asked);
    }

    /** @throws Problem 400 when there is no such use */
    static Use use(String asked) {
        return Use.of(asked)
                .orElseThrow(() -> Problem.badRequest("There is no use " + asked + "; known are " + known() + "."));
    }

    private static String known() {
        return Arrays.stream(Use.values()).map(Use::id).collect(Collectors.joining(", "));
    }

    private Entry entry(String id) {
        return catalog.entry(id).orElseThrow(() -> Problem.notFound("No dataset has the id " + id + "."));
    }

    private LicenceJson json(Context ctx) {
        return new LicenceJson(catalog.schemes(), licences, Languages.of(ctx));
    }
}
