package samdata.harvester.protocol.openml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import samdata.harvester.Expected;
import samdata.harvester.Site;
import samdata.harvester.protocol.ProtocolContract;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;
import samdata.harvester.run.Outcome;
import samdata.harvester.source.Source;
import samdata.vocab.Sam;

class OpenMlProtocolTest extends ProtocolContract {
    private static final String API = "/api/v1/json";
    private static final String QUALITY = "https://w3id.org/samdata/quality/";
    private static final String DQV = "http://www.w3.org/ns/dqv#";

    @Override
    protected String protocol() {
        return "openml";
    }

    @Override
    protected String address() {
        return site.url("/");
    }

    @Override
    protected void publish(int datasets) {
        site.page(API + "/data/list/limit/1000/offset/0", "application/json", """
                {"data": {"dataset": [%s]}}""".formatted(IntStream.range(0, datasets)
                .mapToObj("{\"did\": %d, \"name\": \"blades\", \"version\": 1, \"status\": \"active\"}"::formatted)
                .collect(Collectors.joining(","))));
        IntStream.range(0, datasets)
                .forEach(i ->
                        describe(i, "{\"id\": \"%d\", \"name\": \"blades %d\", \"licence\": \"CC0\"}".formatted(i, i)));
    }

    private void describe(int id, String json) {
        site.page(API + "/data/" + id, "application/json", "{\"data_set_description\": " + json + "}");
    }

    @Test
    void aDatasetHasColumnsMeasuresTasksAndTheRestRaw() {
        site.page(API + "/data/list/limit/1000/offset/0", "application/json", """
                {"data": {"dataset": [{"did": 31, "name": "credit-g", "version": 1, "format": "ARFF", "quality": [
                  {"name": "NumberOfInstances", "value": "1000.0"}, {"name": "NumberOfClasses", "value": "2.0"},
                  {"name": "MinorityClassSize", "value": "300.0"}, {"name": "MajorityClassSize", "value": "700.0"},
                  {"name": "NumberOfFeatures", "value": "21.0"}, {"name": "NumberOfMissingValues", "value": "0.0"}]}]}}""");
        describe(31, """
                {"id": "31", "name": "credit-g", "version": "1", "format": "ARFF", "licence": "Public", "creator": ["Hans Hofmann"],
                 "url": "https://www.openml.org/data/v1/download/31/credit-g.arff", "default_target_attribute": "class",
                 "tag": ["study_14"], "md5_checksum": "9a475053fed0c26ee95cd4525e50074c", "file_id": "31",
                 "collection_date": "1994-11-17", "upload_date": "2014-04-06T23:21:47"}""");
        site.page(API + "/data/features/31", "application/json", """
                {"data_features": {"feature": [
                  {"index": "0", "name": "checking_status", "data_type": "nominal", "is_target": "false"},
                  {"index": "1", "name": "duration", "data_type": "numeric", "is_target": "false"}]}}""");
        site.page(API + "/task/list/limit/10000/offset/0", "application/json", """
                {"tasks": {"task": [{"task_id": 7, "task_type": "Supervised Classification", "did": 31, "name": "credit-g",
                  "input": [{"name": "source_data", "value": "31"}, {"name": "target_feature", "value": "class"}]},
                  {"task_id": 8, "task_type": "Clustering", "did": 99, "name": "other"}]}}""");

        var run = house.run("company");

        var graph = house.stated("company");
        var dataset = NodeFactory.createURI(site.url("/d/31"));
        assertThat(run.message()).isEmpty();
        assertThat(house.catalog.datasets("company")).containsExactly(dataset.getURI());
        assertThat(graph.contains(Node.ANY, DCTerms.license.asNode(), Values.text("Public")))
                .isTrue();
        assertThat(graph.contains(Node.ANY, Terms.of(Terms.IT6, "numberOfDatapoints"), Values.count(1000)))
                .isTrue();
        assertThat(graph.contains(Node.ANY, Terms.of(Terms.IT6, "defaultTargetAttribute"), Values.text("class")))
                .isTrue();
        assertThat(graph.contains(
                        Node.ANY,
                        DCTerms.type.asNode(),
                        NodeFactory.createURI("http://openml.org/openml/feature-type#nominal")))
                .isTrue();
        assertThat(measured("class-balance-ratio")).isEqualTo("0.4286");
        assertThat(measured("number-of-classes")).isEqualTo("2");
        assertThat(measured("missing-values-ratio")).isEqualTo("0");
        assertThat(graph.contains(NodeFactory.createURI(site.url("/t/7")), Terms.of(Terms.IT6, "sourceData"), dataset))
                .isTrue();
        assertThat(graph.contains(
                        Node.ANY,
                        Terms.of(Terms.IT6, "hasTaskType"),
                        NodeFactory.createURI("http://openml.org/openml/task-type#supervisedclassification")))
                .isTrue();
        assertThat(graph.contains(NodeFactory.createURI(site.url("/t/8")), Node.ANY, Node.ANY))
                .isFalse();
        assertThat(graph.contains(Node.ANY, Sam.key, Values.text("file_id"))).isTrue();
        assertThat(graph.contains(Node.ANY, Sam.key, Values.text("is_target"))).isTrue();
    }

