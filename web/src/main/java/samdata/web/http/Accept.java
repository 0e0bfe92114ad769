package samdata.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An {@code Accept} header (RFC 9110, section 12.5.1): which of the types on offer a client likes best. */
public final class Accept {
    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** A header that is absent or empty accepts everything alike; what in it cannot be read is passed over. */
    public static Accept parse(@Nullable String header) {
        List<Range> ranges = new ArrayList<>();
        for (String part : String.valueOf(header == null ? "" : header).split(",", -1))
            Range.parse(part).ifPresent(ranges::add);
        return new Accept(ranges.isEmpty() ? List.of(new Range("*", "*", 1)) : ranges);
    }

    /** The offered type of the highest quality, the first of equals; empty when none is acceptable. */
    public Optional<String> best(List<String> offered) {
        @Nullable String best = null;
        double highest = 0;
        for (String type : offered) {
            double quality = quality(type);
            if (quality > highest) {
                best = type;
                highest = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether this is a browser's header: HTML is named, and nothing of {@code others} is liked better. */
    public boolean prefersHtml(List<String> others) {
        double html = quality("text/html");
        return names("html") && html > 0 && others.stream().allMatch(other -> quality(other) <= html);
    }

    private boolean names(String subtype) {
        return ranges.stream().anyMatch(range -> range.subtype.equals(subtype));
    }

    /** By the most specific range that fits. */
    private double quality(String type) {
        int specificity = 0;
        double quality = 0;
        for (Range range : ranges) {
            int fit = range.fit(type);
            if (fit > specificity) {
                specificity = fit;
                quality = range.quality;
            }
        }
        return quality;
    }

    private record Range(String type, String subtype, double quality) {
        static Optional<Range> parse(String text) {
            String[] parts = text.strip().toLowerCase(Locale.ROOT).split(";", -1);
            String[] names = parts[0].strip().split("/", -1);
            if (names.length != 2 || names[0].isEmpty() || names[1].isEmpty()) return Optional.empty();
            double quality = 1;
            for (int i = 1; i < parts.length; i++) {
                String parameter = parts[i].strip();
                if (parameter.startsWith("q=")) quality = number(parameter.substring(2));
            }
            return Optional.of(new Range(names[0], names[1], quality));
        }

        /** 0 for none, 1 for any type, 2 for any subtype, 3 for the very type. */
        int fit(String mediaType) {
            if (type.equals("*")) return 1;
            int slash = mediaType.indexOf('/');
            if (!type.equals(mediaType.substring(0, slash))) return 0;
            if (subtype.equals("*")) return 2;
            return subtype.equals(mediaType.substring(slash + 1)) ? 3 : 0;
        }

        private static double number(String text) {
            try {
                return Math.clamp(Double.parseDouble(text), 0, 1);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
