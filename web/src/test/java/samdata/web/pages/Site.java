package samdata.web.pages;

import io.javalin.Javalin;
import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.catalog.Catalog;
import samdata.catalog.store.Graphs;
import samdata.harvester.Runs;
import samdata.harvester.Source;
import samdata.harvester.Sources;
import samdata.web.http.EveryAnswer;
import samdata.web.http.Problems;

/** The pages over the example companies' descriptions, on a port of their own. */
final class Site implements AutoCloseable {
    static final Instant HARVESTED = Instant.parse("2026-11-20T10:15:30Z");
    private static final List<String> COMPANIES = List.of("fjallkraft", "nordsikt", "skogsdata", "talverket");

    private final Catalog catalog;
    private final Javalin server;

    private Site(Catalog catalog, Javalin server) {
        this.catalog = catalog;
        this.server = server;
    }

    static Site of(Path folder, int port) {
        Catalog catalog = Catalog.open(folder.resolve("catalog"));
        Sources sources = Sources.open(folder);
        for (String company : COMPANIES) {
            if (sources.get(company).isEmpty())
                sources.add(
                        Source.of(company, "https://" + company + ".example/catalog.ttl", "dcat", null, null, null));
            String file = "/ontologies/demo/" + company + ".ttl";
            catalog.apply(company, read(file), Graph.emptyGraph, Graph.emptyGraph, HARVESTED);
        }
        Pages pages = new Pages(catalog, sources, Runs.open(folder));
        Javalin server = Javalin.create(config -> {
            config.jetty.modifyServletContextHandler(
                    handler -> handler.addFilter(new EveryAnswer(), "/*", EnumSet.of(DispatcherType.REQUEST)));
            pages.routes(config.routes);
            new Problems(pages.error()).routes(config.routes);
            config.routes.get("/datasets/{id}", pages.dataset());
            config.routes.get("/sparql", pages.sparql());
            config.routes.post("/sparql", ctx -> {
                var view = catalog.view();
                var out = new java.io.ByteArrayOutputStream();
                org.apache.jena.system.Txn.executeRead(view, () -> {
                    try (var exec = org.apache.jena.query.QueryExecution.dataset(
                                    org.apache.jena.query.DatasetFactory.wrap(view))
                            .query(ctx.formParam("query"))
                            .build()) {
                        org.apache.jena.query.ResultSetFormatter.outputAsJSON(out, exec.execSelect());
                    }
                });
                ctx.result(out.toByteArray()).contentType("application/sparql-results+json");
            });
        });
        return new Site(catalog, server.start(port));
    }

    Catalog catalog() {
        return catalog;
    }

    String url() {
        return "http://localhost:" + server.port();
    }

    @Override
    public void close() {
        server.stop();
        catalog.close();
    }

    private static Graph read(String file) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(Site.class.getResourceAsStream(file)).lang(Lang.TURTLE).parse(graph);
        Graph named = GraphFactory.createDefaultGraph();
        graph.find()
                .forEachRemaining(triple -> named.add(
                        Triple.create(named(triple.getSubject()), triple.getPredicate(), named(triple.getObject()))));
        return named;
    }

    private static Node named(Node node) {
        return node.isBlank() ? NodeFactory.createURI(Graphs.GENID + node.getBlankNodeLabel()) : node;
    }

    /** Serves until it is stopped, for looking at the pages. */
    public static void main(String[] args) throws InterruptedException {
        Site site = of(Path.of(args[0]), Integer.parseInt(args[1]));
        System.out.println("ready on " + site.url());
        new CountDownLatch(1).await();
    }
}
