package samdata.harvester.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A company's endpoint as it is registered: where its catalogue is and how it is read.
 *
 * @param protocol the name of a protocol, or {@link #UNDETECTED} until the first harvest finds out
 * @param publisher the IRI of the company, when it is known
 * @param every how often it is harvested; empty means only on demand
 * @param visibility who may see what it states; only {@code public} in this version
 */
public record Source(
        String id, URI url, String protocol, Optional<String> publisher, Optional<Duration> every, String visibility) {
    public static final String UNDETECTED = "auto";
    /** The protocol of what lies on this machine. */
    public static final String FILE = "file";

    public static final Duration DEFAULT_EVERY = Duration.ofHours(24);
    /** A longer one is a slip of the pen: who wants a source left alone writes {@code never}. */
    static final Duration LONGEST_EVERY = Duration.ofDays(366);

    private static final String PUBLIC = "public";
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern PROTOCOL = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public Source {
        if (!ID.matcher(id).matches())
            throw SourceException.invalid(
                    "A source id is 1 to 64 of a-z, 0-9 and hyphen, but this one is \"" + printable(id) + "\"");
        if (!PROTOCOL.matcher(protocol).matches())
            throw SourceException.invalid("A protocol is a name such as dcat, sparql, ckan, sitemap or hf-cards, not \""
                    + printable(protocol) + "\"");
        if (protocol.equals(FILE) != "file".equals(url.getScheme()))
            throw SourceException.invalid("The protocol file is for a folder or archive on the machine samdata runs on,"
                    + " and nothing else can be; it is registered there with `samdata source add`");
        if (!visibility.equals(PUBLIC))
            throw SourceException.invalid("The visibility of a source can only be \"public\" in this version, not \""
                    + printable(visibility) + "\"");
    }

    /**
     * A source from what a person or a request wrote; what is null takes its default.
     *
     * @throws SourceException when a part is not what it should be, naming the part
     */
    public static Source of(
            String id,
            String url,
            @Nullable String protocol,
            @Nullable String publisher,
            @Nullable String every,
            @Nullable String visibility) {
        return new Source(
                id,
                url(url),
                protocol == null ? UNDETECTED : protocol,
                Optional.ofNullable(publisher).map(Source::publisher),
                every(every),
                visibility == null ? PUBLIC : visibility);
    }

    /**
     * A folder or archive on this machine. Only for what the operator wrote: whoever registers one can read it.
     *
     * @throws SourceException when a part is not what it should be, naming the part
     */
    public static Source onDisk(
            String id, Path path, @Nullable String publisher, @Nullable String every, @Nullable String visibility) {
        return new Source(
                id,
                path.toAbsolutePath().normalize().toUri(),
                FILE,
                Optional.ofNullable(publisher).map(Source::publisher),
                every(every),
                visibility == null ? PUBLIC : visibility);
    }

    /** @throws SourceException when {@code text} is not an absolute http or https URL without user information */
    public static URI url(String text) {
        try {
            var url = new URI(text.strip());
            var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https"))
                throw SourceException.invalid("The URL of a source begins with http:// or https://, but this one is \""
                        + printable(text) + "\"");
            if (url.getHost() == null)
                throw SourceException.invalid("The URL \"" + printable(text) + "\" names no host");
            if (url.getUserInfo() != null)
                throw SourceException.invalid("The URL of a source holds no user name or password, but the one for "
                        + url.getHost() + " does");
            return url;
        } catch (URISyntaxException e) {
            throw SourceException.invalid("\"" + printable(text) + "\" is not a URL: " + e.getReason());
        }
    }

    public Source detected(String found) {
        return new Source(id, url, found, publisher, every, visibility);
    }

    /** How often, as it is written in settings: {@code 6h}, or {@code never}. */
    public String everyText() {
        return every.map(Durations::write).orElse("never");
    }

    private static Optional<Duration> every(@Nullable String text) {
        if (text == null) return Optional.of(DEFAULT_EVERY);
        if (text.strip().equals("never")) return Optional.empty();
        var duration = Durations.parse(text);
        if (duration.isEmpty())
            throw SourceException.invalid("How often a source is harvested is a duration such as 6h, or never, not \""
                    + printable(text) + "\"");
        if (duration.get().compareTo(LONGEST_EVERY) > 0)
            throw SourceException.invalid("A source is harvested at least every " + Durations.write(LONGEST_EVERY)
                    + ", or never, not every \"" + printable(text) + "\"");
        return duration;
    }

    private static String publisher(String iri) {
        try {
            if (new URI(iri).isAbsolute()) return iri;
        } catch (URISyntaxException e) {
            // said below
        }
        throw SourceException.invalid("The publisher of a source is an absolute IRI, not \"" + printable(iri) + "\"");
    }

    /** What a stranger sent, fit to stand in one line of a log or an answer. */
    private static String printable(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 120 ? line : line.substring(0, 120) + "...";
    }
}
