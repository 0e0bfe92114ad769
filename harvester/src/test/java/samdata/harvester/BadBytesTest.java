package samdata.harvester;

import static samdata.harvester.WildServer.raw;
import static samdata.harvester.WildServer.wild;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources whose bytes are not what they are called, are too many, or are none. */
class BadBytesTest extends Zoo {
    private static final String WHOLE = PREFIXES + datasets(0, DATASETS);

    @ParameterizedTest(name = "a source that {0}")
    @MethodSource({"compressed", "empty", "charsets", "otherThings"})
    void isToldAndKeepsItsContent(Fault fault) {
        keepsTheOldContent(fault);
    }

    static Stream<Fault> compressed() {
        var gzip = gzip(bytes(WHOLE));
        return Stream.of(
                rejected("cuts its gzip off", "broke off", coded("gzip", Arrays.copyOf(gzip, gzip.length - 40))),
                rejected("calls plain text gzip", "gzip", coded("gzip", bytes(WHOLE))),
                rejected("calls plain text deflate", "deflate", coded("deflate", bytes(WHOLE))),
                rejected("damages its gzip in the middle", "gzip", coded("gzip", damaged(gzip))),
                rejected("sends brotli though nobody asked", "br, which was not asked for", coded("br", gzip)),
                rejected("sends zstd though nobody asked", "zstd, which was not asked for", coded("zstd", gzip)),
                rejected("compresses twice and says it once", "gzip", coded("gzip", gzip(gzip))),
                rejected("compresses twice and says so", "not asked for", coded("gzip, gzip", gzip(gzip))),
                rejected("compresses and does not say so", "gzip", wild(200, TURTLE, gzip)),
                rejected("is a gzip bomb", "harvest.max-ratio", coded("gzip", gzip(new byte[5_000_000]))),
                rejected("is a gzip bomb in a gzip bomb", "gzip", coded("gzip", gzip(gzip(new byte[50_000_000])))),
                rejected(
                        "inflates without an end, but slowly", "harvest.max-inflated", coded("gzip", gzip(lukewarm()))),
                rejected("never ends", "harvest.max-bytes", (ask, out) -> {
                    raw(out, "HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\n\r\n" + WHOLE);
                    for (int i = 0; i < 1_000_000; i++) raw(out, "# and so on\n".repeat(100));
                }),
                rejected("never ends, in chunks", "harvest.max-bytes", (ask, out) -> {
                    raw(out, "HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nTransfer-Encoding: chunked\r\n\r\n");
                    for (int i = 0; i < 1_000_000; i++) raw(out, "4b0\r\n" + "# and so on\n".repeat(100) + "\r\n");
                }),
                rejected(
                        "holds one value of 50 MB",
                        "harvest.max-bytes",
                        turtle("<urn:a> dct:title \"" + "long ".repeat(10_000_000) + "\" .")));
    }

    static Stream<Fault> empty() {
        return Stream.of(
                rejected("answers with an empty body", "an empty body", wild(200, TURTLE, "")),
                rejected("answers with white space", "an empty body", wild(200, TURTLE, " \n\t\r\n  ".repeat(3_000))),
                rejected("answers with a byte order mark alone", "an empty body", wild(200, TURTLE, "\uFEFF")),
                rejected("answers with NUL bytes", "not readable Turtle", wild(200, TURTLE, new byte[10_000])),
                rejected("answers with an empty body of no type", "an empty body", wild(200, "", "")));
    }

