package samdata.harvester.protocol.ldes;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import samdata.harvester.read.Terms;

/** The terms of Linked Data Event Streams, TREE and Activity Streams that a feed is read by. */
final class LdesTerms {
    static final String LDES = "https://w3id.org/ldes#";
    static final String TREE = "https://w3id.org/tree#";
    private static final String AS = "https://www.w3.org/ns/activitystreams#";

    static final Node EVENT_STREAM = Terms.of(LDES, "EventStream");
    static final Node EVENT_SOURCE = Terms.of(LDES, "EventSource");
    static final Node IMMUTABLE = Terms.of(LDES, "immutable");
    static final Node RETENTION = Terms.of(LDES, "retentionPolicy");
    static final Node MEMBER = Terms.of(TREE, "member");
    static final Node VIEW = Terms.of(TREE, "view");
    static final Node RELATION = Terms.of(TREE, "relation");
    static final Node NODE = Terms.of(TREE, "node");

    static final Node DELETE = Terms.of(AS, "Delete");
    static final Set<Node> ACTIVITIES = Set.of(Terms.of(AS, "Create"), Terms.of(AS, "Update"), DELETE);
    /** Where a stream does not say its {@code ldes:versionOfPath}. */
    static final List<Node> VERSION_OF = List.of(Terms.of(AS, "object"), DCTerms.isVersionOf.asNode());
    /** Where a stream does not say its {@code ldes:timestampPath}. */
    static final List<Node> TIMES = List.of(
            Terms.of(AS, "published"),
            NodeFactory.createURI("http://www.w3.org/ns/prov#generatedAtTime"),
            DCTerms.modified.asNode(),
            DCTerms.created.asNode());

    /** A policy with one of these keeps members for a time only: what is not in the feed any more may still hold. */
    static final Set<Node> WINDOWS = Set.of(
            Terms.of(LDES, "DurationAgoPolicy"),
            Terms.of(LDES, "PointInTimePolicy"),
            Terms.of(LDES, "startingFrom"),
            Terms.of(LDES, "fullLogDuration"),
            Terms.of(LDES, "versionDuration"));

    private LdesTerms() {}
}
