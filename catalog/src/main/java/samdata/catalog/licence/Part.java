package samdata.catalog.licence;

import java.util.List;
import java.util.Optional;

/**
 * Material that is used as one piece.
 *
 * @param title what it is called; empty when a licence alone is asked about
 * @param holder who made or publishes it
 * @param stated every licence that is said to cover it, at least one; more than one is a dispute
 */
public record Part(Optional<String> title, Optional<String> holder, List<Licence> stated) {
    public Part {
        if (stated.isEmpty()) throw new IllegalArgumentException("A part without a licence has the unknown one");
        stated = List.copyOf(stated);
    }

    /** Material of which nothing is known but its licence. */
    public static Part under(Licence licence) {
        return new Part(Optional.empty(), Optional.empty(), List.of(licence));
    }

    public boolean disputed() {
        return stated.size() > 1;
    }
}
