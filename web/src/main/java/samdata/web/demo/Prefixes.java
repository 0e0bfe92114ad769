package samdata.web.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.jena.shared.PrefixMapping;

/** The prefixes of samdata's JSON-LD context: what a CKAN package has no place to declare, and a query need not. */
public final class Prefixes {
    private static final String CONTEXT = "/ontologies/ocd/context.jsonld";

    private Prefixes() {}

    public static PrefixMapping ofContext() {
        PrefixMapping prefixes = PrefixMapping.Factory.create();
        context().properties().stream()
                .filter(term -> !term.getKey().startsWith("@"))
                .filter(term -> term.getValue().asText().matches(".*[/#_:]"))
                .forEach(term ->
                        prefixes.setNsPrefix(term.getKey(), term.getValue().asText()));
        return prefixes;
    }

    private static JsonNode context() {
        try (InputStream stream = Prefixes.class.getResourceAsStream(CONTEXT)) {
            if (stream == null) throw new IllegalStateException(CONTEXT + " is not on the class path");
            return new ObjectMapper().readTree(stream).path("@context");
        } catch (IOException e) {
            throw new UncheckedIOException(CONTEXT + " cannot be read", e);
        }
    }
}
