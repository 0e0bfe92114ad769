package samdata.harvester.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/**
 * What one document states: outside of any graph, and by the named graph it stands in. A blank node of one is the same
 * node in the other.
 */
public record Statements(List<Triple> unnamed, Map<Node, List<Triple>> named) {
    Statements() {
        this(new ArrayList<>(), new LinkedHashMap<>());
    }

    void add(@Nullable Node graph, Triple triple) {
        if (graph == null) unnamed.add(triple);
        else named.computeIfAbsent(graph, name -> new ArrayList<>()).add(triple);
    }

    public long size() {
        return unnamed.size() + named.values().stream().mapToLong(List::size).sum();
    }

    /** All of them, wherever they stand. */
    public List<Triple> all() {
        if (named.isEmpty()) return unnamed;
        List<Triple> all = new ArrayList<>(unnamed);
        named.values().forEach(all::addAll);
        return all;
    }
}
