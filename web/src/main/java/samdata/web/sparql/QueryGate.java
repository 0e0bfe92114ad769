package samdata.web.sparql;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import samdata.web.http.Permits;
import samdata.web.http.Problem;
import samdata.web.http.Problems;

/**
 * What stands before Fuseki: requests that ask nothing go on to the page and the service description, what is no query
 * is refused, and queries wait for a permit.
 */
final class QueryGate implements Filter {
    /** On a request: its caller runs this catalogue, and the limits are not for them. */
    static final String OPERATOR = "samdata.operator";
    /** On a request: the answer had begun when it failed, and must not look whole. */
    static final String CUT = "samdata.cut";

    /** Fuseki's own parameters with which a link could make this site serve a script or a page of a stranger's. */
    private static final List<String> REFUSED = List.of("callback", "force-accept", "stylesheet");

    private final Filter fuseki;
    private final Permits permits;
    private final Predicate<HttpServletRequest> isOperator;

    QueryGate(Filter fuseki, Permits permits, Predicate<HttpServletRequest> isOperator) {
        this.fuseki = fuseki;
        this.permits = permits;
        this.isOperator = isOperator;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (asked.getMethod().equals("GET") && !asks(asked)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            refusal(asked).ifPresent(problem -> {
                throw problem;
            });
            if (isOperator.test(asked)) runUnlimited(asked, answer, chain);
            else run(asked, answer, chain);
        } catch (Problem e) {
            Problems.write(answer, e);
        }
    }

    private void run(HttpServletRequest asked, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HeldAnswer held = new HeldAnswer(answer);
        permits.take();
        try {
            fuseki.doFilter(asked, held, chain);
        } finally {
            permits.giveBack();
        }
        held.send(String.valueOf(asked.getHeader("Accept-Encoding"))
                .toLowerCase(Locale.ROOT)
                .contains("gzip"));
    }

    private void runUnlimited(HttpServletRequest asked, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        asked.setAttribute(OPERATOR, true);
        fuseki.doFilter(asked, answer, chain);
        if (asked.getAttribute(CUT) != null) throw new IOException("The query failed after its answer had begun");
    }

    private static boolean asks(HttpServletRequest asked) {
        return asked.getParameter("query") != null || asked.getParameter("update") != null;
    }

    private static Optional<Problem> refusal(HttpServletRequest asked) {
        if (!asked.getMethod().equals("GET") && !asked.getMethod().equals("POST"))
            return Optional.of(Problem.methodNotAllowed("Queries come by GET or POST.", "GET, HEAD, POST, OPTIONS"));
        boolean isUpdate =
                String.valueOf(asked.getContentType()).toLowerCase(Locale.ROOT).startsWith("application/sparql-update");
        if (isUpdate || asked.getParameter("update") != null)
            return Optional.of(Problem.badRequest(
                    "This endpoint only reads; updates are refused. The catalogue changes by harvesting."));
        return REFUSED.stream()
                .filter(name -> asked.getParameter(name) != null)
                .map(name -> Problem.badRequest("The parameter " + name + " is not served here."))
                .findFirst();
    }
}
