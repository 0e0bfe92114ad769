package samdata.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import samdata.catalog.Catalog;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.store.Entry;
import samdata.web.http.Languages;
import samdata.web.http.Problem;

/** {@code GET /api/datasets/{id}/quality}: measured when asked, from what is stored. */
public final class QualityApi {
    private final Catalog catalog;
    private final QualityRules rules;

    public QualityApi(Catalog catalog) {
        this.catalog = catalog;
        this.rules = catalog.quality();
    }

    public void routes(RoutesConfig routes) {
        routes.get("/api/datasets/{id}/quality", this::quality);
    }

    private void quality(Context ctx) {
        String id = ctx.pathParam("id");
        Entry entry = catalog.entry(id)
                .orElseThrow(() -> Problem.notFound("No dataset has the id " + id + "; it may have been withdrawn."));
        ctx.json(new QualityJson(catalog.schemes(), rules, Languages.of(ctx)).of(entry));
    }
}
