package samdata.web.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long each of many equal things took. */
final class Timings {
    private final List<Double> millis = new ArrayList<>();

    /** Something timed, which may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Something timed that comes to something. */
    @FunctionalInterface
    interface Making<T> {
        T make() throws Exception;
    }

    void time(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        millis.add((System.nanoTime() - began) / 1e6);
    }

    <T> T timed(Making<T> making) throws Exception {
        long began = System.nanoTime();
        T made = making.make();
        millis.add((System.nanoTime() - began) / 1e6);
        return made;
    }

    void add(double seconds) {
        millis.add(seconds * 1000);
    }

    /** All of them together. */
    double seconds() {
        return millis.stream().mapToDouble(each -> each).sum() / 1000;
    }

    /** @param share such as 0.95 */
    double percentile(double share) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    double median() {
        return percentile(0.5);
    }
}
