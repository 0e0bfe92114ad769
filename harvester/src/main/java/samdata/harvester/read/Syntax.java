package samdata.harvester.read;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import samdata.harvester.fetch.Document;

/** Which RDF syntax a document is written in: what it looks like counts first, then what it is called. */
public final class Syntax {
    /** What RDF is asked for with, best first. */
    public static final String ACCEPT = "text/turtle, application/rdf+xml;q=0.9, application/ld+json;q=0.9,"
            + " application/n-triples;q=0.8, application/trig;q=0.7, application/n-quads;q=0.7, */*;q=0.1";

    private static final Map<String, Lang> BY_TYPE = Map.of(
            "text/turtle", Lang.TURTLE,
            "application/x-turtle", Lang.TURTLE,
            "text/n3", Lang.TURTLE,
            "text/rdf+n3", Lang.TURTLE,
            "application/n-triples", Lang.NTRIPLES,
            "application/trig", Lang.TRIG,
            "application/n-quads", Lang.NQUADS,
            "application/rdf+xml", Lang.RDFXML,
            "application/ld+json", Lang.JSONLD);

    private static final Pattern TURTLE = Pattern.compile(
            "(?s)(#[^\n]*\n\\s*)*(@?prefix\\s+\\S*:\\s*<|@?base\\s*<|<[a-z][a-z0-9+.-]*:[^>\\s]*>\\s+[<a-z]|_:\\S+\\s).*");

    private Syntax() {}

    public static Optional<Lang> of(Document document) {
        var start = document.beginning();
        if (document.isHtml()) return Optional.empty();
        if (start.startsWith("<?xml") || start.startsWith("<rdf:") || start.startsWith("<!--"))
            return Optional.of(Lang.RDFXML);
        boolean trig = document.mediaType().equals("application/trig");
        if ((start.startsWith("{") && !trig) || start.matches("(?s)\\[\\s*\\{.*")) return Optional.of(Lang.JSONLD);
        // what is called XML and does not begin as XML may be what it looks like
        if (document.mediaType().equals("application/rdf+xml")
                && !start.startsWith("<")
                && TURTLE.matcher(start).matches()) return Optional.of(Lang.TURTLE);
        return byName(document.mediaType(), document.url().getPath())
                .or(() -> TURTLE.matcher(start).matches() ? Optional.of(Lang.TURTLE) : Optional.empty());
    }

    /** From what it is called alone: its media type, else the end of its path. */
    public static Optional<Lang> byName(String mediaType, String path) {
        return Optional.ofNullable(BY_TYPE.get(mediaType))
                .or(() -> Optional.ofNullable(RDFLanguages.pathnameToLang(path == null ? "" : path))
                        .filter(BY_TYPE::containsValue));
    }

    public static boolean isRdf(String mediaType) {
        return BY_TYPE.containsKey(mediaType);
    }
}
