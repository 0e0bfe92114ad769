package samdata.web.pages;

/** The one place where text becomes HTML without the template engine. */
final class Markup {
    private Markup() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
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
