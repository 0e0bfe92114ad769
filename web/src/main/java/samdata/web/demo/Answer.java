package samdata.web.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** What a company's server says to one call. */
record Answer(int status, Map<String, String> headers, String body) {
    static Answer of(String type, String body) {
        return new Answer(200, Map.of("Content-Type", type), body);
    }

    static Answer problem(int status, String message) {
        return new Answer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), message + "\n");
    }

    /** With a strong ETag, and without the body when the caller has it already. */
    Answer cached(Request request) {
        String etag = '"' + HexFormat.of().formatHex(sha256(body.getBytes(StandardCharsets.UTF_8)), 0, 16) + '"';
        Map<String, String> tagged = new HashMap<>(headers);
        tagged.put("ETag", etag);
        tagged.put("Vary", "Accept");
        boolean known = request.header("if-none-match")
                .map(stated -> stated.equals("*") || stated.contains(etag))
                .orElse(false);
        return known ? new Answer(304, tagged, "") : new Answer(status, tagged, body);
    }

    Answer withoutValidators() {
        Map<String, String> others = new HashMap<>(headers);
        others.remove("ETag");
        return new Answer(status, others, body);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
