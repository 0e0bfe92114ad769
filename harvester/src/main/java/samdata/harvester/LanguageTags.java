package samdata.harvester;

import com.apicatalog.jsonld.lang.LanguageTag;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.OptionalLong;

/** Language tags of expanded JSON-LD: words under a malformed one would be dropped without a report. */
final class LanguageTags {
    private static final String LANGUAGE = "@language";
    private final Reading reading;

    private LanguageTags(Reading reading) {
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
        var tag = stated.getString().strip().replace('_', '-');
        boolean good = wellFormed(tag);
        reading.leftOut(
                subject,
                "\"" + shortened(stated.getString()) + "\" is no language tag, so the words under it were read "
                        + (good ? "as \"" + tag + "\"." : "without a language."),
                "Write a tag of BCP 47, such as sv or sv-SE.",
                OptionalLong.empty());
        var mended = Json.createObjectBuilder(words);
        return (good ? mended.add(LANGUAGE, tag) : mended.remove(LANGUAGE)).build();
    }

    private static boolean wellFormed(String tag) {
        return !tag.isBlank() && LanguageTag.isWellFormed(tag);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
