package samdata.harvester.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as people write them in settings: {@code 30s}, {@code 15m}, {@code 6h}, {@code 7d} or ISO 8601. */
public final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

    private Durations() {}

    /** The duration written, or nothing when {@code text} is none; zero and less are none. */
    public static Optional<Duration> parse(String text) {
        var written = SHORT.matcher(text.strip());
        try {
            var duration = written.matches()
                    ? of(Long.parseLong(written.group(1)), written.group(2))
                    : Duration.parse(text.strip());
            return Optional.of(duration).filter(Duration::isPositive);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** As {@link #parse} reads it, in the largest unit that loses nothing. */
    public static String write(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 86_400_000 == 0 && millis > 86_400_000) return millis / 86_400_000 + "d";
        if (millis % 3_600_000 == 0) return millis / 3_600_000 + "h";
        if (millis % 60_000 == 0) return millis / 60_000 + "m";
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    private static Duration of(long count, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
