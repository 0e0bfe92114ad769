package samdata.web.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Compares store, search index and change log; one line for each thing that differs, and exit code 1"
                        + " when anything does.")
final class CheckCommand implements Callable<Integer> {
    private final Opener opener;

    @Mixin
    private CommonFlags flags = new CommonFlags();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CheckCommand(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        try (Opened opened = opener.open(flags.settings(), false)) {
            List<String> found = opened.catalog().inconsistencies();
            PrintWriter out = spec.commandLine().getOut();
            found.forEach(out::println);
            if (found.isEmpty())
                out.println("Store, index and change log agree on "
                        + opened.catalog().datasets().size() + " datasets");
            out.flush();
            return found.isEmpty() ? 0 : Cli.FAILED;
        }
    }
}
