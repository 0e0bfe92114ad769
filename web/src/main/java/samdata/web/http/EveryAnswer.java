package samdata.web.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What holds for every answer of the server, whoever makes it: security headers, reading open to scripts of every
 * origin, no answer to a wrong token, and HEAD answered with the headers of GET.
 */
public final class EveryAnswer implements Filter {
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String QUERY_PATH = "/sparql";

    private final AdminToken token;

    public EveryAnswer(AdminToken token) {
        this.token = token;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        answer.addHeader("Vary", "Accept-Encoding");
        if (isReading(asked)) {
            answer.setHeader("Access-Control-Allow-Origin", "*");
            answer.setHeader("Access-Control-Expose-Headers", "ETag, Last-Modified, Link, Location, Retry-After");
        }
        try {
            token.refuseWrong(asked);
        } catch (Problem e) {
            Problems.write(answer, e);
            return;
        }
        switch (asked.getMethod()) {
            case "OPTIONS" -> options(asked, answer);
            case "HEAD" -> chain.doFilter(new AsGet(asked), response); // Jetty leaves the body out
            default -> chain.doFilter(request, response);
        }
    }

    private static void options(HttpServletRequest asked, HttpServletResponse answer) {
        String methods = methods(asked.getRequestURI());
        answer.setHeader("Allow", methods);
        // other sites' scripts may read and ask, no more
        answer.setHeader(
                "Access-Control-Allow-Methods",
                asked.getRequestURI().equals(QUERY_PATH) ? methods : "GET, HEAD, OPTIONS");
        answer.setHeader(
                "Access-Control-Allow-Headers",
                "Accept, Accept-Language, Content-Type, If-None-Match, If-Modified-Since");
        answer.setHeader("Access-Control-Max-Age", "86400");
        answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static String methods(String path) {
        if (path.equals(QUERY_PATH) || path.equals("/api/sources") || path.equals("/licences/combine"))
            return "GET, HEAD, POST, OPTIONS";
        if (path.matches("/api/sources/[^/]+")) return "GET, HEAD, DELETE, OPTIONS";
        if (path.equals("/preview")) return "GET, HEAD, POST, OPTIONS";
        if (path.matches("/api/(preview|sources/[^/]+/harvest|runs/[^/]+/release)")) return "POST, OPTIONS";
        return "GET, HEAD, OPTIONS";
    }

    /** A query is read by POST as well. */
    private static boolean isReading(HttpServletRequest asked) {
        return switch (asked.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            case "POST" -> asked.getRequestURI().equals(QUERY_PATH);
            default -> false;
        };
    }

    private static final class AsGet extends HttpServletRequestWrapper {
        AsGet(HttpServletRequest asked) {
            super(asked);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
