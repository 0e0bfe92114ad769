package samdata.catalog.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who holds which key, as the index knows it: before a change that is being stored. */
public interface KeyHolders {
    /** Nobody holds any. */
    KeyHolders EMPTY = new KeyHolders() {
        @Override
        public Map<String, long[]> keys(Collection<String> iris) {
            return Map.of();
        }

        @Override
        public void holders(long[] keys, Set<String> changing, int most, Visitor visitor) {
            // nobody to be visited
        }
    };

    /** The keys of these datasets, as far as they are known. */
    Map<String, long[]> keys(Collection<String> iris);

    /**
     * Tells of each key that anybody holds.
     *
     * @param keys sorted
     * @param changing the datasets that are about to change
     * @param most of how many holders more than this the names are not told
     */
    void holders(long[] keys, Set<String> changing, int most, Visitor visitor);

    /** Hears of one key. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param all its holders; one more than the most when there are more
         * @param staying those that are not changing; one more than the most when there are more
         */
        void holders(long key, List<Holder> all, List<Holder> staying);
    }
}
