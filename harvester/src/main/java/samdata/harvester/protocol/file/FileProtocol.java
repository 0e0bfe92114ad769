package samdata.harvester.protocol.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.protocol.Protocol;
import samdata.harvester.protocol.cards.CardListing;
import samdata.harvester.protocol.cards.RegistryEntry;
import samdata.harvester.read.Reading;
import samdata.harvester.source.Source;

/**
 * A folder or an archive (zip, tar, tar.gz) on this machine, of what {@link LocalDocument} reads; for the operator alone.
 * Nothing is written anywhere, no link is followed, and one document that is damaged rejects the whole, since what it used
 * to state would be lost.
 */
public final class FileProtocol implements Protocol {
    private static final Pattern DOCUMENT =
            Pattern.compile("(?i).*\\.(ttl|trig|nt|nq|n3|rdf|owl|xml|jsonld|json|html?|md|markdown|ya?ml)(\\.gz)?");
    private static final Pattern README = Pattern.compile("(?i)(.*/)?readme\\.(md|markdown)");

    @Override
    public String name() {
        return Source.FILE;
    }

    @Override
    public Reading read(Source source, Visit visit) throws Refusal {
        var path = Path.of(source.url());
        var walk = new Walk(source, visit);
        try {
            var real = path.toRealPath();
            if (Files.isDirectory(real)) walk.folder(real);
            else walk.file(real, name(real));
            walk.others();
        } catch (ZipException e) {
            throw Refusal.rejected(path + " is no zip archive that can be read, or it is cut off");
        } catch (Refusal.Carried carried) {
            throw carried.refusal();
        } catch (IOException e) {
            throw Files.exists(path)
                    ? Refusal.rejected(path + " cannot be read whole; it may be cut off, or not be samdata's to read")
                    : Refusal.unreachable("There is no file or folder " + path);
        }
        walk.reportLeft(path);
        if (walk.read == 0) throw Refusal.rejected(path + " holds no document in a syntax that samdata reads");
        return walk.reading;
    }

    /** A card is called by the folder that it stands in. */
    private static String name(Path file) {
        var name = String.valueOf(file.getFileName());
        int parts = file.getNameCount();
        return README.matcher(name).matches() && parts > 1 ? file.getName(parts - 2) + "/" + name : name;
    }

    private static final class Walk {
        private final Source source;
        private final Visit visit;
        private final Reading reading = new Reading();
        private final List<String> left = new ArrayList<>();
        /** Markdown and YAML of which only the whole folder tells whether they are cards. */
        private final List<Document> others = new ArrayList<>();

        private boolean readmes;
        private boolean entries;
        private int read;

        Walk(Source source, Visit visit) {
            this.source = source;
            this.visit = visit;
        }

