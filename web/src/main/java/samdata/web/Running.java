package samdata.web;

import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.catalog.Catalog;
import samdata.catalog.Knowledge;
import samdata.harvester.Harvests;
import samdata.harvester.Schedule;
import samdata.harvester.fetch.AddressRule;
import samdata.harvester.fetch.Fetcher;
import samdata.harvester.run.Runs;
import samdata.harvester.source.Sources;
import samdata.web.cli.Fetching;
import samdata.web.cli.Opened;
import samdata.web.cli.WrongUse;
import samdata.web.http.Previews;

/** Everything that works on one data folder, closed in the opposite order. */
final class Running implements Opened {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final String VERSION = "0.1";

    private final Config config;
    private final Catalog catalog;
    private final Sources sources;
    private final Runs runs;
    private final Harvests harvests;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private Running(Config config) {
        this.config = config;
        this.catalog = opened(Catalog.open(config.data(), knowledge(config)));
        try {
            this.sources = Sources.open(config.data());
            this.runs = Runs.open(config.data());
            Fetcher fetcher = opened(new Fetcher(config.harvest(), addresses(config), VERSION, config.data()));
            this.harvests = opened(new Harvests(catalog, sources, runs, fetcher, config.data()));
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** @throws samdata.catalog.CatalogException when the folder cannot be had */
    static Running open(Config config) {
        return new Running(config);
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public Sources sources() {
        return sources;
    }

    @Override
    public Runs runs() {
        return runs;
    }

    @Override
    public Harvests harvests() {
        return harvests;
    }

    @Override
    public Serving serve() {
        try {
            Server server = Server.start(config, catalog, sources, runs, harvests);
            open.push(server::stop);
            opened(Schedule.start(harvests));
            opened(CatchingUp.start(catalog));
            return new Serving(server.baseUrl(), server.adminToken().file());
        } catch (ConfigException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        RuntimeException failed = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                if (failed == null) failed = new IllegalStateException("Could not end in good order", e);
            }
        }
        if (failed != null) throw failed;
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    /**
     * For what is only looked at, beside a process that may be at work on the data folder.
     *
     * @throws ConfigException when an address range is none
     */
    static Fetching.Means means(Config config) {
        AddressRule addresses = addresses(config);
        return new Fetching.Means(knowledge(config), new Fetcher(config.harvest(), addresses, VERSION));
    }

    /**
     * For previews that anybody may ask for.
     *
     * @throws ConfigException when an address range is none
     */
    static Fetcher forAnyone(Config config) {
        AddressRule addresses = addresses("preview.allow-address", config.previewAddress());
        return new Fetcher(Previews.small(config.harvest()), addresses, VERSION);
    }

    /**
     * Ours, and the shapes that the operator added; what is wrong with those is logged.
     *
     * @throws ConfigException when there is no such folder: rules that nobody looks for would seem to be kept
     */
    static Knowledge knowledge(Config config) {
        config.shapes().filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new ConfigException(
                    "--shapes: " + (Files.exists(folder) ? folder + " is no folder" : "there is no folder " + folder));
        });
        Knowledge ours = Knowledge.load();
        Knowledge all = config.shapes().map(ours::with).orElse(ours);
        all.check().problems().forEach(LOG::warn);
        return all;
    }

    private static AddressRule addresses(Config config) {
        return addresses("--allow-address", config.allowAddress());
    }

    private static AddressRule addresses(String setting, List<String> ranges) {
        try {
            return AddressRule.allowing(ranges);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(setting + ": " + e.getMessage());
        }
    }
}
