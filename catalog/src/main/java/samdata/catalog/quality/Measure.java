package samdata.catalog.quality;

import java.util.Arrays;
import org.apache.jena.graph.Node;
import samdata.vocab.Sam;

/** What an indicator asks of the values that it reads; the ontology says what each means. */
public enum Measure {
    STATED("IsStated"),
    ADDRESS("IsAddress"),
    CONTROLLED("IsControlled"),
    MARKED("IsMarked"),
    MANDATORY("HasMandatory");

    private final String term;

    Measure(String term) {
        this.term = Sam.NS + term;
    }

    static Measure of(Node measure) {
        return Arrays.stream(values())
                .filter(known -> known.term.equals(measure.toString()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("schemes/quality.ttl: no such measure: " + measure));
    }
}
