package samdata.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.apache.jena.graph.Node;
import samdata.catalog.Appraisal;
import samdata.catalog.Knowledge;
import samdata.catalog.licence.Use;
import samdata.catalog.licence.Verdict;
import samdata.catalog.suitability.Level;
import samdata.harvester.Preview;
import samdata.vocab.Labels;
import samdata.vocab.Sam;

/** A preview as JSON: the form of a run, and what would be thought of the datasets. */
public final class PreviewJson {
    /** So many datasets are told one by one. */
    private static final int LISTED = 1000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int TASKS = 3;

    private final Knowledge knowledge;
    private final String lang;

    public PreviewJson(Knowledge knowledge, String lang) {
        this.knowledge = knowledge;
        this.lang = lang;
    }

    /** What this tells of. */
    public Preview.Telling telling() {
        return new Preview.Telling(lang, LISTED);
    }

    public ObjectNode of(Preview.Seen seen) {
        Appraisal appraisal = seen.appraisal();
        ObjectNode json = RunJson.of(seen.run());
        json.putNull("id").putNull("source");
        json.put("protocol", seen.protocol().orElse(null));
        json.set("quality", appraisal.count() == 0 ? null : quality(appraisal));
        json.set("nextFix", appraisal.nextFix().map(this::fix).orElse(null));
        json.set("tasks", tasks(appraisal));
        json.set("licences", licences(appraisal));
        ArrayNode results = json.putArray("results");
        appraisal.datasets().forEach(dataset -> results.add(of(dataset)));
        return json;
    }

    private ObjectNode quality(Appraisal appraisal) {
        ObjectNode json = NODES.objectNode()
                .put("points", rounded(appraisal.points()))
                .put("outOf", appraisal.outOf(false))
                .put("rating", id(appraisal.rating()))
                .put("ratingLabel", label(appraisal.rating()));
        json.putObject("ml").put("points", rounded(appraisal.mlPoints())).put("outOf", appraisal.outOf(true));
        ArrayNode indicators = json.putArray("indicators");
        appraisal.indicators().forEach(tally -> indicators.add(tally(tally)));
        return json;
    }

    private ObjectNode tally(Appraisal.Tally tally) {
        Node iri = tally.indicator().iri();
        return NODES.objectNode()
                .put("id", tally.indicator().id())
                .put("label", label(iri))
                .put("part", part(tally))
                .put("dimension", id(tally.indicator().dimension()))
                .put("points", tally.indicator().points())
                .put("asked", tally.asked())
                .put("met", tally.met())
                .put("fix", tally.lacking() == 0 ? null : fixText(iri));
    }

    private ObjectNode fix(Appraisal.Tally tally) {
        return NODES.objectNode()
                .put("indicator", tally.indicator().id())
                .put("label", label(tally.indicator().iri()))
                .put("part", part(tally))
                .put("gain", tally.indicator().points())
                .put("datasets", tally.lacking())
                .put("total", tally.gain())
                .put("fix", fixText(tally.indicator().iri()));
    }

    private ArrayNode tasks(Appraisal appraisal) {
        ArrayNode json = NODES.arrayNode();
        appraisal.tasks().forEach((task, levels) -> {
            ObjectNode each = json.addObject()
                    .put("id", id(task))
                    .put("iri", task.getURI())
                    .put("label", label(task));
            for (Level level : Level.values()) each.put(level.word(), levels.getOrDefault(level, 0L));
        });
        return json;
    }

    /** By use, then by answer; an answer that no dataset has is not there. */
    private static ObjectNode licences(Appraisal appraisal) {
        ObjectNode json = NODES.objectNode();
        for (Map.Entry<Use, Map<Verdict, Long>> use : appraisal.licences().entrySet()) {
            ObjectNode answers = json.putObject(use.getKey().id());
            use.getValue().forEach((verdict, count) -> answers.put(verdict.word(), count));
        }
        return json;
    }

    private ObjectNode of(Appraisal.Dataset dataset) {
        ObjectNode json = NODES.objectNode()
                .put("id", dataset.id())
                .put("iri", dataset.iri().getURI())
                .put("title", dataset.title())
                .put("quality", dataset.quality().points());
        ArrayNode licences = new StatedLicencesJson(knowledge.licences(), dataset.licences()).json(this::concept);
        json.set(
                "licence",
                licences.isEmpty() ? null : ((ObjectNode) licences.get(0).deepCopy()).retain("id", "iri", "label"));
        ArrayNode tasks = json.putArray("tasks");
        dataset.tasks().stream()
                .limit(TASKS)
                .forEach(task ->
                        tasks.add(concept(task.task()).put("level", task.level().word())));
        return json;
    }

    private ObjectNode concept(Node node) {
        return NODES.objectNode()
                .put("id", knowledge.schemes().id(node).orElseGet(() -> Described.written(node)))
                .put("iri", node.isURI() ? node.getURI() : null)
                .put("label", label(node));
    }

    private static String part(Appraisal.Tally tally) {
        return tally.indicator().isOurs() ? "ml" : "mqa";
    }

    private String fixText(Node indicator) {
        return Labels.best(knowledge.vocabulary(), indicator, Sam.fix, lang).orElse("");
    }

    private String id(Node concept) {
        return knowledge.schemes().id(concept).orElseThrow();
    }

    private String label(Node concept) {
        return Labels.of(knowledge.vocabulary(), concept, lang);
    }

    private static double rounded(double points) {
        return Math.round(points * 1000) / 1000.0;
    }
}
