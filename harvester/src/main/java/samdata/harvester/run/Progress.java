package samdata.harvester.run;

/** Told how far a harvest has come; called from the harvesting thread, often, so it must be quick. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (phase, pages, datasets) -> {};

    enum Phase {
        READING,
        RECOGNISING,
        CHECKING,
        STORING
    }

    /**
     * @param pages documents fetched so far
     * @param datasets datasets seen so far
     */
    void at(Phase phase, long pages, long datasets);
}
