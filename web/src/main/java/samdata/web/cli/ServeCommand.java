package samdata.web.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves site, API, linked data and SPARQL over the data folder, and harvests each source when it"
                + " is due. SIGTERM or Ctrl-C ends it.",
        footer = {
            "",
            "Examples:",
            "  ./samdata serve",
            "  ./samdata serve --data /var/lib/samdata --port 80 --base-url https://data.example.org",
            "  ./samdata serve --data data/demo --allow-address 127.0.0.0/8",
            "",
            "Settings stand in a file (--config), in SAMDATA_* variables or in flags; the later wins."
        })
final class ServeCommand implements Callable<Integer> {
    private final Opener opener;

    @Mixin
    private CommonFlags flags = new CommonFlags();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ServeCommand(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws InterruptedException {
        serve(opener.open(flags.settings(), true), spec.commandLine().getOut());
        return 0;
    }

    /** Serves until the process is told to end, then closes what was opened before it does. */
    static void serve(Opened opened, PrintWriter out) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Thread closing = new Thread(
                () -> {
                    opened.close();
                    closed.countDown();
                },
                "closing");
        try {
            Opened.Serving serving = opened.serve();
            Runtime.getRuntime().addShutdownHook(closing);
            serving.adminToken().ifPresent(file -> out.println("The admin's token is in " + file));
            out.println("samdata ready on " + serving.url());
            out.flush();
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
        closed.await();
    }
}
