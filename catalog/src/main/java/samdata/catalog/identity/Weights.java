package samdata.catalog.identity;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import samdata.vocab.Sam;
import samdata.vocab.Scheme;
import samdata.vocab.Schemes;

/** How much each kind of evidence says; 1 in all makes a link. Kinds that speak against it weigh less than nothing. */
final class Weights {
    private final Map<Kind, Double> weights = new EnumMap<>(Kind.class);

    /** @throws IllegalStateException when the scheme does not weigh a kind */
    Weights(Schemes schemes) {
        Scheme scheme = schemes.get(Kind.SCHEME);
        for (Node concept : scheme.concepts())
            schemes.graph()
                    .find(concept, Sam.weight, Node.ANY)
                    .forEachRemaining(weight -> weights.put(
                            kind(scheme.id(concept)),
                            Double.parseDouble(weight.getObject().getLiteralLexicalForm())));
        for (Kind kind : Kind.values())
            if (!weights.containsKey(kind))
                throw new IllegalStateException("The scheme " + Kind.SCHEME + " does not weigh " + kind.id());
    }

    double of(Kind kind) {
        return Objects.requireNonNull(weights.get(kind));
    }

    static Kind kind(String id) {
        for (Kind kind : Kind.values()) if (kind.id().equals(id)) return kind;
        throw new IllegalStateException("The scheme " + Kind.SCHEME + " weighs " + id + ", which nothing looks for");
    }
}
