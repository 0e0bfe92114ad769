package samdata.web.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The style sheets, scripts and images of the site. Each is served under an address that carries a digest of its
 * content, so that browsers keep it for good and never show an old one.
 */
public final class Assets {
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final Map<String, String> FILES = Map.of(
            "samdata.css", "/static/samdata.css",
            "samdata.js", "/static/samdata.js",
            "sparql.css", "/static/sparql.css",
            "sparql.js", "/static/sparql.js",
            "favicon.svg", "/static/favicon.svg",
            "prefixes.json", "/static/prefixes.json",
            "htmx.js", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js",
            "yasgui.css", WEBJARS + "zazuko__yasgui/4.5.0/build/yasgui.min.css",
            "yasgui.js", WEBJARS + "zazuko__yasgui/4.5.0/build/yasgui.min.js");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");

    private final Map<String, Asset> byName = new HashMap<>();

    /** One file with its digest and media type. */
    private static final class Asset {
        private final String digest;
        private final String type;
        private final byte[] content;

        Asset(String type, byte[] content) {
            this.digest = digestOf(content);
            this.type = type;
            this.content = content;
        }
    }

    Assets() {
        FILES.forEach((name, file) -> {
            byte[] content = read(file);
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            byName.put(name, new Asset(type, content));
        });
    }

    void routes(RoutesConfig routes) {
        routes.get("/assets/{digest}/{name}", this::serve);
        routes.get("/favicon.ico", ctx -> ctx.redirect(url("favicon.svg")));
    }

    /** Where the browser finds the file with this name. */
    public String url(String name) {
        return "/assets/" + asset(name).digest + "/" + name;
    }

    private void serve(Context ctx) {
        Asset asset = byName.get(ctx.pathParam("name"));
        if (asset == null || !asset.digest.equals(ctx.pathParam("digest"))) throw new NotFoundResponse();
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        ctx.contentType(asset.type);
        ctx.result(asset.content);
    }

    private Asset asset(String name) {
        Asset asset = byName.get(name);
        if (asset == null) throw new IllegalArgumentException("No asset is called " + name);
        return asset;
    }

    private static byte[] read(String file) {
        try (InputStream in = Assets.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException(file + " is not on the class path");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digestOf(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
