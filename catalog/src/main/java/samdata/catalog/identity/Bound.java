package samdata.catalog.identity;

import java.util.EnumMap;
import java.util.Map;

/**
 * The most that two datasets can be alike, as far as the spaces tell in which they share a key: all that needs no key, as
 * equal keywords, is taken to be shared.
 */
final class Bound {
    private final Weights weights;
    private final Map<Kind, Double> single = new EnumMap<>(Kind.class);
    private double several;

    Bound(Weights weights) {
        this.weights = weights;
    }

    /** They share a key of this space, and it is so rare. */
    void add(Space space, double rarity) {
        double weight =
                rarity * space.kinds().stream().mapToDouble(weights::of).max().orElseThrow();
        if (space.kinds().size() > 1) several += weight; // each key may be evidence of another kind
        else space.kinds().forEach(kind -> single.merge(kind, weight, Math::max));
    }

    double most() {
        double sum = several + Likeness.MOST_OF_SOFT + Likeness.mostOfSomeColumns(weights);
        for (double weight : single.values()) sum += weight;
        return sum;
    }
}
