package samdata.web.cli;

import java.nio.file.Path;
import java.util.Optional;
import samdata.catalog.Catalog;
import samdata.harvester.Harvests;
import samdata.harvester.run.Runs;
import samdata.harvester.source.Sources;

/** One data folder, held by this process until it is closed, and what works on it. */
public interface Opened extends AutoCloseable {
    Catalog catalog();

    Sources sources();

    Runs runs();

    Harvests harvests();

    /**
     * Starts the site and the harvest schedule; both end with {@link #close}.
     *
     * @throws WrongUse when the port is taken
     */
    Serving serve();

    /**
     * A site that answers.
     *
     * @param url what links to it begin with
     * @param adminToken the file that holds the admin's token; empty when the settings hold it
     */
    record Serving(String url, Optional<Path> adminToken) {}

    @Override
    void close();
}
