package samdata.web.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Conditional requests (RFC 9110, section 13): a document that the client has already is not sent again. */
public final class Freshness {
    private Freshness() {}

    /**
     * Puts {@code ETag} and {@code Last-Modified} on the answer. When the client's copy is as new, the answer is 304 and
     * true is returned: there is nothing left to write.
     *
     * @param state what the document is made of: equal states, equal documents
     * @param changed not before the last change of anything the document is made of
     */
    public static boolean notModified(Context ctx, String state, Instant changed) {
        // weak: the same document may be sent compressed and plain
        String tag = "W/\"" + digest(state) + "\"";
        Instant now = Instant.now();
        Instant modified = wholeSecond(changed);
        ctx.header("ETag", tag);
        ctx.header("Cache-Control", "no-cache");
        // in the second of a change another one may follow, which a date could not tell from the first
        if (!modified.isAfter(now))
            ctx.header("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.UTC)));
        if (!isHeld(ctx.header("If-None-Match"), ctx.header("If-Modified-Since"), tag, modified, now)) return false;
        ctx.status(304);
        return true;
    }

    static boolean isHeld(@Nullable String tags, @Nullable String since, String tag, Instant modified, Instant now) {
        if (tags != null)
            return tags.strip().equals("*")
                    || Arrays.stream(tags.split(",", -1))
                            .anyMatch(held -> weak(held).equals(weak(tag)));
        if (since == null) return false;
        try {
            Instant held = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since));
            return !modified.isAfter(held) && !held.isAfter(now);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The first whole second after all that happened until then. */
    static Instant wholeSecond(Instant changed) {
        Instant begun = changed.truncatedTo(ChronoUnit.SECONDS);
        return begun.equals(changed) ? begun : begun.plusSeconds(1);
    }

    private static String weak(String tag) {
        return tag.strip().replaceFirst("^W/", "");
    }

    private static String digest(String state) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
