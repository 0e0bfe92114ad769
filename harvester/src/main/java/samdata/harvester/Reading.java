package samdata.harvester;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.catalog.check.Violation;

/**
 * What a source said: its statements as they came, ours where its own vocabulary is no RDF, and what could not be read.
 *
 * @param former what becomes of what it said before: nothing of that stays, unless the protocol says so
 * @param shared keeps the statements small
 */
record Reading(Graph stated, List<Run.Finding> findings, Former former, Shared shared) {
    Reading() {
        this(GraphFactory.createDefaultGraph(), new ArrayList<>(), new Former(), new Shared());
    }

    /** Notes that something of {@code subject} was left out because it could not be read. */
    void leftOut(String subject, String message, String fix, OptionalLong line) {
        findings.add(new Run.Finding(new Violation(subject, "", "warning", message, fix), line, 1));
    }

    /** Notes that {@code subject} as a whole says nothing that can be used. */
    void violation(String subject, String message, String fix, OptionalLong line) {
        findings.add(new Run.Finding(new Violation(subject, "", "violation", message, fix), line, 1));
    }
}
