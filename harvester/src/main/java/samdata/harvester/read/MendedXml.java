package samdata.harvester.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/** RDF/XML with {@link StandIns} for the IRIs in rdf:about, rdf:resource and rdf:datatype that would stop the parser. */
public final class MendedXml {
    private static final Pattern REFERENCE =
            Pattern.compile("(\\s(?:[\\w.-]+:)?(?:about|resource|datatype)\\s*=\\s*)(\"[^\"<]*\"|'[^'<]*')");
    private static final Pattern DECLARATION = Pattern.compile("^\\x{FEFF}?\\s*<\\?xml[^>]*\\?>");
    private static final Pattern PROLOG =
            Pattern.compile("\\G(?:\\x{FEFF}|\\s|<\\?.*?\\?>|<!--.*?-->)", Pattern.DOTALL);

    private final String text;
    private final StandIns standIns;
    private final StringBuilder out;
    private int at;
    private long line = 1;

    private MendedXml(String text, StandIns standIns) {
        this.text = text;
        this.standIns = standIns;
        this.out = new StringBuilder(text.length() + 64);
    }

    static String of(String text, StandIns standIns) {
        return new MendedXml(text, standIns).mended();
    }

    /** Without the declaration, whose encoding is not that of a text any more; its lines stay. */
    public static String withoutDeclaration(String text) {
        var declaration = DECLARATION.matcher(text);
        if (!declaration.find()) return text;
        return "\n".repeat((int)
                        declaration.group().chars().filter(c -> c == '\n').count())
                + text.substring(declaration.end());
    }

    /** Whether a document type is declared before the first element, given how the document begins. */
    public static boolean hasDoctype(String beginning) {
        var skipped = PROLOG.matcher(beginning);
        int end = 0;
        while (skipped.find()) end = skipped.end();
        return beginning.regionMatches(true, end, "<!doctype", 0, 9);
    }

    /**
     * The same of a whole document, in whatever charset and after whatever comments it begins; nothing that it names is
     * fetched. What is no XML at all has none: whoever reads it will say so.
     */
    static boolean hasDoctype(InputStream document) {
        var prolog = new Prolog();
        try (document) {
            var parser = SAXParserFactory.newDefaultNSInstance().newSAXParser();
            parser.setProperty("http://xml.org/sax/properties/lexical-handler", prolog);
            parser.parse(document, prolog);
        } catch (SAXException e) {
            // it ends at the first element, or at what is no XML
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java platform parses XML", e);
        } catch (IOException e) {
            return false;
        }
        return prolog.declares;
    }

    /** Reads up to the first element or document type, and no further. */
    private static final class Prolog extends DefaultHandler2 {
        private boolean declares;

        @Override
        public void startDTD(String name, @Nullable String publicId, @Nullable String systemId) throws SAXException {
            declares = true;
            throw new SAXException();
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
            throw new SAXException();
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    private String mended() {
        while (at < text.length()) {
            if (text.charAt(at) != '<') copyTo(next('<'));
            else if (text.startsWith("<!--", at)) copyTo(after("-->"));
            else if (text.startsWith("<![CDATA[", at)) copyTo(after("]]>"));
            else if (text.startsWith("<?", at)) copyTo(after("?>"));
            else tag(endOfTag());
        }
        return out.toString();
    }

    private void tag(int end) {
        var reference = REFERENCE.matcher(text).region(at, end);
        while (reference.find()) {
            var value = reference.group(2);
            var iri = unescaped(value.substring(1, value.length() - 1)).strip();
            if (Iris.readable(iri)) continue;
            copyTo(reference.start(2));
            out.append('"').append(standIns.of(iri, line)).append('"');
            skipTo(reference.end(2));
        }
        copyTo(end);
    }

    private int endOfTag() {
        char quote = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) quote = c == quote ? 0 : quote;
            else if (c == '"' || c == '\'') quote = c;
            else if (c == '>') return i + 1;
        }
        return text.length();
    }

    private int next(char c) {
        int found = text.indexOf(c, at);
        return found < 0 ? text.length() : found;
    }

    private int after(String end) {
        int found = text.indexOf(end, at);
        return found < 0 ? text.length() : found + end.length();
    }

    private void copyTo(int end) {
        out.append(text, at, end);
        skipTo(end);
    }

    private void skipTo(int end) {
        for (int i = at; i < end; i++) if (text.charAt(i) == '\n') line++;
        at = end;
    }

    private static String unescaped(String value) {
        if (value.indexOf('&') < 0) return value;
        return Pattern.compile("&#(?:x([0-9a-fA-F]{1,6})|(\\d{1,7}));")
                .matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(codePoint(found.group(1), found.group(2))))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private static String codePoint(String hex, String decimal) {
        int code = hex != null ? Integer.parseInt(hex, 16) : Integer.parseInt(decimal);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }
}
