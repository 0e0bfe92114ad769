package samdata.catalog.search;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.lucene.util.BytesRef;
import samdata.vocab.Schemes;

/**
 * What the concepts of our schemes are called on the site, worked out once: they are few and never change, and each stands in
 * many datasets. What a company calls anything is never kept here.
 */
final class ConceptNames {
    private final Schemes schemes;
    private final Map<Node, Name> names = new ConcurrentHashMap<>();

    ConceptNames(Schemes schemes) {
        this.schemes = schemes;
    }

    /** @param packed the label as it stands in the index */
    record Name(String packed, BytesRef label) {}

    /** Empty when the node is no concept of ours. */
    Optional<Name> of(Node node) {
        Name known = names.get(node);
        if (known != null) return Optional.of(known);
        return schemes.id(node)
                .map(id -> names.computeIfAbsent(node, any -> {
                    String packed = Label.of(id, node, schemes.graph()).packed();
                    return new Name(packed, new BytesRef(packed));
                }));
    }
}
