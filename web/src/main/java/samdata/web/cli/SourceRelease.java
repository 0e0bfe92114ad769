package samdata.web.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import samdata.harvester.run.Run;

@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Lets in what a harvest brought that was held because the source had shrunk.",
        footer = {"", "Example:", "  ./samdata source release nordsikt"})
final class SourceRelease implements Callable<Integer> {
    private final Opener opener;

    @Parameters(paramLabel = "ID", description = "The source of which something is held, or the run that brought it.")
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
        try (Opened opened = opener.open(flags.settings(), false)) {
            Run run = released(opened);
            PrintWriter out = spec.commandLine().getOut();
            out.println(Told.line(run));
            out.flush();
            return Told.well(run) ? 0 : Cli.FAILED;
        }
    }

    private Run released(Opened opened) {
        if (opened.sources().get(id).isPresent()) return opened.harvests().releaseHeld(id);
        if (opened.runs().get(id).isPresent()) return opened.harvests().release(id);
        throw KnownSources.unknown(id, opened);
    }
}
