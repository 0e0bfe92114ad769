package samdata.harvester.read;

import com.apicatalog.jsonld.lang.LanguageTag;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Malformed language tags: in expanded JSON-LD the words under them would be dropped without a report, Turtle could not be read. */
final class LanguageTags {
    private static final String LANGUAGE = "@language";
    private static final Pattern WRITABLE = Pattern.compile("[A-Za-z]+(-[A-Za-z0-9]+)*");
    private static final int LONGEST = 8;
    private final Reading reading;

    LanguageTags(Reading reading) {
        this.reading = reading;
    }

    /** The same with {@code sv_SE} as {@code sv-SE}; words whose tag is beyond that have no language. Both are reported. */
    static JsonArray mended(JsonArray expanded, Reading reading) {
        return new LanguageTags(reading).array(expanded, "");
    }

    private JsonValue value(JsonValue value, String subject) {
        return switch (value) {
            case JsonArray array -> array(array, subject);
            case JsonObject object -> object(object, subject);
            default -> value;
        };
    }

    private JsonArray array(JsonArray array, String subject) {
        var mended = Json.createArrayBuilder();
        for (JsonValue each : array) mended.add(value(each, subject));
        return mended.build();
    }

    private JsonObject object(JsonObject object, String around) {
        if (object.containsKey("@value")) return words(object, around);
        var subject = object.get("@id") instanceof JsonString id ? id.getString() : around;
        var mended = Json.createObjectBuilder();
        object.forEach((key, each) -> mended.add(key, value(each, subject)));
        return mended.build();
    }

    private JsonObject words(JsonObject words, String subject) {
        if (!(words.get(LANGUAGE) instanceof JsonString stated) || wellFormed(stated.getString())) return words;
        var tag = mended(stated.getString(), subject, OptionalLong.empty());
        var mended = Json.createObjectBuilder(words);
        return (tag.isPresent() ? mended.add(LANGUAGE, tag.get()) : mended.remove(LANGUAGE)).build();
    }

    /** The tag that was meant, or nothing when that cannot be told; it is reported either way. */
    Optional<String> mended(String stated, String subject, OptionalLong line) {
        var tag = Optional.of(stated.strip().replace('_', '-')).filter(LanguageTags::wellFormed);
        reading.leftOut(
                subject,
                "\"" + shortened(stated) + "\" is no language tag, so the words under it were read "
                        + tag.map(meant -> "as \"" + meant + "\".").orElse("without a language."),
                "Write a tag of BCP 47, such as sv or sv-SE.",
                line);
        return tag;
    }

    /** That a tag has a part that is too long; the words keep it, as Turtle and RDF/XML can write it. */
    void tooLong(String stated, String subject) {
        reading.leftOut(
                subject,
                "\"" + shortened(stated) + "\" is no language tag: a part of one has " + LONGEST
                        + " letters at most. The words under it keep it.",
                "Write a tag of BCP 47, such as sv or sv-SE.",
                OptionalLong.empty());
    }

    /** Whether a part between hyphens is longer than RFC 5646, section 2.1, lets any be. */
    static boolean isTooLong(String tag) {
        for (int i = 0, begin = 0; i <= tag.length(); i++) {
            if (i < tag.length() && tag.charAt(i) != '-') continue;
            if (i - begin > LONGEST) return true;
            begin = i + 1;
        }
        return false;
    }

    /** Whether Turtle's grammar takes a tag; what is wrong with it beyond that is told by {@link #tooLong}. */
    static boolean writable(String tag) {
        return wellFormed(tag) || (isTooLong(tag) && WRITABLE.matcher(tag).matches());
    }

    private static boolean wellFormed(String tag) {
        return !tag.isBlank() && LanguageTag.isWellFormed(tag);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
