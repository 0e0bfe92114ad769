package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import samdata.catalog.Catalog;
import samdata.catalog.licence.Licences;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.store.Entry;
import samdata.catalog.suitability.Suitability;

/** {@code /datasets/{id}} for people. */
final class DatasetPage implements Handler {
    private final Catalog catalog;
    private final Licences licences;
    private final Templates templates;
    private final Suitability suitability;
    private final QualityRules quality;

    DatasetPage(Catalog catalog, Licences licences, Templates templates) {
        this.catalog = catalog;
        this.licences = licences;
        this.templates = templates;
        this.suitability = catalog.suitability();
        this.quality = catalog.quality();
    }

    @Override
    public void handle(Context ctx) {
        Page page = templates.page(ctx, "");
        Entry entry = catalog.entry(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
        Map<String, Object> model = new HashMap<>();
        model.put("view", new DatasetReader(catalog, licences, entry, page).view());
        model.put(
                "fit",
                new FitReader(catalog, suitability, entry, page).view(Optional.ofNullable(ctx.queryParam("task"))));
        model.put("quality", new QualityReader(catalog, quality, page).view(entry));
        templates.render(ctx, "dataset", page, model);
    }
}
