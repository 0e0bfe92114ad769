package samdata.harvester.protocol.cards;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.jena.graph.NodeFactory;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.FetchSettings;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.read.Reading;

/** The cards in a zip archive, within the caps of the harvest: each README.md, else each file of Markdown, else each entry of a registry. */
final class CardArchive {
    private static final String BEGINNING = "pk\u0003\u0004";
    private static final int LARGEST_CARD = 4_000_000;

    private CardArchive() {}

    static boolean isZip(Document document) {
        return document.beginning().startsWith(BEGINNING);
    }

    /** What is done with one card, given the name of its entry and its text. */
    @FunctionalInterface
    interface Use {
        void of(String entry, String text) throws Refusal;
    }

    @FunctionalInterface
    private interface Opened {
        void use(ZipFile zip) throws IOException, Refusal;
    }

    /** @throws Refusal when the archive cannot be read */
    static boolean hasCards(Document document) throws Refusal {
        var found = new boolean[1];
        open(document, zip -> found[0] = !entries(zip).isEmpty());
        return found[0];
    }

    /**
     * Hands over the cards one by one, in the order of their names.
     *
     * @throws Refusal when the archive cannot be read whole, or holds no card
     */
    static void each(Document document, Visit visit, Reading reading, Use use) throws Refusal {
        var settings = visit.settings();
        open(document, zip -> {
            var entries = entries(zip);
            if (entries.isEmpty()) throw Refusal.rejected(document.url() + " is an archive without a single README.md");
            if (entries.size() > settings.maxPages())
                throw Refusal.rejected(
                        document.url() + " holds more than " + settings.maxPages() + " cards (harvest.max-pages)");
            long inflated = 0;
            for (ZipEntry entry : entries) {
                visit.checkTime();
                checkRatio(document, entry, settings);
                byte[] bytes;
                try (InputStream in = zip.getInputStream(entry)) {
                    bytes = in.readNBytes(LARGEST_CARD + 1);
                }
                inflated += bytes.length;
                checkInflated(document, inflated, settings);
                if (bytes.length > LARGEST_CARD && entry.getSize() <= LARGEST_CARD)
                    throw new ZipException(entry.getName());
                if (bytes.length > LARGEST_CARD) tooLarge(CardPlace.in(document.url(), entry.getName()), reading);
                else if (isDamaged(entry, bytes)) throw new ZipException(entry.getName());
                else use.of(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
            }
        });
    }

    /** An archive keeps a checksum of each file, which nothing else looks at. */
    private static boolean isDamaged(ZipEntry entry, byte[] bytes) {
        var checksum = new CRC32();
        checksum.update(bytes);
        return entry.getCrc() != checksum.getValue();
    }

    /** What an entry is said to inflate to is enough to tell a bomb: no more than a card is ever inflated. */
    private static void checkRatio(Document document, ZipEntry entry, FetchSettings settings) throws Refusal {
        if (entry.getSize() > LARGEST_CARD
                && entry.getSize() / Math.max(1, entry.getCompressedSize()) > settings.maxRatio())
            throw tooFar(document, settings);
    }

    private static Refusal tooFar(Document document, FetchSettings settings) {
        return Refusal.rejected(document.url() + " inflates to more than " + settings.maxRatio()
                + " times of its size (harvest.max-ratio)");
    }

    private static void checkInflated(Document document, long inflated, FetchSettings settings) throws Refusal {
        if (inflated > settings.maxInflated())
            throw Refusal.rejected(document.url() + " inflates to more than " + settings.maxInflated()
                    + " bytes (harvest.max-inflated)");
        if (inflated > 1_000_000 && inflated / document.bytes().size() > settings.maxRatio())
            throw tooFar(document, settings);
    }

    /** A copy is made, since its directory stands at the end of an archive. */
    private static void open(Document document, Opened opened) throws Refusal {
        Path copy = null;
        try {
            copy = Files.createTempFile("samdata-", ".zip");
            try (var in = document.open();
                    var out = Files.newOutputStream(copy)) {
                in.transferTo(out);
            }
            try (var zip = new ZipFile(copy.toFile())) {
                opened.use(zip);
            }
        } catch (ZipException | EOFException e) {
            throw Refusal.rejected(document.url() + " is no zip archive that can be read: it is damaged or cut off");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read back what was fetched from " + document.url(), e);
        } finally {
            delete(copy);
        }
    }

    private static void tooLarge(CardPlace place, Reading reading) {
        reading.violation(
                place.iri(),
                "The card is larger than " + LARGEST_CARD / 1_000_000 + " MB, so it was left out.",
                "Keep the card short; put data into files of their own.",
                OptionalLong.empty());
        reading.stays(NodeFactory.createURI(place.iri()));
    }

    private static List<? extends ZipEntry> entries(ZipFile zip) {
        var readmes = named(zip, name -> name.matches("(.*/)?readme\\.(md|markdown)"));
        var cards = readmes.isEmpty() ? named(zip, name -> name.matches(".*\\.(md|markdown)")) : readmes;
        // a folder of cards may hold a setting or two in YAML; in a registry nearly everything is an entry
        var registry = named(zip, RegistryEntry::isFile);
        return registry.size() > cards.size() ? registry : cards;
    }

    private static List<? extends ZipEntry> named(ZipFile zip, Predicate<String> wanted) {
        return zip.stream()
                .filter(entry -> !entry.isDirectory()
                        && !entry.getName().startsWith("__MACOSX/")
                        && wanted.test(entry.getName().toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing(ZipEntry::getName))
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
