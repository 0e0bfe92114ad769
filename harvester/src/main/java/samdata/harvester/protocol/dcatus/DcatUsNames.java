package samdata.harvester.protocol.dcatus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import samdata.harvester.read.Iris;

/** The datasets of a data.json by their identifiers. An identifier that several entries have names none of them. */
final class DcatUsNames {
    private final Map<String, Node> datasets = new HashMap<>();
    private final Set<String> shared = new HashSet<>(Set.of(""));

    void add(JsonNode record) {
        var identifier = record.path("identifier").asText();
        var iri = record.path("@id").asText();
        var node = Iris.good(iri) ? NodeFactory.createURI(iri) : NodeFactory.createBlankNode();
        if (datasets.put(identifier, node) != null) shared.add(identifier);
    }

    Optional<Node> of(String identifier) {
        return shared.contains(identifier) ? Optional.empty() : Optional.ofNullable(datasets.get(identifier));
    }
}
