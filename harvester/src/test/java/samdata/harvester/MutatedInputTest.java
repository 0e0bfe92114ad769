package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import samdata.harvester.fetch.AddressRule;
import samdata.harvester.fetch.FetchSettings;
import samdata.harvester.fetch.Fetcher;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.protocol.DcatProtocol;
import samdata.harvester.protocol.DspProtocol;
import samdata.harvester.protocol.Protocol;
import samdata.harvester.protocol.SitemapProtocol;
import samdata.harvester.protocol.cards.HfCardsProtocol;
import samdata.harvester.protocol.ckan.CkanProtocol;
import samdata.harvester.protocol.dcatus.DcatUsProtocol;
import samdata.harvester.protocol.ldes.LdesProtocol;
import samdata.harvester.protocol.oai.OaiPmhProtocol;
import samdata.harvester.protocol.openml.OpenMlProtocol;
import samdata.harvester.read.Reading;
import samdata.harvester.run.Progress;
import samdata.harvester.source.Source;

/** Whatever a company serves is read or refused; nothing else is ever thrown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutatedInputTest {
    private static final int INPUTS = Boolean.getBoolean("samdata.long") ? 10_000 : 200;
    private static final FetchSettings SETTINGS = new FetchSettings(
            Duration.ofSeconds(30), Duration.ofSeconds(5), 20_000_000, 40_000_000, 200, 1_000_000, 4, 200, 5, 20);
    private static final List<String> WORDS = List.of(
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>&b;",
            "\u0000",
            "\"\"\"",
            "<<",
            "&#0;",
            "&#xD800;",
            "\\uD800",
            "\\u00",
            "%zz",
            "1e999999999",
            "-0",
            "null",
            "{}",
            "[]",
            "{\"@id\":",
            "[".repeat(300),
            "{\"a\":".repeat(300),
            "<a>".repeat(300),
            "- ".repeat(300),
            "&a [*a, *a]",
            "!!java.net.URL [a]",
            "@prefix : <> .",
            "@base <http://[> .",
            "_:".repeat(40),
            "http://exa mple/\u202e>",
            "\r\n\r\n",
            "\uFEFF",
            "9999-99-99T99:99:99Z",
            "]]>",
            "<![CDATA[",
            "---\n",
            "a".repeat(5000));

    private Site site;
    private Fetcher fetcher;

    @BeforeAll
    void open(@TempDir Path data) {
        site = new Site();
        fetcher = new Fetcher(SETTINGS, AddressRule.allowing(List.of("127.0.0.0/8")), "test");
    }

    @AfterAll
    void close() {
        fetcher.close();
        site.close();
    }

    @ParameterizedTest
    @EnumSource(Input.class)
    void eachIsReadAsItIs(Input input) {
        assertThat(reads(input, input.packed(input.bytes()), "no change")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Input.class)
    void whateverCouldBeServedIsReadOrRefused(Input input) {
        long seed = Long.getLong("samdata.seed", System.nanoTime());
        Random random = new Random(seed);
        int read = 0;
        long slowest = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] bytes = mutant(input, random);
            long begun = System.nanoTime();
            if (reads(input, bytes, "input " + i + " of seed " + seed)) read++;
            slowest = Math.max(slowest, System.nanoTime() - begun);
        }
        System.out.println("parsers: " + input + ", seed " + seed + ": " + INPUTS + " inputs, " + read
                + " read, the others refused, the slowest in " + slowest / 1_000_000 + " ms");
        assertThat(read).as("read with seed %d", seed).isGreaterThan(INPUTS / 5);
    }

    /** Changed before it is packed, or as it is sent. */
    private static byte[] mutant(Input input, Random random) {
        int changes = random.nextInt(4) == 0 ? 2 + random.nextInt(3) : 1;
        boolean before = random.nextBoolean();
        byte[] bytes = before ? input.bytes() : input.packed(input.bytes());
        for (int change = 0; change < changes; change++)
            bytes = random.nextInt(3) == 0 ? mutated(bytes, random) : misspelt(bytes, random);
        return before ? input.packed(bytes) : bytes;
    }

    private boolean reads(Input input, byte[] bytes, String which) {
        site.answersOnly(exchange -> {
            boolean linked = exchange.getRequestURI().getPath().equals("/linked");
            if (linked) Site.send(exchange, 200, "text/html", Input.WEB_PAGE.bytes());
            else Site.send(exchange, 200, input.mediaType, linked(bytes));
        });
        Source source = Source.of("fuzz", site.url(input.path), input.protocol.name(), null, "never", null);
        try (Visit visit = fetcher.visit(Progress.NONE)) {
            Reading reading = input.protocol.read(source, visit);
            Normaliser.name(reading.stated(), "fuzz", () -> {});
            return true;
        } catch (Refusal refused) {
            assertThat(refused.why()).as(which).isNotBlank().doesNotContain("Exception");
            return false;
        } catch (Throwable e) {
            throw new AssertionError(
                    input + " threw at " + which + ", served:\n" + new String(bytes, StandardCharsets.UTF_8), e);
        }
    }

    /** The address of the server stands where an input names it. */
    private byte[] linked(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace("http://linked.example", site.url("/linked")).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One letter or figure is another: what most often is wrong, and most often still read. */
    private static byte[] misspelt(byte[] bytes, Random random) {
        byte[] misspelt = bytes.clone();
        for (int tries = 0; tries < 20 && bytes.length > 0; tries++) {
            int at = random.nextInt(bytes.length);
            if (!Character.isLetterOrDigit(bytes[at])) continue;
            misspelt[at] = (byte) (Character.isDigit(bytes[at]) ? '0' + random.nextInt(10) : 'a' + random.nextInt(26));
            return misspelt;
        }
        return misspelt;
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        if (bytes.length == 0) return bytes;
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
        return switch (random.nextInt(7)) {
            case 0 -> flipped(bytes, at, random);
            case 1 -> spliced(bytes, at, at + length, new byte[0]);
            case 2 -> spliced(bytes, at, at, slice(bytes, at, at + length));
            case 3 -> spliced(bytes, at, at, slice(bytes, random.nextInt(at + 1), at));
            case 4 -> slice(bytes, 0, at);
            case 5 -> spliced(bytes, at, at + length, word(random));
            default -> spliced(bytes, at, at, word(random));
        };
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        byte[] flipped = bytes.clone();
        for (int i = 0; i < 1 + random.nextInt(4); i++) flipped[(at + i) % bytes.length] = (byte) random.nextInt(256);
        return flipped;
    }

    private static byte[] word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    /** {@code bytes} with {@code other} in the place of what stands between. */
    private static byte[] spliced(byte[] bytes, int from, int to, byte[] other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(other);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    @SuppressWarnings("ImmutableEnumChecker") // a protocol has no state
    enum Input {
        TURTLE(new DcatProtocol(), "text/turtle", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> .
                @prefix dct: <http://purl.org/dc/terms/> .
                <http://e.org/c> a dcat:Catalog ; dcat:dataset <http://e.org/d> .
                <http://e.org/d> a dcat:Dataset ; dct:title "Trees"@en , "Träd"@sv ; dct:issued "2024-01-01"^^<http://www.w3.org/2001/XMLSchema#date> ;
                    dct:description \"""Long, with "quotes" in it\""" ; dcat:keyword "a\\u00e5" , 'b' ; dct:extent 12 , 1.5 , 2e3 , true ;
                    dcat:distribution [ a dcat:Distribution ; dcat:accessURL <http://e.org/d.csv> ] ; dct:creator ( <http://e.org/a> _:b ) .
                """),
        NTRIPLES(new DcatProtocol(), "application/n-triples", """
                <http://e.org/d> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .
                <http://e.org/d> <http://purl.org/dc/terms/title> "Trees \\u00e5"@en .
                _:a <http://purl.org/dc/terms/extent> "007"^^<http://www.w3.org/2001/XMLSchema#integer> .
                """),
        TRIG(new DcatProtocol(), "application/trig", """
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                <http://e.org/g> { <http://e.org/d> a dcat:Dataset ; dcat:keyword "x"@en-GB . }
                { _:x dcat:theme <http://e.org/t> . }
                """),
        RDF_XML(new DcatProtocol(), "application/rdf+xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms/" xmlns:dcat="http://www.w3.org/ns/dcat#">
                <dcat:Dataset rdf:about="http://e.org/d"><dct:title xml:lang="en">Trees &amp; more</dct:title>
                <dcat:distribution><dcat:Distribution rdf:nodeID="n"><dcat:accessURL rdf:resource="http://e.org/x"/></dcat:Distribution></dcat:distribution>
                <dct:creator rdf:parseType="Collection"><rdf:Description rdf:about="http://e.org/a"/></dct:creator></dcat:Dataset></rdf:RDF>
                """),
        JSON_LD(new DcatProtocol(), "application/ld+json", """
                {"@context": {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "title": {"@id": "dct:title", "@container": "@language"}},
                 "@graph": [{"@id": "http://e.org/d", "@type": "dcat:Dataset", "title": {"en": "Trees", "sv": ["Träd"]},
                 "dct:extent": [1, 1.5, true, null], "dcat:distribution": {"@type": "dcat:Distribution", "@list": []}}]}
                """),
        CKAN(new CkanProtocol(), "application/json", """
                {"success": true, "result": {"count": 1, "results": [{"id": "d1", "name": "trees", "title": "Trees", "notes": "All",
                 "license_id": "cc-by", "tags": [{"name": "t"}], "extras": [{"key": "spatial", "value": "{}"}], "metadata_modified": "2024-01-01T00:00:00",
                 "organization": {"title": "Mill"}, "resources": [{"id": "r", "url": "http://e.org/x.csv", "format": "CSV", "size": 12}]}]}}
                """),
        DCAT_US(new DcatUsProtocol(), "application/json", """
                {"conformsTo": "https://project-open-data.cio.gov/v1.1/schema", "dataset": [{"identifier": "d1", "title": "Trees", "description": "All",
                 "keyword": ["a"], "modified": "R/P1Y", "publisher": {"name": "Mill"}, "contactPoint": {"fn": "A", "hasEmail": "mailto:a@e.org"},
                 "accessLevel": "public", "spatial": "1,2,3,4", "distribution": [{"downloadURL": "http://e.org/x.csv", "mediaType": "text/csv"}]}]}
                """),
        /** The three answers that are asked for, in one. */
        OAI_PMH(new OaiPmhProtocol(), "text/xml", """
                <?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2024-01-01T00:00:00Z</responseDate>
                <request verb="ListRecords">http://e.org/oai</request><Identify><repositoryName>Trees</repositoryName><baseURL>http://e.org/oai</baseURL>
                <protocolVersion>2.0</protocolVersion><deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>
                <ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix></metadataFormat></ListMetadataFormats>
                <ListRecords><record><header><identifier>oai:e:1</identifier><datestamp>2024-01-01</datestamp></header>
                <metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title xml:lang="en">Trees</dc:title>
                <dc:type>Dataset</dc:type><dc:identifier>http://e.org/d</dc:identifier><dc:date>2024</dc:date></oai_dc:dc></metadata></record>
                <record><header status="deleted"><identifier>oai:e:2</identifier><datestamp>2024-01-01</datestamp></header></record></ListRecords></OAI-PMH>
                """),
        LDES(new LdesProtocol(), "text/turtle", """
                @prefix tree: <https://w3id.org/tree#> . @prefix ldes: <https://w3id.org/ldes#> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
                @prefix dct: <http://purl.org/dc/terms/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                <http://e.org/s> a ldes:EventStream ; tree:view <> ; ldes:versionOfPath dct:isVersionOf ; ldes:timestampPath dct:modified ; tree:member <http://e.org/d#1> .
                <http://e.org/d#1> a dcat:Dataset ; dct:isVersionOf <http://e.org/d> ; dct:modified "2024-01-01T00:00:00Z"^^xsd:dateTime ; dct:title "Trees" .
                <> a tree:Node ; tree:relation [ a tree:GreaterThanRelation ; tree:node <?page=2> ] .
                """),
        DSP(new DspProtocol(), "application/json", """
                {"@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@id": "urn:uuid:1", "@type": "Catalog", "participantId": "p",
                 "dataset": [{"@id": "d1", "@type": "Dataset", "hasPolicy": [{"@id": "o", "@type": "Offer", "permission": [{"action": "use", "constraint": []}]}],
                 "distribution": [{"@type": "Distribution", "format": "HttpData-PULL", "accessService": "s"}]}]}
                """),
        OPENML(new OpenMlProtocol(), "application/json", """
                {"data": {"dataset": [{"did": 61, "name": "iris", "version": 1, "status": "active", "format": "ARFF", "quality": [{"name": "NumberOfClasses", "value": "3.0"}]}]},
                 "data_set_description": {"id": "61", "name": "iris", "licence": "Public", "url": "http://e.org/iris.arff", "tag": ["uci"], "upload_date": "2014-04-06T23:23:39"}}
                """),
        WEB_PAGE(new SitemapProtocol(), "text/html", """
                <!doctype html><html><head><title>x</title><script type="application/ld+json">
                {"@context": "https://schema.org/", "@type": "Dataset", "@id": "http://e.org/d", "name": "Trees", "license": "https://creativecommons.org/licenses/by/4.0/",
                 "distribution": [{"@type": "DataDownload", "contentUrl": "http://e.org/x.csv", "encodingFormat": "text/csv"}], "creator": {"@type": "Person", "name": "A"}}
                </script></head><body><p>words</body></html>
                """),
        SITEMAP(new SitemapProtocol(), "application/xml", """
                <?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://linked.example</loc><lastmod>2024-01-01</lastmod></url></urlset>
                """),
        CARD(new HfCardsProtocol(), "text/markdown", "/README.md", CARD_TEXT),
        CARDS(new HfCardsProtocol(), "application/json", """
                [{"id": "org/trees", "cardData": {"license": "cc-by-4.0", "language": ["no", "sv"], "task_categories": ["text-classification"], "size_categories": "1K<n<10K",
                  "configs": [{"config_name": "a", "data_files": "a.csv"}]}, "description": "Trees", "downloads": 3, "tags": ["language:sv"]}]
                """),
        CARD_ARCHIVE(new HfCardsProtocol(), "application/zip", "/cards.zip", CARD_TEXT) {
            @Override
            byte[] packed(byte[] text) {
                return zipped("trees/README.md", text);
            }
        };

        private final Protocol protocol;
        private final String mediaType;
        private final String path;
        private final String text;

        Input(Protocol protocol, String mediaType, String text) {
            this(protocol, mediaType, "/", text);
        }

        Input(Protocol protocol, String mediaType, String path, String text) {
            this.protocol = protocol;
            this.mediaType = mediaType;
            this.path = path;
            this.text = text;
        }

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        /** What is sent for the text. */
        byte[] packed(byte[] text) {
            return text;
        }

        private static byte[] zipped(String name, byte[] text) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text);
                zip.closeEntry();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return bytes.toByteArray();
        }
    }

    private static final String CARD_TEXT = """
            ---
            license: cc-by-4.0
            language:
            - no
            - sv
            task_categories: [text-classification]
            size_categories: 1K<n<10K
            pretty_name: "Trees: all"
            dataset_info: &info {features: [{name: a, dtype: int64}], splits: [{name: train, num_examples: 12}]}
            configs: *info
            ---
            # Trees
            ## Dataset Description
            All of them. [link](http://e.org)
            """;
}
