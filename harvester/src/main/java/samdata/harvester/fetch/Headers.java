package samdata.harvester.fetch;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.ProtocolException;
import org.jspecify.annotations.Nullable;

/** What the head of an answer says, as far as it is of use here. */
final class Headers {
    private final HttpResponse response;

    Headers(HttpResponse response) {
        this.response = response;
    }

    /** Empty when it is not there, or there several times where only one is meant. */
    String one(String name) {
        try {
            var header = response.getHeader(name);
            return header == null || header.getValue() == null
                    ? ""
                    : header.getValue().strip();
        } catch (ProtocolException e) {
            return "";
        }
    }

    /** A server may say the same header several times, and mean all of them. */
    String all(String name) {
        return Stream.of(response.getHeaders(name))
                .map(Header::getValue)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    @Nullable
    Duration retryAfter() {
        var said = one("Retry-After");
        if (said.matches("\\d{1,9}")) return Duration.ofSeconds(Long.parseLong(said));
        try {
            var left = Duration.between(Instant.now(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(said, Instant::from));
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The status in words, with when to come back. */
    String status() {
        var reason = response.getReasonPhrase();
        var retry = one("Retry-After");
        return response.getCode()
                + (reason == null || reason.isBlank() ? "" : " " + reason)
                + (retry.isEmpty()
                        ? ""
                        : ", and asks to come back after " + retry + (retry.matches("\\d+") ? " s" : ""));
    }

    /** @param mediaType lower case and without parameters; empty when not stated */
    record Type(String mediaType, Optional<Charset> charset) {}

    Type type() {
        var parsed = ContentType.parseLenient(one("Content-Type"));
        if (parsed == null || parsed.getMimeType() == null) return new Type("", Optional.empty());
        return new Type(parsed.getMimeType().toLowerCase(Locale.ROOT), Optional.ofNullable(parsed.getCharset()));
    }
}
