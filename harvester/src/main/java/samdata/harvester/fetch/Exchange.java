package samdata.harvester.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import samdata.harvester.source.Durations;

/**
 * Questions and answers of one visit over HTTP: each address is checked and its host's robots.txt obeyed, at every hop of a
 * redirect. What is sent to a server is sent to no other.
 */
final class Exchange {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    /** Of these Retry-After is meant for whoever comes again, not for where to go on. */
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private static final int ROBOTS_READ = 500_000;
    private static final Pattern IMMUTABLE = Pattern.compile("(?i)(^|[\\s,])immutable($|[\\s,])");

    private final CloseableHttpClient client;
    private final Alarms alarms;
    private final FetchSettings settings;
    private final Budget budget;
    private final Turn turn;
    private final Spool spool;
    private final Map<String, RobotRules> robots = new HashMap<>();

    Exchange(CloseableHttpClient client, Alarms alarms, FetchSettings settings, Budget budget, Turn turn, Spool spool) {
        this.client = client;
        this.alarms = alarms;
        this.settings = settings;
        this.budget = budget;
        this.turn = turn;
        this.spool = spool;
    }

    /**
     * One question.
     *
     * @param before what is known of the page, so that it need not be sent when it is the same
     * @param sent a query; null asks for the page itself
     */
    record Question(
            URI url,
            String accept,
            Visit.@Nullable Page before,
            @Nullable HttpEntity sent) {}

    /**
     * @param page under the address that was asked for
     * @param document empty when the server says it has not changed
     * @param immutable whether it says that it never will (RFC 8246)
     */
    record Answer(Visit.Page page, Optional<Document> document, boolean immutable) {}

    Answer ask(Question question) throws Refusal {
        var at = WebAddress.fetchable(question.url());
        var sent = question.sent();
        for (int hop = 0; hop <= settings.maxRedirects(); hop++) {
            obeyRobots(at);
            var request = request(at, question, sent);
            var asked = at;
            var step = send(request, at, response -> read(response, asked, question, request));
            if (step.answer() != null) return step.answer();
            at = WebAddress.fetchable(WebAddress.redirected(at, step.location()));
            if (step.code() == 303) sent = null;
            if (sent != null && !WebAddress.isSameServer(asked, at))
                throw Refusal.unreachable(asked + " redirects what was sent to it to another server (" + at.getHost()
                        + "), and it is sent to no other");
        }
        throw Refusal.unreachable(
                question.url() + " redirects more than " + settings.maxRedirects() + " times (harvest.max-redirects)");
    }

    /** @param location where to go on when there is no answer yet */
    private record Step(@Nullable Answer answer, int code, String location) {}

    @FunctionalInterface
    private interface Use<T> {
        T of(ClassicHttpResponse response) throws IOException, Refusal;
    }

    private Step read(ClassicHttpResponse response, URI at, Question question, HttpUriRequestBase request)
            throws IOException, Refusal {
        int code = response.getCode();
        var head = new Headers(response);
        var location = head.one("Location");
        if (REDIRECTS.contains(code) && !location.isEmpty()) return new Step(null, code, location);
        var url = question.url().toString();
        if (code == 304 && (request.containsHeader("If-None-Match") || request.containsHeader("If-Modified-Since"))) {
            var page = new Visit.Page(url, question.accept(), head.one("ETag"), head.one("Last-Modified"), "");
            return new Step(new Answer(page, Optional.empty(), false), code, "");
        }
        if (code < 200 || code >= 300)
            throw Refusal.answered(code, head.retryAfter(), WebAddress.shown(at) + " answered " + head.status());
        if (code == 206)
            throw Refusal.rejected(at + " answered 206 with a part of the document, but the whole was asked for");
        var hash = sha256();
        var bytes = body(response, at, hash);
        var type = head.type();
        var page = new Visit.Page(url, question.accept(), head.one("ETag"), head.one("Last-Modified"), hex(hash));
        var document = new Document(at, type.mediaType(), type.charset(), head.all("Link"), bytes);
        boolean immutable = IMMUTABLE.matcher(head.all("Cache-Control")).find();
        return new Step(new Answer(page, Optional.of(document), immutable), code, "");
    }

    private Document.Bytes body(ClassicHttpResponse response, URI at, MessageDigest hash) throws IOException, Refusal {
        long before = budget.wireBytes();
        try (var in = open(response, at)) {
            return spool.keep(in, (buffer, length, size) -> {
                hash.update(buffer, 0, length);
                budget.countInflated(at, length, size, budget.wireBytes() - before);
            });
        }
    }

    private InputStream open(ClassicHttpResponse response, URI at) throws IOException, Refusal {
        var entity = response.getEntity();
        if (entity == null) return InputStream.nullInputStream();
        return Inflated.of(budget.counted(entity.getContent()), new Headers(response).one("Content-Encoding"), at);
    }

    private static HttpUriRequestBase request(URI at, Question question, @Nullable HttpEntity sent) {
        HttpUriRequestBase request = sent == null ? new HttpGet(at) : new HttpPost(at);
        if (sent != null) request.setEntity(sent);
        request.setHeader("Accept", question.accept());
        request.setHeader("Accept-Encoding", "gzip, deflate");
        var before = question.before();
        if (before != null && !before.etag().isEmpty()) request.setHeader("If-None-Match", before.etag());
        if (before != null && !before.lastModified().isEmpty())
            request.setHeader("If-Modified-Since", before.lastModified());
        return request;
    }

