package samdata.catalog.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.MultiUnion;

/** What one source says now, and what was recognised in it. */
public record Harvested(String source, Graph stated, Graph recognised) {
    public Graph union() {
        return new MultiUnion(new Graph[] {stated, recognised});
    }
}
