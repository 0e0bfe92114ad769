package samdata.web.demo;

import java.net.URI;
import java.util.function.BiFunction;
import org.apache.jena.graph.Graph;

/** A way in which companies publish; the example companies differ in it as real ones do. */
public final class Style {
    private final String protocol;
    private final String entry;
    private final BiFunction<Graph, URI, Endpoint> endpoint;

    private Style(String protocol, String entry, BiFunction<Graph, URI, Endpoint> endpoint) {
        this.protocol = protocol;
        this.entry = entry;
        this.endpoint = endpoint;
    }

    /** DCAT as RDF documents in hydra pages of so many datasets. */
    public static Style dcat(int pageSize) {
        return new Style("dcat", "catalog", (graph, site) -> new HydraPages(graph, site, pageSize));
    }

    public static Style sparql() {
        return new Style("sparql", "sparql", (graph, site) -> new SparqlService(graph));
    }

    public static Style ckan() {
        return new Style("ckan", "", CkanApi::new);
    }

    /** A site whose sitemap leads to pages that embed Croissant and schema.org. */
    public static Style croissant() {
        return new Style("sitemap", "sitemap.xml", CroissantSite::new);
    }

    String protocol() {
        return protocol;
    }

    /** Where a reader begins, relative to the site. */
    String entry() {
        return entry;
    }

    Endpoint endpoint(Graph graph, URI site) {
        return endpoint.apply(graph, site);
    }
}
