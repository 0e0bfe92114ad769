package samdata.catalog.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.DisjointUnion;

/** What one source says now, and what was recognised in it: no statement is in both. */
public record Harvested(String source, Graph stated, Graph recognised) {
    public Graph union() {
        return new DisjointUnion(stated, recognised);
    }
}
