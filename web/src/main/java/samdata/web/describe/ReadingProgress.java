package samdata.web.describe;

/** Told how far the reading of a file has come. */
@FunctionalInterface
public interface ReadingProgress {
    /** @param total what {@code done} will be at the end */
    void at(long done, long total);
}
