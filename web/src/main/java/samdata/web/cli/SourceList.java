package samdata.web.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the registered endpoints, their datasets and how their last harvest ended.")
final class SourceList implements Callable<Integer> {
    private final Opener opener;

    @Mixin
    private CommonFlags flags = new CommonFlags();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SourceList(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        try (Opened opened = opener.open(flags.settings(), false)) {
            PrintWriter out = spec.commandLine().getOut();
            if (opened.sources().list().isEmpty()) out.println("No sources yet; ./samdata source add ID URL adds one");
            for (Source source : opened.sources().list())
                out.printf(
                        "%-16s %-8s %6d datasets  %-12s every %-6s %s%n",
                        source.id(),
                        source.protocol(),
                        opened.catalog().datasets(source.id()).size(),
                        opened.runs()
                                .last(source.id())
                                .flatMap(Run::outcome)
                                .map(Outcome::word)
                                .orElse("never run"),
                        source.everyText(),
                        source.url());
            out.flush();
            return 0;
        }
    }
}
