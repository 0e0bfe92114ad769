package samdata.web.sparql;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import samdata.catalog.Catalog;
import samdata.web.http.Answer;
import samdata.web.http.Base;

/** What the endpoint says of itself to who asks it nothing: a page for people, SPARQL 1.1 Service Description else. */
public final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";

    private final Catalog catalog;
    private final Base base;
    private final Handler page;
    private final Instant started = Instant.now();

    public ServiceDescription(Catalog catalog, Base base, Handler page) {
        this.catalog = catalog;
        this.base = base;
        this.page = page;
    }

    public void routes(RoutesConfig routes) {
        routes.get(SparqlEndpoint.PATH, this::describe);
    }

    private void describe(Context ctx) throws Exception {
        if (Answer.isForBrowser(ctx)) {
            page.handle(ctx);
            return;
        }
        Answer.graph(ctx, Answer.negotiated(ctx), catalog.generation() + base.url(""), started, this::description);
    }

    private Graph description() {
        Graph graph = GraphFactory.createDefaultGraph();
        Node service = base.node(SparqlEndpoint.PATH);
        Node dataset = base.node(SparqlEndpoint.PATH + "#dataset");
        Node defaultGraph = base.node(SparqlEndpoint.PATH + "#default");
        graph.add(service, RDF.Nodes.type, sd("Service"));
        graph.add(service, sd("endpoint"), service);
        graph.add(service, sd("supportedLanguage"), sd("SPARQL11Query"));
        graph.add(service, sd("feature"), sd("UnionDefaultGraph"));
        for (String format : List.of(
                "SPARQL_Results_JSON",
                "SPARQL_Results_XML",
                "SPARQL_Results_CSV",
                "SPARQL_Results_TSV",
                "Turtle",
                "N-Triples",
                "RDF_XML",
                "JSON-LD",
                "TriG")) graph.add(service, sd("resultFormat"), NodeFactory.createURI(FORMATS + format));
        graph.add(service, sd("defaultDataset"), dataset);
        graph.add(dataset, RDF.Nodes.type, sd("Dataset"));
        graph.add(dataset, sd("defaultGraph"), defaultGraph);
        graph.add(defaultGraph, RDF.Nodes.type, sd("Graph"));
        for (Node name : names()) {
            Node named = base.node(SparqlEndpoint.PATH + "#" + name.getURI());
            graph.add(dataset, sd("namedGraph"), named);
            graph.add(named, RDF.Nodes.type, sd("NamedGraph"));
            graph.add(named, sd("name"), name);
        }
        return graph;
    }

    private List<Node> names() {
        return catalog.read(store -> {
            List<Node> names = new ArrayList<>();
            store.listGraphNodes().forEachRemaining(names::add);
            return names;
        });
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }
}
