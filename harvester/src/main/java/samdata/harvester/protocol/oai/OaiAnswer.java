package samdata.harvester.protocol.oai;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.read.MendedXml;

/**
 * One answer of an OAI-PMH repository, read whole; a record in it that is no XML costs that record alone.
 *
 * @param root the answer's outermost element; of an answer with broken records, without any
 * @param errors by code, in the repository's words: OAI-PMH reports them with HTTP status 200
 */
record OaiAnswer(Element root, Map<String, String> errors, List<OaiRecord> records) {
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    private static final Pattern OPENING = Pattern.compile("<((?:[\\w.-]+:)?)OAI-PMH(?:\\s[^<>]*)?>");
    private static final Pattern RECORD =
            Pattern.compile("<((?:[\\w.-]+:)?)record(?:\\s[^<>]*)?>\\s*+<(?:[\\w.-]+:)?header\\b");
    private static final Pattern IDENTIFIER = Pattern.compile(
            "<(?:[\\w.-]+:)?header[^<>]*>\\s*+<(?:[\\w.-]+:)?identifier[^<>]*>([^<]*)</(?:[\\w.-]+:)?identifier");
    private static final Set<String> ENVELOPE = Set.of("responseDate", "request");
    private static final char REPLACEMENT = '\uFFFD';

    static OaiAnswer of(Document document, int maxDepth) throws Refusal {
        var beginning = document.notEmpty().beginning();
        if (document.isHtml() && !beginning.contains("oai-pmh"))
            throw Refusal.rejected(document.url() + " answered with a web page (HTML), not with OAI-PMH");
        if (MendedXml.hasDoctype(beginning))
            throw Refusal.rejected(document.url() + " declares a DOCTYPE, which is refused");
        var text = new Text(document, beginning);
        if (!text.mangled) {
            try {
                var root = checked(Xml.root(text.xml, maxDepth), document);
                return of(root, records(root));
            } catch (SAXException e) {
                // one record may be at fault
            }
        }
        return piecemeal(text.xml, document, maxDepth);
    }

    Optional<Element> answer(String verb) {
        return Xml.child(root, verb);
    }

    /** What the answer is made of, in the protocol's names: {@code ListRecords}, {@code error}. */
    List<String> parts() {
        return Xml.children(root).stream()
                .map(Element::getLocalName)
                .filter(part -> !ENVELOPE.contains(part))
                .distinct()
                .toList();
    }

    private static OaiAnswer of(Element root, List<OaiRecord> records) {
        var errors = Xml.children(root, "error").stream()
                .collect(Collectors.toMap(
                        error -> error.getAttribute("code"), Xml::text, (first, second) -> first + "; " + second));
        return new OaiAnswer(root, errors, records);
    }

    private static Element checked(Element root, Document document) throws Refusal {
        if (root.getLocalName().equals("OAI-PMH")) return root;
        throw Refusal.rejected(
                document.url() + " answered with XML that is not OAI-PMH but <" + root.getLocalName() + ">");
    }

    private static List<OaiRecord> records(Element root) {
        return Xml.children(root).stream()
                .filter(list -> List.of("ListRecords", "GetRecord").contains(list.getLocalName()))
                .flatMap(list -> Xml.children(list, "record").stream())
                .map(OaiRecord::of)
                .toList();
    }

    /** Each record by itself; what is around them must be well-formed all the same, or the answer is cut off. */
    private static OaiAnswer piecemeal(String xml, Document document, int maxDepth) throws Refusal {
        var around = new StringBuilder();
        var opening = OPENING.matcher(xml);
        List<OaiRecord> records = new ArrayList<>();
        int done = 0;
        long line = 1;
        if (opening.find()) {
            var wrapper = opening.group() + "%s</" + opening.group(1) + "OAI-PMH>";
            var starts = RECORD.matcher(xml).results().toList();
            for (int i = 0; i < starts.size(); i++) {
                int start = starts.get(i).start();
                int limit = i + 1 < starts.size() ? starts.get(i + 1).start() : xml.length();
                int end = end(xml, starts.get(i).group(1), start, limit);
                if (end < 0) break;
                around.append(xml, done, start);
                line += lineBreaks(xml.substring(done, start));
                var piece = xml.substring(start, end);
                records.add(record(piece, wrapper, line, maxDepth));
                around.append("\n".repeat(lineBreaks(piece)));
                line += lineBreaks(piece);
                done = end;
            }
        }
        around.append(xml, done, xml.length());
        try {
            return of(checked(Xml.root(around.toString(), maxDepth), document), records);
        } catch (SAXException e) {
            throw Refusal.rejected(document.url() + " is cut off or is no XML: " + Xml.reason(e));
        }
    }

    private static int lineBreaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private static int end(String xml, String prefix, int start, int limit) {
        var closing = "</" + prefix + "record";
        int last = xml.lastIndexOf(closing, limit - 1);
        if (last < start) return -1;
        int end = xml.indexOf('>', last);
        return end < 0 || end >= limit ? -1 : end + 1;
    }

    private static OaiRecord record(String piece, String wrapper, long line, int maxDepth) {
        var identifier = IDENTIFIER.matcher(piece);
        var name = identifier.find() ? identifier.group(1).strip() : "";
        if (piece.indexOf(REPLACEMENT) >= 0)
            return OaiRecord.unreadable(name, "it holds bytes that are no text in the charset of the answer", line);
        try {
            var root = Xml.root(wrapper.replace("%s", piece), maxDepth);
            return OaiRecord.of(Xml.children(root).getFirst());
        } catch (SAXParseException e) {
            return OaiRecord.unreadable(
                    name, "it is no XML (" + Xml.words(e) + ")", line + Math.max(0, e.getLineNumber() - 1));
        } catch (SAXException e) {
            return OaiRecord.unreadable(name, "it is no XML (" + Xml.words(e) + ")", line);
        }
    }

    /** The answer's characters; {@code mangled} when some of its bytes are none. */
    private static final class Text {
        final String xml;
        final boolean mangled;

        Text(Document document, String beginning) throws Refusal {
            var bytes = document.content();
            var charset = declared(beginning).or(document::charset).orElse(StandardCharsets.UTF_8);
            String text;
            boolean bad = false;
            try {
                text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                text = new String(bytes, charset);
                bad = true;
            }
            this.xml = MendedXml.withoutDeclaration(text).replaceFirst("^\\x{FEFF}", "");
            this.mangled = bad;
        }

        private static Optional<Charset> declared(String beginning) {
            var stated = ENCODING.matcher(beginning);
            if (!stated.find()) return Optional.empty();
            try {
                return Optional.of(Charset.forName(stated.group(1).toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
