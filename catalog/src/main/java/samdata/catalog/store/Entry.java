package samdata.catalog.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.MultiUnion;

/**
 * One dataset as the catalogue holds it.
 *
 * @param id short, stable, derived from the IRI
 * @param home the id of the source that stated it first and speaks for it
 * @param stated the dataset's description as the home source wrote it: its statements, its distributions', agents' and
 *     all that hangs below them
 * @param claims what the other sources say of it, by their ids; it changes neither what is shown as the dataset's nor hits
 * @param models what any source says of the models that were trained or tested on it
 * @param judged what we think of it, from {@link Graphs#JUDGEMENTS}
 * @param view what is stated, recognised and judged, with our records of it and the vocabulary's labels, for reading
 * @param sources every source that states it, home first
 */
public record Entry(
        String id,
        Node iri,
        String home,
        Graph stated,
        Graph recognised,
        Map<String, Graph> claims,
        Graph models,
        Graph judged,
        Graph view,
        List<String> sources,
        Instant firstSeen,
        Instant lastChanged) {

    /** The same, judged so. Only one that is not judged yet may be. */
    public Entry judged(Graph now) {
        return new Entry(
                id,
                iri,
                home,
                stated,
                recognised,
                claims,
                models,
                now,
                new MultiUnion(new Graph[] {view, now}),
                sources,
                firstSeen,
                lastChanged);
    }
}
