package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static samdata.harvester.WildServer.wild;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import samdata.harvester.run.Outcome;

/** Sources that are good but for one statement or record: that is named, and the rest goes in. */
class BadRecordsTest extends Zoo {
    private static final String EXTRA = "<https://mills.example/d/1> ";

    /**
     * @param name the fault
     * @param words what the finding says
     * @param reply a catalogue in which each dataset is there, and one thing is wrong
     */
    record Flaw(String name, String words, WildServer.Wild reply) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "a catalogue with {0}")
    @MethodSource
    void isStoredWithAllButWhatIsWrong(Flaw flaw) {
        try (var server = new WildServer().behaves(GOOD)) {
            var id = good(server, "dcat", "/catalog");
            var before = triples(id);
            server.behaves(flaw.reply());

            var run = strictly(id);

            assertThat(run.message()).isEmpty();
            assertThat(run.outcome()).contains(Outcome.STORED);
            assertThat(house().catalog.datasets(id)).hasSize(DATASETS);
            assertThat(triples(id))
                    .containsAll(before.stream()
                            .filter(triple -> triple.getSubject().isURI()
                                    && triple.getSubject().getURI().startsWith("https://mills.example/d/")
                                    && triple.getObject().isLiteral())
                            .toList());
            assertThat(run.violations())
                    .extracting(finding -> finding.violation().message())
                    .anyMatch(message -> message.contains(flaw.words()));
            run.violations()
                    .forEach(finding -> understandable(finding.violation().message()));
        }
    }

    static Stream<Flaw> isStoredWithAllButWhatIsWrong() {
        return Stream.of(
                flaw("a space in an IRI", "is no IRI", "dcat:landingPage <https://mills.example/a b> ."),
                flaw("an escaped > in an IRI", "is no IRI", "dcat:landingPage <https://mills.example/a\\u003Eb> ."),
                flaw(
                        "line ends in an IRI",
                        "is no IRI",
                        "dcat:landingPage <https://mills.example/a\\u000D\\u000ASet-Cookie:x> ."),
                new Flaw(
                        "a subject with line ends",
                        "is no IRI",
                        turtle(datasets(0, DATASETS) + EXTRA
                                + "a <urn:news> .\n<https://mills.example/\\u000A\\u003E> dct:title \"Saws\" .\n")),
                flaw("a quote in an IRI", "is no IRI", "dcat:landingPage <https://mills.example/\\u0022a> ."),
                flaw("a property in the form of a blank node", "is no IRI", "<_:about> \"Saws\" ."),
                new Flaw(
                        "a property of JSON-LD in the form of a blank node",
                        "is no IRI",
                        wild(
                                200,
                                "application/ld+json",
                                expanded(PREFIXES + datasets(0, DATASETS))
                                        .replaceFirst(
                                                "\\]\\s*\\}\\s*$",
                                                ", {\"@id\": \"urn:a\", \"@type\": [\"urn:news\"], \"_:about\": [{\"@value\": \"Saws\"}]}]}"))),
                flaw("braces in an IRI", "is no IRI", "dcat:landingPage <https://mills.example/{id}> ."),
                flaw(
                        "an IRI of 9,000 characters",
                        "is longer than 8000",
                        "dcat:landingPage <urn:" + "x".repeat(9_000) + "> ."));
    }

    private static String expanded(String turtle) {
        return RDFWriter.source(RDFParser.fromString(turtle, Lang.TURTLE).toGraph())
                .format(RDFFormat.JSONLD11_PLAIN)
                .asString();
    }

    private static Flaw flaw(String name, String words, String statement) {
        return new Flaw(
                name, words, turtle(datasets(0, DATASETS) + EXTRA + "a <urn:news> .\n" + EXTRA + statement + "\n"));
    }

    @ParameterizedTest(name = "a catalogue with {0} is kept as it was said")
    @MethodSource
    void isStoredAsItWasSaid(Flaw oddity) {
        try (var server = new WildServer().behaves(GOOD)) {
            var id = good(server, "dcat", "/catalog");
            server.behaves(oddity.reply());

            var run = strictly(id);

            assertThat(run.message()).isEmpty();
            assertThat(run.outcome()).contains(Outcome.STORED);
            assertThat(house().catalog.datasets(id)).hasSize(DATASETS);
            assertThat(triples(id))
                    .anyMatch(triple -> triple.getObject().toString().contains(oddity.words()));
        }
    }

    static Stream<Flaw> isStoredAsItWasSaid() {
        var all = PREFIXES + datasets(0, DATASETS);
        return Stream.of(
                flaw("a date that is none", "tomorrow", "dct:issued \"tomorrow\" ."),
                flaw(
                        "a date of the 31st of February",
                        "2026-02-31",
                        "dct:issued \"2026-02-31\"^^<http://www.w3.org/2001/XMLSchema#date> ."),
                flaw(
                        "a number of the wrong type",
                        "many",
                        "dcat:byteSize \"many\"^^<http://www.w3.org/2001/XMLSchema#decimal> ."),
                flaw("a language that nobody speaks", "Saws", "dct:title \"Saws\"@zz-nowhere-x-1 ."),
                flaw("a language tag that is too long", "Saws", "dct:title \"Saws\"@abcdefghijkl ."),
                flaw("a relative IRI", "/page", "dcat:landingPage <page> ."),
                flaw("script in its words", "<script>", "dct:title \"<script>alert(1)</script>\"@en ."),
                flaw("a type nobody knows", "urn:nobody", "a <urn:nobody> ."),
                new Flaw(
                        "a byte order mark",
                        "Saw blades 1",
                        wild(200, TURTLE, "\uFEFF" + all + EXTRA + "a <urn:x> .\n")),
                new Flaw(
                        "Turtle that is called RDF/XML",
                        "Saw blades 1",
                        wild(200, "application/rdf+xml", all + EXTRA + "a <urn:x> .\n")),
                new Flaw(
                        "Turtle that is called bytes",
                        "Saw blades 1",
                        wild(200, "application/octet-stream", all + EXTRA + "a <urn:x> .\n")),
                new Flaw("Turtle of no type", "Saw blades 1", wild(200, "", all + EXTRA + "a <urn:x> .\n")),
                new Flaw(
                        "Latin-1 that says so",
                        "Sågklingor",
                        wild(
                                200,
                                "text/turtle; charset=iso-8859-1",
                                (all + EXTRA + "dct:title \"Sågklingor\"@sv .\n")
                                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))));
    }

    @ParameterizedTest(name = "one of many records that is {0} costs itself alone")
    @MethodSource
    void aRecordOfADataJsonCostsItselfAlone(String record) {
        var good = IntStream.range(0, DATASETS)
                .mapToObj("{\"identifier\": \"mill-%1$d\", \"title\": \"Blades %1$d\"},"::formatted)
                .toList();
        try (var server = new WildServer().behaves(dataJson(String.join("", good) + "{\"identifier\": \"last\"}"))) {
            var id = good(server, "dcat-us", "/data.json");
            var before = house().catalog.datasets(id);
            server.behaves(dataJson(String.join("", good) + record));

            var run = strictly(id);

            assertThat(run.outcome().orElseThrow()).as(run.message()).isIn(Outcome.STORED, Outcome.UNCHANGED);
            assertThat(before).containsAll(house().catalog.datasets(id));
            assertThat(house().catalog.datasets(id)).hasSizeGreaterThanOrEqualTo(DATASETS);
        }
    }

    static Stream<String> aRecordOfADataJsonCostsItselfAlone() {
        return Stream.of("7", "null", "[]", "\"mill\"", "{\"identifier\": [], \"title\": {\"a\": 7}}");
    }

    private static WildServer.Wild dataJson(String datasets) {
        return wild(200, "application/json", """
                {"@type": "dcat:Catalog", "conformsTo": "https://project-open-data.cio.gov/v1.1/schema", "dataset": [%s]}
                """.formatted(datasets));
    }
}
