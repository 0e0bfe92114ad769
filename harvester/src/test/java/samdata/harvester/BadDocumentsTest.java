package samdata.harvester;

import static samdata.harvester.WildServer.wild;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources whose documents break the rules of their syntax, or use them against whoever reads. */
class BadDocumentsTest extends Zoo {
    private static final String XML = "application/rdf+xml";
    private static final String JSON_LD = "application/ld+json";
    private static final String RDF =
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dcat=\"http://www.w3.org/ns/dcat#\""
                    + " xmlns:dct=\"http://purl.org/dc/terms/\">";
    private static final String IN_XML =
            "<dcat:Dataset rdf:about=\"https://mills.example/d/0\"><dct:title>%s</dct:title></dcat:Dataset>";

    @ParameterizedTest(name = "a source that {0}")
    @MethodSource({"cutOff", "turtle", "xml", "json", "large"})
    void isToldAndKeepsItsContent(Fault fault) {
        keepsTheOldContent(fault);
    }

    static Stream<Fault> cutOff() {
        var whole = PREFIXES + datasets(0, DATASETS);
        return Stream.of(
                rejected(
                        "cuts its Turtle off in a statement",
                        "not readable Turtle|line",
                        wild(200, TURTLE, whole.substring(0, whole.length() - 40))),
                rejected(
                        "cuts its Turtle off before the last full stop",
                        "cut off",
                        wild(200, TURTLE, whole.substring(0, whole.lastIndexOf('.')))),
                rejected(
                        "cuts its Turtle off in a prefix",
                        "Turtle",
                        wild(200, TURTLE, "PREFIX dcat: <http://www.w3.org/n")),
                rejected(
                        "cuts its N-Triples off in a line",
                        "N-Triples",
                        wild(200, "application/n-triples", "<urn:a> <urn:b> \"c\" .\n<urn:a> <urn:b> \"d")),
                rejected(
                        "cuts its RDF/XML off", "RDF/XML", wild(200, XML, RDF + IN_XML.formatted("Saws") + "<dcat:Da")),
                rejected(
                        "cuts its RDF/XML off between two datasets",
                        "RDF/XML",
                        wild(200, XML, RDF + IN_XML.formatted("Saws"))),
                rejected(
                        "cuts its JSON-LD off",
                        "JSON",
                        wild(
                                200,
                                JSON_LD,
                                "{\"@graph\": [{\"@id\": \"urn:a\", \"http://purl.org/dc/terms/title\": \"Sa")),
                rejected(
                        "cuts its TriG off in a graph",
                        "TriG",
                        wild(200, "application/trig", "<urn:g> { <urn:a> <urn:b> <urn:c> .")),
                held("cuts its Turtle off between two datasets", "Only 0 of 6 datasets came", turtle("")));
    }

    static Stream<Fault> turtle() {
        return Stream.of(
                rejected(
                        "uses a prefix it does not declare",
                        "not readable Turtle|foaf",
                        turtle(datasets(0, DATASETS) + "<urn:a> foaf:name \"Mills\" .")),
                rejected("never closes a string", "not readable Turtle", turtle("<urn:a> dct:title \"Saws .\n<urn:b>")),
                rejected("never closes a long string", "Turtle", turtle("<urn:a> dct:title \"\"\"Saws .\n")),
                rejected("never closes an IRI", "Turtle", turtle("<urn:a> dct:title <urn:b .\n" + datasets(0, 2))),
                rejected("nests 10,000 lists", "deep", turtle("<urn:a> dct:title " + "( ".repeat(10_000))),
                rejected(
                        "nests 100,000 lists and closes them",
                        "deep",
                        turtle("<urn:a> dct:title " + "( ".repeat(100_000) + ") ".repeat(100_000) + ".")),
                rejected(
                        "nests 100,000 blank nodes",
                        "deep",
                        turtle("<urn:a> dct:title " + "[ dct:title ".repeat(100_000) + "1" + " ]".repeat(100_000)
                                + ".")),
                rejected(
                        "calls RDF/XML that is none Turtle",
                        "RDF/XML",
                        wild(200, TURTLE, "<?xml version=\"1.0\"?>" + RDF + "<dcat:Dataset")));
    }

