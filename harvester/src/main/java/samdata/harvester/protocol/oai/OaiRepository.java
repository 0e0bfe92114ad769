package samdata.harvester.protocol.oai;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;

/** A repository at its base URL, asked by OAI-PMH 2.0. The URL may name the {@code set} and the {@code metadataPrefix} that are wanted. */
final class OaiRepository {
    private static final String ACCEPT = "text/xml, application/xml;q=0.9, */*;q=0.1";
    /** Best first; what is not named here is not understood. */
    private static final List<String> PREFIXES =
            List.of("dcat", "dcat_ap", "dcat-ap", "rdf", "rdf_dcat", "oai_datacite", "datacite", "datacite4", "oai_dc");

    private static final int TIMES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    /** Repositories show a change some time after the date they give it; a day also bridges a wrong clock. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final String base;
    private final List<String> wanted;
    private final Visit visit;

    OaiRepository(URI url, Visit visit) {
        var query = Stream.of(String.valueOf(url.getRawQuery()).split("&"))
                .filter(part -> part.contains("="))
                .toList();
        this.base = url.toString().replaceFirst("[?#].*$", "");
        this.wanted = query;
        this.visit = visit;
    }

    /** How it keeps its records. */
    record Identity(boolean remembersDeletions, boolean inSeconds) {}

    Identity identify() throws Refusal {
        var answer = OaiAnswer.of(get(ask("Identify", Map.of()), true), maxDepth());
        var identify = answer.answer("Identify")
                .orElseThrow(() -> Refusal.rejected(base + " did not answer as OAI-PMH's Identify does"
                        + answer.errors().values().stream()
                                .findFirst()
                                .map(why -> ": " + why)
                                .orElse(", but with " + String.join(", ", answer.parts()))));
        return new Identity(
                Xml.text(identify, "deletedRecord").filter("persistent"::equals).isPresent(),
                Xml.text(identify, "granularity")
                        .filter(text -> text.contains("hh"))
                        .isPresent());
    }

    /** The forms that can be read, best first: those the repository lists, or the one every repository has. */
    List<String> prefixes() throws Refusal {
        var chosen = wanted("metadataPrefix");
        if (chosen.isPresent()) return List.of(chosen.get());
        var answer = OaiAnswer.of(get(ask("ListMetadataFormats", Map.of()), true), maxDepth());
        var listed = answer.answer("ListMetadataFormats").map(list -> Xml.children(list, "metadataFormat")).stream()
                .flatMap(List::stream)
                .flatMap(format -> Xml.text(format, "metadataPrefix").stream())
                .toList();
        var known = PREFIXES.stream()
                .flatMap(prefix -> listed.stream().filter(prefix::equalsIgnoreCase))
                .toList();
        return known.isEmpty() ? List.of("oai_dc") : known;
    }

    URI records(String prefix, Optional<String> from) {
        var arguments = new java.util.TreeMap<String, String>(Map.of("metadataPrefix", prefix));
        wanted("set").ifPresent(set -> arguments.put("set", set));
        from.ifPresent(date -> arguments.put("from", date));
        return ask("ListRecords", arguments);
    }

    /** A token is an argument that stands alone. */
    URI records(String resumptionToken) {
        return ask("ListRecords", Map.of("resumptionToken", resumptionToken));
    }

    /** @param first whether nothing has been read yet that would be left in pieces */
    OaiAnswer list(URI url, boolean first) throws Refusal {
        return OaiAnswer.of(get(url, first), maxDepth());
    }

    /** From when on to ask for what is new, in the granularity of the repository; nothing when the date is none. */
    static Optional<String> since(String read, Identity identity) {
        try {
            var from = Instant.parse(read).minus(OVERLAP).atOffset(ZoneOffset.UTC);
            return Optional.of(
                    DateTimeFormatter.ofPattern(identity.inSeconds() ? "uuuu-MM-dd'T'HH:mm:ss'Z'" : "uuuu-MM-dd")
                            .format(from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Waits and asks again when the repository asks for that (HTTP 503 with Retry-After), but not for long. */
    private Document get(URI url, boolean first) throws Refusal {
        for (int times = 1; ; times++) {
            try {
                return visit.get(url, ACCEPT);
            } catch (Refusal refusal) {
                var wait = refusal.comeBackAfter().filter(time -> time.compareTo(LONGEST_WAIT) <= 0);
                if (times < TIMES && wait.isPresent()) visit.pause(wait.get());
                else if (first) throw refusal;
                else throw Refusal.rejected("A part of the list of records is missing: " + refusal.why());
            }
        }
    }

    private URI ask(String verb, Map<String, String> arguments) {
        var own = wanted.stream()
                .filter(part ->
                        !part.matches("(?i)(verb|set|metadataPrefix|from|until|resumptionToken|identifier)=.*"));
        var asked = Stream.concat(Stream.of(Map.entry("verb", verb)), arguments.entrySet().stream())
                .map(argument ->
                        argument.getKey() + "=" + URLEncoder.encode(argument.getValue(), StandardCharsets.UTF_8));
        return URI.create(base + "?" + Stream.concat(own, asked).collect(Collectors.joining("&")));
    }

    private Optional<String> wanted(String name) {
        return wanted.stream()
                .map(part -> part.split("=", 2))
                .filter(part -> part[0].equals(name) && !part[1].isEmpty())
                .map(part -> java.net.URLDecoder.decode(part[1], StandardCharsets.UTF_8))
                .findFirst();
    }

    private int maxDepth() {
        return visit.settings().maxDepth();
    }
}
