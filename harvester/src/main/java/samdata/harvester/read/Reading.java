package samdata.harvester.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.catalog.check.Violation;
import samdata.harvester.run.Findings;
import samdata.harvester.run.Run;

/**
 * What a source said: its statements as they came, ours where its own vocabulary is no RDF, and what could not be read.
 *
 * @param unread which finding tells of a dataset that could not be read
 * @param former what becomes of what it said before: nothing of that stays, unless the protocol says so
 * @param shared keeps the statements small
 */
public record Reading(
        Graph stated, List<Run.Finding> findings, Former former, Map<Node, Integer> unread, Shared shared) {
    public Reading() {
        this(GraphFactory.createDefaultGraph(), new ArrayList<>(), new Former(), new HashMap<>(), new Shared());
    }

    /** Notes that what was told last is why this dataset's description cannot be read: its former version stays. */
    public void stays(Node dataset) {
        former.stays(dataset);
        unread.put(dataset, findings.size() - 1);
    }

    /**
     * All that the source says now. Of each dataset that could not be read it is then told, too, when a former version stays.
     *
     * @param before all that it stated before, asked for only when something of that stays
     */
    public Graph whole(Supplier<Graph> before) {
        if (former.isNothing()) return stated;
        var whole = former.with(stated, before.get());
        unread.forEach((dataset, at) -> {
            if (former.isThere(dataset)) findings.set(at, Findings.staying(findings.get(at)));
        });
        return whole;
    }

    /** Notes that something of {@code subject} was left out because it could not be read. */
    public void leftOut(String subject, String message, String fix, OptionalLong line) {
        findings.add(new Run.Finding(new Violation(subject, "", "warning", message, fix), line, 1));
    }

    /** Notes that {@code subject} as a whole says nothing that can be used. */
    public void violation(String subject, String message, String fix, OptionalLong line) {
        findings.add(new Run.Finding(new Violation(subject, "", "violation", message, fix), line, 1));
    }
}
