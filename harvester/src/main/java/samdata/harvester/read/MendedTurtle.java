package samdata.harvester.read;

import java.util.OptionalLong;

/** Turtle, TriG, N-Triples or N-Quads with {@link StandIns} for the IRIs that would stop a parser, and language tags mended. */
final class MendedTurtle {
    private final String text;
    private final StandIns standIns;
    private final LanguageTags tags;
    private final StringBuilder out;
    private int at;
    private long line = 1;

    private MendedTurtle(String text, StandIns standIns, LanguageTags tags) {
        this.text = text;
        this.standIns = standIns;
        this.tags = tags;
        this.out = new StringBuilder(text.length() + 64);
    }

    static String of(String text, StandIns standIns, LanguageTags tags) {
        return new MendedTurtle(text, standIns, tags).mended();
    }

    private String mended() {
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '#' -> copyTo(endOfLine());
                case '\\' -> copyTo(Math.min(at + 2, text.length()));
                case '"', '\'' -> string(text.charAt(at));
                case '<' -> iri();
                default -> copyTo(at + 1);
            }
        }
        return out.toString();
    }

    private void string(char quote) {
        String three = String.valueOf(quote).repeat(3);
        boolean isLong = text.startsWith(three, at);
        String end = isLong ? three : String.valueOf(quote);
        int i = at + end.length();
        while (i < text.length() && !text.startsWith(end, i)) {
            if (!isLong && text.charAt(i) == '\n') break;
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        copyTo(Math.min(i + end.length(), text.length()));
        if (at < text.length() && text.charAt(at) == '@') language();
    }

    private void language() {
        int end = at + 1;
        while (end < text.length() && isOfTag(text.charAt(end))) end++;
        var tag = text.substring(at + 1, end);
        if (LanguageTags.writable(tag)) {
            copyTo(end);
            return;
        }
        tags.mended(tag, "", OptionalLong.of(line))
                .ifPresent(mended -> out.append('@').append(mended));
        at = end;
    }

    private static boolean isOfTag(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private void iri() {
        int end = text.indexOf('>', at);
        if (end < 0 || end > endOfLine() || text.startsWith("<<", at)) {
            copyTo(at + 1);
            return;
        }
        var iri = text.substring(at + 1, end);
        // escapes are left to the parser: an IRI with one is looked at again when it comes out of there
        if (iri.indexOf('\\') >= 0 || Iris.readable(iri)) {
            copyTo(end + 1);
            return;
        }
        out.append('<').append(standIns.of(iri, line)).append('>');
        at = end + 1;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void copyTo(int end) {
        for (int i = at; i < end; i++) if (text.charAt(i) == '\n') line++;
        out.append(text, at, end);
        at = end;
    }
}
