package samdata.web.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** The four example companies, each publishing its part of {@code ontologies/demo} in its own way. */
public final class Companies implements AutoCloseable {
    private record Plan(String id, Style style, int port) {}

    private static final List<Plan> PLANS = List.of(
            new Plan("nordsikt", Style.dcat(6), 8081),
            new Plan("fjallkraft", Style.sparql(), 8082),
            new Plan("talverket", Style.ckan(), 8083),
            new Plan("skogsdata", Style.croissant(), 8084));

    private final List<Company> companies = new ArrayList<>();

    private Companies() {}

    /** Starts them on ports 8081 to 8084, so that they are found again; a taken port is replaced by a free one. */
    public static Companies start() throws IOException {
        return start(true);
    }

    /** Starts them on free ports. */
    public static Companies startAnywhere() throws IOException {
        return start(false);
    }

    /** In the order of the documentation. */
    public List<Company> list() {
        return List.copyOf(companies);
    }

    /** @throws IllegalArgumentException when there is no such company */
    public Company get(String id) {
        return companies.stream()
                .filter(company -> company.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No example company " + id));
    }

    @Override
    public void close() {
        companies.forEach(Company::close);
    }

    private static Companies start(boolean usualPorts) throws IOException {
        Companies started = new Companies();
        try {
            for (Plan plan : PLANS) started.companies.add(company(plan, usualPorts ? plan.port() : 0));
            return started;
        } catch (IOException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private static Company company(Plan plan, int port) throws IOException {
        Graph graph = description(plan.id());
        try {
            return Company.start(plan.id(), plan.style(), graph, port);
        } catch (BindException e) {
            return Company.start(plan.id(), plan.style(), graph, 0);
        }
    }

    private static Graph description(String id) throws IOException {
        String file = "/ontologies/demo/" + id + ".ttl";
        try (InputStream stream = Companies.class.getResourceAsStream(file)) {
            if (stream == null) throw new IllegalStateException(file + " is not on the class path");
            Graph graph = GraphFactory.createDefaultGraph();
            RDFParser.source(stream).lang(Lang.TURTLE).parse(graph);
            return graph;
        }
    }
}
