package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /sparql} for people: an editor, queries to begin from, and a plain form where scripts are off. {@code ?edit=}
 * opens a query without running it.
 */
final class SparqlPage implements Handler {
    /** The site's policy, and the one inline sheet that the editor's table of results makes, by its digest. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; "
            + "style-src 'self' 'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Templates templates;
    private final ExampleQueries examples = ExampleQueries.load();

    SparqlPage(Templates templates) {
        this.templates = templates;
    }

    @Override
    public void handle(Context ctx) {
        Page page = templates.page(ctx, "sparql");
        List<SparqlView.Example> offered = examples.all().stream()
                .map(example -> new SparqlView.Example(
                        example.id(),
                        example.role(),
                        example.question(),
                        page.link(Url.to("/sparql").and("example", example.id())),
                        example.text()))
                .toList();
        ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        templates.render(ctx, "sparql", page, Map.of("view", new SparqlView(query(ctx, page), offered)));
    }

    private String query(Context ctx, Page page) {
        return Optional.ofNullable(ctx.queryParam("edit"))
                .or(() -> Optional.ofNullable(ctx.queryParam("example"))
                        .flatMap(examples::get)
                        .map(ExampleQueries.Example::text))
                .orElseGet(() -> "# " + page.say("sparql.first") + "\n" + examples.first());
    }
}
