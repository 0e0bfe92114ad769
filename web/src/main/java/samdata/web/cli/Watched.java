package samdata.web.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import samdata.harvester.run.Progress;

/** How far the harvest of one source has come: a bar for a person, a line for each phase otherwise. */
interface Watched extends Progress, AutoCloseable {
    @Override
    void close();

    static Watched of(String source, boolean terminal, PrintWriter out) {
        return terminal ? new Bar(source) : new Lines(source, out);
    }

    /** A company does not say how much there is, so the bar counts without an end. */
    final class Bar implements Watched {
        private final ProgressBar bar;

        Bar(String source) {
            this.bar = new ProgressBarBuilder()
                    .setTaskName(source)
                    .setInitialMax(-1)
                    .setUnit(" datasets", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .clearDisplayOnFinish()
                    .build();
        }

        @Override
        public void at(Phase phase, long pages, long datasets) {
            bar.stepTo(datasets);
            bar.setExtraMessage(word(phase) + (pages == 0 ? "" : ", " + pages + " pages"));
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** For logs and pipes. */
    final class Lines implements Watched {
        private final String source;
        private final PrintWriter out;
        private volatile String last = "";

        Lines(String source, PrintWriter out) {
            this.source = source;
            this.out = out;
        }

        @Override
        public void at(Phase phase, long pages, long datasets) {
            if (word(phase).equals(last)) return;
            last = word(phase);
            out.println(source + ": " + last);
            out.flush();
        }

        @Override
        public void close() {
            out.flush();
        }
    }

    private static String word(Progress.Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
