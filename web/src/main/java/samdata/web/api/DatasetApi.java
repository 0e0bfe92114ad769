package samdata.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import samdata.catalog.Catalog;
import samdata.catalog.licence.Licences;
import samdata.catalog.store.Entry;
import samdata.web.http.Languages;
import samdata.web.http.Problem;

/** {@code GET /api/datasets/{id}}. */
public final class DatasetApi {
    private final Catalog catalog;
    private final Licences licences;

    public DatasetApi(Catalog catalog) {
        this.catalog = catalog;
        this.licences = catalog.licences();
    }

    public void routes(RoutesConfig routes) {
        routes.get("/api/datasets/{id}", this::dataset);
    }

    private void dataset(Context ctx) {
        String id = ctx.pathParam("id");
        Entry entry = catalog.entry(id)
                .orElseThrow(() -> Problem.notFound("No dataset has the id " + id + "; it may have been withdrawn."));
        ctx.json(DatasetJson.of(catalog, licences, entry, Languages.of(ctx)));
    }
}
