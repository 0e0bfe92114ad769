package samdata.web.demo;

/** The plain pages of the example companies. */
final class Html {
    private Html() {}

    /** @param body HTML, its texts already escaped */
    static Answer page(String title, String body) {
        return Answer.of("text/html; charset=utf-8", """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                </head>
                <body>
                <h1>%s</h1>
                %s
                </body>
                </html>
                """.formatted(escaped(title), escaped(title), body));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** JSON as a script element carries it: nothing in it can end the element. */
    static String script(String json) {
        return "<script type=\"application/ld+json\">\n" + json.replace("<", "\\u003c") + "\n</script>";
    }
}
