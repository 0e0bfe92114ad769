package samdata.harvester.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import samdata.harvester.run.Progress;

/**
 * One harvest's use of the network: which pages it has fetched, each once, within its {@link Budget}. For one thread.
 */
public final class Visit implements AutoCloseable {
    private static final String POST = "POST ";
    /** As much is kept of pages that were fetched to see whether they are unchanged. */
    private static final long EARLY_AT_MOST = 64_000_000;

    /** A page that was fetched, with what it takes to ask later whether it is still the same. */
    public record Page(String url, String accept, String etag, String lastModified, String hash) {
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

    private final Exchange exchange;
    private final Budget budget;
    private final Turn turn;
    private final Spool spool;
    private final FetchSettings settings;
    private final Progress progress;
    private final Set<String> seen = new HashSet<>();
    private final List<Page> pages = new ArrayList<>();
    private final Set<Page> settled = new HashSet<>();
    private final Set<String> immutable = new HashSet<>();
    private final Map<String, Exchange.Answer> early = new HashMap<>();
    private long datasets;

    Visit(Exchange exchange, Budget budget, Turn turn, Spool spool, FetchSettings settings, Progress progress) {
        this.exchange = exchange;
        this.budget = budget;
        this.turn = turn;
        this.spool = spool;
        this.settings = settings;
        this.progress = progress;
    }

    public FetchSettings settings() {
        return settings;
    }

    /** Fetches a page that has not been fetched in this visit. */
    public Document get(URI url, String accept) throws Refusal {
        return page(new Exchange.Question(url, accept, null, null));
    }

    /** Sends a query; what is sent must not change anything over there. */
    public Document post(URI url, String accept, String contentType, byte[] body) throws Refusal {
        var sent = new ByteArrayEntity(body, ContentType.parse(contentType));
        return page(new Exchange.Question(url, accept, null, sent));
    }

    /** As {@link #get}, for a page without which what came before is not whole. */
    public Document more(URI url, String accept) throws Refusal {
        int number = pages.size() + 1;
        try {
            return get(url, accept);
        } catch (Refusal refusal) {
            if (refusal.isOfTheWhole()) throw refusal;
            throw Refusal.rejected("Page " + number + " of the catalogue is missing: " + refusal.why());
        }
    }

    /**
     * Asks whether every page is as it was: by its validators, else by its bytes, which are far quicker to compare than to
     * read. What was sent is kept, so that it is not sent twice when the answer is no.
     *
     * @throws Refusal when the first page cannot be had
     */
    public boolean unchanged(List<Page> before) throws Refusal {
        if (before.isEmpty() || !before.stream().allMatch(Page::canBeAskedFor)) return false;
        long kept = 0;
        for (int i = 0; i < before.size(); i++) {
            var page = before.get(i);
            try {
                var answer = exchange.ask(new Exchange.Question(URI.create(page.url()), page.accept(), page, null));
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
    public void startOver() {
        seen.clear();
        pages.clear();
    }

    /** Waits, as the server asked. */
    public void pause(Duration time) throws Refusal {
        if (time.compareTo(budget.left()) >= 0) throw budget.timeIsOver();
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
    public boolean isImmutable(URI url) {
        return immutable.contains(url.toString());
    }

    /** The page at this address will never be another, so that it need not be asked for again. */
    public void neverChanges(URI url) {
        pages.stream().filter(page -> page.url().equals(url.toString())).forEach(settled::add);
    }

    /** What was fetched, in order, but for what never changes. */
    public List<Page> pages() {
        return pages.stream().filter(page -> !settled.contains(page)).toList();
    }

    /** One hash of all that was fetched, in order, but for what never changes. */
    public String hash() {
        var all = Exchange.sha256();
        for (Page page : pages()) all.update((page.url() + " " + page.hash() + "\n").getBytes(StandardCharsets.UTF_8));
        return Exchange.hex(all);
    }

    /** Called for each statement of a document that is being read, with how many it has brought so far. */
    public void checkRoom(long more) throws Refusal {
        budget.checkTriples(more);
    }

    /** Counts the statements of a document that has been read whole. */
    public void countTriples(long more) throws Refusal {
        budget.countTriples(more);
    }

    /** Tells the progress how many datasets have been seen so far. */
    public void countDatasets(long more) {
        datasets += more;
        progress.at(Progress.Phase.READING, pages.size(), datasets);
    }

    public void checkTime() throws Refusal {
        budget.checkTime();
    }

    /** Bytes of a file on this machine, which count as if they had come over the wire. */
    public InputStream counted(InputStream file) {
        return budget.counted(file);
    }

    /**
     * A document that lies on this machine, under the same caps as one that is fetched.
     *
     * @param at the base of what is relative in it
     * @param packed how many bytes on disk it has taken so far
     */
    public Document local(URI at, InputStream in, LongSupplier packed) throws IOException, Refusal {
        if (pages.size() >= settings.maxPages())
            throw Refusal.whole("There are more than " + settings.maxPages() + " documents (harvest.max-pages)");
        checkTime();
        var hash = Exchange.sha256();
        try {
            var bytes = spool.keep(in, (buffer, length, size) -> {
                hash.update(buffer, 0, length);
                budget.countInflated(at, length, size, packed.getAsLong());
            });
            pages.add(Page.onDisk(at.toString(), Exchange.hex(hash)));
            progress.at(Progress.Phase.READING, pages.size(), datasets);
            return new Document(at, "", Optional.empty(), "", bytes);
        } catch (Refusal.Carried carried) {
            throw carried.refusal();
        }
    }

    @Override
    public void close() {
        spool.close();
    }

    private Document page(Exchange.Question question) throws Refusal {
        var url = question.url();
        var accept = question.accept();
        boolean sends = question.sent() != null;
        var key = key(url.toString(), accept);
        if (!sends && !seen.add(key))
            throw Refusal.rejected(url + " is named as a page to read twice: the paging runs in a circle");
        if (pages.size() >= settings.maxPages())
            throw Refusal.whole("The catalogue has more than " + settings.maxPages() + " pages (harvest.max-pages)");
        var kept = sends ? null : early.remove(key);
        var answer = kept != null ? kept : asked(question);
        if (answer.immutable()) immutable.add(url.toString());
        pages.add(sends ? Page.posted(url.toString(), accept, answer.page().hash()) : answer.page());
        progress.at(Progress.Phase.READING, pages.size(), datasets);
        return answer.document().orElseThrow(() -> Refusal.unreachable(url + " answered 304 though nothing was asked"));
    }

    /** A page that could not be had may be asked for again. */
    private Exchange.Answer asked(Exchange.Question question) throws Refusal {
        try {
            return exchange.ask(question);
        } catch (Refusal refusal) {
            var url = question.url().toString();
            seen.remove(key(url, question.accept()));
            // one that appears later is news
            if (question.sent() == null && refusal.isAbsence()) pages.add(Page.absent(url, question.accept(), refusal));
            throw refusal;
        }
    }

    /** A fragment makes no other page. */
    private static String key(String url, String accept) {
        return accept + " " + url.replaceFirst("#.*$", "");
    }
}
