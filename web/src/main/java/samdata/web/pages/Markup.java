package samdata.web.pages;

import java.util.regex.Pattern;

/** The one place where text becomes HTML without the template engine. */
public final class Markup {
    /** A prefix, a colon and a name; an address has slashes after its colon. */
    private static final Pattern TERM = Pattern.compile("\\b[a-z][a-z0-9]*:[A-Za-z]\\w*");

    private Markup() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Text in which names of properties, such as {@code dct:license}, stand as code; public for templates. */
    public static String withCode(String text) {
        return TERM.matcher(escaped(text)).replaceAll("<code>$0</code>");
    }

    static String withoutMarks(String html) {
        return html.replace("<mark>", "").replace("</mark>", "");
    }

    /** Lets a passage through whose only tags are {@code <mark>}; any other is shown as text. */
    static String onlyMarks(String html) {
        String rest = withoutMarks(html);
        return rest.indexOf('<') < 0 && rest.indexOf('>') < 0 ? html : escaped(html);
    }
}
