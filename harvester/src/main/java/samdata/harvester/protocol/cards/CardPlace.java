package samdata.harvester.protocol.cards;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import samdata.harvester.read.Iris;

/**
 * Where a card was found, and what its dataset is therefore called.
 *
 * @param iri the dataset
 * @param name its name where it is kept; empty when nothing gives it one
 * @param data where the data are kept, beside their card
 */
record CardPlace(String iri, String name, URI data) {
    private static final String HUB = "https://huggingface.co/datasets/";
    private static final Pattern ON_HUB = Pattern.compile(
            "https?://(?:www\\.)?huggingface\\.co/datasets/([^/]+(?:/[^/]+)?)(?:/(?:raw|resolve|blob)/.*)?");
    private static final Pattern API = Pattern.compile("(https?://[^/?#]+(?:/[^?#]*)?)/api/datasets.*");
    private static final Pattern README = Pattern.compile("(?i)readme\\.(md|markdown)$");

    /** A card at an address of its own: the folder that it stands in is the dataset. */
    static CardPlace of(URI card) {
        var hub = ON_HUB.matcher(card.toString());
        if (hub.matches()) return onHub(HUB, hub.group(1));
        var folder = README.matcher(card.toString().replaceFirst("[?#].*$", "")).replaceFirst("");
        return new CardPlace(folder, lastPart(folder), URI.create(folder));
    }

    /** A card in an archive. */
    static CardPlace in(URI archive, String entry) {
        var folder = README.matcher(entry).replaceFirst("").replaceFirst("/+$", "");
        var iri = archive.toString().replaceFirst("#.*$", "") + (folder.isEmpty() ? "" : "#" + escaped(folder));
        return new CardPlace(iri, lastPart(folder), archive);
    }

    /** A card that a listing holds under its id: the dataset's page is beside the API, as on Hugging Face. */
    static CardPlace listed(URI listing, String id) {
        var api = API.matcher(listing.toString());
        var pages = api.matches()
                ? api.group(1) + "/datasets/"
                : listing.resolve(".").toString();
        return onHub(pages, escaped(id));
    }

    private static CardPlace onHub(String pages, String name) {
        return new CardPlace(pages + name, name, URI.create(pages + name));
    }

    /** What a link in the card means. */
    Optional<URI> resolve(String link) {
        try {
            var folder = data.toString().endsWith("/") ? data : URI.create(data + "/");
            return Optional.of(folder.resolve(link.strip())).filter(at -> Iris.good(at.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String lastPart(String path) {
        var parts = path.replaceFirst("^https?://[^/]*", "").split("/", -1);
        for (int i = parts.length - 1; i >= 0; i--) if (!parts[i].isBlank()) return parts[i];
        return "";
    }

    private static String escaped(String path) {
        try {
            return new URI(null, null, "/" + path.replaceFirst("^/+", ""), null)
                    .getRawPath()
                    .substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Every text can be quoted as a path", e);
        }
    }
}
