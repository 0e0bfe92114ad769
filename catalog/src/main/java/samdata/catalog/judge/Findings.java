package samdata.catalog.judge;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.catalog.store.Diff;
import samdata.catalog.store.Graphs;

/**
 * What was found, criterion by criterion. Thousands of datasets are found to be alike, so it is stored once, under a name
 * made of what it says, and judgements point to it.
 *
 * @param said of the name
 */
record Findings(Node name, Set<Said> said) {
    /** One statement of findings. */
    record Said(Node predicate, Node object) {
        private String line() {
            return predicate.getURI() + ' ' + object + '\n'; // concepts and numbers, so no two are written alike
        }
    }

    static Findings of(Set<Said> said) {
        return new Findings(
                Graphs.findings(said.stream().map(Said::line).sorted().collect(Collectors.joining())), said);
    }

    /** What makes them stand in the store as they are; empty when they do. */
    Diff missing(DatasetGraph store) {
        Graph wanted = GraphFactory.createDefaultGraph();
        said.forEach(each -> wanted.add(name, each.predicate(), each.object()));
        return Diff.of(Graphs.JUDGEMENTS, stored(store, name), wanted);
    }

    /** What takes the findings of this name out of the store. */
    static Diff forgotten(DatasetGraph store, Node name) {
        return Diff.of(Graphs.JUDGEMENTS, stored(store, name), Graph.emptyGraph);
    }

    private static Graph stored(DatasetGraph store, Node name) {
        Graph stored = GraphFactory.createDefaultGraph();
        store.find(Graphs.JUDGEMENTS, name, Node.ANY, Node.ANY).forEachRemaining(quad -> stored.add(quad.asTriple()));
        return stored;
    }
}
