package samdata.harvester.protocol.ldes;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * One version of one thing, as a member of an event stream gives it. The greatest one holds, in whatever order they come:
 * by time, then by sequence, a deletion after what it deletes, and last by the member's IRI, so that it is always the same.
 *
 * @param time empty when it has none that can be read: it is then older than any that has
 * @param sequence empty when it has none
 * @param statements of the thing; none for a deletion
 */
record LdesVersion(
        Node object, Node member, Optional<Instant> time, String sequence, boolean deletion, List<Triple> statements) {
    private static final Comparator<LdesVersion> ORDER = Comparator.comparing(
                    (LdesVersion version) -> version.time().orElse(Instant.MIN))
            .thenComparing(LdesVersion::sequence, LdesVersion::inSequence)
            .thenComparing(LdesVersion::deletion)
            // numbers that are counted up at the end of an IRI are in order when the longer one is the later
            .thenComparingInt(version -> version.member().toString().length())
            .thenComparing(version -> version.member().toString());

    boolean isNewerThan(LdesVersion other) {
        return ORDER.compare(this, other) > 0;
    }

    private static int inSequence(String one, String other) {
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other));
        } catch (NumberFormatException e) {
            return one.compareTo(other);
        }
    }

    /** When, from a date and time with or without zone (then UTC), or a date. */
    static Optional<Instant> time(String text) {
        var trimmed = text.strip();
        try {
            if (trimmed.length() <= 10)
                return Optional.of(LocalDate.parse(trimmed).atStartOfDay().toInstant(ZoneOffset.UTC));
            boolean zoned = trimmed.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(trimmed).toInstant()
                            : LocalDateTime.parse(trimmed).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
