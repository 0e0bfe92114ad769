package samdata.catalog.suitability;

import org.apache.jena.graph.Node;
import samdata.vocab.Sam;

/** The ways to decide about a criterion, by the term that names each in the ontology, where it is explained. */
enum Test {
    AnyOf,
    AnyLabelOf,
    TypedTarget,
    AtLeast,
    Stated,
    Measured,
    NoOlderThan,
    TaskDeclared,
    TaskNotExcluded;

    /** @throws IllegalArgumentException when there is no such test */
    static Test of(Node term) {
        return valueOf(term.getURI().substring(Sam.NS.length()));
    }
}
