package samdata.vocab;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that says one thing several times, as {@code [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)} and
 * {@code Open Database License (ODbL)} do. It means something only when each of its pieces is understood: a word more, and it
 * is prose.
 */
final class SaidTwice {
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)]\\((https?://[^()\\s]*)\\)");
    private static final Pattern URL = Pattern.compile("https?://[^\\s()\\[\\]<>\"'|]+");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");
    private static final String EDGE = "[\\s\"'“”‘’|>:;,.–-]+";

    private SaidTwice() {}

    /** The pieces of {@code written}; one or none when it is no such text. */
    static List<String> pieces(String written) {
        List<String> pieces = new ArrayList<>();
        String rest = LINK.matcher(written).replaceAll(" ($1) $2 ");
        rest = take(URL.matcher(rest), pieces, 0);
        rest = take(BRACKETS.matcher(rest), pieces, 1);
        pieces.add(rest);
        return pieces.stream()
                .map(piece -> piece.replaceFirst("^" + EDGE, "").replaceFirst(EDGE + "$", ""))
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    private static String take(Matcher matcher, List<String> pieces, int group) {
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            pieces.add(matcher.group(group));
            matcher.appendReplacement(rest, " ");
        }
        return matcher.appendTail(rest).toString().replaceAll("\\s+", " ");
    }
}
