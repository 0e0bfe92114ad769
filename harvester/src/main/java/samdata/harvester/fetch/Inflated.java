package samdata.harvester.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A body with its content coding taken off: gzip and deflate, which are all that is asked for. */
final class Inflated {
    private Inflated() {}

    static InputStream of(InputStream body, String encoding, URI at) throws IOException, Refusal {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> new GZIPInputStream(body, 1 << 14);
            case "deflate" -> deflated(body);
            default -> throw Refusal.rejected(at + " is compressed as " + encoding + ", which was not asked for");
        };
    }

    /** Some servers send the bare stream where the zlib wrapper is meant; its first byte tells. */
    private static InputStream deflated(InputStream body) throws IOException {
        var peeked = new PushbackInputStream(body, 1);
        int first = peeked.read();
        if (first >= 0) peeked.unread(first);
        return new InflaterInputStream(peeked, new Inflater((first & 0x0f) != 8));
    }
}
