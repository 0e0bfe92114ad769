package samdata.harvester.protocol.cards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.protocol.Protocol;
import samdata.harvester.read.Reading;
import samdata.harvester.read.Syntax;
import samdata.harvester.source.Source;

/**
 * Dataset cards as Hugging Face keeps them, README.md with YAML in front: one card, a zip archive of cards, a page of links
 * to cards or their folders, or the listing of {@code /api/datasets}. So is a registry of open data with a file of YAML a
 * dataset ({@link RegistryEntry}). A card that cannot be read costs that card.
 */
public final class HfCardsProtocol implements Protocol {
    private static final String ACCEPT =
            "text/markdown, application/zip;q=0.9, application/json;q=0.9, text/html;q=0.8, */*;q=0.1";
    /** A folder of cards may lie in one of owners; deeper ones hold something else. */
    private static final int FOLDERS_DEEP = 3;

    private static final int FOLDERS_ASKED = 5;

    @Override
    public String name() {
        return "hf-cards";
    }

    @Override
    public Reading read(Source source, Visit visit) throws Refusal {
        var reading = new Reading();
        var first = visit.get(source.url(), ACCEPT).notEmpty();
        var cards = new Cards(visit, reading);
        if (CardArchive.isZip(first)) cards.archive(first);
        else if (first.isHtml()) cards.page(first, new HashSet<>(Set.of(source.url())), FOLDERS_DEEP);
        else if (CardListing.isJson(first)) cards.listing(first);
        else if (Card.isCard(first.text()) || CardListing.isCard(first.url()))
            cards.card(CardPlace.of(first.url()), first.text());
        else throw Refusal.rejected(first.url() + " is no dataset card, archive or listing of cards");
        return reading;
    }

    /** Whether a document that is no web page is a card, an archive of cards or a listing of them in JSON. */
    public static boolean isCards(Document document, Visit visit) throws Refusal {
        if (CardArchive.isZip(document)) return CardArchive.hasCards(document);
        if (RegistryEntry.isFile(String.valueOf(document.url().getPath())))
            return RegistryEntry.isEntry(document.text());
        if (document.beginning().startsWith("---")) return Card.isCard(document.text());
        if (!CardListing.isJson(document) || Syntax.isRdf(document.mediaType())) return false;
        try {
            return !CardListing.items(document, visit).isEmpty();
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** Adds what a card or a listing of cards says that lies on this machine. */
    public static void readLocal(Document document, Visit visit, Reading reading) throws Refusal {
        var cards = new Cards(visit, reading);
        if (CardListing.isCard(document.url())) cards.card(CardPlace.of(document.url()), document.text());
        else cards.listing(document);
    }

    /** Whether a web page links to a card, or to a folder that has one: the first few tell. */
    public static boolean isListing(Document page, Visit visit) throws Refusal {
        int asked = 0;
        for (URI link : CardListing.links(page)) {
            if (asked++ == FOLDERS_ASKED) return false;
            var card = CardListing.isCard(link) ? link : link.resolve("README.md");
            try {
                var text = visit.get(card, ACCEPT).text();
                if (Card.isCard(text)
                        || (RegistryEntry.isFile(String.valueOf(card.getPath())) && RegistryEntry.isEntry(text)))
                    return true;
            } catch (Refusal refusal) {
                if (!refusal.gone()) throw refusal;
            }
        }
        return false;
    }

    /** What one reading has found so far. */
    private record Cards(Visit visit, Reading reading) {
        void archive(Document document) throws Refusal {
            CardArchive.each(
                    document, visit, reading, (entry, text) -> card(CardPlace.in(document.url(), entry), text));
        }

        void listing(Document first) throws Refusal {
            var page = first;
            while (true) {
                for (ObjectNode item : CardListing.items(page, visit))
                    add(CardPlace.listed(page.url(), item.path("id").asText()), new Card(flat(item), ""));
                var next = page.next();
                if (next.isEmpty()) return;
                page = visit.more(next.get(), ACCEPT).notEmpty();
            }
        }

        void page(Document listing, Set<URI> seen, int deep) throws Refusal {
            var links = CardListing.links(listing);
            if (links.isEmpty())
                throw Refusal.rejected(
                        listing.url() + " answered with a web page (HTML) that links to no dataset card");
            for (URI link : links) {
                if (!seen.add(link)) continue;
                if (CardListing.isCard(link)) linked(link, link);
                else folder(link, seen, deep);
            }
        }

        private void folder(URI folder, Set<URI> seen, int deep) throws Refusal {
            var readme = folder.resolve("README.md");
            if (!seen.add(readme) || linkedIfThere(readme)) return;
            if (deep == 1) {
                missing(folder);
                return;
            }
            try {
                var listing = visit.get(folder, ACCEPT);
                if (listing.isHtml() && !CardListing.links(listing).isEmpty()) page(listing, seen, deep - 1);
                else missing(folder);
            } catch (Refusal refusal) {
                if (!refusal.gone()) throw incomplete(refusal);
                missing(folder);
            }
        }

        private boolean linkedIfThere(URI card) throws Refusal {
            try {
                card(CardPlace.of(card), visit.get(card, ACCEPT).text());
                return true;
            } catch (Refusal refusal) {
                if (!refusal.gone()) throw incomplete(refusal);
                return false;
            }
        }

        private void linked(URI card, URI subject) throws Refusal {
            if (!linkedIfThere(card)) missing(subject);
        }

        private void missing(URI subject) {
            reading.leftOut(
                    subject.toString(),
                    "The listing names this, but no dataset card is there.",
                    "Put README.md there, or take the link out of the listing.",
                    OptionalLong.empty());
        }

        private static Refusal incomplete(Refusal refusal) {
            return Refusal.rejected("A card of the listing cannot be read: " + refusal.why());
        }

        void card(CardPlace place, String text) throws Refusal {
            if (RegistryEntry.isFile(place.name())) {
                entry(place, text);
                return;
            }
            var card = Card.of(text, place.iri(), visit.settings().maxDepth(), reading);
            if (card.isPresent()) add(place, card.get());
            else reading.stays(NodeFactory.createURI(place.iri()));
        }

        private void entry(CardPlace place, String text) throws Refusal {
            int before = reading.stated().size();
            boolean read = RegistryEntry.add(place, text, visit.settings().maxDepth(), reading);
            visit.countTriples(Math.max(0, reading.stated().size() - before));
            if (read) visit.countDatasets(1);
            else reading.stays(NodeFactory.createURI(place.iri()));
        }

        private void add(CardPlace place, Card card) throws Refusal {
            int before = reading.stated().size();
            new CardRecord(reading.stated()).add(place, card);
            visit.countTriples(Math.max(0, reading.stated().size() - before));
            visit.countDatasets(1);
        }

        /** What the API says of a dataset, with what its card says in front. */
        private static ObjectNode flat(ObjectNode item) {
            var fields = item.deepCopy();
            var card = fields.remove("cardData");
            if (!(card instanceof ObjectNode said)) return fields;
            // both have tags: the card's own, and those the API makes of the whole card
            if (said.has("tags") && fields.has("tags")) {
                var both = JsonNodeFactory.instance.arrayNode();
                for (JsonNode tags : new JsonNode[] {said.get("tags"), fields.get("tags")})
                    if (tags.isArray()) tags.forEach(both::add);
                    else both.add(tags);
                said.set("tags", both);
            }
            fields.setAll(said);
            return fields;
        }
    }
}
