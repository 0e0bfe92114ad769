package samdata.web.api;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code GET /api/openapi.json}: a file that is written by hand and held to the routes by a test. */
public final class ApiDescription {
    private final byte[] openapi = read();

    public void routes(RoutesConfig routes) {
        routes.get(
                "/api/openapi.json", ctx -> ctx.contentType("application/json").result(openapi));
    }

    private static byte[] read() {
        try (InputStream file = ApiDescription.class.getResourceAsStream("openapi.json")) {
            if (file == null) throw new IllegalStateException("openapi.json is not on the class path");
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
