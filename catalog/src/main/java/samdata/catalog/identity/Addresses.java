package samdata.catalog.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Web addresses in one form: scheme, "www.", case of the host, default port, trailing slash, language of the page and
 * what only follows a visitor make no difference.
 */
final class Addresses {
    private static final Pattern HTTP =
            Pattern.compile("(?i)https?://([^/?#\\s]+)([^?#\\s]*)(?:\\?([^#\\s]*))?(?:#(\\S*))?");
    private static final Pattern LANGUAGE = Pattern.compile(
            "(?i)(bg|ca|cs|da|de|el|en|es|et|eu|fi|fr|ga|gl|hr|hu|is|it|ja|ko|lt|lv|mt|nb|nl|nn|no|pl|pt|ro|ru|se|sk|sl|sv|uk|zh)"
                    + "([-_](latn|[a-z]{2}))?");
    private static final Pattern FOLLOWS =
            Pattern.compile("(?i)(utm_\\w+|fbclid|gclid|msclkid|mc_[ce]id|referrer|sessionid|jsessionid|phpsessionid"
                    + "|lang|language|locale|hl|set_locale)(=.*)?");
    private static final Pattern SERVICE = Pattern.compile(
            "(?i)(api|sparql|graphql|query|search|rest|odata(\\.svc)?|ows|w[mfc]s|wmts|csw|services?|(feature|map|image)server|"
                    + "endpoint|v\\d+(\\.\\d+)*)");
    private static final Pattern INDEX = Pattern.compile("(?i)/(index|default)\\.(html?|php|aspx?|jsp)$");
    private static final Pattern FILE = Pattern.compile(
            "(?i)\\.(csv|tsv|txt|xlsx?|ods|json|jsonl|geojson|xml|rdf|ttl|nt|parquet|zip|gz|tgz|bz2|xz|7z|tar|rar|h5|hdf5?|nc"
                    + "|tiff?|shp|gpkg|kml|kmz|gml|sav|dta|sas7bdat|rds|rda|arff|avro|npz|npy|pdf|docx?|mp[34]|wav|flac|sqlite|db)$");

    private static final List<Pattern> NEEDLESS_OF_A_HOST = List.of(
            Pattern.compile("^.*@"),
            Pattern.compile(":(80|443)$"),
            Pattern.compile("\\.(?=:|$)"),
            Pattern.compile("^www\\d?\\."));
    private static final Pattern QUERY = Pattern.compile("[?#].*$");
    private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=.*$");
    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

    private Addresses() {}

    /** Empty when it is not an address on the web. */
    static Optional<String> normalised(String address) {
        Matcher parts = HTTP.matcher(address.strip());
        if (!parts.matches()) return Optional.empty();
        String host = parts.group(1).toLowerCase(Locale.ROOT);
        for (Pattern part : NEEDLESS_OF_A_HOST) host = part.matcher(host).replaceFirst("");
        return Optional.of(host + path(parts.group(2)) + query(parts.group(3)) + fragment(parts.group(4)));
    }

    /** Whether nothing but a host is named: the front page of a whole site. */
    static boolean isFrontPage(String normalised) {
        return normalised.indexOf('/') < 0 && normalised.indexOf('?') < 0 && normalised.indexOf('#') < 0;
    }

    /** Whether it looks like a service that answers for many datasets, not like one thing that it offers. */
    static boolean isEndpoint(String normalised) {
        String path = withoutQuery(normalised);
        String end = path.substring(path.lastIndexOf('/') + 1);
        return path.chars().filter(each -> each == '/').count() < 2
                || SERVICE.matcher(end).matches();
    }

    /** Whether the address names a file, by its ending. */
    static boolean isFile(String normalised) {
        return FILE.matcher(withoutQuery(normalised)).find() && normalised.indexOf('/') > 0;
    }

    /** The name of the file that is named. */
    static Optional<String> file(String normalised) {
        String path = withoutQuery(normalised);
        return isFile(normalised)
                ? Optional.of(path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static String withoutQuery(String address) {
        return QUERY.matcher(address).replaceFirst("");
    }

    private static String path(String path) {
        StringBuilder kept = new StringBuilder();
        int place = 0;
        for (String part : INDEX.matcher(unescaped(path)).replaceFirst("").split("/", -1)) {
            if (part.isEmpty() || (place++ < 2 && LANGUAGE.matcher(part).matches())) continue;
            kept.append('/').append(part);
        }
        return SESSION.matcher(kept).replaceFirst("");
    }

    /** Only the escapes that need not be: the others stay, so that no two addresses become one. */
    private static String unescaped(String path) {
        return ESCAPE.matcher(path).replaceAll(found -> {
            char plain = (char) Integer.parseInt(found.group().substring(1), 16);
            boolean needless = plain < 128 && (Character.isLetterOrDigit(plain) || "-._~".indexOf(plain) >= 0);
            return needless ? String.valueOf(plain) : found.group().toUpperCase(Locale.ROOT);
        });
    }

    private static String query(@Nullable String query) {
        if (query == null) return "";
        Set<String> kept = new TreeSet<>();
        for (String parameter : query.split("&(amp;)?", -1))
            if (!parameter.isEmpty() && !FOLLOWS.matcher(parameter).matches()) kept.add(parameter);
        return kept.isEmpty() ? "" : "?" + String.join("&", kept);
    }

    private static String fragment(@Nullable String fragment) {
        return fragment == null || fragment.isEmpty() || fragment.equals("top") ? "" : "#" + fragment;
    }
}