    /** While it waits for the other side, another harvest may compute. */
    private <T> T send(HttpUriRequestBase request, URI at, Use<T> use) throws Refusal {
        budget.checkTime();
        turn.give();
        try {
            return exchange(request, at, use);
        } finally {
            turn.take();
        }
    }

    private <T> T exchange(HttpUriRequestBase request, URI at, Use<T> use) throws Refusal {
        var wait = Timeout.of(settings.stall());
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(wait)
                .setResponseTimeout(wait)
                .setRedirectsEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build());
        // a server that drips headers byte by byte passes every read timeout; this one it does not
        var alarm = alarms.in(budget.left(), request::cancel);
        try {
            var response = client.executeOpen(new HttpHost(at.getScheme(), at.getHost(), at.getPort()), request, null);
            var later = new Headers(response).retryAfter();
            if (later != null && BUSY.contains(response.getCode())) turn.comeBackAfter(later);
            try {
                return use.of(response);
            } catch (Refusal.Carried carried) {
                throw carried.refusal();
            } catch (IOException e) {
                throw isOver(request) ? budget.timeIsOver() : brokenAnswer(at, response, e);
            } finally {
                // what is not read of an answer is not waited for either
                if (response.getEntity() != null) request.abort();
                closeQuietly(response);
            }
        } catch (IOException e) {
            throw isOver(request) ? budget.timeIsOver() : noAnswer(at, e);
        } finally {
            alarm.cancel(false);
        }
    }

    /** The alarm may ring within the last millisecond. */
    private boolean isOver(HttpUriRequestBase request) {
        return request.isCancelled() || budget.isTimeOver();
    }

    /** An answer that was given up has nothing left that could be read; that it says so is no news. */
    private static void closeQuietly(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException e) {
            // the connection is closed either way
        }
    }

    private Refusal brokenAnswer(URI at, ClassicHttpResponse response, IOException e) {
        return switch (e) {
            case InterruptedIOException slow -> stalled(at);
            case ZipException damaged ->
                Refusal.rejected(at + " calls its answer " + new Headers(response).one("Content-Encoding")
                        + ", but it is something else, or damaged");
            default -> Refusal.rejected(WebAddress.shown(at) + " broke off in the middle of its answer");
        };
    }

    private Refusal noAnswer(URI at, IOException e) {
        String host = at.getHost();
        return switch (e) {
            case Connections.Forbidden forbidden -> Refusal.unreachable(String.valueOf(forbidden.getMessage()));
            case UnknownHostException unknown -> Refusal.unreachable("The name " + host + " is not known");
            case InterruptedIOException slow -> stalled(at);
            case NoHttpResponseException none ->
                Refusal.unreachable(WebAddress.shown(at) + " closed the connection without an answer");
            case MessageConstraintException large ->
                Refusal.unreachable(at + " answered with more header than samdata takes");
            case SSLException tls -> Refusal.unreachable("No trusted TLS connection to " + host);
            case ConnectException refused ->
                Refusal.unreachable("No connection to " + at.getRawAuthority() + ": it was refused");
            case SocketException broken ->
                Refusal.unreachable("The connection to " + at.getRawAuthority() + " broke before an answer came");
            default -> Refusal.unreachable("No HTTP answer from " + WebAddress.shown(at));
        };
    }

    private Refusal stalled(URI at) {
        return Refusal.unreachable(
                WebAddress.shown(at) + " sent nothing for " + Durations.write(settings.stall()) + " (harvest.stall)");
    }

    private void obeyRobots(URI at) throws Refusal {
        var host = at.getScheme() + "://" + at.getRawAuthority();
        var rules = robots.get(host);
        if (rules == null) {
            rules = fetchRobots(URI.create(host + "/robots.txt"));
            robots.put(host, rules);
        }
        if (!rules.allows(at)) throw Refusal.unreachable(at + " may not be read: " + rules.reason());
    }

    private RobotRules fetchRobots(URI robotsUrl) throws Refusal {
        var at = robotsUrl;
        for (int hop = 0; hop <= settings.maxRedirects(); hop++) {
            var asked = at;
            var request = request(at, new Question(at, "text/plain", null, null), null);
            // the page that is wanted, not robots.txt, is the place to say that the host is slow or broken
            var found = send(request, at, response -> robots(response, asked));
            if (found.rules() != null) return found.rules();
            if (found.location().isEmpty()) return RobotRules.ALL;
            at = WebAddress.fetchable(WebAddress.redirected(at, found.location()));
        }
        return RobotRules.ALL;
    }

    private record RobotStep(@Nullable RobotRules rules, String location) {}

    private RobotStep robots(ClassicHttpResponse response, URI at) throws IOException, Refusal {
        int code = response.getCode();
        var head = new Headers(response);
        if (REDIRECTS.contains(code)) return new RobotStep(null, head.one("Location"));
        if (code >= 500) return new RobotStep(RobotRules.broken(at, head.status()), "");
        if (code >= 300) return new RobotStep(RobotRules.ALL, "");
        try (var in = open(response, at)) {
            return new RobotStep(RobotRules.of(at, in.readNBytes(ROBOTS_READ)), "");
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
