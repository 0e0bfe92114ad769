package samdata.catalog.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares the descriptions of those pairs that are likely to be linked. */
final class Linker {
    private final Weights weights;
    private final Function<String, Optional<Fingerprint>> described;

    Linker(Weights weights, Function<String, Optional<Fingerprint>> described) {
        this.weights = weights;
        this.described = described;
    }

    List<Link> links(Pairs pairs) {
        List<Link> links = new ArrayList<>();
        pairs.likely()
                .forEach((iri, others) -> described.apply(iri).ifPresent(one -> {
                    for (String other : others)
                        described
                                .apply(other)
                                .flatMap(there -> Likeness.of(weights, pairs.rarity(), one, there))
                                .ifPresent(links::add);
                }));
        return links;
    }
}
