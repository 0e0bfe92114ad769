package samdata.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import samdata.catalog.Catalog;
import samdata.catalog.store.Entry;
import samdata.catalog.suitability.Assessment;
import samdata.catalog.suitability.Finding;
import samdata.catalog.suitability.Proof;
import samdata.catalog.suitability.Status;
import samdata.vocab.Labels;
import samdata.vocab.Sam;

/** How well a dataset suits a task as JSON, in one language. */
final class SuitabilityJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Catalog catalog;
    private final String lang;

    SuitabilityJson(Catalog catalog, String lang) {
        this.catalog = catalog;
        this.lang = lang;
    }

    ObjectNode of(Entry entry, Assessment assessment) {
        ObjectNode json = NODES.objectNode()
                .put("dataset", entry.id())
                .put("iri", entry.iri().getURI())
                .put("title", Labels.of(entry.view(), entry.iri(), lang));
        boolean any = assessment.task().equals(catalog.schemes().tasks().iri());
        json.put("task", any ? null : catalog.schemes().tasks().id(assessment.task()))
                .put("taskIri", any ? null : assessment.task().getURI())
                .put("taskLabel", any ? null : label(assessment.task()))
                .put("level", assessment.level().word())
                .put("score", rounded(assessment.score()))
                .put("coverage", rounded(assessment.coverage()))
                .put("declared", assessment.declared())
                .put("inferred", assessment.inferred())
                .put("excluded", assessment.excluded());
        ArrayNode proven = json.putArray("proven");
        assessment.proven().forEach(proof -> proven.add(of(proof)));
        ArrayNode criteria = json.putArray("criteria");
        assessment.findings().forEach(finding -> criteria.add(of(finding)));
        return json;
    }

    private ObjectNode of(Proof proof) {
        return NODES.objectNode()
                .put("model", written(proof.model()))
                .put("measure", written(proof.measure()))
                .put("value", proof.value());
    }

    private ObjectNode of(Finding finding) {
        ObjectNode json = NODES.objectNode()
                .put("id", finding.id())
                .put("label", label(finding.criterion()))
                .put("gate", finding.gate())
                .put("status", finding.status().word())
                .put("weight", finding.weight());
        ArrayNode evidence = json.putArray("evidence");
        finding.evidence().forEach(triple -> evidence.add(of(triple)));
        return json.put("fix", finding.status() == Status.MET ? null : fix(finding));
    }

    private String fix(Finding finding) {
        return Labels.best(catalog.vocabulary(), finding.criterion(), Sam.fix, lang)
                .orElse("");
    }

    private static ObjectNode of(Triple triple) {
        return NODES.objectNode()
                .put("subject", written(triple.getSubject()))
                .put("predicate", written(triple.getPredicate()))
                .put("object", written(triple.getObject()));
    }

    private String label(Node concept) {
        return Labels.of(catalog.vocabulary(), concept, lang);
    }

    private static String written(Node node) {
        return Described.written(node);
    }

    /** Thousandths say all there is to say. */
    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }
}
