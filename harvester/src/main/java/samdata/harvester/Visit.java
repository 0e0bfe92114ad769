package samdata.harvester;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One harvest's use of the network: its budget of time, bytes and pages, what it has fetched, and the robots.txt of the
 * hosts it met. For one thread.
 */
final class Visit implements AutoCloseable {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    /** Of these Retry-After is meant for whoever comes again, not for where to go on. */
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private static final String POST = "POST ";
    private static final int IN_MEMORY = 4_000_000;
    /** As much is kept of pages that were fetched to see whether they are unchanged. */
    private static final long EARLY_AT_MOST = 64_000_000;

    private static final int ROBOTS_READ = 500_000;
    private static final Pattern IMMUTABLE = Pattern.compile("(?i)(^|[\\s,])immutable($|[\\s,])");

    /** A page that was fetched, with what it takes to ask later whether it is still the same. */
    record Page(String url, String accept, String etag, String lastModified, String hash) {
        static Page posted(String url, String accept, String hash) {
            return new Page(POST + url, accept, "", "", hash);
        }

        static Page onDisk(String url, String hash) {
            return new Page(url, "", "", "", hash);
        }

        /** A page that the server said is not there. */
        static Page absent(String url, String accept, Refusal refusal) {
            return new Page(url, accept, "", "", "absent: " + refusal.why());
        }

        /** A query that was sent is not asked again by itself: its answer may name blank nodes anew each time; a file is read. */
        boolean canBeAskedFor() {
            return url.startsWith("http");
        }
    }

    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch;
    private final FetchSettings settings;
    private final Progress progress;
    private final Turn turn;
    private final Set<String> seen = new HashSet<>();
    private final List<Page> pages = new ArrayList<>();
    private final Set<Page> settled = new HashSet<>();
    private final Set<String> immutable = new HashSet<>();
    private final Map<String, Answer> early = new HashMap<>();
    private final Map<String, RobotRules> robots = new HashMap<>();
    private final List<Path> spooled = new ArrayList<>();
    private long wireBytes;
    private long inflatedBytes;
    private long triples;
    private long datasets;

    Visit(
            CloseableHttpClient client,
            ScheduledExecutorService watch,
            FetchSettings settings,
            Progress progress,
            Turn turn) {
        this.client = client;
        this.watch = watch;
        this.settings = settings;
        this.progress = progress;
        this.turn = turn;
    }

    FetchSettings settings() {
        return settings;
    }

    /** Fetches a page that has not been fetched in this visit. */
    Document get(URI url, String accept) throws Refusal {
        return page(url, accept, null, null);
    }

    /** Sends a query; what is sent must not change anything over there. */
    Document post(URI url, String accept, String contentType, byte[] body) throws Refusal {
        return page(url, accept, contentType, body);
    }

    /** As {@link #get}, for a page without which what came before is not whole. */
    Document more(URI url, String accept) throws Refusal {
        int number = pages.size() + 1;
        try {
            return get(url, accept);
        } catch (Refusal refusal) {
            throw Refusal.rejected("Page " + number + " of the catalogue is missing: " + refusal.why());
        }
    }

    /**
     * Asks whether every page is as it was: by its validators, else by its bytes, which are far quicker to compare than to
     * read. What was sent is kept, so that it is not sent twice when the answer is no.
     *
     * @throws Refusal when the first page cannot be had
     */
    boolean unchanged(List<Page> before) throws Refusal {
        if (before.isEmpty() || !before.stream().allMatch(Page::canBeAskedFor)) return false;
        long kept = 0;
        for (int i = 0; i < before.size(); i++) {
            var page = before.get(i);
            try {
                var answer = fetch(URI.create(page.url()), page.accept(), page, null, null);
                progress.at(Progress.Phase.READING, i + 1, 0);
                if (answer.document().isEmpty()) continue;
                early.put(key(page.url(), page.accept()), answer);
                kept += answer.document()
                        .map(Document::bytes)
                        .filter(Document.Bytes.InMemory.class::isInstance)
                        .map(Document.Bytes::size)
                        .orElse(0L);
                if (kept > EARLY_AT_MOST || !answer.page().hash().equals(page.hash())) return false;
            } catch (Refusal refusal) {
                if (i == 0) throw refusal;
                if (!Page.absent(page.url(), page.accept(), refusal).equals(page)) return false;
            }
        }
        return true;
    }

