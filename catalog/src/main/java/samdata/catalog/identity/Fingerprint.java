package samdata.catalog.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * What of a dataset's description may show that another describes the same data.
 *
 * @param home the source that speaks for it
 * @param keys values that other descriptions can be looked up by
 * @param bands keys of descriptions whose text is nearly the same
 * @param periods what times it covers, as intervals "from/to" of days, or the IRI of a period
 * @param places what places it covers, as IRIs or outlines
 */
record Fingerprint(
        Node iri,
        String home,
        Map<Key, Mark> keys,
        Set<Key> bands,
        List<Prose> titles,
        List<Prose> descriptions,
        Set<String> columns,
        Set<String> keywords,
        Set<String> publishers,
        Set<String> periods,
        Set<String> places) {

    /** The hashes of all keys, sorted, each once. */
    long[] hashes() {
        return java.util.stream.LongStream.concat(
                        keys.keySet().stream().mapToLong(Key::hash),
                        bands.stream().mapToLong(Key::hash))
                .sorted()
                .distinct()
                .toArray();
    }
}
