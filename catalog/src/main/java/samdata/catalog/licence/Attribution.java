package samdata.catalog.licence;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Writes who made what and under which licence it is used, one line a part. */
final class Attribution {
    private final ResourceBundle texts;
    private final boolean changed;

    private Attribution(ResourceBundle texts, boolean changed) {
        this.texts = texts;
        this.changed = changed;
    }

    /** @param changed whether the changes must be stated */
    static String of(List<Part> parts, boolean changed, String lang) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "samdata.catalog.licence.attribution",
                Locale.of(lang),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Attribution attribution = new Attribution(texts, changed);
        return parts.stream().map(attribution::line).distinct().collect(Collectors.joining("\n"));
    }

    private String line(Part part) {
        String work = say(
                "work",
                part.title().orElse(texts.getString("title")),
                part.holder().orElse(texts.getString("holder")));
        String licences = part.stated().stream().map(this::licence).collect(Collectors.joining(texts.getString("or")));
        String line = say("line", work, licences);
        boolean adapted = changed && part.stated().stream().anyMatch(Attribution::asksForChanges);
        return adapted ? say("changed", line) : line;
    }

    private String licence(Licence licence) {
        if (!licence.isKnown()) return texts.getString("unknown");
        return licence.document()
                .map(document -> say("licence", licence.name(), document))
                .orElse(licence.name());
    }

    private static boolean asksForChanges(Licence licence) {
        return licence.settled(Atom.STATE_CHANGES) == Clause.Settled.YES;
    }

    private String say(String key, Object... values) {
        return MessageFormat.format(texts.getString(key), values);
    }
}
