package samdata.web.bench;

import io.javalin.Javalin;
import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import java.util.EnumSet;
import org.apache.jena.assembler.Assembler;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.query.Dataset;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/** Fuseki as it comes, over a TDB2 store with everything in its default graph: what our endpoint is held against. */
final class PlainFuseki implements AutoCloseable {
    private static final String TDB2 = "http://jena.apache.org/2016/tdb#";

    private final Dataset dataset;
    private final Javalin javalin;

    private PlainFuseki(Dataset dataset, Javalin javalin) {
        this.dataset = dataset;
        this.javalin = javalin;
    }

    static PlainFuseki start(Path folder, Graph triples) {
        Dataset dataset = store(folder);
        DatasetGraph graph = dataset.asDatasetGraph();
        Txn.executeWrite(graph, () -> GraphUtil.addInto(graph.getDefaultGraph(), triples));
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.jetty.modifyServletContextHandler(context -> mount(context, graph));
        });
        return new PlainFuseki(dataset, javalin.start("127.0.0.1", 0));
    }

    String url() {
        return "http://127.0.0.1:" + javalin.port();
    }

    /** TDB2 as it comes, in a folder of its own. */
    static Dataset store(Path folder) {
        Model description = ModelFactory.createDefaultModel();
        Resource store = description.createResource("urn:samdata:bench:plain");
        store.addProperty(RDF.type, description.createResource(TDB2 + "DatasetTDB2"));
        store.addProperty(ResourceFactory.createProperty(TDB2 + "location"), folder.toString());
        return (Dataset) Assembler.general().open(store);
    }

    private static void mount(ServletContextHandler context, DatasetGraph graph) {
        DataService service = DataService.newBuilder(graph)
                .addEndpoint(Endpoint.create()
                        .operation(Operation.Query)
                        .processor(new SPARQL_QueryDataset())
                        .build())
                .build();
        service.goActive();
        DataAccessPointRegistry services = new DataAccessPointRegistry();
        services.register(new DataAccessPoint("/sparql", service));
        OperationRegistry.set(context.getServletContext(), OperationRegistry.createStd());
        DataAccessPointRegistry.set(context.getServletContext(), services);
        context.addFilter(new FilterHolder(new FusekiFilter()), "/sparql", EnumSet.of(DispatcherType.REQUEST));
    }

    @Override
    public void close() {
        javalin.stop();
        dataset.close();
    }
}
