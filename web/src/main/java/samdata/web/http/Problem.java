package samdata.web.http;

import java.util.Map;

/**
 * Why a request cannot be answered, as RFC 9457 says it: a status, a title of few words and a detail that helps. Thrown
 * anywhere below a handler and turned into an answer by {@link Problems} alone.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final String detail;
    private final transient Map<String, String> headers;

    public Problem(int status, String title, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.headers = Map.copyOf(headers);
    }

    public static Problem badRequest(String detail) {
        return new Problem(400, "Bad request", detail, Map.of());
    }

    public static Problem unauthorized(String detail) {
        return new Problem(401, "Not authorised", detail, Map.of("WWW-Authenticate", "Bearer realm=\"samdata\""));
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail, Map.of());
    }

    public static Problem methodNotAllowed(String detail, String allow) {
        return new Problem(405, "Method not allowed", detail, Map.of("Allow", allow));
    }

    public static Problem notAcceptable(String detail) {
        return new Problem(406, "Not acceptable", detail, Map.of("Vary", "Accept"));
    }

    public static Problem conflict(String detail) {
        return new Problem(409, "Conflict", detail, Map.of());
    }

    public static Problem tooLarge(String detail) {
        return new Problem(413, "Too large", detail, Map.of());
    }

    public static Problem unprocessable(String detail) {
        return new Problem(422, "Cannot be processed", detail, Map.of());
    }

    public static Problem tooManyRequests(String detail, long retryAfterSeconds) {
        return new Problem(429, "Too many requests", detail, Map.of("Retry-After", Long.toString(retryAfterSeconds)));
    }

    public static Problem unavailable(String detail) {
        return new Problem(503, "Not available", detail, Map.of());
    }

    public static Problem insufficientStorage() {
        return new Problem(
                507,
                "Insufficient storage",
                "The disk of this server is full, so nothing can be written; what is stored can be read. Make room and ask"
                        + " again.",
                Map.of());
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
