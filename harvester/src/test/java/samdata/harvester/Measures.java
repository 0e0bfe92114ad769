package samdata.harvester;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.rdf.model.ModelFactory;

/** What can be counted in a graph: each measure is the query of its name. */
final class Measures {
    private Measures() {}

    /** What was counted in a file, but for the statements, some of which may be about paging. */
    static Map<String, String> of(CorpusFile file) {
        Map<String, String> measures = new TreeMap<>(file.figures());
        measures.keySet().removeIf(name -> query(name).isEmpty());
        measures.remove("triples");
        return measures;
    }

    static String measured(String measure, Graph graph) {
        try (var execution = QueryExecution.model(ModelFactory.createModelForGraph(graph))
                .query(query(measure).orElseThrow())
                .build()) {
            return execution.execSelect().next().getLiteral("count").getLexicalForm();
        }
    }

    private static Optional<String> query(String measure) {
        try (var in = Measures.class.getResourceAsStream("measures/" + measure + ".rq")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
