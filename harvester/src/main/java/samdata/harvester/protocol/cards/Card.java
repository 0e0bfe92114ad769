package samdata.harvester.protocol.cards;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import samdata.harvester.read.Reading;

/**
 * A dataset card as Hugging Face writes it: YAML between two lines of {@code ---}, then Markdown.
 *
 * @param body the Markdown
 */
record Card(ObjectNode fields, String body) {
    private static final Pattern FRONT = Pattern.compile(
            "\\A\\x{FEFF}?\\s*?---[ \\t]*\\R(?<yaml>.*?)(?:^|\\R)---[ \\t]*(?:\\R(?<body>.*))?\\z", Pattern.DOTALL);
    private static final String FIX =
            "Begin README.md with a line of ---, then keys and values such as `license: cc-by-4.0`, then a line of ---.";

    /** The card in {@code text}; nothing when it has none or it cannot be read, which is reported. */
    static Optional<Card> of(String text, String subject, int maxDepth, Reading reading) {
        var front = FRONT.matcher(text);
        if (!front.matches()) {
            missing(subject, reading);
            return Optional.empty();
        }
        try {
            var fields = Yaml.object(front.group("yaml"), maxDepth);
            if (fields.isEmpty()) missing(subject, reading);
            return fields.map(found ->
                    new Card(found, Optional.ofNullable(front.group("body")).orElse("")));
        } catch (Yaml.Broken e) {
            long above = text.substring(0, front.start("yaml")).lines().count();
            var line = e.line().isPresent() ? OptionalLong.of(e.line().getAsLong() + above) : OptionalLong.empty();
            reading.violation(
                    subject,
                    "The card's front matter is no YAML, so the card was left out: " + e.why() + ".",
                    "Put values that hold a colon, a hash or quotes in quotes; indent lists and keys alike.",
                    line);
            return Optional.empty();
        }
    }

    static boolean isCard(String text) {
        return FRONT.matcher(text).matches();
    }

    private static void missing(String subject, Reading reading) {
        reading.violation(
                subject,
                "The card has no front matter, so it describes no dataset that can be found.",
                FIX,
                OptionalLong.empty());
    }
}
