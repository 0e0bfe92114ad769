package samdata.web.demo;

import java.net.URI;
import org.apache.jena.graph.Graph;

/** The four ways in which the example companies publish, each common among real ones. */
public enum Style {
    /** DCAT as RDF documents, in hydra pages. */
    DCAT("dcat", "catalog") {
        @Override
        Endpoint endpoint(Graph graph, URI site) {
            return new HydraPages(graph, site);
        }
    },
    SPARQL("sparql", "sparql") {
        @Override
        Endpoint endpoint(Graph graph, URI site) {
            return new SparqlService(graph);
        }
    },
    CKAN("ckan", "") {
        @Override
        Endpoint endpoint(Graph graph, URI site) {
            return new CkanApi(graph, site);
        }
    },
    /** A site whose sitemap leads to pages that embed Croissant and schema.org. */
    CROISSANT("sitemap", "sitemap.xml") {
        @Override
        Endpoint endpoint(Graph graph, URI site) {
            return new CroissantSite(graph, site);
        }
    };

    private final String protocol;
    private final String entry;

    Style(String protocol, String entry) {
        this.protocol = protocol;
        this.entry = entry;
    }

    String protocol() {
        return protocol;
    }

    /** Where a reader begins, relative to the site. */
    String entry() {
        return entry;
    }

    abstract Endpoint endpoint(Graph graph, URI site);
}