        /** Files in the order of their names, so that the same folder is the same harvest. */
        void folder(Path root) throws IOException, Refusal {
            List<Path> files = new ArrayList<>();
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return isHidden(folder) && !folder.equals(root)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !isHidden(file)) files.add(file);
                    else if (!attributes.isRegularFile())
                        left.add(root.relativize(file).toString());
                    return FileVisitResult.CONTINUE;
                }
            });
            files.sort(null);
            for (Path file : files)
                file(
                        file,
                        root.getFileName() + "/"
                                + root.relativize(file).toString().replace('\\', '/'));
        }

        private static boolean isHidden(Path path) {
            return String.valueOf(path.getFileName()).startsWith(".");
        }

        void file(Path file, String name) throws IOException, Refusal {
            var ending = name.toLowerCase(Locale.ROOT);
            if (ending.endsWith(".zip")) zip(file, name);
            else if (ending.matches(".*\\.(tar|tgz|tar\\.gz)")) tar(file, name);
            else if (!DOCUMENT.matcher(name).matches()) left.add(name);
            else
                try (var in = new Counted(visit.counted(Files.newInputStream(file)))) {
                    document(name, in, in::count);
                }
        }

        private void zip(Path file, String name) throws IOException, Refusal {
            try (var zip = new ZipFile(file.toFile())) {
                var entries = zip.stream().filter(entry -> !entry.isDirectory()).toList();
                for (var entry : entries) {
                    if (!wanted(name, entry.getName())) continue;
                    try (var in = zip.getInputStream(entry)) {
                        document(name + "/" + entry.getName(), in, () -> Math.max(1, entry.getCompressedSize()));
                    }
                }
            } catch (IllegalArgumentException e) {
                // names that are in no charset
                throw new ZipException(e.getMessage());
            }
        }

        private void tar(Path file, String name) throws IOException, Refusal {
            var counted = new Counted(visit.counted(Files.newInputStream(file)));
            boolean packed = !name.toLowerCase(Locale.ROOT).endsWith(".tar");
            try (counted;
                    var tar = new TarArchiveInputStream(
                            packed ? new Guarded(new GZIPInputStream(counted), counted, name, visit) : counted)) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    if (entry.isDirectory()) continue;
                    boolean regular = entry.isFile() && !entry.isSymbolicLink() && !entry.isLink();
                    if (!regular) left.add(name + "/" + entry.getName());
                    else if (wanted(name, entry.getName())) document(name + "/" + entry.getName(), tar, counted::count);
                }
            }
        }

        /** @throws Refusal when the entry is named so as to lead out of its archive */
        private boolean wanted(String archive, String entry) throws Refusal {
            if (entry.startsWith("/") || entry.contains("\\") || entry.matches("(.*/)?\\.\\.(/.*)?|[A-Za-z]:.*"))
                throw Refusal.rejected(archive + " holds an entry that leads out of the archive: " + entry);
            if (entry.startsWith("__MACOSX/") || entry.matches("(.*/)?\\.[^/]*(/.*)?")) return false;
            boolean wanted = DOCUMENT.matcher(entry).matches();
            if (!wanted) left.add(archive + "/" + entry);
            return wanted;
        }

        private void document(String name, InputStream in, LongSupplier packed) throws IOException, Refusal {
            boolean zipped = name.toLowerCase(Locale.ROOT).endsWith(".gz");
            var plain = zipped ? name.substring(0, name.length() - 3) : name;
            add(visit.local(base(plain), zipped ? new GZIPInputStream(in) : in, packed), plain);
        }

        private void add(Document document, String name) throws Refusal {
            boolean card = CardListing.isCard(document.url());
            boolean now = !card || (isNamedCard(name) && LocalDocument.isCard(document));
            if (!now) {
                others.add(document);
                return;
            }
            readmes |= README.matcher(name).matches();
            entries |= RegistryEntry.isFile(name);
            add(document, name, LocalDocument.of(document, visit));
        }

        private void add(Document document, String name, LocalDocument.Kind kind) throws Refusal {
            LocalDocument.read(kind, document, source, visit, reading);
            if (kind == LocalDocument.Kind.NONE) left.add(name);
            else read++;
        }

        private static boolean isNamedCard(String name) {
            return README.matcher(name).matches() || RegistryEntry.isFile(name);
        }

        /**
         * What is a card by its name or by its content alone. As in an archive of cards each README.md counts, else each file
         * of Markdown; a file beside entries of a registry may be one that broke.
         */
        void others() throws Refusal {
            for (Document document : others) {
                var name = document.url().getPath().substring(1);
                boolean entry = RegistryEntry.isFile(name);
                boolean readme = README.matcher(name).matches();
                boolean card = entry ? entries : readme ? readmes : !readmes && LocalDocument.isCard(document);
                add(document, name, card ? LocalDocument.Kind.CARD : LocalDocument.Kind.NONE);
            }
        }

        void reportLeft(Path path) {
            if (left.isEmpty()) return;
            var few = String.join(", ", left.subList(0, Math.min(5, left.size())));
            reading.leftOut(
                    path.toString(),
                    left.size() + " files were not read, since they are no catalogue: " + few
                            + (left.size() > 5 ? ", ..." : ""),
                    "Nothing, if they are none; else give them the ending of their syntax, such as .ttl.",
                    OptionalLong.empty());
        }

        /** Only the name of what was registered is told, not where on this machine it lies. */
        private static URI base(String name) throws Refusal {
            try {
                return new URI("file", "", "/" + name, null);
            } catch (URISyntaxException e) {
                throw Refusal.rejected("The name of " + name + " cannot stand in an IRI");
            }
        }
    }

    /** Stops a tar that inflates too far, also in entries that nobody reads. */
    private static final class Guarded extends java.io.FilterInputStream {
        private final Counted packed;
        private final String name;
        private final Visit visit;
        private long count;

        Guarded(InputStream in, Counted packed, String name, Visit visit) {
            super(in);
            this.packed = packed;
            this.name = name;
            this.visit = visit;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            count += Math.max(0, n);
            try {
                visit.checkTime();
                if (count > visit.settings().maxInflated())
                    throw Refusal.rejected(name + " inflates to more than "
                            + visit.settings().maxInflated() + " bytes (harvest.max-inflated)");
                if (count > 1_000_000
                        && count / Math.max(1, packed.count())
                                > visit.settings().maxRatio())
                    throw Refusal.rejected(name + " inflates to more than "
                            + visit.settings().maxRatio() + " times of its size (harvest.max-ratio)");
            } catch (Refusal refusal) {
                throw new Refusal.Carried(refusal);
            }
            return n;
        }

        @Override
        public long skip(long wanted) throws IOException {
            var buffer = new byte[(int) Math.min(1 << 16, Math.max(0, wanted))];
            return Math.max(0, buffer.length == 0 ? 0 : read(buffer, 0, buffer.length));
        }
    }

    /** Counts what is read through it. */
    private static final class Counted extends java.io.FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) count++;
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            count += Math.max(0, n);
            return n;
        }

        long count() {
            return count;
        }
    }
}
