package samdata.harvester;

import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.catalog.Catalog;
import samdata.catalog.FullDisk;
import samdata.harvester.run.Run;

/** What is done and looked up when what a run brought is stored: the run is told as it was, whatever goes wrong with that. */
final class AfterStoring {
    private static final Logger LOG = LoggerFactory.getLogger(AfterStoring.class);
    private static final String BEHIND =
            "Searches show what was there before, since the search index could not be written; it catches up by itself.";

    private AfterStoring() {}

    /** Does what is left to do; when that goes wrong the run says {@code otherwise}, and is no other. */
    static Run also(Run ended, String otherwise, UnaryOperator<Run> work) {
        try {
            return work.apply(ended);
        } catch (RuntimeException | Error e) { // a full disk may be an Error
            LOG.warn("After the harvest {}: {}", ended.id(), otherwise, e);
            return ended.noting(FullDisk.caused(e) ? otherwise + " The disk of this server is full." : otherwise);
        }
    }

    /** With what the catalogue says of the source now. */
    static Run measured(Run ended, Catalog catalog) {
        var current = also(ended, BEHIND, run -> catalog.isCurrent() ? run : run.noting(BEHIND));
        return also(
                current,
                "The points of its descriptions could not be read.",
                run -> run.leaving(run.after().with(catalog.points(run.source()))));
    }
}
