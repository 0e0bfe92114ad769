package samdata.harvester.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of address is fetched at all, before its host is looked up. */
public final class WebAddress {
    private static final int LONGEST_SHOWN = 200;
    /** A host that ends in a number is an IPv4 address to a browser (WHATWG URL 3.5), however it is spelt. */
    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    private static final Pattern PLAIN_IPV4 = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

    private WebAddress() {}

    /**
     * The address without its fragment, when it is http or https, names a host plainly and carries no credentials.
     *
     * @throws Refusal saying what is wrong with it
     */
    static URI fetchable(URI url) throws Refusal {
        var scheme = scheme(url);
        if (!scheme.equals("http") && !scheme.equals("https"))
            throw Refusal.unreachable(url + " is refused: only http and https are fetched");
        if (url.getHost() == null) throw Refusal.unreachable(url + " names no host");
        if (url.getUserInfo() != null)
            throw Refusal.unreachable("A URL with a user name in it is refused (host " + url.getHost() + ")");
        if (url.getPort() > 65_535) throw Refusal.unreachable(url + " names a port that cannot be");
        if (NUMBER_AT_THE_END.matcher(url.getHost()).matches()
                && !PLAIN_IPV4.matcher(url.getHost()).matches())
            throw Refusal.unreachable(url + " is refused: its host is a number that is no plain IPv4 address");
        return withoutFragment(url);
    }

    /** @throws Refusal when {@code location} is no URL */
    static URI redirected(URI at, String location) throws Refusal {
        try {
            return at.resolve(location.strip().replace(" ", "%20"));
        } catch (IllegalArgumentException e) {
            throw Refusal.unreachable(at + " redirects to something that is no URL");
        }
    }

    /** Whether what was sent to one may be sent to the other: the same host and port, or the same host by TLS instead. */
    public static boolean isSameServer(URI one, URI other) {
        if (one.getHost() == null || !one.getHost().equalsIgnoreCase(other.getHost())) return false;
        if (scheme(one).equals(scheme(other))) return port(one) == port(other);
        return scheme(other).equals("https") && port(one) == 80 && port(other) == 443;
    }

    static URI withoutFragment(URI url) {
        if (url.getRawFragment() == null) return url;
        var text = url.toString();
        return URI.create(text.substring(0, text.indexOf('#')));
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) return url.getPort();
        return scheme(url).equals("https") ? 443 : 80;
    }

    private static String scheme(URI url) {
        return String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    }

    /** As a message shows it: a long query that is written into it says nothing to who reads that. */
    static String shown(URI at) {
        var text = at.toString();
        if (text.length() <= LONGEST_SHOWN) return text;
        var cut = text.replaceFirst("\\?.*", "?...");
        return cut.length() <= LONGEST_SHOWN ? cut : cut.substring(0, LONGEST_SHOWN) + "...";
    }
}
