package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import samdata.catalog.Catalog;
import samdata.catalog.licence.Licences;
import samdata.catalog.store.Entry;

/** {@code /datasets/{id}} for people. */
final class DatasetPage implements Handler {
    private final Catalog catalog;
    private final Licences licences;
    private final Templates templates;

    DatasetPage(Catalog catalog, Licences licences, Templates templates) {
        this.catalog = catalog;
        this.licences = licences;
        this.templates = templates;
    }

    @Override
    public void handle(Context ctx) {
        Page page = templates.page(ctx, "");
        Entry entry = catalog.entry(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
        templates.render(
                ctx, "dataset", page, Map.of("view", new DatasetReader(catalog, licences, entry, page).view()));
    }
}
