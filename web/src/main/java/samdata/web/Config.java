package samdata.web;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import samdata.harvester.fetch.FetchSettings;

/**
 * How this samdata is run.
 *
 * @param port 0 picks a free one
 * @param baseUrl what links begin with, without a slash at the end; empty means localhost and the port
 * @param allowAddress address ranges the fetcher may reach besides public ones
 * @param previewAddress address ranges that a preview without a token may reach besides public ones
 * @param adminToken empty means the one kept in the data folder
 * @param sparqlTimeout of one query
 * @param sparqlRows that one answer may have
 * @param sparqlTriples that one answer may have
 * @param title of the whole catalogue
 * @param publisher who runs it
 * @param shapes a folder of shapes files by which descriptions are checked besides ours
 */
public record Config(
        Path data,
        int port,
        Optional<URI> baseUrl,
        List<String> allowAddress,
        List<String> previewAddress,
        Optional<String> adminToken,
        FetchSettings harvest,
        Duration sparqlTimeout,
        long sparqlRows,
        long sparqlTriples,
        String title,
        String publisher,
        Optional<Path> shapes) {
    /** Every setting, as it is named in a file; {@code SAMDATA_HARVEST_MAX_BYTES} sets {@code harvest.max-bytes}. */
    public static final List<String> SETTINGS = List.of(
            "data",
            "port",
            "base-url",
            "config",
            "allow-address",
            "preview.allow-address",
            "admin-token",
            "harvest.deadline",
            "harvest.stall",
            "harvest.max-bytes",
            "harvest.max-inflated",
            "harvest.max-ratio",
            "harvest.max-triples",
            "harvest.max-pages",
            "harvest.max-depth",
            "harvest.max-redirects",
            "harvest.hold-at",
            "sparql.timeout",
            "sparql.max-rows",
            "sparql.max-triples",
            "title",
            "publisher",
            "shapes");

    public static final Config DEFAULTS = new Config(
            Path.of("data"),
            8080,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            FetchSettings.DEFAULTS,
            Duration.ofSeconds(30),
            100_000,
            1_000_000,
            "samdata",
            "The operator of this catalogue",
            Optional.empty());

    /**
     * Reads the file that {@code config} names, the {@code SAMDATA_*} variables and the flags; the later wins.
     *
     * @param flags by setting name, without dashes
     * @throws ConfigException for an unknown setting or a value that cannot be, in one line that names it
     */
    public static Config read(Map<String, String> flags, Map<String, String> environment) {
        Settings settings = new Settings(SETTINGS, flags, environment);
        return new Config(
                settings.text("data").map(Path::of).orElse(DEFAULTS.data),
                settings.number("port", DEFAULTS.port, 0, 65_535),
                settings.url("base-url"),
                settings.list("allow-address"),
                settings.list("preview.allow-address"),
                settings.text("admin-token"),
                harvest(settings, DEFAULTS.harvest),
                settings.duration("sparql.timeout", DEFAULTS.sparqlTimeout),
                settings.amount("sparql.max-rows", DEFAULTS.sparqlRows),
                settings.amount("sparql.max-triples", DEFAULTS.sparqlTriples),
                settings.text("title").orElse(DEFAULTS.title),
                settings.text("publisher").orElse(DEFAULTS.publisher),
                settings.text("shapes").map(Path::of));
    }

    /** The same, but over another folder and on another port. */
    public Config with(Path otherData, int otherPort) {
        return new Config(
                otherData,
                otherPort,
                baseUrl,
                allowAddress,
                previewAddress,
                adminToken,
                harvest,
                sparqlTimeout,
                sparqlRows,
                sparqlTriples,
                title,
                publisher,
                shapes);
    }

    private static FetchSettings harvest(Settings settings, FetchSettings otherwise) {
        return new FetchSettings(
                settings.duration("harvest.deadline", otherwise.deadline()),
                settings.duration("harvest.stall", otherwise.stall()),
                settings.amount("harvest.max-bytes", otherwise.maxBytes()),
                settings.amount("harvest.max-inflated", otherwise.maxInflated()),
                settings.number("harvest.max-ratio", otherwise.maxRatio(), 1, 1_000_000),
                settings.amount("harvest.max-triples", otherwise.maxTriples()),
                settings.number("harvest.max-pages", otherwise.maxPages(), 1, 10_000_000),
                settings.number("harvest.max-depth", otherwise.maxDepth(), 1, 100_000),
                settings.number("harvest.max-redirects", otherwise.maxRedirects(), 0, 100),
                settings.number("harvest.hold-at", otherwise.holdAt(), 0, 100));
    }
}
