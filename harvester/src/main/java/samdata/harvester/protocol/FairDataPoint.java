package samdata.harvester.protocol;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.read.Reading;
import samdata.harvester.read.Terms;

/**
 * A catalogue in documents of their own, as a FAIR Data Point serves it: LDP containers and DCAT name what lies at an
 * address of its own. Nothing is followed until a document shows that it is one, and then only to the hosts that the
 * containers themselves are at.
 */
final class FairDataPoint {
    private static final String LDP = "http://www.w3.org/ns/ldp#";
    private static final String FDP = "https://w3id.org/fdp/fdp-o#";
    private static final String R3D = "http://www.re3data.org/schema/3-0#";
    private static final Node CONTAINS = Terms.of(LDP, "contains");
    private static final Set<Node> TYPES =
            Set.of(Terms.of(FDP, "FAIRDataPoint"), Terms.of(FDP, "MetadataService"), Terms.of(R3D, "Repository"));
    private static final Set<Node> CATALOGUES =
            Set.of(CONTAINS, Terms.of(FDP, "metadataCatalog"), Terms.of(R3D, "dataCatalog"));
    private static final Set<Node> PARTS = Set.of(
            DCAT.catalog.asNode(),
            DCAT.dataset.asNode(),
            DCAT.distribution.asNode(),
            Terms.of(Terms.DCAT, "service"),
            Terms.of(LDP, "nextPage"));

    private final Set<String> hosts = new HashSet<>();
    private final Set<URI> seen = new HashSet<>();
    private final Set<Node> described = new HashSet<>();
    private final Deque<URI> queue = new ArrayDeque<>();
    private final Set<Node> elsewhere = new HashSet<>();
    private boolean found;

    /** Takes in what one document states. */
    void add(List<Triple> stated, URI asked, URI url) {
        seen.addAll(List.of(asked, url));
        found |= stated.stream().anyMatch(FairDataPoint::shows);
        if (!found) return;
        hosts.addAll(List.of(host(asked), host(url)));
        for (Triple triple : stated) {
            if (triple.getPredicate().equals(RDF.Nodes.type)) described.add(triple.getSubject());
            if (CATALOGUES.contains(triple.getPredicate()))
                address(triple.getSubject()).ifPresent(container -> hosts.add(host(container)));
        }
        for (Triple triple : stated)
            if (CATALOGUES.contains(triple.getPredicate()) || PARTS.contains(triple.getPredicate()))
                link(triple.getObject());
    }

    private static boolean shows(Triple triple) {
        return triple.getPredicate().equals(CONTAINS)
                || (triple.getPredicate().equals(RDF.Nodes.type) && TYPES.contains(triple.getObject()));
    }

    private void link(Node part) {
        var address = address(part);
        if (described.contains(part) || address.isEmpty()) return;
        if (hosts.contains(host(address.get()))) queue.add(address.get());
        else elsewhere.add(part);
    }

    /** The next document to read, none of them twice. */
    Optional<URI> next() {
        while (!queue.isEmpty()) {
            var url = queue.remove();
            if (seen.add(url) && !described.contains(NodeFactory.createURI(url.toString()))) return Optional.of(url);
        }
        return Optional.empty();
    }

    /** Reports what is described at other hosts, and was left alone. */
    void reportElsewhere(Reading reading) {
        elsewhere.removeAll(described);
        elsewhere.forEach(part -> reading.leftOut(
                part.toString(),
                "This is described at another host, which was not asked.",
                "Register the catalogue at that host as a source of its own.",
                OptionalLong.empty()));
    }

    private static Optional<URI> address(Node node) {
        try {
            if (!node.isURI() || !node.getURI().matches("(?i)https?://.+")) return Optional.empty();
            return Optional.of(URI.create(node.getURI().replaceFirst("#.*$", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String host(URI url) {
        return String.valueOf(url.getRawAuthority());
    }
}