    /** Forgets which pages were fetched: what was a part of a list that broke off may be fetched again. */
    void startOver() {
        seen.clear();
        pages.clear();
    }

    /** Waits, as the server asked. */
    void pause(Duration time) throws Refusal {
        if (time.compareTo(left()) >= 0) throw timeIsOver();
        turn.give();
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unreachable("The harvest was stopped while it waited");
        } finally {
            turn.take();
        }
    }

    /** Whether the server said of this page that it will never be another (RFC 8246). */
    boolean isImmutable(URI url) {
        return immutable.contains(url.toString());
    }

    /** The page at this address will never be another, so that it need not be asked for again. */
    void neverChanges(URI url) {
        pages.stream().filter(page -> page.url().equals(url.toString())).forEach(settled::add);
    }

    /** What was fetched, in order, but for what never changes. */
    List<Page> pages() {
        return pages.stream().filter(page -> !settled.contains(page)).toList();
    }

    /** One hash of all that was fetched, in order, but for what never changes. */
    String hash() {
        var all = sha256();
        for (Page page : pages()) all.update((page.url() + " " + page.hash() + "\n").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(all.digest());
    }

    /** Called for each statement of a document that is being read, with how many it has brought so far. */
    void checkRoom(long more) throws Refusal {
        if (triples + more > settings.maxTriples())
            throw Refusal.whole(
                    "The catalogue holds more than " + settings.maxTriples() + " statements (harvest.max-triples)");
        if (more % 4096 == 0) checkTime();
        turn.holds(triples + more);
    }

    /** Counts the statements of a document that has been read whole. */
    void countTriples(long more) throws Refusal {
        checkRoom(more);
        triples += more;
    }

    /** Tells the progress how many datasets have been seen so far. */
    void countDatasets(long more) {
        datasets += more;
        progress.at(Progress.Phase.READING, pages.size(), datasets);
    }

    void checkTime() throws Refusal {
        if (left().isNegative() || left().isZero()) throw timeIsOver();
    }

    @Override
    public void close() {
        for (Path file : spooled) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }

    private Document page(URI url, String accept, @Nullable String contentType, byte @Nullable [] body) throws Refusal {
        if (body == null && !seen.add(key(url.toString(), accept)))
            throw Refusal.rejected(url + " is named as a page to read twice: the paging runs in a circle");
        if (pages.size() >= settings.maxPages())
            throw Refusal.whole("The catalogue has more than " + settings.maxPages() + " pages (harvest.max-pages)");
        var kept = body == null ? early.remove(key(url.toString(), accept)) : null;
        var answer = kept != null ? kept : fetched(url, accept, contentType, body);
        pages.add(
                body == null
                        ? answer.page()
                        : Page.posted(url.toString(), accept, answer.page().hash()));
        progress.at(Progress.Phase.READING, pages.size(), datasets);
        return answer.document().orElseThrow(() -> Refusal.unreachable(url + " answered 304 though nothing was asked"));
    }

    /** A page that could not be had may be asked for again. */
    private Answer fetched(URI url, String accept, @Nullable String contentType, byte @Nullable [] body)
            throws Refusal {
        try {
            return fetch(url, accept, null, contentType, body);
        } catch (Refusal refusal) {
            seen.remove(key(url.toString(), accept));
            // one that appears later is news
            if (body == null && refusal.isAbsence()) pages.add(Page.absent(url.toString(), accept, refusal));
            throw refusal;
        }
    }

    /** @param document empty when the server says it has not changed */
    private record Answer(Page page, Optional<Document> document) {}

    private Answer fetch(
            URI url, String accept, @Nullable Page before, @Nullable String contentType, byte @Nullable [] body)
            throws Refusal {
        var at = httpOnly(url);
        for (int hop = 0; hop <= settings.maxRedirects(); hop++) {
            obeyRobots(at);
            var request = request(at, accept, before, contentType, body);
            var step = send(request, at, response -> read(response, url, request, accept));
            if (step.answer() != null) return step.answer();
            at = httpOnly(resolve(at, step.location()));
        }
        throw Refusal.unreachable(
                url + " redirects more than " + settings.maxRedirects() + " times (harvest.max-redirects)");
    }

    /** @param location where to go on when there is no answer yet */
    private record Step(@Nullable Answer answer, String location) {}

    @FunctionalInterface
    private interface Use<T> {
        T of(ClassicHttpResponse response) throws IOException, Refusal;
    }

    private Step read(ClassicHttpResponse response, URI asked, HttpUriRequestBase request, String accept)
            throws IOException, Refusal {
        var at = uri(request);
        int code = response.getCode();
        var location = header(response, "Location");
        if (REDIRECTS.contains(code) && !location.isEmpty()) return new Step(null, location);
        var etag = header(response, "ETag");
        var modified = header(response, "Last-Modified");
        if (code == 304 && (request.containsHeader("If-None-Match") || request.containsHeader("If-Modified-Since")))
            return new Step(new Answer(new Page(asked.toString(), accept, etag, modified, ""), Optional.empty()), "");
        if (code < 200 || code >= 300)
            throw Refusal.answered(code, retryAfter(response), at + " answered " + status(response));
        var hash = sha256();
        var bytes = new Body(response, at).read(hash);
        var type = contentType(response);
        if (IMMUTABLE.matcher(headers(response, "Cache-Control")).find()) immutable.add(asked.toString());
        var document = new Document(at, type.mediaType(), type.charset(), headers(response, "Link"), bytes);
        var page = new Page(
                asked.toString(), accept, etag, modified, HexFormat.of().formatHex(hash.digest()));
        return new Step(new Answer(page, Optional.of(document)), "");
    }

    private HttpUriRequestBase request(
            URI at, String accept, @Nullable Page before, @Nullable String contentType, byte @Nullable [] body)
            throws Refusal {
        HttpUriRequestBase request = body == null ? new HttpGet(at) : new HttpPost(at);
        if (body != null) request.setEntity(new ByteArrayEntity(body, ContentType.parse(contentType)));
        request.setHeader("Accept", accept);
        request.setHeader("Accept-Encoding", "gzip, deflate");
        if (before != null && !before.etag().isEmpty()) request.setHeader("If-None-Match", before.etag());
        if (before != null && !before.lastModified().isEmpty())
            request.setHeader("If-Modified-Since", before.lastModified());
        return request;
    }

    /** While it waits for the other side, another harvest may compute. */
    private <T> T send(HttpUriRequestBase request, URI at, Use<T> use) throws Refusal {
        checkTime();
        turn.give();
        try {
            return exchange(request, at, use);
        } finally {
            turn.take();
        }
    }

    private <T> T exchange(HttpUriRequestBase request, URI at, Use<T> use) throws Refusal {
        var left = left();
        var wait = Timeout.of(left.compareTo(settings.stall()) < 0 ? left : settings.stall());
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(wait)
                .setResponseTimeout(wait)
                .setRedirectsEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build());
        // a server that drips headers byte by byte passes every read timeout; this one it does not
        var alarm = watch.schedule(request::cancel, left.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var response = client.executeOpen(host(at), request, null);
            var later = retryAfter(response);
            if (later != null && BUSY.contains(response.getCode())) turn.comeBackAfter(later);
            try {
                return use.of(response);
            } catch (InterruptedIOException e) {
                throw stalled(at);
            } catch (IOException e) {
                if (left().isNegative()) throw timeIsOver();
                throw Refusal.rejected(at + " broke off in the middle of its answer");
            } finally {
                // what is not read of an answer is not waited for either
                if (response.getEntity() != null) request.abort();
                closeQuietly(response);
            }
        } catch (IOException e) {
            throw left().isNegative() ? timeIsOver() : noAnswer(at, e);
        } finally {
            alarm.cancel(false);
        }
    }

    /** An answer that was given up has nothing left that could be read; that it says so is no news. */
    private static void closeQuietly(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException e) {
            // the connection is closed either way
        }
    }

    private Refusal noAnswer(URI at, IOException e) {
        String host = at.getHost();
        return switch (e) {
            case Fetcher.ForbiddenAddress forbidden -> Refusal.unreachable(String.valueOf(forbidden.getMessage()));
            case UnknownHostException unknown -> Refusal.unreachable("The name " + host + " is not known");
            case InterruptedIOException slow -> stalled(at);
            case NoHttpResponseException none -> Refusal.unreachable(at + " closed the connection without an answer");
            case SSLException tls -> Refusal.unreachable("No trusted TLS connection to " + host);
            case java.net.ConnectException refused ->
                Refusal.unreachable("No connection to " + at.getRawAuthority() + ": it was refused");
            default -> Refusal.unreachable("No HTTP answer from " + at);
        };
    }

    private Refusal stalled(URI at) {
        return Refusal.unreachable(at + " sent nothing for " + Durations.write(settings.stall()) + " (harvest.stall)");
    }

    private Refusal timeIsOver() {
        return Refusal.unreachable("The catalogue was not read whole within " + Durations.write(settings.deadline())
                + " (harvest.deadline)");
    }

    private Duration left() {
        return turn.left();
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
            var request = request(at, "text/plain", null, null, null);
            var asked = at;
            // the page that is wanted, not robots.txt, is the place to say that the host is slow or broken
            var found = send(request, at, response -> {
                int code = response.getCode();
                if (REDIRECTS.contains(code)) return new RobotStep(null, header(response, "Location"));
                if (code >= 500) return new RobotStep(RobotRules.broken(asked, status(response)), "");
                if (code >= 300) return new RobotStep(RobotRules.ALL, "");
                try (var in = new Body(response, asked).open()) {
                    return new RobotStep(RobotRules.of(asked, in.readNBytes(ROBOTS_READ)), "");
                }
            });
            if (found.rules() != null) return found.rules();
            if (found.location().isEmpty()) return RobotRules.ALL;
            at = httpOnly(resolve(at, found.location()));
        }
        return RobotRules.ALL;
    }

    private record RobotStep(@Nullable RobotRules rules, String location) {}

    /** The body of one answer: counted on the wire and inflated, and stopped at the first cap it passes. */
    private final class Body {
        private final ClassicHttpResponse response;
        private final URI at;

        Body(ClassicHttpResponse response, URI at) {
            this.response = response;
            this.at = at;
        }

        InputStream open() throws IOException, Refusal {
            var entity = response.getEntity();
            if (entity == null) return InputStream.nullInputStream();
            return Inflated.of(new Wire(entity.getContent()), header(response, "Content-Encoding"), at);
        }

        Document.Bytes read(MessageDigest hash) throws IOException, Refusal {
            long wireBefore = wireBytes;
            try (var in = open()) {
                return kept(in, at, () -> wireBytes - wireBefore, hash);
            } catch (Refusal.Carried carried) {
                throw carried.refusal();
            }
        }
    }

    /** What {@code in} holds, in memory or on disk, up to the first cap that it passes. */
    private Document.Bytes kept(InputStream in, URI at, LongSupplier packed, MessageDigest hash)
            throws IOException, Refusal {
        long size = 0;
        var memory = new ByteArrayOutputStream();
        Path file = null;
        OutputStream out = memory;
        var buffer = new byte[1 << 16];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                inflatedBytes += n;
                hash.update(buffer, 0, n);
                checkInflated(at, size, packed.getAsLong());
                if (file == null && size > IN_MEMORY) {
                    file = Files.createTempFile("samdata-", ".fetched");
                    spooled.add(file);
                    out = Files.newOutputStream(file);
                    memory.writeTo(out);
                    memory.reset();
                }
                out.write(buffer, 0, n);
            }
        } finally {
            out.close();
        }
        return file == null ? new Document.Bytes.InMemory(memory.toByteArray()) : new Document.Bytes.OnDisk(file, size);
    }

    private void checkInflated(URI at, long size, long packed) throws Refusal {
        if (inflatedBytes > settings.maxInflated())
            throw Refusal.whole(
                    at + " inflates to more than " + settings.maxInflated() + " bytes (harvest.max-inflated)");
        if (size > 1_000_000 && size / Math.max(1, packed) > settings.maxRatio())
            throw Refusal.whole(at + " inflates to more than " + settings.maxRatio()
                    + " times of what was sent (harvest.max-ratio)");
    }

    /** Bytes of a file on this machine, which count as if they had come over the wire. */
    InputStream counted(InputStream file) {
        return new Wire(file);
    }

    /**
     * A document that lies on this machine, under the same caps as one that is fetched.
     *
     * @param at the base of what is relative in it
     * @param packed how many bytes on disk it has taken so far
     */
    Document local(URI at, InputStream in, LongSupplier packed) throws IOException, Refusal {
        if (pages.size() >= settings.maxPages())
            throw Refusal.whole("There are more than " + settings.maxPages() + " documents (harvest.max-pages)");
        checkTime();
        var hash = sha256();
        try {
            var bytes = kept(in, at, packed, hash);
            pages.add(Page.onDisk(at.toString(), HexFormat.of().formatHex(hash.digest())));
            progress.at(Progress.Phase.READING, pages.size(), datasets);
            return new Document(at, "", Optional.empty(), "", bytes);
        } catch (Refusal.Carried carried) {
            throw carried.refusal();
        }
    }

    /** Counts the bytes that come over the wire; stops at the cap and at the deadline. */
    private final class Wire extends java.io.FilterInputStream {
        Wire(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) throws Refusal.Carried {
            wireBytes += n;
            if (wireBytes > settings.maxBytes())
                throw new Refusal.Carried(Refusal.whole(
                        "The catalogue is larger than " + settings.maxBytes() + " bytes (harvest.max-bytes)"));
            if (left().isNegative()) throw new Refusal.Carried(timeIsOver());
        }
    }

    private static URI httpOnly(URI url) throws Refusal {
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https"))
            throw Refusal.unreachable(url + " is refused: only http and https are fetched");
        if (url.getHost() == null) throw Refusal.unreachable(url + " names no host");
        if (url.getUserInfo() != null)
            throw Refusal.unreachable("A URL with a user name in it is refused (host " + url.getHost() + ")");
        return url.getRawFragment() == null
                ? url
                : URI.create(url.toString().substring(0, url.toString().indexOf('#')));
    }

    private static URI resolve(URI at, String location) throws Refusal {
        try {
            return at.resolve(location.strip().replace(" ", "%20"));
        } catch (IllegalArgumentException e) {
            throw Refusal.unreachable(at + " redirects to something that is no URL");
        }
    }

    private static HttpHost host(URI at) {
        return new HttpHost(at.getScheme(), at.getHost(), at.getPort());
    }

    private static URI uri(HttpUriRequestBase request) {
        try {
            return request.getUri();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException("A request that was made from a URI has one", e);
        }
    }

    private static String header(HttpResponse response, String name) {
        try {
            var header = response.getHeader(name);
            return header == null || header.getValue() == null
                    ? ""
                    : header.getValue().strip();
        } catch (ProtocolException e) {
            return "";
        }
    }

    private static @Nullable Duration retryAfter(HttpResponse response) {
        var said = header(response, "Retry-After");
        if (said.matches("\\d{1,9}")) return Duration.ofSeconds(Long.parseLong(said));
        try {
            var left = Duration.between(Instant.now(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(said, Instant::from));
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String status(HttpResponse response) {
        var reason = response.getReasonPhrase();
        var retry = header(response, "Retry-After");
        return response.getCode()
                + (reason == null || reason.isBlank() ? "" : " " + reason)
                + (retry.isEmpty()
                        ? ""
                        : ", and asks to come back after " + retry + (retry.matches("\\d+") ? " s" : ""));
    }

    /** A server may say the same header several times, and mean all of them. */
    private static String headers(HttpResponse response, String name) {
        return Stream.of(response.getHeaders(name))
                .map(Header::getValue)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private record Type(String mediaType, Optional<Charset> charset) {}

    private static Type contentType(HttpResponse response) {
        var parsed = ContentType.parseLenient(header(response, "Content-Type"));
        if (parsed == null || parsed.getMimeType() == null) return new Type("", Optional.empty());
        return new Type(parsed.getMimeType().toLowerCase(Locale.ROOT), Optional.ofNullable(parsed.getCharset()));
    }

    private static String key(String url, String accept) {
        return accept + " " + url;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
