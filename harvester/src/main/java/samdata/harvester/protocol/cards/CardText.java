package samdata.harvester.protocol.cards;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import samdata.harvester.read.Iris;

/** The Markdown of a dataset card, as far as Hugging Face's template gives its parts a meaning. */
final class CardText {
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s++(.*)");
    private static final Pattern FENCE = Pattern.compile("\\s*(```|~~~).*");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]\\n]{0,2000}+)\\]\\([^)\\n]{0,2000}+\\)");
    private static final Pattern HOMEPAGE =
            Pattern.compile("(?im)^\\h*+[-*]?\\h*+\\*{0,2}home\\h?page:?\\*{0,2}:?\\s*+(.*)$");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)\\]<>\"]+");
    /** What the template holds where nobody wrote anything. */
    private static final String UNWRITTEN = "more information needed";

    private final List<Section> sections = new ArrayList<>();
    private final String body;

    private record Section(int level, String heading, String text) {}

    CardText(String body) {
        this.body = withoutComments(body);
        int level = 0;
        var heading = "";
        var text = new StringBuilder();
        boolean fenced = false;
        for (String line : this.body.split("\\R", -1)) {
            if (FENCE.matcher(line).matches()) fenced = !fenced;
            var found = HEADING.matcher(line);
            if (!fenced && found.matches()) {
                sections.add(new Section(level, heading, text.toString().strip()));
                level = found.group(1).length();
                heading = withoutHashes(found.group(2).strip());
                text.setLength(0);
            } else text.append(line).append('\n');
        }
        sections.add(new Section(level, heading, text.toString().strip()));
    }

    /** A comment that nobody ends is none. */
    private static String withoutComments(String text) {
        var plain = new StringBuilder();
        int done = 0;
        for (int start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", done)) {
            int end = text.indexOf("-->", start + 4);
            if (end < 0) break;
            plain.append(text, done, start);
            done = end + 3;
        }
        return plain.append(text, done, text.length()).toString();
    }

    /** Markdown lets a heading end with as many as it likes. */
    private static String withoutHashes(String heading) {
        int end = heading.length();
        while (end > 0 && heading.charAt(end - 1) == '#') end--;
        return heading.substring(0, end).strip();
    }

    /** What the dataset is: the section that says so, else what stands before the first section. */
    Optional<String> description() {
        return named("dataset summary")
                .or(() -> named("summary"))
                .or(this::opening)
                .or(() -> named("dataset description"));
    }

    /** The dataset's own page, where the template's line names exactly one. */
    Optional<URI> homepage() {
        var line = HOMEPAGE.matcher(body);
        if (!line.find() || isUnwritten(line.group(1))) return Optional.empty();
        var addresses = ADDRESS.matcher(line.group(1))
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
        if (addresses.size() != 1 || !Iris.readable(addresses.getFirst())) return Optional.empty();
        try {
            return Optional.of(URI.create(addresses.getFirst()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> opening() {
        return sections.stream()
                .takeWhile(section -> section.level() <= 1)
                .map(Section::text)
                .flatMap(text -> written(text).stream())
                .findFirst();
    }

    private Optional<String> named(String heading) {
        return sections.stream()
                .filter(section -> section.heading().toLowerCase(Locale.ROOT).equals(heading))
                .flatMap(section -> written(section.text()).stream())
                .findFirst();
    }

    private static Optional<String> written(String text) {
        var plain = LINK.matcher(text).replaceAll("$1").replace("**", "").strip();
        return plain.isEmpty() || isUnwritten(plain) ? Optional.empty() : Optional.of(plain);
    }

    private static boolean isUnwritten(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").strip().startsWith(UNWRITTEN);
    }
}