    @Test
    void aMeasureThatIsTooLargeToBeWrittenOutIsKeptOnlyAsItCame() {
        publish(1);
        describe(0, """
                {"id": "0", "name": "blades", "quality": [{"name": "NumberOfInstances", "value": "1e999999999"},
                  {"name": "NumberOfFeatures", "value": "1e-2147483647"}, {"name": "NumberOfClasses", "value": "3"}]}""");

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.STORED);
        assertThat(measured("number-of-classes")).isEqualTo("3");
        assertThat(house.stated("company")
                        .contains(Node.ANY, Terms.of(DQV, "isMeasurementOf"), Terms.of(QUALITY, "number-of-instances")))
                .isFalse();
        assertThat(house.stated("company").contains(Node.ANY, Sam.value, Values.text("1e999999999")))
                .isTrue();
    }

    @Test
    void aListIsReadPageByPageUntilTheServerSaysThatItEnds() throws Exception {
        var address = OpenMlAddress.of(java.net.URI.create(site.url(API + "/data/list/tag/x")));

        assertThat(address.list(1000, 2000)).hasToString(site.url(API + "/data/list/tag/x/limit/1000/offset/2000"));
        assertThat(OpenMlAddress.of(java.net.URI.create(site.url(API + "/data/list/limit/5")))
                        .isPage())
                .isTrue();
        assertThat(OpenMlAddress.of(java.net.URI.create(site.url("/api/v1/json/data/31")))
                        .isDescription())
                .isTrue();
    }

    @Test
    void aDescriptionThatIsBrokenKeepsItsFormerVersionAndIsReported() {
        publish(7);
        house.run("company");
        site.page(API + "/data/3", "application/json", "{\"data_set_description\": {\"id\": \"3\", \"na");
        site.page(API + "/data/4", Site.text(412, "application/json", "{\"error\": {\"code\": \"111\"}}"));

        var run = house.run("company");

        assertThat(run.message()).contains("former version");
        assertThat(run.datasets().seen()).isEqualTo(7);
        assertThat(run.outcome()).contains(Outcome.UNCHANGED);
        assertThat(run.violations().stream().map(found -> found.violation().message()))
                .anyMatch(message -> message.contains("broken at line 1") && message.contains("former version stays"));
    }

    @Test
    void aServerThatFailsInTheMiddleIsRejected() {
        publish(7);
        house.run("company");
        site.page(API + "/data/features/5", Site.text(500, "text/plain", "oops"));

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(house.catalog.datasets("company")).hasSize(7);
    }

    @Test
    void itIsDetected() {
        publish(2);
        site.page(API + "/data/list", "application/json", "{\"data\": {\"dataset\": []}}");
        house.register("found", site.url(API + "/data/list"), "auto");

        house.run("found");

        assertThat(house.sources.get("found").map(Source::protocol)).contains("openml");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = Expected.FOLDER, matches = ".+")
    void theDescriptionsOfOpenMlsOwnTestsAreRead() throws Exception {
        var folder = Path.of(System.getenv(Expected.FOLDER)).resolve("standards/croissant/openml/openml");
        for (String name : List.of("constructed.json", "constructed_with_parquet.json")) {
            site.page("/" + name, "application/json", Files.readString(folder.resolve(name)));
            house.register("one", site.url("/" + name), "openml");

            var first = house.run("one");
            var second = house.run("one");

            var graph = house.stated("one");
            assertThat(first.message()).isEmpty();
            assertThat(house.catalog.datasets("one")).containsExactly("https://www.openml.org/d/42");
            assertThat(graph.find(Node.ANY, DCAT.distribution.asNode(), Node.ANY)
                            .toList())
                    .hasSize(name.contains("parquet") ? 2 : 1);
            assertThat(graph.contains(Node.ANY, DCTerms.license.asNode(), Values.text("Public")))
                    .isTrue();
            assertThat(graph.find(Node.ANY, DCAT.keyword.asNode(), Node.ANY).toList())
                    .hasSize(5);
            assertThat(second.outcome()).contains(Outcome.UNCHANGED);
            house.harvests.removeSource("one");
        }
    }

    private String measured(String measure) {
        var node = house.subject("company", Terms.of(DQV, "isMeasurementOf"), Terms.of(QUALITY, measure));
        return house.stated("company")
                .find(node, Terms.of(DQV, "value"), Node.ANY)
                .toList()
                .getFirst()
                .getObject()
                .getLiteralLexicalForm();
    }
}
