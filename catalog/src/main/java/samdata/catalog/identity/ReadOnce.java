package samdata.catalog.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A stored graph that remembers what a node says once all of it was asked for: reading one description asks for it several
 * times. For one thread, in the transaction of the graph.
 */
final class ReadOnce extends GraphBase {
    /** What says more is a thing of its own, and is not held in memory. */
    private static final int MOST = 500;

    /** Nor is more than this in all: what hundreds of thousands of nodes say is read again when it is asked for. */
    private static final int MOST_IN_ALL = 50_000;

    private final Graph stored;
    private final Map<Node, Said> said = new HashMap<>();
    private int held;

    ReadOnce(Graph stored) {
        this.stored = stored;
    }

    private record Said(List<Triple> statements, boolean all) {}

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        Node subject = pattern.getSubject();
        boolean asksForAll = subject.isConcrete()
                && !pattern.getPredicate().isConcrete()
                && !pattern.getObject().isConcrete();
        Said known = asksForAll && held < MOST_IN_ALL ? said.computeIfAbsent(subject, this::read) : said.get(subject);
        return known == null || !known.all()
                ? stored.find(pattern)
                : WrappedIterator.create(known.statements().iterator()).filterKeep(pattern::matches);
    }

    private Said read(Node subject) {
        List<Triple> statements = new ArrayList<>();
        ExtendedIterator<Triple> found = stored.find(subject, Node.ANY, Node.ANY);
        try {
            while (found.hasNext()) {
                if (statements.size() == MOST) {
                    held++;
                    return new Said(List.of(), false);
                }
                statements.add(found.next());
            }
            held += 1 + statements.size();
            return new Said(statements, true);
        } finally {
            found.close();
        }
    }
}
