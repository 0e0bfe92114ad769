package samdata.web.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.catalog.FullDisk;

/** The one place where exceptions become answers: a page for browsers, problem+json for everybody else. */
public final class Problems {
    public static final String TYPE = "application/problem+json";
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    /** What a browser takes too, but a program asks for. */
    private static final List<String> DATA = List.of("application/json", "text/turtle", "application/ld+json");

    private final ErrorPage page;

    public Problems(ErrorPage page) {
        this.page = page;
    }

    public void routes(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, ctx) -> answer(ctx, problem));
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, of(e, ctx)));
        routes.exception(Exception.class, (e, ctx) -> answer(ctx, unexpected(ctx.method() + " " + ctx.path(), e)));
    }

    /** What is no exception to Javalin: a full disk where a file is mapped into memory, say. */
    public static void writeError(HttpServletResponse response, Error error) {
        try {
            write(response, unexpected("A request", error));
        } catch (IOException e) {
            LOG.debug("The client is gone", e);
        }
    }

    /** Logs an accident of ours; the client is told no more than that it is one. */
    public static Problem unexpected(String request, Throwable cause) {
        LOG.error("{} failed", request, cause);
        if (FullDisk.caused(cause)) return Problem.insufficientStorage();
        return new Problem(500, "Internal error", "The server failed to answer this; the log says why.", Map.of());
    }

    /** Writes a problem where there is no Javalin context: in a servlet filter. */
    public static void write(HttpServletResponse response, Problem problem) throws IOException {
        byte[] body = json(problem);
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setContentType(TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    public static boolean isForBrowser(@Nullable String accept) {
        return Accept.parse(accept).prefersHtml(DATA);
    }

    private void answer(Context ctx, Problem problem) {
        ctx.status(problem.status());
        problem.headers().forEach(ctx::header);
        ctx.header("Cache-Control", "no-store");
        if (isForBrowser(ctx.header("Accept")) && !ctx.path().startsWith("/api/"))
            ctx.html(page.html(problem.status(), problem.title(), problem.detail(), Languages.of(ctx)));
        else ctx.result(json(problem)).contentType(TYPE);
    }

    private static Problem of(HttpResponseException e, Context ctx) {
        String path = ctx.path();
        return switch (e.getStatus()) {
            case 404 -> Problem.notFound("There is nothing at " + path + ".");
            case 405 ->
                Problem.methodNotAllowed(
                        "The method " + ctx.method() + " is not for " + path + ".",
                        e.getDetails().getOrDefault("availableMethods", ""));
            case 413 -> Problem.tooLarge("The request's body is too large.");
            default -> new Problem(e.getStatus(), title(e.getStatus()), String.valueOf(e.getMessage()), Map.of());
        };
    }

    private static String title(int status) {
        return status < 500 ? "The request cannot be answered" : "The server cannot answer";
    }

    private static byte[] json(Problem problem) {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail());
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
