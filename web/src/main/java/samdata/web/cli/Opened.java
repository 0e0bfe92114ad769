package samdata.web.cli;

import samdata.catalog.Catalog;
import samdata.harvester.Harvests;
import samdata.harvester.Runs;
import samdata.harvester.Sources;

/** One data folder, held by this process until it is closed, and what works on it. */
public interface Opened extends AutoCloseable {
    Catalog catalog();

    Sources sources();

    Runs runs();

    Harvests harvests();

    /**
     * Starts the site and the harvest schedule; both end with {@link #close}.
     *
     * @return what links to the site begin with
     * @throws WrongUse when the port is taken
     */
    String serve();

    @Override
    void close();
}
