package samdata.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import samdata.catalog.store.Store;

@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        description =
                "Takes out of the store's files what former harvests said; nothing that is said now is lost, and the"
                        + " change log stays. A server does it by itself when the files have grown to two and a half times of"
                        + " what they would be.")
final class CompactCommand implements Callable<Integer> {
    private final Opener opener;

    @Mixin
    private CommonFlags flags = new CommonFlags();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompactCommand(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        try (Opened opened = opener.open(flags.settings(), false)) {
            Store.Shrunk shrunk = opened.catalog().compact();
            PrintWriter out = spec.commandLine().getOut();
            out.println("Compacted the store from " + kilobytes(shrunk.before()) + " to " + kilobytes(shrunk.after()));
            out.flush();
            return 0;
        }
    }

    private static String kilobytes(long bytes) {
        return bytes / 1000 + " kB";
    }
}
