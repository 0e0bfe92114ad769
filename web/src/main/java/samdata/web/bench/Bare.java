package samdata.web.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import samdata.vocab.Ontologies;

/**
 * What a first harvest is held against: Jena as it comes parses the documents of each source, checks them by the same
 * shapes and writes them to TDB2, and nothing else. Each is done once, in a process that has just started, as a harvest is.
 */
public final class Bare implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WARM_UP = 10;
    private static final int REPEATS = 9;

    private final List<Shapes> shapes;
    private final Dataset store;

    /**
     * What the documents of all sources cost, in seconds.
     *
     * @param parsing the first time, as is {@code checking} and {@code storing}
     * @param processor time of all threads of the process for these three
     * @param parsingAgain the median, when they have been parsed many times
     */
    record Cost(double parsing, double checking, double storing, double processor, double parsingAgain) {
        double sum() {
            return parsing + checking + storing;
        }
    }

    /**
     * Gets ready as a server does at its start: the shapes are read and an empty store is open.
     *
     * @param folder where nothing is yet
     * @param profiles the names of those whose shapes the documents are checked by
     */
    public Bare(Path folder, List<String> profiles) {
        Map<String, Graph> all = Ontologies.profiles();
        this.shapes = profiles.stream().map(name -> Shapes.parse(all.get(name))).toList();
        this.store = PlainFuseki.store(folder);
    }

    /** Measures in a process of its own, with the options of Java that a server has. */
    static Cost inItsOwnProcess(Path launcher, Path folder, List<String> profiles, List<URI> catalogues)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("bench-bare", "--data", folder.toString()));
        profiles.forEach(profile -> arguments.addAll(List.of("--profile", profile)));
        catalogues.forEach(catalogue -> arguments.add(catalogue.toString()));
        return JSON.readValue(Child.answer(launcher, arguments), Cost.class);
    }

    /** Measures what the documents of these catalogues cost, as JSON on one line. */
    public String measured(List<URI> catalogues) throws Exception {
        List<Baseline> sources = new ArrayList<>();
        for (URI catalogue : catalogues) sources.add(Baseline.of(catalogue));
        return JSON.writeValueAsString(cost(sources));
    }

    Cost cost(List<Baseline> sources) throws Exception {
        Timings parsing = new Timings();
        Timings checking = new Timings();
        Timings storing = new Timings();
        double before = Child.processor(ProcessHandle.current());
        for (int i = 0; i < sources.size(); i++) {
            Baseline source = sources.get(i);
            Node name = NodeFactory.createURI("urn:bench:source:" + i);
            Graph graph = parsing.timed(source::parsed);
            checking.time(() -> shapes.forEach(each -> ShaclValidator.get().validate(each, graph)));
            storing.time(() -> write(graph, name));
        }
        double processor = Child.processor(ProcessHandle.current()) - before;
        for (int i = 0; i < WARM_UP; i++) sources.forEach(Baseline::parsed);
        Timings again = new Timings();
        for (int i = 0; i < REPEATS; i++) again.time(() -> sources.forEach(Baseline::parsed));
        return new Cost(parsing.seconds(), checking.seconds(), storing.seconds(), processor, again.median() / 1000);
    }

    private void write(Graph graph, Node name) {
        DatasetGraph dataset = store.asDatasetGraph();
        Txn.executeWrite(
                dataset,
                () -> graph.find()
                        .forEachRemaining(triple ->
                                dataset.add(name, triple.getSubject(), triple.getPredicate(), triple.getObject())));
    }

    @Override
    public void close() {
        store.close();
    }
}
