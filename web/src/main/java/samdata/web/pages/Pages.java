package samdata.web.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import samdata.catalog.Catalog;
import samdata.catalog.licence.Licences;
import samdata.harvester.run.Runs;
import samdata.harvester.source.Sources;
import samdata.web.http.ErrorPage;
import samdata.web.http.Permits;
import samdata.web.http.Previews;

/**
 * The site. Pages whose address also answers programs ({@code /datasets/{id}}, {@code /sparql}) are handlers to be called
 * when HTML is asked for; the others have routes of their own.
 */
public final class Pages {
    private final Assets assets = new Assets();
    private final Templates templates;
    private final SearchPage search;
    private final DatasetPage dataset;
    private final LicencesPage licences;
    private final LicencePage licence;
    private final CombinePage combine;
    private final TasksPage tasks;
    private final TaskPage task;
    private final SourcesPage sources;
    private final SourcePage source;
    private final RunPage run;
    private final PreviewPage preview;
    private final SparqlPage sparql;

    public Pages(Catalog catalog, Sources sources, Runs runs, Previews previews, Permits comparing) {
        Licences known = catalog.licences();
        this.templates = new Templates(assets, catalog::generation);
        this.search = new SearchPage(catalog, templates);
        this.dataset = new DatasetPage(catalog, known, templates);
        this.licences = new LicencesPage(catalog, known, templates);
        this.licence = new LicencePage(catalog, known, templates);
        this.combine = new CombinePage(catalog, known, templates);
        this.tasks = new TasksPage(catalog, templates);
        this.task = new TaskPage(catalog, templates);
        this.sources = new SourcesPage(catalog, sources, runs, templates);
        this.source = new SourcePage(catalog, sources, runs, templates);
        this.run = new RunPage(catalog, runs, templates, comparing);
        this.preview = new PreviewPage(catalog, previews, templates);
        this.sparql = new SparqlPage(templates);
    }

    public void routes(RoutesConfig routes) {
        assets.routes(routes);
        routes.get("/", search);
        routes.get("/licences", licences);
        routes.get("/licences/combine", combine);
        routes.post("/licences/combine", combine::change);
        routes.get("/licences/{id}", licence);
        routes.get("/tasks", tasks);
        routes.get("/tasks/{task}", task);
        routes.get("/sources", sources);
        routes.get("/sources/{id}", source);
        routes.get("/runs/{id}", run);
        routes.get("/preview", preview);
        routes.post("/preview", preview::preview);
    }

    public Handler dataset() {
        return dataset;
    }

    public Handler sparql() {
        return sparql;
    }

    public ErrorPage error() {
        return templates::error;
    }
}
