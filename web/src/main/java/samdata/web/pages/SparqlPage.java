package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /sparql} for people: an editor, queries to begin from, and a plain form where scripts are off. */
final class SparqlPage implements Handler {
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
        templates.render(ctx, "sparql", page, Map.of("view", new SparqlView(query(ctx, page), offered)));
    }

    private String query(Context ctx, Page page) {
        return Optional.ofNullable(ctx.queryParam("query"))
                .or(() -> Optional.ofNullable(ctx.queryParam("example"))
                        .flatMap(examples::get)
                        .map(ExampleQueries.Example::text))
                .orElseGet(() -> "# " + page.say("sparql.first") + "\n" + examples.first());
    }
}
