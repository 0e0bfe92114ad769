package samdata.web;

import io.javalin.config.RoutesConfig;
import samdata.catalog.Catalog;
import samdata.web.http.Problem;

/** What a supervisor asks: is the process there, and can it answer truthfully. */
final class Health {
    private final Catalog catalog;

    Health(Catalog catalog) {
        this.catalog = catalog;
    }

    void routes(RoutesConfig routes) {
        routes.get("/health/live", ctx -> ctx.result("live\n"));
        routes.get("/health/ready", ctx -> {
            if (!catalog.isCurrent()) throw Problem.unavailable("The search index is behind the store.");
            ctx.result("ready\n");
        });
    }
}
