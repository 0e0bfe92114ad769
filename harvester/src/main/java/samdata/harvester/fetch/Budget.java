package samdata.harvester.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import samdata.harvester.source.Durations;

/** What one harvest may still take, counted over the whole of it: time, bytes on the wire and inflated, statements. */
final class Budget {
    /** A smaller document may inflate as it likes: white space alone compresses a thousand times. */
    private static final long RATIO_COUNTS_FROM = 1_000_000;

    private final FetchSettings settings;
    private final Turn turn;
    private long wireBytes;
    private long inflatedBytes;
    private long triples;

    Budget(FetchSettings settings, Turn turn) {
        this.settings = settings;
        this.turn = turn;
    }

    Duration left() {
        return turn.left();
    }

    boolean isTimeOver() {
        return !left().isPositive();
    }

    void checkTime() throws Refusal {
        if (isTimeOver()) throw timeIsOver();
    }

    Refusal timeIsOver() {
        return Refusal.unreachable("The catalogue was not read whole within " + Durations.write(settings.deadline())
                + " (harvest.deadline)");
    }

    /** The same bytes, counted as they come over the wire; ends with a {@link Refusal.Carried} at a cap. */
    InputStream counted(InputStream in) {
        return new Wire(in);
    }

    long wireBytes() {
        return wireBytes;
    }

    /**
     * Counts what came out of a decompression.
     *
     * @param more bytes of it just now
     * @param size of the document so far
     * @param packed bytes that the document has taken so far as it was sent
     */
    void countInflated(URI at, int more, long size, long packed) throws Refusal {
        inflatedBytes += more;
        if (inflatedBytes > settings.maxInflated())
            throw Refusal.whole(
                    at + " inflates to more than " + settings.maxInflated() + " bytes (harvest.max-inflated)");
        if (size > RATIO_COUNTS_FROM && size / Math.max(1, packed) > settings.maxRatio())
            throw Refusal.whole(at + " inflates to more than " + settings.maxRatio()
                    + " times of what was sent (harvest.max-ratio)");
    }

    /** Asked for each statement of a document that is being read, with how many it has brought so far. */
    void checkTriples(long more) throws Refusal {
        if (triples + more > settings.maxTriples())
            throw Refusal.whole(
                    "The catalogue holds more than " + settings.maxTriples() + " statements (harvest.max-triples)");
        if (more % 4096 == 0 && isTimeOver()) throw turn.tooSlow();
        turn.holds(triples + more);
    }

    void countTriples(long more) throws Refusal {
        checkTriples(more);
        triples += more;
    }

    private final class Wire extends FilterInputStream {
        Wire(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) throws Refusal.Carried {
            wireBytes += n;
            if (wireBytes > settings.maxBytes())
                throw new Refusal.Carried(Refusal.whole(
                        "The catalogue is larger than " + settings.maxBytes() + " bytes (harvest.max-bytes)"));
            if (isTimeOver()) throw new Refusal.Carried(timeIsOver());
        }
    }
}
