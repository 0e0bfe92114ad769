package samdata.web.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Removes an endpoint, all it stated and its runs.")
final class SourceRemove implements Callable<Integer> {
    private final Opener opener;

    @Parameters(paramLabel = "ID", description = "The source, as ./samdata source list names it.")
    private String id = "";

    @Mixin
    private CommonFlags flags = new CommonFlags();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SourceRemove(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        try (Opened opened = opener.open(flags.settings(), false)) {
            int datasets = opened.catalog().datasets(id).size();
            if (!opened.harvests().removeSource(id)) throw KnownSources.unknown(id, opened);
            PrintWriter out = spec.commandLine().getOut();
            out.println(id + ": removed, with " + datasets + " datasets");
            out.flush();
            return 0;
        }
    }
}
