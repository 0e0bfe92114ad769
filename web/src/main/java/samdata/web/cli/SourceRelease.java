package samdata.web.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import samdata.harvester.Run;

@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Lets in what a harvest brought that was held because the source had shrunk.",
        footer = {"", "Example:", "  ./samdata source release nordsikt"})
final class SourceRelease implements Callable<Integer> {
    private final Opener opener;

    @Parameters(paramLabel = "ID", description = "The source whose last run is held, or the run itself.")
    private String id = "";

    @Mixin
    private CommonFlags flags = new CommonFlags();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SourceRelease(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        try (Opened opened = opener.open(flags.settings())) {
            Run run = opened.harvests().release(run(opened));
            PrintWriter out = spec.commandLine().getOut();
            out.println(Told.line(run));
            out.flush();
            return Told.well(run) ? 0 : Cli.FAILED;
        }
    }

    private String run(Opened opened) {
        if (opened.sources().get(id).isEmpty()) {
            if (opened.runs().get(id).isPresent()) return id;
            throw KnownSources.unknown(id, opened);
        }
        return opened.runs()
                .last(id)
                .map(Run::id)
                .orElseThrow(() -> new WrongUse("The source " + id + " has not been harvested yet"));
    }
}
