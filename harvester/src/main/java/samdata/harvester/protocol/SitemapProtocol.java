package samdata.harvester.protocol;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.read.JsonLdDocument;
import samdata.harvester.read.RdfDocument;
import samdata.harvester.read.Reading;
import samdata.harvester.source.Source;

/** A web site whose pages carry JSON-LD (schema.org, Croissant): found by its sitemap, or one page, or the bare JSON-LD. */
public final class SitemapProtocol implements Protocol {
    private static final String ACCEPT_FIRST =
            "application/xml, text/xml;q=0.9, text/html;q=0.8, application/ld+json;q=0.8, application/json;q=0.7, */*;q=0.1";
    private static final String ACCEPT = "text/html, application/ld+json;q=0.9, application/json;q=0.8, */*;q=0.1";

    @Override
    public String name() {
        return "sitemap";
    }

    @Override
    public Reading read(Source source, Visit visit) throws Refusal {
        var reading = new Reading();
        var first = visit.get(source.url(), ACCEPT_FIRST).notEmpty();
        if (!isSitemap(first)) {
            if (first.isHtml() && !hasJsonLd(first))
                throw Refusal.rejected(first.url() + " answered with a web page (HTML) that holds no JSON-LD");
            page(first, visit, reading);
            return reading;
        }
        Set<URI> seen = new HashSet<>(Set.of(source.url()));
        int unreadable = 0;
        var pages = pages(first, visit, seen);
        for (URI url : pages) {
            var page = fetched(url, visit, reading);
            if (page.isEmpty()) continue;
            try {
                page(page.get(), visit, reading);
            } catch (Refusal refusal) {
                if (!refusal.isOfOnePage() || ++unreadable == pages.size()) throw incomplete(refusal);
                leaveOut(url, refusal, reading);
            }
        }
        return reading;
    }

    /** Empty when the site itself says that the page is gone; any other that cannot be had is only out of reach just now. */
    private static Optional<Document> fetched(URI page, Visit visit, Reading reading) throws Refusal {
        try {
            return Optional.of(visit.get(page, ACCEPT));
        } catch (Refusal refusal) {
            if (!refusal.gone()) throw incomplete(refusal);
            reading.leftOut(
                    page.toString(),
                    "The sitemap names this page, but it is not there.",
                    "Take the page out of sitemap.xml, or bring it back.",
                    OptionalLong.empty());
            return Optional.empty();
        }
    }

    /** Which dataset the page described nobody can tell, so whatever is not stated anew stays as it was. */
    private static void leaveOut(URI page, Refusal refusal, Reading reading) {
        reading.former().restStays();
        reading.leftOut(
                page.toString(),
                "This page was left out, and what is known stays: " + refusal.why() + ".",
                "Check the JSON-LD of the page, with the Schema Markup Validator (validator.schema.org) for one.",
                OptionalLong.empty());
    }

    public static boolean isSitemap(Document document) {
        var start = document.beginning();
        return start.contains("<urlset") || start.contains("<sitemapindex");
    }

    /** Whether there is JSON-LD in a page of HTML. */
    public static boolean hasJsonLd(Document document) throws Refusal {
        return !scripts(document).isEmpty();
    }

    private static Refusal incomplete(Refusal refusal) {
        if (refusal.isOfTheWhole()) return refusal;
        return Refusal.rejected("A page of the sitemap cannot be read: " + refusal.why());
    }

    /** Every page that the sitemap and those it names list, once each. */
    private static List<URI> pages(Document document, Visit visit, Set<URI> seen) throws Refusal {
        List<URI> pages = new ArrayList<>();
        switch (parse(document)) {
            case SiteMapIndex index -> {
                for (AbstractSiteMap below : index.getSitemaps()) {
                    var url = uri(below.getUrl(), document);
                    if (!seen.add(url)) continue;
                    pages.addAll(pages(part(url, visit), visit, seen));
                }
            }
            case SiteMap map -> {
                for (SiteMapURL each : map.getSiteMapUrls()) {
                    var url = uri(each.getUrl(), document);
                    if (seen.add(url)) pages.add(url);
                }
            }
            default -> throw Refusal.rejected(document.url() + " is no sitemap that can be read");
        }
        return pages;
    }

    private static Document part(URI sitemap, Visit visit) throws Refusal {
        try {
            return visit.get(sitemap, ACCEPT_FIRST);
        } catch (Refusal refusal) {
            throw incomplete(refusal);
        }
    }

    private static AbstractSiteMap parse(Document document) throws Refusal {
        try {
            // crawler-commons reads only what lies beside or below the sitemap when strict, which few sites keep to
            var map = new SiteMapParser(false)
                    .parseSiteMap(
                            "application/xml",
                            document.content(),
                            document.url().toURL());
            if (!document.text().stripTrailing().endsWith(">"))
                throw Refusal.rejected(document.url() + " is cut off in the middle");
            return map;
        } catch (UnknownFormatException | IOException | RuntimeException e) {
            throw Refusal.rejected(document.url() + " is no sitemap that can be read");
        }
    }

    /** Adds what one page states: its JSON-LD, or all of it when it is RDF itself. */
    public static void page(Document page, Visit visit, Reading reading) throws Refusal {
        page.notEmpty();
        int before = reading.stated().size();
        if (!page.isHtml()) {
            RdfDocument.triples(page, visit, reading).forEach(reading.stated()::add);
        } else {
            List<Triple> stated = new ArrayList<>();
            for (String script : scripts(page)) {
                JsonLdDocument.checkDepth(script, visit.settings().maxDepth(), page.url());
                stated.addAll(JsonLdDocument.triples(script, page.url(), visit, reading));
            }
            stated.forEach(reading.stated()::add);
            visit.countTriples(Math.max(0, reading.stated().size() - before));
        }
        if (reading.stated().size() > before) visit.countDatasets(1);
    }

    private static List<String> scripts(Document page) throws Refusal {
        try (var in = page.open()) {
            var charset = page.charset().map(java.nio.charset.Charset::name).orElse(null);
            return Jsoup.parse(in, charset, page.url().toString()).select("script[type^=application/ld+json]").stream()
                    .map(Element::data)
                    .filter(script -> !script.isBlank())
                    .toList();
        } catch (IOException e) {
            throw Refusal.rejected(page.url() + " is no HTML that can be read");
        }
    }

    private static URI uri(URL url, Document at) throws Refusal {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw Refusal.rejected(at.url() + " names a page that is no URL: " + url);
        }
    }
}
