package samdata.web.sparql;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.function.Predicate;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import samdata.web.http.Permits;

/** The SPARQL 1.1 protocol at {@value #PATH}: Fuseki's processing, behind our gate, in the server's own Jetty. */
public final class SparqlEndpoint {
    public static final String PATH = "/sparql";
    private static final int LONGEST_FORM = 2_000_000;

    private final DatasetGraph view;
    private final Limits limits;
    private final Predicate<HttpServletRequest> isOperator;

    /**
     * @param view read-only
     * @param isOperator whose requests no limit is for
     */
    public SparqlEndpoint(DatasetGraph view, Limits limits, Predicate<HttpServletRequest> isOperator) {
        this.view = view;
        this.limits = limits;
        this.isOperator = isOperator;
    }

    /** Javalin's own handlers do not see these requests: filters come first. */
    public void mount(ServletContextHandler context) {
        context.setMaxFormContentSize(LONGEST_FORM);
        OperationRegistry operations = OperationRegistry.createStd();
        DataService service = DataService.newBuilder(view)
                .addEndpoint(Endpoint.create()
                        .operation(Operation.Query)
                        .processor(new Queries(limits))
                        .context(rules())
                        .build())
                .build();
        service.goActive();
        DataAccessPointRegistry services = new DataAccessPointRegistry();
        services.register(new DataAccessPoint(PATH, service));
        OperationRegistry.set(context.getServletContext(), operations);
        DataAccessPointRegistry.set(context.getServletContext(), services);
        context.addFilter(
                new FilterHolder(new QueryGate(new FusekiFilter(), permits(), isOperator)),
                PATH,
                EnumSet.of(DispatcherType.REQUEST));
    }

    /** A core is left for everybody else. */
    private static Permits permits() {
        int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new Permits("queries", atOnce, 16 * atOnce);
    }

    private Context rules() {
        Context rules = new Context();
        rules.set(ARQ.queryTimeout, Long.toString(limits.time().toMillis()));
        rules.set(ARQ.httpServiceAllowed, false);
        rules.set(ARQConstants.registryFunctions, new Functions());
        rules.set(ARQConstants.sysOptimizerFactory, BoundedTexts.OPTIMISER);
        // ARQ's extensions of triple patterns, among them one that makes text
        rules.set(ARQ.enablePropertyFunctions, false);
        return rules;
    }
}