    static Stream<Fault> xml() {
        var laughs = new StringBuilder("<!DOCTYPE rdf:RDF [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++)
            laughs.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        var external = "<!DOCTYPE rdf:RDF [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        return Stream.of(
                rejected(
                        "laughs a billion times",
                        "DOCTYPE",
                        wild(200, XML, laughs + "]>" + RDF + IN_XML.formatted("&a11;") + "</rdf:RDF>")),
                rejected(
                        "wants a file of ours",
                        "DOCTYPE",
                        wild(200, XML, external + RDF + IN_XML.formatted("&a;") + "</rdf:RDF>")),
                rejected(
                        "hides its DOCTYPE behind a long comment",
                        "DOCTYPE",
                        wild(
                                200,
                                XML,
                                "<?xml version=\"1.0\"?><!--" + " x".repeat(5_000) + "-->" + external + RDF
                                        + IN_XML.formatted("&a;") + "</rdf:RDF>")),
                rejected(
                        "hides its DOCTYPE in UTF-16",
                        "",
                        wild(
                                200,
                                XML,
                                ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + external + RDF
                                                + IN_XML.formatted("&a;") + "</rdf:RDF>")
                                        .getBytes(StandardCharsets.UTF_16))),
                rejected(
                        "wants parameter entities",
                        "DOCTYPE",
                        wild(
                                200,
                                XML,
                                "<!DOCTYPE r [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\"> %p;]>" + RDF
                                        + "</rdf:RDF>")),
                rejected(
                        "nests 10,000 elements",
                        "deep",
                        wild(
                                200,
                                XML,
                                RDF + "<dcat:Dataset><dct:relation>".repeat(10_000)
                                        + "</dct:relation></dcat:Dataset>".repeat(10_000) + "</rdf:RDF>")),
                rejected(
                        "does not close its elements in order",
                        "RDF/XML|line",
                        wild(200, XML, RDF + "<dcat:Dataset><dct:title>Saws</dcat:Dataset></dct:title></rdf:RDF>")),
                rejected(
                        "uses an entity nobody defines",
                        "RDF/XML",
                        wild(200, XML, RDF + IN_XML.formatted("&auml;") + "</rdf:RDF>")));
    }

    static Stream<Fault> json() {
        return Stream.of(
                rejected(
                        "nests 10,000 arrays",
                        "harvest.max-depth",
                        wild(200, JSON_LD, "[".repeat(10_000) + "]".repeat(10_000))),
                rejected(
                        "nests 10,000 objects",
                        "harvest.max-depth",
                        wild(200, JSON_LD, "{\"urn:a\":".repeat(10_000) + "1" + "}".repeat(10_000))),
                rejected("writes JSON that is none", "JSON", wild(200, JSON_LD, "{\"@id\": urn:a, }")),
                rejected(
                        "names a context that nobody here knows",
                        "contexts are never fetched",
                        wild(200, JSON_LD, "{\"@context\": \"https://mills.example/context\", \"@id\": \"urn:a\"}")),
                rejected(
                        "names itself as its context",
                        "contexts are never fetched",
                        (ask, out) -> wild(
                                        200,
                                        JSON_LD,
                                        "{\"@context\": \"" + ask.url("/catalog") + "\", \"@id\": \"urn:a\"}")
                                .to(ask, out)),
                rejected(
                        "names a file of ours as its context",
                        "contexts are never fetched",
                        wild(200, JSON_LD, "{\"@context\": \"file:///etc/passwd\", \"@id\": \"urn:a\"}")),
                rejected(
                        "imports a context",
                        "contexts are never fetched",
                        wild(
                                200,
                                JSON_LD,
                                "{\"@context\": {\"@version\": 1.1, \"@import\": \"https://mills.example/c\"}, \"@id\": \"urn:a\"}")),
                rejected(
                        "defines its terms in a circle",
                        "JSON-LD",
                        wild(
                                200,
                                JSON_LD,
                                "{\"@context\": {\"a\": \"b:x\", \"b\": \"a:y\"}, \"@id\": \"urn:a\", \"a\": \"c\"}")),
                rejected(
                        "uses a keyword against the rules",
                        "JSON-LD",
                        wild(200, JSON_LD, "{\"@id\": 7, \"http://purl.org/dc/terms/title\": \"Saws\"}")));
    }

    static Stream<Fault> large() {
        var many = new StringBuilder();
        for (int i = 0; i < 6_000; i++)
            many.append("<urn:a> dct:title \"").append(i).append("\" .\n");
        return Stream.of(
                rejected("states more than the cap", "harvest.max-triples", turtle(many.toString())),
                rejected(
                        "states more than the cap in JSON-LD",
                        "harvest.max-triples",
                        wild(
                                200,
                                JSON_LD,
                                "{\"@graph\": ["
                                        + java.util.stream.IntStream.range(0, 6_000)
                                                .mapToObj("{\"@id\": \"urn:%d\", \"urn:p\": 1}"::formatted)
                                                .collect(java.util.stream.Collectors.joining(","))
                                        + "]}")));
    }
}
