package samdata.harvester.protocol.oai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xml.sax.SAXException;
import samdata.harvester.OaiServer;
import samdata.harvester.Site;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.protocol.ProtocolContract;
import samdata.harvester.read.Genid;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;
import samdata.vocab.Sam;

class OaiPmhProtocolTest extends ProtocolContract {
    private OaiServer server;

    @Override
    protected String protocol() {
        return "oai-pmh";
    }

    @Override
    protected String address() {
        return site.url("/oai");
    }

    @BeforeEach
    void serve() {
        server = new OaiServer(site);
    }

    @Override
    protected void publish(int datasets) {
        server.records(IntStream.range(0, datasets)
                .mapToObj(i -> OaiServer.dublinCore(
                        "oai:mills.example:" + i,
                        "<dc:title>Blades %d</dc:title>".formatted(i)
                                + "<dc:identifier>https://mills.example/%d</dc:identifier>".formatted(i)))
                .toArray(String[]::new));
    }

    @Test
    void dublinCoreBecomesADatasetAndWhatIsNotUnderstoodIsKeptRaw() {
        server.records(OaiServer.dublinCore("oai:mills.example:1", """
                <dc:title xml:lang="sv">Klingor</dc:title><dc:creator>Ada</dc:creator><dc:subject>saw</dc:subject>
                <dc:date>1942</dc:date><dc:identifier>https://mills.example/1</dc:identifier><dc:format>text/csv</dc:format>
                <dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights><dc:rights>Ask first.</dc:rights>
                <dc:rights>info:eu-repo/semantics/openAccess</dc:rights><dc:odd a="b">x</dc:odd>"""));

        var run = house.run("company");

        var graph = house.stated("company");
        var dataset = house.subject("company", DCTerms.title.asNode(), NodeFactory.createLiteralLang("Klingor", "sv"));
        assertThat(run.message()).isEmpty();
        assertThat(graph.contains(
                        dataset,
                        DCTerms.license.asNode(),
                        NodeFactory.createURI("https://creativecommons.org/licenses/by/4.0/")))
                .isTrue();
        assertThat(graph.contains(dataset, DCTerms.rights.asNode(), Values.text("Ask first.")))
                .isTrue();
        assertThat(graph.contains(
                        dataset, DCTerms.accessRights.asNode(), Values.text("info:eu-repo/semantics/openAccess")))
                .isTrue();
        assertThat(graph.contains(dataset, DCTerms.date.asNode(), Values.date("1942")))
                .isTrue();
        assertThat(graph.contains(Node.ANY, DCAT.mediaType.asNode(), Values.text("text/csv")))
                .isTrue();
        assertThat(graph.contains(Node.ANY, FOAF.name.asNode(), Values.text("Ada")))
                .isTrue();
        assertThat(graph.contains(Node.ANY, Sam.key, Values.text("odd"))).isTrue();
    }

    @Test
    void rdfIsTakenAsItIsAndADatasetWithoutANameIsNamedByItsRecord() {
        server.format("dcat").records(OaiServer.record("r1", """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#"
                  xmlns:dct="http://purl.org/dc/terms/" xmlns:x="urn:x:">
                <dcat:Dataset rdf:about="https://mills.example/d"><dct:title xml:lang="sv">Klingor</dct:title><x:odd>7</x:odd>
                  <dct:creator rdf:resource="not an iri"/></dcat:Dataset></rdf:RDF>"""), OaiServer.record("r2", """
                <dcat:Dataset xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/"><dct:title>Two</dct:title></dcat:Dataset>"""));

        var run = house.run("company");

        assertThat(run.datasets().added()).isEqualTo(2);
        assertThat(house.catalog.datasets("company"))
                .containsExactlyInAnyOrder(
                        "https://mills.example/d",
                        Genid.of("dataset", "company", "r2").getURI());
        assertThat(house.stated("company").contains(Node.ANY, Terms.of("urn:x:", "odd"), Values.text("7")))
                .isTrue();
        assertThat(run.violations().getFirst().violation().message()).contains("is no IRI");
        assertThat(house.stated("company").size()).isEqualTo(5);
    }

    @Test
    void theBestFormThatIsOfferedIsAskedFor() {
        server.format("oai_dc").format("marcxml").format("oai_datacite");
        publish(1);

        house.run("company");

        assertThat(site.asked()).anyMatch(url -> url.contains("metadataPrefix=oai_datacite"));
        assertThat(site.asked()).noneMatch(url -> url.contains("metadataPrefix=oai_dc"));
    }

