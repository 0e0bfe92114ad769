package samdata.harvester.protocol.openml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.read.JsonAnswer;
import samdata.harvester.read.JsonFields;
import samdata.harvester.read.Reading;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;

/** The tasks that OpenML lists for the datasets that were read: what they ask for, and of which column. */
final class OpenMlTasks {
    private static final String ACCEPT = "application/json, */*;q=0.1";
    private static final String TYPE = "http://openml.org/openml/task-type#";

    private OpenMlTasks() {}

    static void add(OpenMlAddress address, int size, Visit visit, Reading reading) throws Refusal {
        for (int offset = 0; ; offset += size) {
            List<ObjectNode> tasks;
            try {
                var json =
                        JsonAnswer.of(visit.get(address.tasks(size, offset), ACCEPT), visit, "OpenML's list of tasks");
                tasks = OpenMlProtocol.objects(json.path("tasks").path("task"));
            } catch (Refusal refusal) {
                // 412 is the end of the list; a server without tasks has none
                if (refusal.has(412) || refusal.gone()) return;
                throw Refusal.rejected("The list of tasks is missing: " + refusal.why());
            }
            tasks.forEach(task -> add(address, task, reading.stated()));
            if (tasks.size() < size) return;
        }
    }

    private static void add(OpenMlAddress address, ObjectNode json, Graph out) {
        var dataset = NodeFactory.createURI(address.page(json.path("did").asText()));
        var id = json.path("task_id").asText();
        if (id.isBlank() || !out.contains(dataset, RDF.Nodes.type, DCAT.Dataset.asNode())) return;
        var task = NodeFactory.createURI(address.taskPage(id));
        var type = json.path("task_type").asText();
        out.add(task, RDF.Nodes.type, Terms.of(Terms.IT6, "Task"));
        out.add(task, DCTerms.identifier.asNode(), Values.text(id));
        out.add(task, Terms.of(Terms.IT6, "sourceData"), dataset);
        out.add(
                task,
                DCTerms.title.asNode(),
                Values.text((type + ": " + json.path("name").asText()).strip()));
        if (!type.isBlank())
            out.add(
                    task,
                    Terms.of(Terms.IT6, "hasTaskType"),
                    Terms.of(TYPE, type.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")));
        OpenMlProtocol.objects(json.path("input")).forEach(input -> input(task, input, out));
    }

    private static void input(Node task, JsonNode input, Graph out) {
        var value = Values.text(input.path("value").asText());
        var name = input.path("name").asText();
        switch (name) {
            case "source_data" -> {}
            case "target_feature" -> out.add(task, Terms.of(Terms.IT6, "targetFeature"), value);
            case "evaluation_measures" -> out.add(task, Terms.of(Terms.IT6, "hasEvaluationMeasure"), value);
            case "estimation_procedure" -> out.add(task, Terms.of(Terms.IT6, "hasEstimationProcedure"), value);
            default -> JsonFields.extra(task, name, value.getLiteralLexicalForm(), out);
        }
    }
}
