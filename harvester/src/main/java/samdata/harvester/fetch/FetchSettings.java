package samdata.harvester.fetch;

import java.time.Duration;

/**
 * How much a harvest may take, all of it counted over one whole harvest.
 *
 * @param deadline time in all
 * @param stall time without a byte
 * @param maxBytes bytes on the wire
 * @param maxInflated bytes after decompression
 * @param maxRatio inflated bytes for each compressed byte
 * @param maxTriples statements read
 * @param maxPages documents fetched
 * @param maxDepth nesting of JSON and XML
 * @param maxRedirects hops for one document
 * @param holdAt per cent by which a source may shrink before it is held
 */
public record FetchSettings(
        Duration deadline,
        Duration stall,
        long maxBytes,
        long maxInflated,
        int maxRatio,
        long maxTriples,
        int maxPages,
        int maxDepth,
        int maxRedirects,
        int holdAt) {
    public static final FetchSettings DEFAULTS = new FetchSettings(
            Duration.ofMinutes(15),
            Duration.ofSeconds(30),
            1_000_000_000L,
            4_000_000_000L,
            200,
            20_000_000L,
            10_000,
            200,
            5,
            20);
}
