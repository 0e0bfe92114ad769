package samdata.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinBindException;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import samdata.catalog.Catalog;
import samdata.harvester.Harvests;
import samdata.harvester.run.Runs;
import samdata.harvester.source.Sources;
import samdata.web.api.ApiDescription;
import samdata.web.api.DatasetApi;
import samdata.web.api.LicencesApi;
import samdata.web.api.MatchApi;
import samdata.web.api.PreviewApi;
import samdata.web.api.QualityApi;
import samdata.web.api.SearchApi;
import samdata.web.api.SourcesApi;
import samdata.web.api.SuitabilityApi;
import samdata.web.http.AdminToken;
import samdata.web.http.Base;
import samdata.web.http.EveryAnswer;
import samdata.web.http.Permits;
import samdata.web.http.Previews;
import samdata.web.http.Problems;
import samdata.web.linked.CatalogDocuments;
import samdata.web.linked.DatasetDocuments;
import samdata.web.linked.Discovery;
import samdata.web.linked.Heading;
import samdata.web.linked.Listings;
import samdata.web.linked.Vocabularies;
import samdata.web.pages.Pages;
import samdata.web.sparql.Limits;
import samdata.web.sparql.ServiceDescription;
import samdata.web.sparql.SparqlEndpoint;

/** Site, API, linked data and SPARQL on one port. */
public final class Server {
    private static final long GRACE_MILLIS = 5000;

    private final Javalin javalin;
    private final Config config;
    private final AdminToken token;
    private final Previews previews;

    private Server(Config config, Catalog catalog, Sources sources, Runs runs, Harvests harvests) {
        this.config = config;
        this.token = token(config);
        this.previews = new Previews(harvests, Running.forAnyone(config), token);
        Wiring wiring = new Wiring(config, catalog, sources, runs, harvests, new Base(this::baseUrl), token, previews);
        this.javalin = Javalin.create(wiring::onto);
    }

    private static AdminToken token(Config config) {
        try {
            return AdminToken.open(config.data(), config.adminToken());
        } catch (IllegalStateException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    /** @throws ConfigException when the port is taken or may not be used */
    public static Server start(Config config, Catalog catalog, Sources sources, Runs runs, Harvests harvests) {
        Server server = new Server(config, catalog, sources, runs, harvests);
        try {
            server.javalin.start(config.port());
            return server;
        } catch (JavalinBindException e) {
            server.previews.close();
            throw new ConfigException("Port " + config.port()
                    + " is taken or may not be used; choose another with --port (0 picks a free one)");
        }
    }

    public int port() {
        return javalin.port();
    }

    /** What links begin with, without a slash at the end. */
    public String baseUrl() {
        return config.baseUrl().map(URI::toString).orElseGet(() -> "http://localhost:" + port());
    }

    public AdminToken adminToken() {
        return token;
    }

    /** Every route as method and path, such as {@code GET /api/search}. */
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint.method + " " + route.endpoint.path)
                .toList();
    }

    /** Lets answers under way end, for a few seconds. */
    public void stop() {
        javalin.stop();
        previews.close();
    }

    /** Every route and filter, built once. */
    private record Wiring(
            Config config,
            Catalog catalog,
            Sources sources,
            Runs runs,
            Harvests harvests,
            Base base,
            AdminToken token,
            Previews previews) {
        void onto(JavalinConfig javalin) {
            javalin.concurrency.useVirtualThreads = true;
            javalin.startup.showJavalinBanner = false;
            javalin.startup.showOldJavalinVersionWarning = false;
            javalin.startup.startupWatcherEnabled = false;
            javalin.http.prefer405over404 = true;
            javalin.router.javaLangErrorHandler(Problems::writeError);
            javalin.jetty.modifyServer(server -> server.setStopTimeout(GRACE_MILLIS));
            javalin.jetty.modifyServletContextHandler(this::filters);
            routes(javalin.routes);
        }

        private void filters(ServletContextHandler context) {
            context.addFilter(new FilterHolder(new EveryAnswer(token)), "/*", EnumSet.of(DispatcherType.REQUEST));
            new SparqlEndpoint(
                            catalog.view(),
                            new Limits(config.sparqlTimeout(), config.sparqlRows(), config.sparqlTriples()),
                            token::isOn)
                    .mount(context);
        }

        private void routes(RoutesConfig routes) {
            Heading heading = new Heading(
                    config.title(),
                    "Datasets for machine learning, as the companies that share them describe them.",
                    config.publisher());
            Listings listings = new Listings(catalog);
            Permits comparing = new Permits("comparisons of what a harvest changed", 1, 8);
            Pages pages = new Pages(catalog, sources, runs, previews, comparing);
            new Problems(pages.error()).routes(routes);
            pages.routes(routes);
            new Health(catalog).routes(routes);
            new SearchApi(catalog).routes(routes);
            new DatasetApi(catalog).routes(routes);
            new LicencesApi(catalog).routes(routes);
            new QualityApi(catalog).routes(routes);
            new SuitabilityApi(catalog).routes(routes);
            new MatchApi(catalog).routes(routes);
            new ApiDescription().routes(routes);
            new PreviewApi(catalog.knowledge(), previews).routes(routes);
            new SourcesApi(catalog, sources, runs, harvests, token, comparing).routes(routes);
            new DatasetDocuments(catalog, listings, base, pages.dataset()).routes(routes);
            new CatalogDocuments(catalog, listings, base, heading).routes(routes);
            new Discovery(listings, base, heading).routes(routes);
            new Vocabularies().routes(routes);
            new ServiceDescription(catalog, base, pages.sparql()).routes(routes);
        }
    }
}
