package samdata.harvester.protocol.oai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import samdata.harvester.Expected;
import samdata.harvester.House;
import samdata.harvester.OaiServer;
import samdata.harvester.Site;
import samdata.harvester.read.MendedXml;
import samdata.harvester.run.Outcome;

/** The examples of DataCite's schema and a museum's record, served by a repository: every word of them is found again. */
@EnabledIfEnvironmentVariable(named = Expected.FOLDER, matches = ".+")
class OaiCorporaTest {
    @TempDir
    Path data;

    @Test
    void noWordOfDataCitesExamplesIsLost() throws Exception {
        List<String> examples;
        try (Stream<Path> files = Files.list(folder("datacite/meta/kernel-4/example"))) {
            examples = files.sorted().map(OaiCorporaTest::xml).toList();
        }
        var envelope = xml(folder("datacite/oai/oai-1.1/example/oai-sample-1.1.xml"));
        var all = Stream.concat(examples.stream(), Stream.of(envelope)).toList();

        // two examples have one DOI, and so they describe one dataset
        var stated = harvested("oai_datacite", all, all.size() - 1);

        Set<String> lost = new HashSet<>();
        for (String example : all) lost.addAll(lost(Xml.root(example, 200), stated));
        assertThat(lost).isEmpty();
    }

    @Test
    void aMuseumsDublinCoreIsRead() throws Exception {
        var answer = Xml.root(xml(folder("oai-pmh/metis/sampleOaiRecord.xml")), 200);
        var metadata = OaiRecord.of(Xml.children(Xml.child(answer, "GetRecord").orElseThrow())
                        .getFirst())
                .metadata()
                .orElseThrow();

        var stated = harvested("oai_dc", List.of(Xml.written(metadata)), 1);

        assertThat(lost(metadata, stated)).isEmpty();
        assertThat(
                        stated.contains(
                                Node.ANY,
                                DCTerms.relation.asNode(),
                                NodeFactory.createURI(
                                        "http://www.mediateka.centrumzamenhofa.pl/files/PL_2004_1/PL_2004_1_1/PL_2004_1_1_2/large/PL_2004_1_1_2_002-large.jpg")))
                .isTrue();
    }

    private Graph harvested(String format, List<String> metadata, int datasets) throws IOException {
        try (var site = new Site();
                var house = new House(data)) {
            var records = metadata.stream()
                    .map(each -> OaiServer.record("oai:example:" + metadata.indexOf(each), each))
                    .toArray(String[]::new);
            new OaiServer(site).format(format).records(records);
            house.register("examples", site.url("/oai"), "oai-pmh");

            var first = house.run("examples");
            var generation = house.catalog.generation();
            var second = house.run("examples");

            assertThat(first.message()).isEmpty();
            assertThat(first.violations().stream()
                            .map(found -> found.violation().message()))
                    .noneMatch(message -> message.contains("cannot be read"));
            assertThat(first.datasets().added()).isEqualTo(datasets);
            assertThat(second.outcome()).contains(Outcome.UNCHANGED);
            assertThat(house.catalog.generation()).isEqualTo(generation);
            return house.stated("examples");
        }
    }

    /** The words of elements and attributes that stand nowhere in the graph; a kind is said by the choice of a property. */
    private static Set<String> lost(Element record, Graph graph) {
        var said = graph.find().toList().stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
                .collect(Collectors.joining("\n"))
                .replace("&amp;", "&")
                .replace("&lt;", "<");
        Set<String> lost = new HashSet<>();
        words(record, lost);
        // a period is stated as its two ends
        lost.removeIf(said::contains);
        lost.removeIf(word -> word.matches("\\d{4}-[^/]*/\\d{4}-[^/]*")
                && Stream.of(word.split("/")).allMatch(said::contains));
        return lost;
    }

    private static void words(Element element, Set<String> words) {
        if (Xml.children(element).isEmpty()) words.add(Xml.text(element));
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            boolean kind = attribute.getNodeName().matches(".*Type|resourceTypeGeneral");
            if (attribute.getNamespaceURI() == null && !kind)
                words.add(attribute.getNodeValue().strip());
        }
        Xml.children(element).forEach(child -> words(child, words));
    }

    private static String xml(Path file) {
        try {
            return MendedXml.withoutDeclaration(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path folder(String path) {
        return Path.of(System.getenv(Expected.FOLDER)).resolve("conformance").resolve(path);
    }
}
