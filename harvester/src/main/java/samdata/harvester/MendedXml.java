package samdata.harvester;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RDF/XML with {@link StandIns} for the IRIs in rdf:about, rdf:resource and rdf:datatype that would stop the parser. */
final class MendedXml {
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
    static String withoutDeclaration(String text) {
        var declaration = DECLARATION.matcher(text);
        if (!declaration.find()) return text;
        return "\n".repeat((int)
                        declaration.group().chars().filter(c -> c == '\n').count())
                + text.substring(declaration.end());
    }

    /** Whether a document type is declared before the first element, given how the document begins. */
    static boolean hasDoctype(String beginning) {
        var skipped = PROLOG.matcher(beginning);
        int end = 0;
        while (skipped.find()) end = skipped.end();
        return beginning.regionMatches(true, end, "<!doctype", 0, 9);
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
