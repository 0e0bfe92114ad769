package samdata.web.linked;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.jspecify.annotations.Nullable;
import samdata.catalog.Catalog;
import samdata.web.http.Answer;
import samdata.web.http.Base;
import samdata.web.http.Freshness;
import samdata.web.http.Problem;
import samdata.web.http.RdfSyntax;

/** The catalogue as DCAT in hydra pages: all of it at {@code /catalog}, one company's part below {@code /sources}. */
public final class CatalogDocuments {
    private static final int USUAL_SIZE = 100;
    private static final int LARGEST_SIZE = 1000;

    private final Catalog catalog;
    private final Listings listings;
    private final Base base;
    private final Heading heading;

    public CatalogDocuments(Catalog catalog, Listings listings, Base base, Heading heading) {
        this.catalog = catalog;
        this.listings = listings;
        this.base = base;
        this.heading = heading;
    }

    public void routes(RoutesConfig routes) {
        routes.get("/catalog", ctx -> whole(ctx, Answer.negotiated(ctx)));
        routes.get("/sources/{id}/catalog", ctx -> part(ctx, Answer.negotiated(ctx)));
        for (RdfSyntax syntax : RdfSyntax.values()) {
            routes.get("/catalog." + syntax.ending(), ctx -> whole(ctx, syntax));
            routes.get("/sources/{id}/catalog." + syntax.ending(), ctx -> part(ctx, syntax));
        }
    }

    private void whole(Context ctx, RdfSyntax syntax) {
        answer(ctx, syntax, "/catalog", Optional.empty());
    }

    private void part(Context ctx, RdfSyntax syntax) {
        String source = ctx.pathParam("id");
        if (listings.now().datasets().stream()
                .noneMatch(dataset -> dataset.sources().contains(source)))
            throw Problem.notFound("The catalogue has no datasets of a source " + source + ".");
        answer(ctx, syntax, "/sources/" + source + "/catalog", Optional.of(source));
    }

    private void answer(Context ctx, RdfSyntax syntax, String path, Optional<String> source) {
        Profile.refuseOthers(ctx);
        Listing listing = listings.now();
        @Nullable Instant since = since(ctx.queryParam("modified_since"));
        Predicate<Listing.Listed> wanted =
                dataset -> (since == null || dataset.modified().isAfter(since))
                        && source.stream().allMatch(dataset.sources()::contains);
        List<Listing.Listed> datasets =
                listing.datasets().stream().filter(wanted).toList();
        if ("true".equals(ctx.queryParam("all"))) {
            dump(ctx, syntax, path, source, listing, datasets);
            return;
        }
        Paging paging = new Paging(
                number(ctx, "page", 1, Integer.MAX_VALUE),
                number(ctx, "size", USUAL_SIZE, LARGEST_SIZE),
                datasets.size(),
                Optional.ofNullable(ctx.queryParam("modified_since")));
        if (paging.page() > paging.last())
            throw Problem.notFound("There is no page " + paging.page() + "; the last is " + paging.last() + ".");
        String address = ctx.path() + "?" + paging.query(paging.page());
        ctx.header("Link", paging.links(base.url(ctx.path())));
        Answer.graph(
                ctx,
                syntax,
                listing.generation() + " " + base.url(address),
                listing.changed(),
                () -> page(ctx, path, source, datasets, paging));
    }

    /** Everything in one document, written as it is read, so that its size is no matter. */
    private void dump(
            Context ctx,
            RdfSyntax syntax,
            String path,
            Optional<String> source,
            Listing listing,
            List<Listing.Listed> datasets) {
        RDFFormat format = syntax.streamed()
                .orElseThrow(() -> Problem.badRequest("all=true can be had as Turtle, N-Triples and TriG; "
                        + syntax.mediaType() + " comes in pages."));
        ctx.contentType(syntax.mediaType() + ";charset=utf-8");
        String state = listing.generation() + " all " + base.url(ctx.path()) + ctx.queryString();
        if (Freshness.notModified(ctx, state, listing.changed())) return;
        StreamRDF out = StreamRDFWriter.getWriterStream(ctx.outputStream(), format);
        out.start();
        for (Listing.Listed listed : datasets) {
            CatalogPage one = new CatalogPage(base.node(path), heading, base);
            add(one, listed, source);
            one.graph().find().forEachRemaining(out::triple);
        }
        out.finish();
    }

    private Graph page(
            Context ctx, String path, Optional<String> source, List<Listing.Listed> datasets, Paging paging) {
        CatalogPage page = new CatalogPage(base.node(path), heading, base);
        paging.of(datasets).forEach(listed -> add(page, listed, source));
        return page.graph(paging, base.url(ctx.path()));
    }

    private void add(CatalogPage page, Listing.Listed listed, Optional<String> source) {
        catalog.entryOf(listed.iri())
                .ifPresent(entry -> page.add(
                        entry,
                        source.filter(id -> !id.equals(entry.home()))
                                .map(id -> catalog.read(store -> Description.of(store, id, entry.iri())))
                                .orElseGet(() -> Description.of(entry))));
    }

    private static int number(Context ctx, String name, int otherwise, int highest) {
        @Nullable String text = ctx.queryParam(name);
        if (text == null) return otherwise;
        if (text.matches("[1-9]\\d{0,8}") && Integer.parseInt(text) <= highest) return Integer.parseInt(text);
        throw Problem.badRequest("The parameter " + name + " is a number from 1 to " + highest + ", not " + text + ".");
    }

    private static @Nullable Instant since(@Nullable String text) {
        if (text == null) return null;
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Problem.badRequest(
                    "modified_since is a time such as 2026-11-23T12:00:00Z or a date such as 2026-11-23, not " + text
                            + ".");
        }
    }
}
