package samdata.harvester.protocol.cards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.read.JsonAnswer;

/** A document that lists cards: a page of links, or the answer of Hugging Face's {@code /api/datasets}. */
public final class CardListing {
    private CardListing() {}

    /** What is listed in a page: cards, and the folders below it in which a card or more of them may be. */
    static List<URI> links(Document page) throws Refusal {
        Set<URI> links = new LinkedHashSet<>();
        var base = page.url().resolve(".");
        try (var in = page.open()) {
            var charset = page.charset().map(java.nio.charset.Charset::name).orElse(null);
            for (Element link : Jsoup.parse(in, charset, page.url().toString()).select("a[href]"))
                address(link.absUrl("href")).ifPresent(at -> {
                    boolean below = at.getQuery() == null
                            && at.toString().startsWith(base.toString())
                            && at.toString().length() > base.toString().length();
                    if (isCard(at) || (below && isFolder(at))) links.add(at);
                });
        } catch (IOException e) {
            throw Refusal.rejected(page.url() + " is no HTML that can be read");
        }
        return List.copyOf(links);
    }

    public static boolean isCard(URI at) {
        return String.valueOf(at.getPath()).matches("(?i).*\\.(md|markdown|ya?ml)");
    }

    static boolean isFolder(URI at) {
        return String.valueOf(at.getPath()).endsWith("/");
    }

    /** Whether a document looks like what {@link #items} reads. */
    static boolean isJson(Document document) {
        var start = document.beginning();
        return start.startsWith("[") || start.startsWith("{");
    }

    /** The datasets of a listing in JSON, in which every one has an {@code id}. */
    static List<ObjectNode> items(Document document, Visit visit) throws Refusal {
        List<ObjectNode> items = new ArrayList<>();
        var answer = JsonAnswer.of(document, visit, "a listing of dataset cards");
        if (answer instanceof ObjectNode single && isItem(single)) return List.of(single);
        for (JsonNode each : answer.isObject() ? answer.path("datasets") : answer) {
            if (!(each instanceof ObjectNode item) || !isItem(item)) throw noListing(document);
            items.add(item);
        }
        if (!answer.isArray() && !answer.path("datasets").isArray()) throw noListing(document);
        return items;
    }

    private static boolean isItem(ObjectNode item) {
        return item.path("id").isTextual()
                && (item.has("cardData") || item.path("tags").isArray());
    }

    private static Refusal noListing(Document document) {
        return Refusal.rejected(document.url()
                + " holds JSON that is no listing of dataset cards: an array of objects with id and cardData or tags");
    }

    private static Optional<URI> address(String href) {
        try {
            var at = new URI(href.replaceFirst("#.*$", ""));
            return at.getHost() == null ? Optional.empty() : Optional.of(at);
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }
}
