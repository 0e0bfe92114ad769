package samdata.web.http;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;

/** Answers with a graph, in the syntax asked for. */
public final class Answer {
    private Answer() {}

    /**
     * The syntax that the {@code Accept} header likes best.
     *
     * @throws Problem 406 when it is none of ours
     */
    public static RdfSyntax negotiated(Context ctx) {
        variesByAccept(ctx);
        return RdfSyntax.of(Accept.parse(ctx.header("Accept")))
                .orElseThrow(() ->
                        Problem.notAcceptable("This can be had as " + String.join(", ", RdfSyntax.mediaTypes()) + "."));
    }

    /** As {@link #negotiated}, but a browser, which asks for HTML, gets Turtle, as does who asks for what we do not have. */
    public static RdfSyntax forAnyone(Context ctx) {
        variesByAccept(ctx);
        return RdfSyntax.of(Accept.parse(ctx.header("Accept"))).orElse(RdfSyntax.TURTLE);
    }

    /** Whether the request comes from a browser that would rather see a page. */
    public static boolean isForBrowser(Context ctx) {
        variesByAccept(ctx);
        return Accept.parse(ctx.header("Accept")).prefersHtml(RdfSyntax.mediaTypes());
    }

    /**
     * Writes the graph, unless the client has it already; then it is not even made.
     *
     * @param state what the graph is made of: equal states, equal graphs
     */
    public static void graph(Context ctx, RdfSyntax syntax, String state, Instant changed, Supplier<Graph> graph) {
        ctx.contentType(syntax.mediaType() + (syntax == RdfSyntax.RDF_XML ? "" : ";charset=utf-8"));
        if (!Freshness.notModified(ctx, state + " " + syntax, changed)) ctx.result(syntax.write(graph.get()));
    }

    private static void variesByAccept(Context ctx) {
        if (!ctx.res().getHeaders("Vary").contains("Accept")) ctx.res().addHeader("Vary", "Accept");
    }
}
