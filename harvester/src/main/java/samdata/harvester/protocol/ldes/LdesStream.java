package samdata.harvester.protocol.ldes;

import static samdata.harvester.protocol.ldes.LdesTerms.LDES;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.read.Terms;

/**
 * How the members of an event stream are to be understood, as the stream says, and by custom where it does not.
 *
 * @param iri of the stream
 * @param versionOf from a member to what it is a version of
 * @param times to when a member was made; the first that leads somewhere counts
 * @param sequences to what orders members of one time
 * @param deleted to what tells that a member is a deletion
 * @param deletions which of these do
 */
record LdesStream(
        Node iri,
        List<PropertyPath> versionOf,
        List<PropertyPath> times,
        List<PropertyPath> sequences,
        List<PropertyPath> deleted,
        Set<Node> deletions) {

    /** @param page that describes the stream {@code iri} */
    static LdesStream of(Graph page, Node iri) {
        return new LdesStream(
                iri,
                paths(page, iri, List.of("versionOfPath"), LdesTerms.VERSION_OF),
                paths(page, iri, List.of("versionTimestampPath", "timestampPath"), LdesTerms.TIMES),
                paths(page, iri, List.of("versionSequencePath", "sequencePath"), List.of()),
                paths(page, iri, List.of("versionDeletePath"), List.of(RDF.Nodes.type)),
                Stream.concat(objects(page, iri, Terms.of(LDES, "versionDeleteObject")), Stream.of(LdesTerms.DELETE))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the feed keeps members for a time only. */
    static boolean isWindowed(Graph page) {
        return page.stream(Node.ANY, LdesTerms.RETENTION, Node.ANY)
                .anyMatch(policy -> isWindow(page, policy.getObject()));
    }

    /** Whether the stream says itself how it is to be read. */
    static boolean isDescribed(Graph page, Node iri) {
        return page.contains(iri, Terms.of(LDES, "versionOfPath"), Node.ANY)
                || page.contains(iri, Terms.of(LDES, "timestampPath"), Node.ANY);
    }

    private static boolean isWindow(Graph page, Node policy) {
        return page.stream(policy, Node.ANY, Node.ANY)
                .anyMatch(triple -> LdesTerms.WINDOWS.contains(triple.getPredicate())
                        || LdesTerms.WINDOWS.contains(triple.getObject()));
    }

    private static List<PropertyPath> paths(Graph page, Node iri, List<String> names, List<Node> otherwise) {
        var stated = names.stream()
                .flatMap(name -> objects(page, iri, Terms.of(LDES, name)))
                .map(path -> PropertyPath.of(page, path))
                .filter(path -> !path.steps().isEmpty())
                .distinct()
                .toList();
        return stated.isEmpty() ? otherwise.stream().map(PropertyPath::of).toList() : stated;
    }

    private static Stream<Node> objects(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject);
    }

    /** What a member is a version of; itself when it says nothing, nothing when it points at no IRI. */
    Optional<Node> object(Graph page, Node member) {
        var found = versionOf.stream()
                .map(path -> path.from(page, member))
                .filter(each -> !each.isEmpty())
                .findFirst();
        if (found.isEmpty()) return Optional.of(member).filter(node -> node.isURI() && !isActivity(page, node));
        return found.get().stream().filter(Node::isURI).min(Comparator.comparing(Node::getURI));
    }

    boolean isActivity(Graph page, Node member) {
        return page.stream(member, RDF.Nodes.type, Node.ANY)
                .anyMatch(type -> LdesTerms.ACTIVITIES.contains(type.getObject()));
    }

    boolean isDeletion(Graph page, Node member) {
        return deleted.stream()
                .anyMatch(path -> path.from(page, member).stream().anyMatch(deletions::contains));
    }
}
