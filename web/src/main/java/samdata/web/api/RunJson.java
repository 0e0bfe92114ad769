package samdata.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;

/** A harvest as JSON; while it is under way, {@code ended} and {@code outcome} are null. */
final class RunJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RunJson() {}

    static ObjectNode of(Run run) {
        ArrayNode violations = NODES.arrayNode();
        run.violations().forEach(finding -> violations.add(of(finding)));
        ObjectNode json = counted(run);
        json.set("violations", violations);
        return json;
    }

    /** Without what was found, so that a list of sources does not grow with it. */
    static ObjectNode counted(Run run) {
        ObjectNode json = NODES.objectNode()
                .put("id", run.id())
                .put("source", run.source())
                .put("started", run.started().toString())
                .put("ended", run.ended().map(Object::toString).orElse(null))
                .put("outcome", run.outcome().map(Outcome::word).orElse(null));
        json.putObject("datasets")
                .put("seen", run.datasets().seen())
                .put("added", run.datasets().added())
                .put("changed", run.datasets().changed())
                .put("removed", run.datasets().removed());
        json.putObject("triples")
                .put("added", run.triples().added())
                .put("removed", run.triples().removed());
        return json.put("message", run.message());
    }

    private static ObjectNode of(Run.Finding finding) {
        ObjectNode json = NODES.objectNode()
                .put("dataset", finding.violation().dataset())
                .put("path", finding.violation().path())
                .put("severity", finding.violation().severity())
                .put("message", finding.violation().message())
                .put("fix", finding.violation().fix())
                .put("times", finding.times())
                .put("profile", finding.violation().rule().profile())
                .put("rule", finding.violation().rule().id())
                .put("means", finding.violation().rule().meaning())
                .put("example", finding.violation().rule().example())
                .put("clause", finding.violation().rule().clause());
        finding.line().ifPresent(line -> json.put("line", line));
        return json;
    }
}
