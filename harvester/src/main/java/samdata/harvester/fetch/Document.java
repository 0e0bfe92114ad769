package samdata.harvester.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one address answered, whole and decompressed.
 *
 * @param url where it was found in the end, after redirects: the base of what is relative in it
 * @param mediaType lower case and without parameters; empty when not stated
 * @param links the Link header as it came; empty when there is none
 */
public record Document(URI url, String mediaType, Optional<Charset> charset, String links, Bytes bytes) {
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,<]*\\brel=\"?next\\b");

    /**
     * Larger JSON and HTML is not read: it would have to stand in memory whole, several times over, while other sources are
     * read beside it. RDF in other syntaxes is read as a stream.
     */
    private static final long LARGEST_TEXT =
            Math.min(200_000_000, Runtime.getRuntime().maxMemory() / 32);

    public sealed interface Bytes {
        long size();

        final class InMemory implements Bytes {
            private final byte[] content;

            public InMemory(byte[] content) {
                this.content = content;
            }

            @Override
            public long size() {
                return content.length;
            }
        }

        /** Larger ones wait on disk until the {@link Visit} ends. */
        record OnDisk(Path file, long size) implements Bytes {}
    }

    /** The page after this one, as its Link header says (RFC 8288). */
    public Optional<URI> next() {
        var next = NEXT.matcher(links);
        try {
            return next.find() ? Optional.of(url.resolve(next.group(1).strip())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public InputStream open() {
        return switch (bytes) {
            case Bytes.InMemory memory -> new ByteArrayInputStream(memory.content);
            case Bytes.OnDisk disk -> {
                try {
                    yield new BufferedInputStream(Files.newInputStream(disk.file()), 1 << 16);
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot read back what was fetched from " + url, e);
                }
            }
        };
    }

    public byte[] content() throws Refusal {
        if (bytes.size() > LARGEST_TEXT)
            throw Refusal.rejected(url + " is larger than " + LARGEST_TEXT / 1_000_000
                    + " MB, the cap for JSON and HTML, which are read whole (200 MB, or a 32nd of samdata's memory)."
                    + " In pages, or as Turtle, N-Triples or RDF/XML it may be larger; the operator can give samdata more"
                    + " memory (SAMDATA_JAVA_OPTS=-Xmx4g)");
        try (var in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read back what was fetched from " + url, e);
        }
    }

    /** The document as text, in the charset that was stated, else UTF-8. */
    public String text() throws Refusal {
        return new String(content(), charset.orElse(StandardCharsets.UTF_8));
    }

    /** How it begins, in lower case and without leading space: enough to see what it is. */
    public String beginning() {
        try (var in = open()) {
            var text = new String(in.readNBytes(4096), charset.orElse(StandardCharsets.UTF_8));
            return text.replaceFirst("^\\x{FEFF}", "").stripLeading().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read back what was fetched from " + url, e);
        }
    }

    /** How it ends: enough to see whether it does. */
    public String ending() {
        try (var in = open()) {
            in.skipNBytes(Math.max(0, bytes.size() - 4096));
            return new String(in.readAllBytes(), charset.orElse(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read back what was fetched from " + url, e);
        }
    }

    public boolean isHtml() {
        var start = beginning();
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) return true;
        boolean called = mediaType.equals("text/html") || mediaType.equals("application/xhtml+xml");
        return called && start.startsWith("<") && !start.contains("rdf:rdf");
    }

    /** RFC 1952 section 2.3.1. */
    private boolean isGzip() {
        try (var in = open()) {
            return in.read() == 0x1f && in.read() == 0x8b;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read back what was fetched from " + url, e);
        }
    }

    /** @throws Refusal when there is nothing in it that could be read */
    public Document notEmpty() throws Refusal {
        if (beginning().isEmpty()) throw Refusal.rejected(url + " answered with an empty body");
        if (isGzip()) throw Refusal.rejected(url + " is compressed (gzip), but its Content-Encoding does not say so");
        return this;
    }
}
