package samdata.web.http;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** Which of the site's languages a request is answered in. */
public final class Languages {
    public static final List<String> KNOWN = List.of("en", "sv");

    private Languages() {}

    /** {@code ?lang=} when it is one of ours, else what {@code Accept-Language} likes best, else English. */
    public static String of(Context ctx) {
        return choose(ctx.queryParam("lang"), ctx.header("Accept-Language"));
    }

    static String choose(@Nullable String asked, @Nullable String header) {
        if (asked != null && KNOWN.contains(asked)) return asked;
        if (header == null) return KNOWN.getFirst();
        try {
            return LanguageRange.parse(header).stream()
                    .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                    .filter(KNOWN::contains)
                    .findFirst()
                    .orElse(KNOWN.getFirst());
        } catch (IllegalArgumentException e) {
            return KNOWN.getFirst();
        }
    }
}
