package samdata.web.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import samdata.harvester.run.Run;

@Command(
        name = "harvest",
        mixinStandardHelpOptions = true,
        description = "Harvests now: the named sources, or all. Ends with one line a source; exit code 1 when any"
                + " did not come in: it failed, or it is held and waits for ./samdata source release ID.",
        footer = {"", "Examples:", "  ./samdata harvest", "  ./samdata harvest nordsikt talverket"})
final class HarvestCommand implements Callable<Integer> {
    private final Opener opener;
    private final boolean terminal;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Sources, as ./samdata source list names them.")
    private List<String> ids = new ArrayList<>();

    @Mixin
    private CommonFlags flags = new CommonFlags();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    HarvestCommand(Opener opener, boolean terminal) {
        this.opener = opener;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Opened opened = opener.open(flags.settings(), false)) {
            PrintWriter out = spec.commandLine().getOut();
            opened.catalog().knowledge().check().problems().forEach(out::println);
            List<Run> runs = harvest(KnownSources.named(ids, opened), opened, terminal, out);
            if (runs.isEmpty()) out.println("No sources yet; ./samdata source add ID URL adds one");
            out.flush();
            return runs.stream().allMatch(Told::well) ? 0 : Cli.FAILED;
        }
    }

    /** One after another, each with its progress; then a line for each. */
    static List<Run> harvest(List<String> sources, Opened opened, boolean terminal, PrintWriter out) {
        List<Run> runs = new ArrayList<>();
        for (String source : sources) {
            try (Watched watched = Watched.of(source, terminal, out)) {
                runs.add(opened.harvests().run(source, watched));
            }
        }
        runs.forEach(run -> out.println(Told.line(run)));
        out.flush();
        return runs;
    }
}
