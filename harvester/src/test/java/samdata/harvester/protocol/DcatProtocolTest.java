package samdata.harvester.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import samdata.catalog.check.Violation;
import samdata.catalog.store.Graphs;
import samdata.harvester.Site;
import samdata.harvester.read.Terms;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.source.SourceException;

class DcatProtocolTest extends ProtocolContract {
    private static final String PREFIXES = """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX hydra: <http://www.w3.org/ns/hydra/core#>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            """;

    @Override
    protected String protocol() {
        return "dcat";
    }

    @Override
    protected String address() {
        return site.url("/catalog.ttl");
    }

    @Override
    protected void publish(int datasets) {
        site.page("/catalog.ttl", "text/turtle", PREFIXES + datasets(0, datasets));
    }

    private static String datasets(int from, int to) {
        return IntStream.range(from, to).mapToObj("""
                        <https://mills.example/d/%1$d> a dcat:Dataset ; dct:title "Saw blades %1$d"@en ;
                            dct:publisher [ a foaf:Agent ; foaf:name "Mills" ] ;
                            dcat:distribution [ a dcat:Distribution ; dcat:accessURL <https://mills.example/d/%1$d.csv> ] .
                        """::formatted).collect(Collectors.joining());
    }

    @Test
    void pagesOfThePagedCollectionDialectAreFollowedAndLeftOut() {
        site.page("/catalog.ttl", "text/turtle", PREFIXES + datasets(0, 3) + """
                <catalog.ttl> a hydra:PagedCollection ; hydra:totalItems "5" ; hydra:nextPage <page2> ; hydra:lastPage "x" .
                """);
        site.page("/page2", "text/turtle", PREFIXES + datasets(3, 5));

        var run = house.run("company");

        assertThat(run.datasets().seen()).isEqualTo(5);
        assertThat(paging()).isZero();
    }

    @Test
    void pagesOfTheCollectionDialectAreFollowedWithTheirAddressAsTextToo() {
        site.page("/catalog.ttl", "text/turtle", PREFIXES + datasets(0, 3) + """
                <all> a hydra:Collection ; hydra:totalItems 5 ; hydra:view <catalog.ttl> .
                <catalog.ttl> a hydra:PartialCollectionView ; hydra:next "%s" .
                """.formatted(site.url("/page2")));
        site.page("/page2", "text/turtle", PREFIXES + datasets(3, 5) + """
                <all> a hydra:Collection ; hydra:view <page2> .
                <page2> a hydra:PartialCollectionView ; hydra:previous <catalog.ttl> .
                """);

        var run = house.run("company");

        assertThat(run.datasets().seen()).isEqualTo(5);
        assertThat(paging()).isZero();
    }

    @Test
    void aCatalogueThatIsItsOwnPageLosesOnlyThePaging() {
        site.page("/catalog.ttl", "text/turtle", PREFIXES + datasets(0, 3) + """
                <catalog.ttl> a dcat:Catalog , hydra:PagedCollection ; dct:title "All"@en ; hydra:next <page2> .
                """);
        site.page("/page2", "text/turtle", PREFIXES + datasets(3, 5));

        house.run("company");

        assertThat(paging()).isZero();
        assertThat(stated("http://purl.org/dc/terms/title")).isEqualTo(6);
    }

    @Test
    void aPageMissingInTheMiddleRejectsTheWhole() {
        publish(7);
        house.run("company");
        site.page("/catalog.ttl", "text/turtle", PREFIXES + datasets(0, 7) + "<catalog.ttl> hydra:next <gone> .");

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("Page 2 of the catalogue is missing").contains("404");
        assertThat(house.catalog.datasets("company")).hasSize(7);
    }

    @Test
    void pagingInACircleIsRejected() {
        site.page(
                "/catalog.ttl", "text/turtle", PREFIXES + datasets(0, 3) + "<catalog.ttl> hydra:next <catalog.ttl> .");

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("circle");
    }

    @Test
    void halfATurtleFileChangesNothingAndSaysWhere() {
        publish(7);
        house.run("company");
        var whole = PREFIXES + datasets(0, 9);
        site.page("/catalog.ttl", "text/turtle", whole.substring(0, whole.lastIndexOf("accessURL")));

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("is not readable Turtle").contains("line ");
        assertThat(house.catalog.datasets("company")).hasSize(7);
    }

    @Test
    void aTurtleFileThatEndsWithinAStatementIsRejectedAlsoWhereAParserWouldTakeIt() {
        publish(7);
        house.run("company");
        site.page(
                "/catalog.ttl",
                "text/turtle",
                PREFIXES + datasets(0, 7) + "<https://mills.example/d/8> a dcat:Dataset");

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("is cut off in the middle");
        assertThat(house.catalog.datasets("company")).hasSize(7);
    }

