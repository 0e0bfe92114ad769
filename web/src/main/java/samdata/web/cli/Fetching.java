package samdata.web.cli;

import java.util.Map;
import samdata.harvester.Fetcher;

/** Makes what fetches by the settings, without a data folder. */
@FunctionalInterface
public interface Fetching {
    /**
     * @param flags settings given on the command line, by name without dashes
     * @throws WrongUse when the settings are wrong, in one line
     */
    Fetcher fetcher(Map<String, String> flags);
}