    static Stream<Fault> charsets() {
        var swedish = WHOLE + "<https://mills.example/d/1> dct:title \"Sågklingor för trä\"@sv .\n";
        return Stream.of(
                rejected("is written in UTF-16", "UTF-8", wild(200, TURTLE, swedish.getBytes(StandardCharsets.UTF_16))),
                rejected(
                        "is written in Latin-1 and calls it UTF-8",
                        "is not written in UTF-8",
                        wild(200, "text/turtle; charset=utf-8", swedish.getBytes(StandardCharsets.ISO_8859_1))),
                rejected(
                        "is no UTF-8 in one place",
                        "is not written in UTF-8",
                        wild(200, TURTLE, joined(bytes(WHOLE), new byte[] {'#', (byte) 0xC0, (byte) 0xAF, '\n'}))),
                rejected(
                        "ends in the middle of a character",
                        "is not written in UTF-8",
                        wild(200, TURTLE, joined(bytes(WHOLE), new byte[] {'#', (byte) 0xE2, (byte) 0x82}))),
                rejected(
                        "names a charset that is none, and is no UTF-8",
                        "UTF-8",
                        wild(200, "text/turtle; charset=klingon", swedish.getBytes(StandardCharsets.ISO_8859_1))));
    }

    static Stream<Fault> otherThings() {
        var html = "<!DOCTYPE html><html><head><title>Sorry</title></head><body>Under maintenance</body></html>";
        return Stream.of(
                rejected("answers with a web page", "a web page (HTML)", wild(200, "text/html", html)),
                rejected("calls a web page Turtle", "a web page (HTML)", wild(200, TURTLE, html)),
                rejected("calls a web page RDF/XML", "a web page (HTML)", wild(200, "application/rdf+xml", html)),
                rejected(
                        "answers with XHTML",
                        "a web page (HTML)",
                        wild(200, "application/xhtml+xml", "<?xml version=\"1.0\"?>" + html)),
                rejected(
                        "answers with words",
                        "no RDF syntax",
                        wild(200, "text/plain", "The service is being maintained. Please try again later.")),
                rejected(
                        "calls words Turtle",
                        "not readable Turtle",
                        wild(200, TURTLE, "The service is being maintained. Please try again later.")),
                rejected(
                        "answers with an error in JSON",
                        "says nothing",
                        wild(
                                200,
                                "application/json",
                                "{\"error\": {\"code\": 404, \"message\": \"no such catalogue\"}}")),
                rejected(
                        "answers with an error in XML",
                        "not readable RDF/XML",
                        wild(200, "application/xml", "<?xml version=\"1.0\"?><error><code>404</code></error>")),
                rejected("is a picture", "no RDF syntax", wild(200, "image/png", noise("\u0089PNG\r\n\u001a\n"))),
                rejected("is a PDF", "no RDF syntax", wild(200, "application/pdf", noise("%PDF-1.7\n"))),
                rejected("is noise", "no RDF syntax", wild(200, "application/octet-stream", noise(""))),
                rejected("calls noise Turtle", "UTF-8", wild(200, TURTLE, noise(""))),
                rejected("is noise of no type", "no RDF syntax", wild(200, "", noise(""))),
                rejected("is a spreadsheet", "no RDF syntax", wild(200, "text/csv", "id,title\n1,Blades\n")));
    }

    private static byte[] noise(String head) {
        var noise = new byte[3_000];
        new Random(7).nextBytes(noise);
        return joined(head.getBytes(StandardCharsets.ISO_8859_1), noise);
    }

    /** Some 8 MB that gzip makes about fifteen times smaller: no cap on the ratio stops it. */
    private static byte[] lukewarm() {
        var random = new Random(7);
        var text = new byte[8_000_000];
        for (int i = 0; i < text.length; i++) text[i] = (byte) (random.nextInt(8) == 0 ? 'a' + random.nextInt(4) : '#');
        return text;
    }

    private static byte[] damaged(byte[] gzip) {
        var damaged = gzip.clone();
        for (int i = gzip.length / 2; i < gzip.length / 2 + 20; i++) damaged[i] = (byte) 0xFF;
        return damaged;
    }

    private static WildServer.Wild coded(String coding, byte[] body) {
        return (ask, out) -> {
            raw(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nContent-Encoding: " + coding
                            + "\r\nContent-Length: " + body.length + "\r\n\r\n");
            out.write(body);
        };
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