    @Test
    void aFormThatTheRepositoryThenDoesNotHaveIsFollowedByTheNext() {
        server.format("rdf").refuses("metadataPrefix=rdf", "cannotDisseminateFormat");
        publish(2);

        assertThat(house.run("company").datasets().added()).isEqualTo(2);
    }

    @Test
    void recordsThatLostTheirIdentifiersTakeNothingAway() {
        publish(9);
        house.run("company");
        server.records(OaiServer.dublinCore("", "<dc:title>Whose?</dc:title>"));

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.UNCHANGED);
        assertThat(run.violations().getFirst().violation().message()).contains("no identifier");
        assertThat(titles()).contains("Blades 0", "Blades 8");
    }

    @Test
    void recordsThatAreNoXmlTakeNothingAway() {
        publish(9);
        house.run("company");
        server.records("<record><header></record>");

        assertThat(house.run("company").outcome()).contains(Outcome.UNCHANGED);
        assertThat(titles()).contains("Blades 0", "Blades 8");
    }

    @Test
    void onlyWhatIsNewIsAskedForAndWhatIsDeletedGoes() {
        server.remembersDeletions();
        publish(9);
        house.run("company");
        server.changedOnly(
                OaiServer.deleted("oai:mills.example:3"),
                OaiServer.dublinCore("oai:mills.example:4", "<dc:title>Sharper</dc:title>"),
                OaiServer.dublinCore("oai:mills.example:9", "<dc:title>New</dc:title>"));

        var run = house.run("company");

        assertThat(site.asked().getLast()).contains("from=2026-11-22T09%3A00%3A");
        assertThat(run.datasets()).isEqualTo(new Run.Datasets(9, 1, 1, 1));
        assertThat(titles()).contains("Sharper", "New", "Blades 0").doesNotContain("Blades 3", "Blades 4");
    }

    @Test
    void nothingNewIsUnchanged() {
        server.remembersDeletions();
        publish(5);
        house.run("company");
        server.changedOnly();

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.UNCHANGED);
        assertThat(run.datasets().seen()).isEqualTo(5);
    }

    @Test
    void withoutLastingDeletionsEverythingIsReadAndWhatIsMissingGoes() {
        publish(7);
        house.run("company");
        publish(6);

        assertThat(house.run("company").datasets()).isEqualTo(new Run.Datasets(6, 0, 0, 1));
        assertThat(site.asked()).noneMatch(url -> url.contains("from="));
    }

    @Test
    void aRecordThatIsNoXmlKeepsItsFormerVersionAndIsReportedWithItsLine() {
        publish(7);
        house.run("company");
        server.breaks("Blades 4", "Blades & \u0001 4").breaks("Blades 5", "Blades 5, new");

        var run = house.run("company");

        assertThat(run.message()).startsWith("1 dataset could not be read, so its former version stays");
        assertThat(run.datasets()).isEqualTo(new Run.Datasets(7, 0, 1, 0));
        assertThat(titles()).contains("Blades 4", "Blades 5, new");
        assertThat(run.violations().getFirst().violation().dataset()).isEqualTo("oai:mills.example:4");
        assertThat(run.violations().getFirst().violation().message()).contains("is no XML", "former version stays");
        assertThat(run.violations().getFirst().line()).isPresent();
    }

    @Test
    void aRecordThatIsNoXmlKeepsItsFormerVersionAlsoWhereNothingIsRememberedOfIt() throws Exception {
        publish(7);
        house.run("company");
        Files.delete(house.data.resolve("fetch").resolve("company.json"));
        server.breaks("Blades 4", "Blades & \u0001 4");

        var run = house.run("company");

        assertThat(run.datasets()).isEqualTo(new Run.Datasets(7, 0, 0, 0));
        assertThat(titles()).contains("Blades 4");
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void brokenXmlTakesNoLongerThanWhatIsWhole() {
        var xml = "<OAI-PMH><ListRecords>" + "<record ".repeat(300_000) + "<record><header".repeat(200_000);
        var bytes = new Document.Bytes.InMemory(xml.getBytes(StandardCharsets.UTF_8));
        var document = new Document(URI.create(site.url("/oai")), "text/xml", Optional.empty(), "", bytes);

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> OaiAnswer.of(document, 200));
    }

    @Test
    void xmlThatDeclaresEntitiesOrNestsTooDeeplyIsRefused() throws Exception {
        assertThat(Xml.root("<a>".repeat(150) + "</a>".repeat(150), 200)).isNotNull();
        for (String hostile : List.of(
                "<a>".repeat(300) + "</a>".repeat(300),
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"))
            assertThatExceptionOfType(SAXException.class).isThrownBy(() -> Xml.root(hostile, 200));
    }

    @Test
    void aRecordWithBytesThatAreNoTextIsLeftOut() {
        publish(3);
        server.inLatin1("Blades 1", "Klinga på å");

        var run = house.run("company");

        assertThat(run.datasets().added()).isEqualTo(2);
        assertThat(run.violations().getFirst().violation().message()).contains("bytes that are no text");
    }

    @Test
    void aRecordInAnUnknownVocabularyIsLeftOut() {
        server.records(
                OaiServer.record("marc", "<record xmlns=\"http://www.loc.gov/MARC21/slim\"><leader/></record>"),
                OaiServer.dublinCore("dc", "<dc:title>One</dc:title>"));

        var run = house.run("company");

        assertThat(run.datasets().added()).isEqualTo(1);
        assertThat(run.violations().getFirst().violation().message()).contains("neither RDF nor DataCite");
    }

    @Test
    void tokensThatRunInACircleAreRejected() {
        breaksAfter(server -> server.circles(), Outcome.REJECTED, "runs in a circle");
    }

    @Test
    void aTokenThatRanOutIsFollowedByAFreshStart() {
        publish(7);
        house.run("company");
        server.tokensRunOut(1);

        assertThat(house.run("company").datasets().seen()).isEqualTo(7);
    }

    @Test
    void tokensThatRunOutTwiceAreRejected() {
        breaksAfter(server -> server.tokensRunOut(9), Outcome.REJECTED, "badResumptionToken");
    }

    @Test
    void aMissingPartIsRejected() {
        breaksAfter(server -> server.busy(99, 500), Outcome.REJECTED, "part of the list of records is missing");
    }

    @Test
    void aRepositoryThatAsksToWaitIsWaitedFor() {
        publish(7);
        server.busy(1, 503);

        assertThat(house.run("company").datasets().added()).isEqualTo(7);
    }

    @Test
    void anAnswerThatIsCutOffIsRejected() {
        breaksAfter(server -> server.cutOff(), Outcome.REJECTED, "cut off");
    }

    @Test
    void aDocumentTypeIsRefused() {
        breaksAfter(
                server -> site.answersOnly(Site.text(
                        200,
                        "text/xml",
                        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")),
                Outcome.REJECTED,
                "DOCTYPE");
    }

    @Test
    void xmlThatIsNoRepositoryIsRejected() {
        breaksAfter(server -> site.answersOnly(Site.text(200, "text/xml", "<feed/>")), Outcome.REJECTED, "not OAI-PMH");
    }

    @Test
    void aRepositoryThatCallsItsXmlHtmlIsRead() {
        server.contentType("text/html");
        publish(3);

        assertThat(house.run("company").datasets().added()).isEqualTo(3);
    }

    @Test
    void aRepositoryThatHasBecomeEmptyIsHeld() {
        breaksAfter(server -> server.records(), Outcome.HELD, "0 of 7");
    }

    @Test
    void itIsDetected() {
        publish(2);
        house.register("found", address(), "auto");

        house.run("found");

        assertThat(house.sources.get("found").map(Source::protocol)).contains("oai-pmh");
    }

    private void breaksAfter(java.util.function.Consumer<OaiServer> fault, Outcome outcome, String why) {
        publish(7);
        house.run("company");
        List<String> before = house.catalog.datasets("company");

        fault.accept(server);
        var run = house.run("company");

        assertThat(run.message()).contains(why).doesNotContain("Exception", "java.", "\n");
        assertThat(run.outcome()).contains(outcome);
        assertThat(house.catalog.datasets("company")).isEqualTo(before).hasSize(7);
    }

    private List<String> titles() {
        return house.stated("company").find(Node.ANY, DCTerms.title.asNode(), Node.ANY).toList().stream()
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .toList();
    }
}
