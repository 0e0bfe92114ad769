package samdata.harvester;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small OAI-PMH repository under {@code /oai}, three records a page unless told, with the faults that real ones have. */
public final class OaiServer {
    private final List<String> formats = new ArrayList<>();
    private List<String> records = List.of();
    private Optional<List<String>> changed = Optional.empty();
    private String deletions = "no";
    private String contentType = "text/xml; charset=utf-8";
    private String refused = "never";
    private String error = "";
    private String latin1 = "";
    private final AtomicInteger answers = new AtomicInteger();
    private boolean circle;
    private boolean cutOff;
    private int expired;
    private int busy;
    private int busyStatus;
    private int page = 3;

    public OaiServer(Site site) {
        site.page("/oai", this::answer);
    }

    public static String dublinCore(String identifier, String elements) {
        return record(identifier, """
                <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                %s</oai_dc:dc>""".formatted(elements));
    }

    public static String record(String identifier, String metadata) {
        return """
                <record><header><identifier>%s</identifier><datestamp>2026-01-02T03:04:05Z</datestamp><setSpec>saws</setSpec></header>
                <metadata>%s</metadata></record>
                """.formatted(identifier, metadata);
    }

    public static String deleted(String identifier) {
        return """
                <record><header status="deleted"><identifier>%s</identifier><datestamp>2026-11-23</datestamp></header></record>
                """.formatted(identifier);
    }

    public OaiServer records(String... all) {
        records = List.of(all);
        return this;
    }

    /** What is answered when a {@code from} is asked for; without it, everything is. */
    public void changedOnly(String... some) {
        changed = Optional.of(List.of(some));
    }

    OaiServer pagesOf(int size) {
        page = size;
        return this;
    }

    public OaiServer format(String prefix) {
        formats.add(prefix);
        return this;
    }

    public void remembersDeletions() {
        deletions = "persistent";
    }

    public OaiServer refuses(String query, String code) {
        refused = query;
        error = code;
        return this;
    }

    public OaiServer breaks(String text, String other) {
        records = records.stream().map(record -> record.replace(text, other)).toList();
        return this;
    }

    /** As {@link #breaks}, with the other text in bytes that are no UTF-8. */
    public void inLatin1(String text, String other) {
        latin1 = other;
        breaks(text, other);
    }

    public void circles() {
        circle = true;
    }

    public void tokensRunOut(int times) {
        expired = times;
    }

    /** So often, the second page is answered with that status and a wish to come back after a second. */
    public void busy(int times, int status) {
        busy = times;
        busyStatus = status;
    }

    public void cutOff() {
        cutOff = true;
    }

    public void contentType(String type) {
        contentType = type;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = Stream.of(
                        String.valueOf(exchange.getRequestURI().getRawQuery()).split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(
                        part -> part[0],
                        part -> URLDecoder.decode(part.length > 1 ? part[1] : "", StandardCharsets.UTF_8)));
        if (query.containsKey("resumptionToken") && busy-- > 0) {
            if (busyStatus == 503) exchange.getResponseHeaders().set("Retry-After", "1");
            Site.send(exchange, busyStatus, "text/plain", new byte[0]);
            return;
        }
        boolean no = String.valueOf(exchange.getRequestURI().getRawQuery()).contains(refused);
        var body = no
                ? error(error)
                : switch (query.getOrDefault("verb", "")) {
                    case "Identify" -> identify();
                    case "ListMetadataFormats" -> formats();
                    case "ListRecords" -> list(query);
                    default -> error("badVerb");
                };
        var xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-23T09:00:%02dZ</responseDate>
                <request>http://mills.example/oai</request>
                %s
                </OAI-PMH>""".formatted(answers.incrementAndGet() % 60, body);
        Site.send(exchange, 200, contentType, bytes(xml));
    }

    private byte[] bytes(String xml) {
        var whole = cutOff && xml.contains("<ListRecords>") ? xml.substring(0, xml.length() * 2 / 3) : xml;
        int at = latin1.isEmpty() ? -1 : whole.indexOf(latin1);
        if (at < 0) return whole.getBytes(StandardCharsets.UTF_8);
        var first = whole.substring(0, at).getBytes(StandardCharsets.UTF_8);
        var odd = latin1.getBytes(StandardCharsets.ISO_8859_1);
        var last = whole.substring(at + latin1.length()).getBytes(StandardCharsets.UTF_8);
        var all = Arrays.copyOf(first, first.length + odd.length + last.length);
        System.arraycopy(odd, 0, all, first.length, odd.length);
        System.arraycopy(last, 0, all, first.length + odd.length, last.length);
        return all;
    }

    private String identify() {
        return """
                <Identify><repositoryName>Mills</repositoryName><protocolVersion>2.0</protocolVersion>
                <deletedRecord>%s</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>
                """.formatted(deletions);
    }

    private String formats() {
        return Stream.concat(Stream.of("oai_dc"), formats.stream())
                .map("<metadataFormat><metadataPrefix>%s</metadataPrefix></metadataFormat>"::formatted)
                .collect(Collectors.joining("", "<ListMetadataFormats>", "</ListMetadataFormats>"));
    }

    private String list(Map<String, String> query) {
        var token = query.get("resumptionToken");
        if (token != null && query.size() > 2) return error("badArgument");
        if (token != null && expired-- > 0) return error("badResumptionToken");
        boolean resumed = token != null && token.startsWith("some");
        boolean some = changed.isPresent() && (query.containsKey("from") || resumed);
        var all = some ? changed.get() : records;
        if (all.isEmpty()) return error("noRecordsMatch");
        int start = token == null ? 0 : Integer.parseInt(token.replaceAll("\\D", ""));
        int end = Math.min(start + page, all.size());
        var next = circle ? "all:3" : end < all.size() ? (some ? "some:" : "all:") + end : "";
        // the size is advisory, and wrong
        return "<ListRecords>" + String.join("", all.subList(Math.min(start, all.size()), end))
                + "<resumptionToken completeListSize=\"2\" cursor=\"50\">\n  " + next
                + "\n</resumptionToken></ListRecords>";
    }

    private static String error(String code) {
        return "<error code=\"%s\">so it is</error>".formatted(code);
    }
}
