package samdata.web.demo;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One call of a company's server.
 *
 * @param headers by lower-case name
 */
record Request(String method, URI uri, Map<String, String> headers, String body) {
    String path() {
        return uri.getPath();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Request withoutConditions() {
        Map<String, String> others = new LinkedHashMap<>(headers);
        others.remove("if-none-match");
        return new Request(method, uri, others, body);
    }

    Map<String, String> query() {
        return form(uri.getRawQuery() == null ? "" : uri.getRawQuery());
    }

    /** The fields of an {@code application/x-www-form-urlencoded} text; of a repeated one the last. */
    static Map<String, String> form(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : text.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
