package samdata.catalog.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identifiers in one form, apart from those that are unique only where they were given. */
final class Identifiers {
    private static final Pattern DOI = Pattern.compile(
            "(?i)^(?:doi:|info:doi/|(?:https?://)?(?:dx\\.|www\\.)?doi\\.org/|urn:doi:)?\\s*(10\\.\\d{4,9}/\\S+)$");
    private static final Pattern HANDLE =
            Pattern.compile("(?i)^(?:hdl:|(?:https?://)?hdl\\.handle\\.net/)(\\S+/\\S+)$");
    private static final Pattern ARK = Pattern.compile("(?i)^(?:https?://[^/]+/)?ark:/?(\\d{5,9}/\\S+)$");
    private static final Pattern URN = Pattern.compile("(?i)^urn:([a-z0-9][a-z0-9-]{1,31}):(\\S+)$");
    private static final Pattern UUID = Pattern.compile(
            "(?i)^(?:urn:uuid:|\\{)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\}?$");
    private static final Pattern OWN_FORM = Pattern.compile("(?=.*\\d)(?=.*\\p{L}).{6,200}|\\d{7,}");

    private Identifiers() {}

    /** One that is unique in the world and no web address: DOI, handle, ARK, URN or UUID. */
    static Optional<Key> global(String written) {
        String text = written.strip();
        for (Pattern form : new Pattern[] {DOI, HANDLE, ARK, UUID}) {
            Matcher found = form.matcher(text);
            if (found.matches())
                return Optional.of(new Key(Space.IDENTIFIER, name(form) + ":" + trimmed(found.group(1))));
        }
        Matcher urn = URN.matcher(text);
        if (urn.matches() && !urn.group(1).equalsIgnoreCase("samdata"))
            return Optional.of(new Key(Space.IDENTIFIER, "urn:" + trimmed(urn.group(1) + ":" + urn.group(2))));
        return Optional.empty();
    }

    /** One that says something only beside other evidence: long enough not to be in every catalogue. */
    static Optional<Key> local(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        return OWN_FORM.matcher(text).matches() ? Optional.of(new Key(Space.LOCAL, text)) : Optional.empty();
    }

    static boolean isDoi(Key key) {
        return key.space() == Space.IDENTIFIER && key.value().startsWith("doi:");
    }

    private static String name(Pattern form) {
        return form == DOI ? "doi" : form == HANDLE ? "hdl" : form == ARK ? "ark" : "uuid";
    }

    private static String trimmed(String found) {
        return found.toLowerCase(Locale.ROOT).replaceFirst("[?#].*$", "").replaceFirst("[/.,;)]+$", "");
    }
}
