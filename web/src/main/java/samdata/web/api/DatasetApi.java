package samdata.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import samdata.catalog.Catalog;
import samdata.catalog.store.Entry;
import samdata.web.http.Languages;
import samdata.web.http.Problem;

/** {@code GET /api/datasets/{id}}. */
public final class DatasetApi {
    private final Catalog catalog;

    public DatasetApi(Catalog catalog) {
        this.catalog = catalog;
    }

    public void routes(RoutesConfig routes) {
        routes.get("/api/datasets/{id}", this::dataset);
    }

    private void dataset(Context ctx) {
        String id = ctx.pathParam("id");
        Entry entry = catalog.entry(id)
                .orElseThrow(() -> Problem.notFound("No dataset has the id " + id + "; it may have been withdrawn."));
        ctx.json(DatasetJson.of(catalog, entry, Languages.of(ctx)));
    }
}
