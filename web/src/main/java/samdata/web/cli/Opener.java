package samdata.web.cli;

import java.util.Map;

/** Opens the data folder that the settings name. */
@FunctionalInterface
public interface Opener {
    /**
     * @param flags settings given on the command line, by name without dashes
     * @param make whether a folder that is not there is made
     * @throws WrongUse when the settings are wrong or the folder cannot be had, in one line
     */
    Opened open(Map<String, String> flags, boolean make);
}
