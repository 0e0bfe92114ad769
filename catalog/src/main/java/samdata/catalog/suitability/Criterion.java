package samdata.catalog.suitability;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import samdata.vocab.Labels;
import samdata.vocab.Sam;

/**
 * One thing that is looked at, as the ontology describes it.
 *
 * @param reads the properties whose statements decide
 * @param measuredBy the metrics whose measurements are read
 * @param statedAs the data types of a Croissant field that state it
 */
record Criterion(Node iri, String id, Test test, Set<Node> reads, Set<Node> measuredBy, Set<Node> statedAs) {
    static Criterion of(Graph rules, Node iri) {
        return new Criterion(
                iri,
                Labels.best(rules, iri, SKOS.notation.asNode(), "").orElseThrow(),
                Test.of(objects(rules, iri, Terms.TEST).getFirst()),
                Set.copyOf(objects(rules, iri, Sam.reads)),
                Set.copyOf(objects(rules, iri, Terms.MEASURED_BY)),
                Set.copyOf(objects(rules, iri, Terms.STATED_AS)));
    }

    static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    static Set<Node> set(Graph graph, Node subject, Node property) {
        return new HashSet<>(objects(graph, subject, property));
    }
}
