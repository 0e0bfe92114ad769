package samdata.web.linked;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import samdata.catalog.Catalog;
import samdata.catalog.store.Entry;
import samdata.web.http.Answer;
import samdata.web.http.Base;
import samdata.web.http.Problem;
import samdata.web.http.RdfSyntax;

/** {@code /datasets/{id}}: a page for people, and for programs the description in every syntax. */
public final class DatasetDocuments {
    private static final String PROFILE = "http://data.europa.eu/r5r/";

    private final Catalog catalog;
    private final Listings listings;
    private final Base base;
    private final Handler page;

    /** @param page shows the dataset of the path parameter {@code id} to a browser */
    public DatasetDocuments(Catalog catalog, Listings listings, Base base, Handler page) {
        this.catalog = catalog;
        this.listings = listings;
        this.base = base;
        this.page = page;
    }

    public void routes(RoutesConfig routes) {
        routes.get("/datasets/{id}", this::dataset);
    }

    private void dataset(Context ctx) throws Exception {
        String name = ctx.pathParam("id");
        int dot = name.lastIndexOf('.');
        Optional<RdfSyntax> named = dot < 0 ? Optional.empty() : RdfSyntax.ofEnding(name.substring(dot + 1));
        String id = named.isEmpty() ? name : name.substring(0, dot);
        Entry entry = catalog.entry(id)
                .orElseThrow(() -> Problem.notFound("No dataset has the id " + id + "; it may have been withdrawn."));
        Profile.refuseOthers(ctx);
        ctx.header("Link", String.join(", ", links(entry)));
        if (named.isEmpty() && Answer.isForBrowser(ctx)) {
            page.handle(ctx);
            return;
        }
        RdfSyntax syntax = named.orElseGet(() -> Answer.negotiated(ctx));
        if (named.isEmpty()) ctx.header("Content-Location", "/datasets/" + id + "." + syntax.ending());
        // before the description is made: what changes while it is, has a later date. The dataset's own date does not
        // tell
        // when the words for its publisher or its licence changed
        Instant changed = listings.now().changed();
        Graph description = Description.of(catalog.entry(id).orElse(entry));
        Answer.graph(ctx, syntax, GraphDigest.of(description), changed, () -> description);
    }

    /** RFC 8288. */
    private List<String> links(Entry entry) {
        List<String> links = new ArrayList<>();
        String address = base.url("/datasets/" + entry.id());
        for (RdfSyntax syntax : RdfSyntax.values())
            links.add(link(address + "." + syntax.ending(), "alternate", "; type=\"" + syntax.mediaType() + "\""));
        links.add(link(address + ".ttl", "describedby", "; type=\"text/turtle\""));
        links.add(link(PROFILE, "profile", ""));
        Description.licences(entry).stream()
                .filter(licence -> licence.matches("https?://[!#-;=?-\\[\\]_a-z~%]+"))
                .forEach(licence -> links.add(link(licence, "license", "")));
        return links;
    }

    private static String link(String target, String relation, String parameters) {
        return "<" + target + ">; rel=\"" + relation + "\"" + parameters;
    }
}
