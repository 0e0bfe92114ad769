package samdata.harvester.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import samdata.harvester.House;
import samdata.harvester.Site;
import samdata.harvester.run.Outcome;

/** What documents name is never fetched to read them, though its address may be reached and lies open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryDocumentTest {
    @SuppressWarnings("NullAway.Init")
    private House house;

    private final Canary canary = new Canary();
    private final Site site = new Site();

    @BeforeAll
    void open(@TempDir Path data) {
        house = new House(data, House.SETTINGS, List.of("127.0.0.0/8", "::1/128", "0.0.0.0/32"));
    }

    @AfterEach
    void remove() {
        house.sources.list().forEach(source -> house.harvests.removeSource(source.id()));
    }

    @AfterAll
    void close() {
        house.close();
        site.close();
        canary.close();
    }

    private static final String DATASET = "\"@id\": \"urn:d\", \"@type\": \"http://www.w3.org/ns/dcat#Dataset\"";
    private static final String RDF =
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dcat=\"http://www.w3.org/ns/dcat#\" %s>"
                    + "<dcat:Dataset rdf:about=\"urn:d\">%s</dcat:Dataset></rdf:RDF>";
    private static final String OAI =
            "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><responseDate>2026-01-01T00:00:00Z</responseDate>"
                    + "<request>CANARY</request>%s</OAI-PMH>";

    /** Bodies in which CANARY stands for an address that would be noticed. */
    enum Body {
        CONTEXT("dcat", "application/ld+json", "{\"@context\": \"CANARY\", " + DATASET + "}"),
        CONTEXT_IN_A_LIST("dcat", "application/ld+json", "{\"@context\": [{}, \"CANARY\"], " + DATASET + "}"),
        CONTEXT_WITHIN(
                "dcat",
                "application/ld+json",
                "{" + DATASET + ", \"urn:p\": {\"@context\": \"CANARY\", \"@id\": \"urn:x\", \"urn:q\": \"x\"}}"),
        CONTEXT_OF_A_PROPERTY(
                "dcat",
                "application/ld+json",
                "{\"@context\": {\"p\": {\"@id\": \"urn:p\", \"@context\": \"CANARY\"}}, " + DATASET
                        + ", \"p\": {\"urn:q\": 1}}"),
        CONTEXT_OF_A_TYPE(
                "dcat",
                "application/ld+json",
                "{\"@context\": {\"T\": {\"@id\": \"urn:T\", \"@context\": \"CANARY\"}}, \"@id\": \"urn:d\", \"@type\": \"T\"}"),
        CONTEXT_IMPORTED(
                "dcat",
                "application/ld+json",
                "{\"@context\": {\"@version\": 1.1, \"@import\": \"CANARY\"}, " + DATASET + "}"),
        CONTEXT_ON_DISK("dcat", "application/ld+json", "{\"@context\": \"file:///etc/hostname\", " + DATASET + "}"),
        CONTEXT_IN_A_JAR("dcat", "application/ld+json", "{\"@context\": \"jar:CANARY!/a\", " + DATASET + "}"),
        CONTEXT_RELATIVE("dcat", "application/ld+json", "{\"@context\": \"//HOST/c\", " + DATASET + "}"),
        CONTEXT_LIKE_A_KNOWN_ONE(
                "dcat", "application/ld+json", "{\"@context\": \"https://schema.org@HOST/\", " + DATASET + "}"),
        CONTEXT_IN_A_PAGE(
                "sitemap",
                "text/html",
                "<html><script type=\"application/ld+json\">{\"@context\": \"CANARY\", " + DATASET
                        + "}</script></html>"),
        CONTEXT_OF_A_CONNECTOR(
                "dsp",
                "application/json",
                "{\"@context\": [\"https://w3id.org/dspace/2025/1/context.jsonld\", \"CANARY\"], \"@type\": \"Catalog\"}"),
        CONTEXT_OF_A_STREAM("ldes", "application/ld+json", "{\"@context\": \"CANARY\", \"@id\": \"urn:s\"}"),
        CONTEXT_OF_DATA_JSON(
                "dcat-us",
                "application/json",
                "{\"@context\": \"CANARY\", \"describedBy\": \"CANARY\", \"conformsTo\": \"CANARY\", \"dataset\": [{\"identifier\":"
                        + " \"a\", \"title\": \"A\", \"describedBy\": \"CANARY\", \"landingPage\": \"CANARY\","
                        + " \"distribution\": [{\"downloadURL\": \"CANARY\"}]}]}"),
        ANSWER_IN_JSON_LD("sparql", "application/ld+json", "{\"@context\": \"CANARY\", " + DATASET + "}"),
        ANSWER_IN_RDF_XML("sparql", "application/rdf+xml", "<!DOCTYPE a SYSTEM \"CANARY\">" + RDF.formatted("", "")),
        ANSWER_AS_RESULTS(
                "sparql",
                "application/sparql-results+xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"CANARY\">]><sparql>&x;</sparql>"),
        ANSWER_IN_TRIX("sparql", "application/trix", "<!DOCTYPE a SYSTEM \"CANARY\"><TriX/>"),
        DOCUMENT_TYPE("dcat", "application/rdf+xml", "<!DOCTYPE a SYSTEM \"CANARY\">" + RDF.formatted("", "")),
        DOCUMENT_TYPE_PUBLIC(
                "dcat", "application/rdf+xml", "<!DOCTYPE a PUBLIC \"-//x\" \"CANARY\">" + RDF.formatted("", "")),
        ENTITY(
                "dcat",
                "application/rdf+xml",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"CANARY\">]>"
                        + RDF.formatted("", "<dcat:keyword>&x;</dcat:keyword>")),
        PARAMETER_ENTITY(
                "dcat",
                "application/rdf+xml",
                "<!DOCTYPE a [<!ENTITY %% x SYSTEM \"CANARY\"> %%x;]>".replace("%%", "%") + RDF.formatted("", "")),
        DOCUMENT_TYPE_AFTER_A_LONG_COMMENT(
                "dcat",
                "application/rdf+xml",
                "<!--" + "x".repeat(10_000) + "--><!DOCTYPE a [<!ENTITY x SYSTEM \"CANARY\">]>"
                        + RDF.formatted("", "<dcat:keyword>&x;</dcat:keyword>")),
        DOCUMENT_TYPE_IN_UTF_16(
                "dcat",
                "application/rdf+xml",
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"CANARY\">]>"
                        + RDF.formatted("", "<dcat:keyword>&x;</dcat:keyword>"),
                StandardCharsets.UTF_16),
        X_INCLUDE(
                "dcat",
                "application/rdf+xml",
                RDF.formatted(
                        "xmlns:xi=\"http://www.w3.org/2001/XInclude\"",
                        "<dcat:keyword><xi:include href=\"CANARY\" parse=\"text\"/></dcat:keyword>")),
        STYLE_SHEET(
                "dcat",
                "application/rdf+xml",
                "<?xml-stylesheet type=\"text/xsl\" href=\"CANARY\"?>" + RDF.formatted("", "")),
        SCHEMA_LOCATION(
                "dcat",
                "application/rdf+xml",
                RDF.formatted(
                        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:x CANARY\"",
                        "")),
        XML_BASE(
                "dcat",
                "application/rdf+xml",
                RDF.formatted("xml:base=\"CANARY\"", "<dcat:landingPage rdf:resource=\"x\"/>")),
        OAI_DOCUMENT_TYPE("oai-pmh", "text/xml", "<!DOCTYPE a SYSTEM \"CANARY\">" + OAI.formatted("")),
        OAI_ENTITY(
                "oai-pmh",
                "text/xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"CANARY\">]>" + OAI.formatted("<Identify>&x;</Identify>")),
        OAI_BASE_URL(
                "oai-pmh",
                "text/xml",
                OAI.formatted("<Identify><baseURL>CANARY</baseURL><protocolVersion>2.0</protocolVersion></Identify>"
                        + "<ListRecords><resumptionToken>CANARY</resumptionToken></ListRecords>")),
        SITEMAP_ENTITY(
                "sitemap",
                "application/xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"CANARY\">]><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                        + "<url><loc>&x;</loc></url></urlset>"),
        SITEMAP_DOCUMENT_TYPE(
                "sitemap",
                "application/xml",
                "<!DOCTYPE urlset SYSTEM \"CANARY\"><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"/>"),
        PAGE_AND_ALL_IT_SHOWS(
                "sitemap",
                "text/html",
                "<!DOCTYPE html PUBLIC \"-//x\" \"CANARY\"><html><head><base href=\"CANARY\"><link rel=\"icon\" href=\"CANARY\">"
                        + "<link rel=\"stylesheet\" href=\"CANARY\"><link rel=\"alternate\" type=\"application/ld+json\" href=\"CANARY\">"
                        + "<meta http-equiv=\"refresh\" content=\"0; url=CANARY\"><script src=\"CANARY\"></script>"
                        + "<script type=\"application/ld+json\" src=\"CANARY\">{" + DATASET + "}</script></head><body>"
                        + "<img src=\"CANARY\"><iframe src=\"CANARY\"></iframe></body></html>"),
        TURTLE_AND_ALL_IT_NAMES("dcat", "text/turtle", """
                @base <CANARY/> . @prefix c: <CANARY/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
                <> owl:imports <CANARY/o> ; a dcat:Catalog ; dcat:dataset c:d ; foaf:logo <CANARY/logo> .
                c:d a dcat:Dataset ; dct:license <CANARY/l> ; dcat:landingPage <CANARY/p> ; dct:conformsTo <CANARY/s> ;
                  dct:isReferencedBy "CANARY" ; dcat:distribution [ dcat:downloadURL <CANARY/f.csv> ; dcat:accessURL <CANARY/a> ] .
                """),
        CARD_AND_ALL_IT_NAMES(
                "hf-cards",
                "text/markdown",
                "---\npretty_name: !!java.net.URL [\"CANARY\"]\nlicense_link: CANARY\nconfigs:\n- data_files: CANARY\n---\n![x](CANARY)\n");

        private final String protocol;
        private final String type;
        private final String text;
        private final Charset charset;

        Body(String protocol, String type, String text) {
            this(protocol, type, text, StandardCharsets.UTF_8);
        }

        Body(String protocol, String type, String text, Charset charset) {
            this.protocol = protocol;
            this.type = type;
            this.text = text;
            this.charset = charset;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatADocumentNamesIsNotFetched(Body body) {
        var host = Canary.host() + ":" + canary.port();
        var bytes = body.text
                .replace("CANARY", canary.url("/x"))
                .replace("HOST", host)
                .getBytes(body.charset);
        site.answersOnly(exchange -> {
            exchange.getResponseHeaders()
                    .add(
                            "Link",
                            "<%1$s>; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\", <%1$s>; rel=\"describedby\", <%1$s>; rel=\"icon\""
                                    .formatted(canary.url("/x")));
            Site.send(exchange, 200, body.type, bytes);
        });
        house.register("company", site.url("/start"), body.protocol);

        var run = house.run("company");

        assertThat(canary.heard()).isEmpty();
        assertThat(run.outcome()).isNotEqualTo(java.util.Optional.of(Outcome.FAILED));
        assertThat(run.message()).doesNotContain("Exception", "samdata.", "org.apache");
        if (body.text.contains("<!DOCTYPE a"))
            assertThat(run.outcome().orElseThrow()).isEqualTo(Outcome.REJECTED);
    }
}