    @Test
    void aTurtleFileWithoutItsLastFullStopIsTakenWhenAllThatItsCatalogueNamesIsThere() {
        var catalogue = PREFIXES + """
                <> a dcat:Catalog ; dcat:dataset <1> , <%s> .
                <1> a dcat:Dataset ;
                """;
        site.page("/catalog.ttl", "text/turtle", catalogue.formatted("2"));
        var cutOff = house.run("company");
        site.page("/catalog.ttl", "text/turtle", catalogue.formatted("1"));
        var whole = house.run("company");

        assertThat(cutOff.outcome()).contains(Outcome.REJECTED);
        assertThat(whole.datasets().added()).isEqualTo(1);
        assertThat(whole.violations())
                .anyMatch(finding -> finding.violation().message().contains("has no end"));
    }

    @Test
    void aServerThatKnowsItIsUnchangedIsAskedOnceAndSendsNothing() {
        site.page("/catalog.ttl", exchange -> {
            boolean same = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            if (same) exchange.sendResponseHeaders(304, -1);
            else Site.text(200, "text/turtle", PREFIXES + datasets(0, 4)).to(exchange);
        });
        house.run("company");
        site.asked().clear();

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.UNCHANGED);
        assertThat(run.datasets().seen()).isEqualTo(4);
        assertThat(site.asked()).containsExactly("/robots.txt", "/catalog.ttl");
    }

    @Test
    void aSourceThatShrinksIsHeldUntilItIsReleased() {
        publish(20);
        house.run("company");
        publish(3);

        var heldRun = house.run("company");
        var before = house.catalog.datasets("company").size();
        var released = house.harvests.release(heldRun.id());

        assertThat(heldRun.outcome()).contains(Outcome.HELD);
        assertThat(heldRun.message()).contains("Only 3 of 20");
        assertThat(before).isEqualTo(20);
        assertThat(released.outcome()).contains(Outcome.STORED);
        assertThat(released.datasets()).isEqualTo(new Run.Datasets(3, 0, 0, 17));
        assertThat(house.runs.get(heldRun.id()).orElseThrow().message())
                .contains("Only 3 of 20", "was let in with the harvest " + released.id())
                .doesNotContain("samdata source release");
        assertThatThrownBy(() -> house.harvests.release(heldRun.id()))
                .hasMessageContaining("was let in with the harvest " + released.id());
        assertThat(house.catalog.datasets("company")).hasSize(3);
    }

    @Test
    void theThirdEqualRunInARowLetsAShrunkSourceIn() {
        publish(20);
        house.run("company");
        publish(0);

        var outcomes = IntStream.range(0, 3)
                .mapToObj(i -> house.run("company").outcome().orElseThrow())
                .toList();

        assertThat(outcomes).containsExactly(Outcome.HELD, Outcome.HELD, Outcome.STORED);
        assertThat(house.catalog.datasets("company")).isEmpty();
        var runs = house.runs.of("company", 3);
        assertThat(runs.subList(1, 3))
                .allMatch(run -> run.message()
                        .contains(
                                "was let in with the harvest " + runs.getFirst().id()));
    }

    @Test
    void aRunThatIsHeldSaysWhenALaterOneTookItsPlace() {
        publish(20);
        house.run("company");
        publish(3);
        var held = house.run("company");
        publish(4);
        var heldInstead = house.run("company");
        publish(20);
        var back = house.run("company");

        assertThat(house.runs.get(held.id()).orElseThrow().message())
                .contains("Only 3 of 20", heldInstead.id() + " brought something else");
        assertThat(house.runs.get(heldInstead.id()).orElseThrow().message())
                .contains("Only 4 of 20", back.id() + " brought again what was there before");
        assertThatThrownBy(() -> house.harvests.release(heldInstead.id())).isInstanceOf(SourceException.class);
    }

    @Test
    void aCatalogueWhoseTypesAreMisspeltIsToldSo() {
        site.page(
                "/catalog.ttl", "text/turtle", "<https://mills.example/d/1> a <https://www.w3.org/ns/dcat#Dataset> .");

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.STORED);
        assertThat(run.violations().getFirst().violation().message()).startsWith("No dataset was found");
    }

    @Test
    void aBadIriCostsItsStatementInTurtleAndInXml() {
        site.page("/catalog.ttl", "text/turtle", PREFIXES + datasets(0, 2) + """
                <https://mills.example/d/1> dcat:landingPage <https://mills.example/a b> ; dct:title "Still here"@sv .
                """);
        var turtle = house.run("company");
        site.page("/catalog.ttl", "application/rdf+xml", """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#"
                    xmlns:dct="http://purl.org/dc/terms/">
                  <dcat:Dataset rdf:about="https://mills.example/d/1">
                    <dct:title>A rdf:about="x y" b</dct:title>
                    <dcat:landingPage rdf:resource="tel:+49 40"/>
                    <dct:source rdf:resource="https://mills.example/q?a[0]=1"/>
                  </dcat:Dataset>
                </rdf:RDF>
                """);
        var xml = house.run("company");

        assertThat(turtle.outcome()).contains(Outcome.STORED);
        assertThat(turtle.violations().getFirst().violation().message())
                .contains("<https://mills.example/a b> is no IRI");
        assertThat(turtle.violations().getFirst().line()).hasValue(11);
        assertThat(xml.outcome()).contains(Outcome.STORED);
        assertThat(xml.violations().getFirst().violation().message()).contains("tel:+49 40");
        assertThat(xml.violations().getFirst().line()).hasValue(6);
        assertThat(stated("http://purl.org/dc/terms/source")).isEqualTo(1);
    }

    @Test
    void wordsUnderAMalformedLanguageTagAreKeptAndReported() {
        site.page("/catalog.ttl", "application/ld+json", """
                {"@id": "https://mills.example/d", "@type": "http://www.w3.org/ns/dcat#Dataset",
                 "http://purl.org/dc/terms/title": [{"@value": "Titel", "@language": "sv_SE"}, {"@value": "Sagi", "@language": "fi"}],
                 "http://purl.org/dc/terms/description": {"@value": "Words", "@language": "n/a"},
                 "http://purl.org/dc/terms/alternative": {"@value": "Title", "@language": "englishlanguage"}}
                """);
        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.STORED);
        assertThat(stated("http://purl.org/dc/terms/title")).isEqualTo(2);
        assertThat(stated("http://purl.org/dc/terms/description")).isEqualTo(1);
        assertThat(run.violations())
                .extracting(finding -> finding.violation().message())
                .anyMatch(message -> message.contains("\"sv_se\" is no language tag") && message.contains("\"sv-se\""))
                .anyMatch(message -> message.contains("\"n/a\" is no language tag"))
                .anyMatch(message -> message.contains("\"englishlanguage\" is no language tag"));
    }

    @Test
    void aMalformedLanguageTagInTurtleCostsTheTagAlone() {
        site.page("/catalog.ttl", "text/turtle", """
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                <urn:d> a dcat:Dataset ;
                    dct:title "Colours"@en_GB , "Färger"@sv-SE , ""\"Long
                 words""\"@de_AT , 'None'@_x ;
                    dct:description "An address: a@en_GB" .
                """);

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.STORED);
        assertThat(house.stated("company")
                        .find(Node.ANY, DCTerms.title.asNode(), Node.ANY)
                        .toList())
                .extracting(Triple::getObject)
                .containsExactlyInAnyOrder(
                        NodeFactory.createLiteralLang("Colours", "en-GB"),
                        NodeFactory.createLiteralLang("Färger", "sv-SE"),
                        NodeFactory.createLiteralLang("Long\n words", "de-AT"),
                        NodeFactory.createLiteralString("None"));
        assertThat(run.violations())
                .filteredOn(finding -> finding.violation().message().contains("is no language tag"))
                .extracting(finding -> finding.line().orElse(0))
                .containsExactlyInAnyOrder(4L, 5L, 5L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/turtle | <urn:d> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> \"Words\"@englishlanguage , \"Ord\"@sv-SE , \"Orte\"@de-standard .",
                "text/turtle | <urn:d> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> \"Words\"@englishlanguage , \"Ord\"@sv_SE .",
                "application/n-triples | <urn:d> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> . <urn:d> <http://purl.org/dc/terms/title> \"Words\"@englishlanguage .",
                "application/rdf+xml | <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dcat=\"http://www.w3.org/ns/dcat#\" xmlns:dct=\"http://purl.org/dc/terms/\"><dcat:Dataset rdf:about=\"urn:d\"><dct:title xml:lang=\"englishlanguage\">Words</dct:title></dcat:Dataset></rdf:RDF>"
            })
    void aLanguageTagWithAPartThatIsTooLongIsKeptAndToldOnce(String type, String document) {
        site.page("/catalog.ttl", type, document);

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.STORED);
        assertThat(house.stated("company")
                        .find(
                                Node.ANY,
                                DCTerms.title.asNode(),
                                NodeFactory.createLiteralLang("Words", "englishlanguage"))
                        .toList())
                .hasSize(1);
        assertThat(run.violations())
                .filteredOn(finding -> finding.violation().message().contains("letters at most"))
                .singleElement()
                .satisfies(found -> assertThat(found.violation())
                        .returns("urn:d", Violation::dataset)
                        .returns("warning", Violation::severity));
    }

    @Test
    void anIriTooLongForASearchIndexCostsItsStatement() {
        site.page(
                "/catalog.ttl",
                "text/turtle",
                PREFIXES + datasets(0, 2) + "<https://mills.example/d/1> dcat:landingPage <data:," + "x".repeat(8_000)
                        + "> ; <http://purl.org/dc/terms/source> <urn:kept> .");
        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.STORED);
        assertThat(run.violations().getFirst().violation().message()).contains("is longer than 8000 characters");
        assertThat(stated("http://purl.org/dc/terms/source")).isEqualTo(1);
    }

    @Test
    void whatIsHeldIsReleasedByItsSourceAlsoAfterARunThatBroughtNothing() {
        publish(20);
        house.run("company");
        publish(3);
        house.run("company");
        site.answersOnly(Site.text(500, "text/plain", "oops"));
        house.run("company");

        assertThat(house.harvests.releaseHeld("company").outcome()).contains(Outcome.STORED);
        assertThat(house.catalog.datasets("company")).hasSize(3);
        assertThatThrownBy(() -> house.harvests.releaseHeld("company"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("Nothing that company brought is held");
    }

    @Test
    void aDoctypeARemoteContextAndDeepNestingAreRefused() {
        site.page("/catalog.ttl", "application/rdf+xml", """
                <?xml version="1.0"?><!-- x --><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>""");
        var doctype = house.run("company");
        site.page(
                "/catalog.ttl",
                "application/ld+json",
                "{\"@context\": \"" + site.url("/ctx") + "\", \"@id\": \"urn:a\"}");
        var context = house.run("company");
        site.page("/catalog.ttl", "application/ld+json", "[{\"a\":".repeat(300) + "1" + "}]".repeat(300));
        var deep = house.run("company");
        site.page("/catalog.ttl", "text/turtle", "<urn:a> <urn:b> " + "[ <urn:c> ".repeat(100_000));
        var deepTurtle = house.run("company");

        assertThat(doctype.message()).contains("DOCTYPE");
        assertThat(context.message()).contains("contexts are never fetched");
        assertThat(deep.message()).contains("harvest.max-depth");
        assertThat(deepTurtle.outcome()).contains(Outcome.REJECTED);
        assertThat(site.asked()).doesNotContain("/ctx");
    }

    @Test
    void aBlankDatasetKeepsItsNameWhenItsDescriptionChanges() {
        var text = """
                [] a dcat:Dataset ; dct:identifier "x-1" ; dct:title "%s"@en ;
                   dcat:distribution [ dcat:accessURL <https://mills.example/x> ] .
                [] a dcat:Dataset ; dct:title "Another"@en ; dcat:landingPage <https://mills.example/y> .
                """;
        site.page("/catalog.ttl", "text/turtle", PREFIXES + text.formatted("Before"));
        house.run("company");
        var before = house.catalog.datasets("company");
        site.page("/catalog.ttl", "text/turtle", PREFIXES + text.formatted("After"));

        var run = house.run("company");

        assertThat(run.datasets()).isEqualTo(new Run.Datasets(2, 0, 1, 0));
        assertThat(house.catalog.datasets("company")).isEqualTo(before);
    }

    @Test
    void whatIsRecognisedStandsBesideWhatWasStated() {
        site.page("/catalog.ttl", "text/turtle", PREFIXES + """
                <https://mills.example/d/1> a dcat:Dataset ; dct:title "Saw"@en ; dcat:distribution <https://mills.example/f> .
                <https://mills.example/f> a dcat:Distribution ; dct:license <http://creativecommons.org/licenses/by/4.0/> .
                """);

        house.run("company");

        var licence = house.catalog.<Boolean>read(dataset -> dataset.contains(
                Graphs.recognised("company"),
                Node.ANY,
                Terms.of(Terms.DCT, "license"),
                Terms.of("https://w3id.org/samdata/licence/", "CC-BY-4.0")));
        assertThat(licence).isTrue();
        assertThat(stated("http://purl.org/dc/terms/license")).isEqualTo(1);
    }

    @Test
    void removingASourceTakesItsDatasetsAndRunsAlong() {
        publish(4);
        house.run("company");

        assertThat(house.harvests.removeSource("company")).isTrue();
        assertThat(house.harvests.removeSource("company")).isFalse();
        assertThat(house.catalog.datasets("company")).isEmpty();
        assertThat(house.runs.of("company", 10)).isEmpty();
        assertThat(house.sources.get("company")).isEmpty();
    }

    private long paging() {
        return house.catalog.<Long>read(
                dataset -> org.apache.jena.atlas.iterator.Iter.count(org.apache.jena.atlas.iterator.Iter.filter(
                        dataset.find(Graphs.stated("company"), Node.ANY, Node.ANY, Node.ANY),
                        quad -> quad.toString().contains("hydra"))));
    }

    private long stated(String predicate) {
        return house.catalog.<Long>read(dataset -> org.apache.jena.atlas.iterator.Iter.count(
                dataset.find(Graphs.stated("company"), Node.ANY, Terms.of(predicate, ""), Node.ANY)));
    }
}
