package samdata.harvester;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.jena.graph.NodeFactory;

/** The cards in a zip archive, within the caps of the harvest: each README.md, else each file of Markdown. */
final class CardArchive {
    private static final String BEGINNING = "pk\u0003\u0004";
    private static final int LARGEST_CARD = 4_000_000;

    private CardArchive() {}

    static boolean isZip(Document document) {
        return document.beginning().startsWith(BEGINNING);
    }

    /**
     * The texts by the names of their entries.
     *
     * @throws Refusal when the archive cannot be read whole
     */
    static SortedMap<String, String> cards(Document document, FetchSettings settings, Reading reading) throws Refusal {
        Path copy = null;
        try {
            copy = Files.createTempFile("samdata-", ".zip");
            try (var in = document.open();
                    var out = Files.newOutputStream(copy)) {
                in.transferTo(out);
            }
            try (var zip = new ZipFile(copy.toFile())) {
                return cards(document, zip, settings, reading);
            }
        } catch (ZipException e) {
            throw Refusal.rejected(document.url() + " is no zip archive that can be read, or it is cut off");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read back what was fetched from " + document.url(), e);
        } finally {
            delete(copy);
        }
    }

    private static SortedMap<String, String> cards(
            Document document, ZipFile zip, FetchSettings settings, Reading reading) throws IOException, Refusal {
        var entries = entries(zip);
        if (entries.size() > settings.maxPages())
            throw Refusal.rejected(
                    document.url() + " holds more than " + settings.maxPages() + " cards (harvest.max-pages)");
        SortedMap<String, String> cards = new TreeMap<>();
        long inflated = 0;
        for (ZipEntry entry : entries) {
            byte[] bytes;
            try (InputStream in = zip.getInputStream(entry)) {
                bytes = in.readNBytes(LARGEST_CARD + 1);
            }
            inflated += bytes.length;
            if (inflated > settings.maxInflated())
                throw Refusal.rejected(document.url() + " inflates to more than " + settings.maxInflated()
                        + " bytes (harvest.max-inflated)");
            if (bytes.length > LARGEST_CARD) tooLarge(CardPlace.in(document.url(), entry.getName()), reading);
            else cards.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
        }
        return cards;
    }

    private static void tooLarge(CardPlace place, Reading reading) {
        reading.former().stays(NodeFactory.createURI(place.iri()));
        reading.violation(
                place.iri(),
                "The card is larger than " + LARGEST_CARD / 1_000_000 + " MB, so it was left out.",
                "Keep the card short; put data into files of their own.",
                OptionalLong.empty());
    }

    private static List<? extends ZipEntry> entries(ZipFile zip) {
        var readmes = named(zip, name -> name.matches("(.*/)?readme\\.(md|markdown)"));
        return readmes.isEmpty() ? named(zip, name -> name.matches(".*\\.(md|markdown)")) : readmes;
    }

    private static List<? extends ZipEntry> named(ZipFile zip, Predicate<String> wanted) {
        return zip.stream()
                .filter(entry -> !entry.isDirectory()
                        && !entry.getName().startsWith("__MACOSX/")
                        && wanted.test(entry.getName().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static void delete(@org.jspecify.annotations.Nullable Path copy) {
        try {
            if (copy != null) Files.deleteIfExists(copy);
        } catch (IOException e) {
            copy.toFile().deleteOnExit();
        }
    }
}
