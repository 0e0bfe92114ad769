package samdata.web.linked;

import static samdata.web.linked.Triples.number;
import static samdata.web.linked.Triples.text;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import samdata.web.http.Answer;
import samdata.web.http.Base;
import samdata.web.http.Freshness;
import samdata.web.http.Problem;
import samdata.web.http.RdfSyntax;

/** What tells machines that come by what is here: robots.txt, the sitemap and a VoID description. */
public final class Discovery {
    private static final String VOID = "http://rdfs.org/ns/void#";
    /** The most that sitemaps.org allows in one file. */
    static final int URLS_A_FILE = 50_000;

    private final Listings listings;
    private final Base base;
    private final Heading heading;

    public Discovery(Listings listings, Base base, Heading heading) {
        this.listings = listings;
        this.base = base;
        this.heading = heading;
    }

    public void routes(RoutesConfig routes) {
        routes.get("/.well-known/void", this::description);
        routes.get("/robots.txt", this::robots);
        routes.get("/sitemap.xml", this::sitemap);
    }

    private void robots(Context ctx) {
        ctx.contentType("text/plain;charset=utf-8")
                .result("User-agent: *\nDisallow: /api/\nSitemap: " + base.url("/sitemap.xml") + "\n");
    }

    private void sitemap(Context ctx) {
        Listing listing = listings.now();
        int files = Math.ceilDiv(listing.datasets().size(), URLS_A_FILE);
        String part = ctx.queryParam("part");
        ctx.contentType("application/xml");
        if (Freshness.notModified(ctx, listing.generation() + base.url("/sitemap.xml?part=" + part), listing.changed()))
            return;
        if (part == null && files > 1) ctx.result(index(files));
        else ctx.result(urls(listing, part == null ? 1 : part(part, files)));
    }

    private static int part(String text, int files) {
        if (text.matches("[1-9]\\d{0,5}") && Integer.parseInt(text) <= Math.max(1, files))
            return Integer.parseInt(text);
        throw Problem.notFound("There is no part " + text + " of the sitemap.");
    }

    private String index(int files) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """);
        for (int file = 1; file <= files; file++)
            xml.append("<sitemap><loc>")
                    .append(base.url("/sitemap.xml?part=" + file))
                    .append("</loc></sitemap>\n");
        return xml.append("</sitemapindex>\n").toString();
    }

    private String urls(Listing listing, int part) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """);
        if (part == 1)
            for (String page : List.of("/", "/sources", "/sparql"))
                xml.append("<url><loc>").append(base.url(page)).append("</loc></url>\n");
        listing.datasets().stream()
                .skip((part - 1L) * URLS_A_FILE)
                .limit(URLS_A_FILE)
                .forEach(dataset -> xml.append("<url><loc>")
                        .append(base.url("/datasets/" + dataset.id()))
                        .append("</loc><lastmod>")
                        .append(dataset.modified())
                        .append("</lastmod></url>\n"));
        return xml.append("</urlset>\n").toString();
    }

    private void description(Context ctx) {
        Listing listing = listings.now();
        Answer.graph(
                ctx,
                Answer.forAnyone(ctx),
                listing.generation() + base.url(""),
                listing.changed(),
                () -> describe(listing));
    }

    private Graph describe(Listing listing) {
        Node all = base.node("/.well-known/void#dataset");
        Node document = base.node("/.well-known/void");
        Triples triples = Triples.onto(GraphFactory.createDefaultGraph())
                .type(document, term("DatasetDescription"))
                .add(document, FOAF.primaryTopic, all)
                .type(all, term("Dataset"))
                .add(all, DCTerms.title, text(heading.title(), "en"))
                .add(all, DCTerms.description, text(heading.description(), "en"))
                .add(all, FOAF.homepage, base.node("/"))
                .add(all, property("sparqlEndpoint"), base.node("/sparql"))
                .add(all, property("triples"), number(listing.triples()))
                .add(all, property("entities"), number(listing.datasets().size()))
                .add(all, property("rootResource"), base.node("/catalog"));
        for (RdfSyntax syntax : RdfSyntax.values()) {
            if (syntax.streamed().isPresent())
                triples.add(all, property("dataDump"), base.node("/catalog." + syntax.ending() + "?all=true"));
            triples.add(
                    all, property("feature"), NodeFactory.createURI("http://www.w3.org/ns/formats/" + format(syntax)));
        }
        for (String namespace :
                List.of("http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/", "https://w3id.org/samdata/ns#"))
            triples.add(all, property("vocabulary"), NodeFactory.createURI(namespace));
        listing.datasets().stream()
                .limit(3)
                .forEach(
                        dataset -> triples.add(all, property("exampleResource"), NodeFactory.createURI(dataset.iri())));
        return triples.graph();
    }

    private static String format(RdfSyntax syntax) {
        return switch (syntax) {
            case TURTLE -> "Turtle";
            case JSON_LD -> "JSON-LD";
            case RDF_XML -> "RDF_XML";
            case N_TRIPLES -> "N-Triples";
            case TRIG -> "TriG";
        };
    }

    private static Resource term(String name) {
        return ResourceFactory.createResource(VOID + name);
    }

    private static Property property(String name) {
        return ResourceFactory.createProperty(VOID, name);
    }
}
