package samdata.catalog.suitability;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;

/** How one test ended, and the statements that decided. */
record Outcome(Status status, List<Triple> evidence) {
    static final Outcome NOT_STATED = new Outcome(Status.NOT_STATED, List.of());

    static Outcome met(Stream<Triple> evidence) {
        return new Outcome(Status.MET, sorted(evidence));
    }

    static Outcome notMet(Stream<Triple> evidence) {
        return new Outcome(Status.NOT_MET, sorted(evidence));
    }

    /** Met by any statement, not stated by none. */
    static Outcome metBy(Stream<Triple> evidence) {
        List<Triple> found = sorted(evidence);
        return found.isEmpty() ? NOT_STATED : new Outcome(Status.MET, found);
    }

    private static List<Triple> sorted(Stream<Triple> evidence) {
        return evidence.distinct()
                .sorted(Comparator.comparing(Triple::toString))
                .toList();
    }
}
