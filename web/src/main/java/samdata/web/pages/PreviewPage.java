package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import samdata.catalog.Catalog;
import samdata.harvester.Preview;
import samdata.harvester.source.Source;
import samdata.web.http.Previews;

/** {@code /preview}: what a harvest of an address would bring. It is asked by POST, since it sends requests elsewhere. */
final class PreviewPage implements Handler {
    private final Catalog catalog;
    private final Previews previews;
    private final Templates templates;

    PreviewPage(Catalog catalog, Previews previews, Templates templates) {
        this.catalog = catalog;
        this.previews = previews;
        this.templates = templates;
    }

    @Override
    public void handle(Context ctx) {
        render(ctx, templates.page(ctx, "sources"), text(ctx.queryParam("url")), "", Optional.empty());
    }

    void preview(Context ctx) {
        String url = text(ctx.formParam("url"));
        String protocol = text(ctx.formParam("protocol"));
        Page page = templates.page(ctx, "sources").at(Url.to(ctx.path()).with("url", url));
        PreviewReader reader = new PreviewReader(catalog, page);
        Optional<PreviewView.Result> result = url.isEmpty()
                ? Optional.empty()
                : Optional.of(reader.of(previews.of(ctx, url, protocol.isEmpty() ? null : protocol, reader.telling())));
        ctx.header("Cache-Control", "no-store");
        render(ctx, page, url, protocol, result);
    }

    private void render(Context ctx, Page page, String url, String protocol, Optional<PreviewView.Result> result) {
        var protocols = Preview.protocols().stream()
                .filter(name -> !name.equals(Source.FILE))
                .toList();
        templates.render(ctx, "preview", page, Map.of("view", new PreviewView(url, protocol, protocols, result)));
    }

    private static String text(@Nullable String field) {
        return field == null ? "" : field.strip();
    }
}
