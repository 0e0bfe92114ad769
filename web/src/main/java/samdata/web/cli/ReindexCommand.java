package samdata.web.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "reindex",
        mixinStandardHelpOptions = true,
        description = "Judges every dataset anew and builds the search index from the store, as after a change of the"
                + " shapes or schemes.")
final class ReindexCommand implements Callable<Integer> {
    private final Opener opener;
    private final boolean terminal;

    @Mixin
    private CommonFlags flags = new CommonFlags();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ReindexCommand(Opener opener, boolean terminal) {
        this.opener = opener;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Opened opened = opener.open(flags.settings(), false)) {
            opened.catalog().rejudge();
            AtomicLong indexed = new AtomicLong();
            if (terminal) {
                long datasets = opened.catalog().datasets().size();
                try (ProgressBar bar = new ProgressBar("reindex", datasets)) {
                    opened.catalog().reindex(done -> {
                        indexed.set(done);
                        bar.stepTo(done);
                    });
                }
            } else {
                opened.catalog().reindex(indexed::set);
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println("Indexed " + indexed.get() + " datasets");
            out.flush();
            return 0;
        }
    }
}
