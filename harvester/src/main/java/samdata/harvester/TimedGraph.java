package samdata.harvester;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import samdata.harvester.fetch.Turn;

/** A graph that ends whoever reads it when the time of the harvest is over: validation may take for ever otherwise. */
final class TimedGraph extends WrappedGraph {
    private static final int LOOKS_BETWEEN = 256;

    private final Turn turn;
    private int looks;

    TimedGraph(Graph graph, Turn turn) {
        super(graph);
        this.turn = turn;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        look();
        return super.find(pattern);
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        look();
        return super.find(subject, predicate, object);
    }

    @Override
    public boolean contains(Triple triple) {
        look();
        return super.contains(triple);
    }

    @Override
    public boolean contains(Node subject, Node predicate, Node object) {
        look();
        return super.contains(subject, predicate, object);
    }

    private void look() {
        if (++looks % LOOKS_BETWEEN == 0) turn.check();
    }
}
