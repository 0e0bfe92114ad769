package samdata.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import samdata.catalog.licence.DatasetLicences;
import samdata.catalog.licence.LicenceStatement;
import samdata.catalog.licence.Licences;

/** The licences of a dataset, those of the whole first, each with the places where it is stated and by whom. */
final class StatedLicencesJson {
    private final Licences known;
    private final DatasetLicences licences;

    StatedLicencesJson(Licences known, DatasetLicences licences) {
        this.known = known;
        this.licences = licences;
    }

    /** @param concept a licence that is known, or what is stated instead of one, as id, IRI and label */
    ArrayNode json(Function<Node, ObjectNode> concept) {
        Map<Node, ObjectNode> json = new LinkedHashMap<>();
        for (LicenceStatement statement : licences.statements()) {
            if (Described.written(statement.object()).isBlank()) continue;
            boolean recognised = isRecognised(statement);
            Node licence = recognised ? statement.licence().iri() : statement.object();
            json.computeIfAbsent(licence, concept).withArray("statements").add(json(statement, recognised));
        }
        return JsonNodeFactory.instance.arrayNode().addAll(json.values());
    }

    private ObjectNode json(LicenceStatement statement, boolean recognised) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("subject", Described.written(statement.subject()))
                .put("predicate", Described.written(statement.predicate()))
                .put("object", Described.written(statement.object()))
                .put("part", statement.part().orElse(null))
                .put("by", statement.by().orElse(null))
                .put("recognised", recognised)
                .put("disputed", isDisputed(statement));
    }

    /** A publisher who says that it is unknown is recognised, too. */
    private boolean isRecognised(LicenceStatement statement) {
        return statement.licence().isKnown()
                || known.recognise(statement.object()).isPresent();
    }

    private boolean isDisputed(LicenceStatement statement) {
        return licences.parts().entrySet().stream()
                .filter(part ->
                        statement.part().isEmpty() || statement.part().get().equals(part.getKey()))
                .anyMatch(part ->
                        part.getValue().disputed() && part.getValue().stated().contains(statement.licence()));
    }
}
