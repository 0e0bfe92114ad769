package samdata.catalog.search;

import java.io.ByteArrayOutputStream;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/** The order of titles as a reader of a language expects it: å after z in Swedish, capitals no different, word by word. */
final class TitleOrder {
    /** The languages of the site. */
    private static final List<String> LANGUAGES = List.of("en", "sv");

    private static final Map<String, Collator> COLLATORS =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(lang -> lang, TitleOrder::collator));

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final byte[] BETWEEN_WORDS = {0, 0};
    private static final int MAX_LENGTH = 200;
    /** Some letters sort as many; with the longest IRI behind it, a key is still no longer than Lucene takes. */
    private static final int MAX_BYTES = 4000;

    private TitleOrder() {}

    static List<String> languages() {
        return LANGUAGES;
    }

    static String field(String lang) {
        return "order." + (LANGUAGES.contains(lang) ? lang : "en");
    }

    /** As {@link #key(String, String)}, but no two datasets have the same. */
    static BytesRef key(String title, String lang, Node dataset) {
        BytesRefBuilder key = new BytesRefBuilder();
        key.append(key(title, lang));
        key.append(new BytesRef(dataset.getURI()));
        return key.get();
    }

    /**
     * Bytes that sort as the titles do.
     *
     * @param lang one of {@link #languages}
     */
    static BytesRef key(String title, String lang) {
        Collator collator = Objects.requireNonNull(COLLATORS.get(lang));
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        WORD.matcher(title.substring(0, Math.min(MAX_LENGTH, title.length())))
                .results()
                .forEach(word -> {
                    key.writeBytes(bytes(collator, word.group()));
                    key.writeBytes(BETWEEN_WORDS);
                });
        return new BytesRef(key.toByteArray(), 0, Math.min(MAX_BYTES, key.size()));
    }

    /** A collator is for one thread at a time. */
    private static byte[] bytes(Collator collator, String word) {
        synchronized (collator) {
            return collator.getCollationKey(word).toByteArray();
        }
    }

    private static Collator collator(String lang) {
        Collator collator = Collator.getInstance(Locale.forLanguageTag(lang));
        collator.setStrength(Collator.SECONDARY);
        return collator;
    }
}
