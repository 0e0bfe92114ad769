package samdata.harvester.protocol.dcatus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import samdata.harvester.protocol.ProtocolContract;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.vocab.Sam;

class DcatUsProtocolTest extends ProtocolContract {
    private static final String ACCESS = "http://publications.europa.eu/resource/authority/access-right/";
    private static final String POD = "https://project-open-data.cio.gov/v1.1/schema#";

    @Override
    protected String protocol() {
        return "dcat-us";
    }

    @Override
    protected String address() {
        return site.url("/data.json");
    }

    @Override
    protected void publish(int datasets) {
        serve(IntStream.range(0, datasets).mapToObj("""
                {"identifier": "mill-%1$d", "title": "Blades %1$d", "description": "Saw blades", "accessLevel": "public",
                 "distribution": [{"downloadURL": "https://mills.example/%1$d.csv", "mediaType": "text/csv"}]}
                """::formatted).toArray(String[]::new));
    }

    private void serve(String... datasets) {
        site.page("/data.json", "application/json", """
                {"@context": "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld", "@type": "dcat:Catalog",
                 "conformsTo": "https://project-open-data.cio.gov/v1.1/schema", "dataset": [%s]}
                """.formatted(
                        java.util.Arrays.stream(datasets).collect(Collectors.joining(","))));
    }

    @Test
    void anEntryBecomesADatasetAndWhatIsNotUnderstoodIsKeptRaw() {
        serve("""
                {"@type": "dcat:Dataset", "identifier": "a", "title": "Blades", "accessLevel": "restricted public",
                 "modified": "R/P1W", "issued": "2019-06-27 12:41:27", "bureauCode": ["018:10"], "keyword": ["saw", ""],
                 "license": "https://creativecommons.org/publicdomain/zero/1.0/", "temporal": "2009-09-01/2010-05-31",
                 "spatial": "Falun", "isPartOf": "b", "systemOfRecords": "none", "odd": {"a": [1]},
                 "contactPoint": {"@type": "vcard:Contact", "fn": "Ada", "hasEmail": "mailto:ada@mills.example"},
                 "publisher": {"name": "Saws", "subOrganizationOf": {"name": "Mills"}},
                 "distribution": [{"@type": "dcat:Distribution", "accessURL": "https://mills.example/api", "format": "API"}]}
                """, "{\"identifier\": \"b\", \"title\": \"All\"}");

        var run = house.run("company");

        var graph = house.stated("company");
        var dataset = house.subject("company", DCTerms.title.asNode(), Values.text("Blades"));
        var whole = house.subject("company", DCTerms.title.asNode(), Values.text("All"));
        assertThat(run.message()).isEmpty();
        assertThat(graph.contains(dataset, DCTerms.modified.asNode(), Values.text("R/P1W")))
                .isTrue();
        assertThat(graph.contains(dataset, DCTerms.issued.asNode(), Values.text("2019-06-27 12:41:27")))
                .isTrue();
        assertThat(graph.contains(dataset, DCTerms.accessRights.asNode(), NodeFactory.createURI(ACCESS + "RESTRICTED")))
                .isTrue();
        assertThat(graph.contains(dataset, Terms.of(POD, "accessLevel"), Values.text("restricted public")))
                .isTrue();
        assertThat(graph.contains(dataset, Terms.of(POD, "bureauCode"), Values.text("018:10")))
                .isTrue();
        assertThat(graph.contains(dataset, DCTerms.isPartOf.asNode(), whole)).isTrue();
        assertThat(graph.contains(Node.ANY, DCAT.startDate.asNode(), Values.date("2009-09-01")))
                .isTrue();
        assertThat(graph.contains(Node.ANY, Terms.of(Terms.ORG, "subOrganizationOf"), Node.ANY))
                .isTrue();
        assertThat(graph.contains(
                        Node.ANY, Terms.of(Terms.VCARD, "hasEmail"), NodeFactory.createURI("mailto:ada@mills.example")))
                .isTrue();
        assertThat(graph.contains(Node.ANY, Sam.key, Values.text("systemOfRecords")))
                .isTrue();
        assertThat(graph.contains(Node.ANY, Sam.value, Values.text("{\"a\":[1]}")))
                .isTrue();
        assertThat(graph.contains(Node.ANY, RDF.Nodes.type, DCAT.Catalog.asNode()))
                .isTrue();
        assertThat(graph.contains(Node.ANY, DCAT.keyword.asNode(), Values.text("")))
                .isFalse();
    }

    @Test
    void aFileWithoutAContextIsRead() {
        site.page("/data.json", "text/plain", "\uFEFF{\"dataset\": [{\"identifier\": \"a\", \"title\": \"Blades\"}]}");

        assertThat(house.run("company").datasets().added()).isEqualTo(1);
    }

    @Test
    void anEntryThatSaysNothingKeepsItsFormerVersionAndIsReported() {
        publish(3);
        house.run("company");
        serve(
                "{\"identifier\": \"mill-0\", \"title\": null}",
                "\"oops\"",
                "{\"identifier\": \"mill-1\", \"title\": \"Blades, new\"}",
                "{\"identifier\": \"mill-2\", \"title\": [], \"distribution\": [1]}");

        var run = house.run("company");

        assertThat(run.datasets()).isEqualTo(new Run.Datasets(3, 0, 2, 0));
        assertThat(run.violations().stream().map(found -> found.violation().message()))
                .anyMatch(message -> message.contains("Entry 1 ") && message.contains("former version stays"))
                .anyMatch(message -> message.contains("Entry 2 "));
        assertThat(house.stated("company").contains(Node.ANY, DCTerms.title.asNode(), Values.text("Blades 0")))
                .isTrue();
        assertThat(house.stated("company").contains(Node.ANY, DCTerms.title.asNode(), Values.text("Blades 1")))
                .isFalse();
    }

    @Test
    void aFileThatIsCutOffIsRejectedWithItsLine() {
        publish(7);
        house.run("company");
        site.page("/data.json", "application/json", "{\"dataset\": [\n{\"identifier\": \"mill-0\", \"ti");

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("broken at line 2");
        assertThat(house.catalog.datasets("company")).hasSize(7);
    }

    @Test
    void entriesOfOneIdentifierStayApart() {
        serve("{\"identifier\": \"x\", \"title\": \"One\"}", "{\"identifier\": \"x\", \"title\": \"Two\"}");

        assertThat(house.run("company").datasets().added()).isEqualTo(2);
    }
}
