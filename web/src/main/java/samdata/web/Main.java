package samdata.web;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import samdata.web.cli.Cli;
import samdata.web.cli.Fetching;
import samdata.web.cli.Opened;
import samdata.web.cli.WrongUse;

/** Where samdata starts: gives the command line what it works on, and ends with its exit code. */
public final class Main {
    /** Read by the launcher, the log and the tests; no settings of samdata's. */
    private static final List<String> NOT_SETTINGS =
            List.of("SAMDATA_JAVA_OPTS", "SAMDATA_LOG", "SAMDATA_CORPORA", "SAMDATA_LAUNCHER");
    /** Kept here, because a logger that nobody holds forgets its level. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private Main() {}

    public static void main(String[] args) {
        // Lucene says at each start that the JVM could be given an incubating module
        LUCENE.setLevel(Level.SEVERE);
        System.exit(commandLine(Boolean.getBoolean("samdata.terminal")).execute(args));
    }

    /** @param terminal whether a person watches */
    public static CommandLine commandLine(boolean terminal) {
        return Cli.commandLine(Main::open, Main::means, terminal);
    }

    /**
     * Opens the data folder that flags and environment name.
     *
     * @throws WrongUse when the settings are wrong
     */
    public static Opened open(Map<String, String> flags, boolean make) {
        try {
            Config config = config(flags);
            if (!make && !Files.isDirectory(config.data()))
                throw new WrongUse("There is no data folder " + config.data()
                        + "; ./samdata source add, serve and demo make one, and --data names another");
            return Running.open(config);
        } catch (ConfigException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    /** Rules and fetcher as the settings want them; no data folder is looked at. */
    private static Fetching.Means means(Map<String, String> flags) {
        try {
            return Running.means(config(flags));
        } catch (ConfigException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private static Config config(Map<String, String> flags) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        NOT_SETTINGS.forEach(environment::remove);
        return Config.read(flags, environment);
    }
}
