package samdata.harvester.read;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The JSON-LD contexts that are known: bundled, pinned and never fetched, so that a document can make nobody connect to
 * anything. Which address stands for which file is in {@code contexts/known.properties}.
 */
final class JsonLdContexts {
    private static final String FOLDER = "/samdata/harvester/read/contexts/";
    private static final String SAMDATA = "/ontologies/ocd/context.jsonld";
    private static final Map<String, String> KNOWN = known();

    /** How the message of a context that nobody here knows begins. */
    static final String UNKNOWN = "it names the context ";

    private JsonLdContexts() {}

    /** The context of our own terms, as JSON text. */
    static String samdata() {
        return text(SAMDATA);
    }

    static boolean knows(String address) {
        return KNOWN.containsKey(key(address));
    }

    static DocumentLoader loader() {
        return (url, options) -> {
            var file = KNOWN.get(key(url.toString()));
            if (file == null) throw unknown(url.toString());
            return JsonDocument.of(new StringReader(text(file)));
        };
    }

    private static JsonLdError unknown(String address) {
        return new JsonLdError(
                JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                UNKNOWN + address + ", and contexts are never fetched; write the context into the document, or use one"
                        + " that is bundled, such as https://schema.org/");
    }

    /** Scheme, a slash or an empty fragment at the end make no other context. */
    private static String key(String address) {
        return address.replaceFirst("^http://", "https://").replaceFirst("[/#]+$", "");
    }

    private static Map<String, String> known() {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text(FOLDER + "known.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the list of JSON-LD contexts", e);
        }
        Map<String, String> known = new LinkedHashMap<>();
        properties.forEach((address, file) -> {
            var name = file.toString();
            known.put(key("https://" + address), name.startsWith("/") ? name : FOLDER + name);
        });
        return Map.copyOf(known);
    }

    private static String text(String resource) {
        try (InputStream in = JsonLdContexts.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException(resource + " is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
