package samdata.web.cli;

import java.util.Map;
import samdata.catalog.Knowledge;
import samdata.harvester.fetch.Fetcher;

/** Makes what fetches and judges by the settings, without a data folder. */
@FunctionalInterface
public interface Fetching {
    /**
     * @param flags settings given on the command line, by name without dashes
     * @throws WrongUse when the settings are wrong, in one line
     */
    Means means(Map<String, String> flags);

    /** @param knowledge ours and the operator's rules */
    record Means(Knowledge knowledge, Fetcher fetcher) implements AutoCloseable {
        @Override
        public void close() {
            fetcher.close();
        }
    }
}
