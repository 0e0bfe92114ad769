package samdata.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import samdata.catalog.CatalogException;
import samdata.harvester.source.SourceException;

/** The command line: every command of {@code ./samdata}, and how its failures are told. */
@Command(
        name = "samdata",
        mixinStandardHelpOptions = true,
        version = "samdata 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description = "A catalogue of shared machine-learning datasets: harvests what companies describe at endpoints"
                + " of their own, and serves search, dataset pages, SPARQL and DCAT.",
        footer = {
            "",
            "See it work, with four example companies:",
            "  ./samdata demo",
            "",
            "See what a harvest of your catalogue would bring, and what to mend; nothing is stored:",
            "  ./samdata preview https://data.nordsikt.example/catalog",
            "",
            "Run your own:",
            "  ./samdata source add nordsikt https://data.nordsikt.example/catalog",
            "  ./samdata harvest",
            "  ./samdata serve",
            "",
            "./samdata COMMAND --help explains a command.",
            "Exit codes: 0 done, 1 the work failed, 2 wrong use."
        })
public final class Cli implements Runnable {
    /** The work failed. */
    static final int FAILED = 1;

    static final int WRONG_USE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Cli() {}

    /** @param terminal whether a person watches, so that progress bars make sense */
    public static CommandLine commandLine(Opener opener, Fetching fetching, boolean terminal) {
        return new CommandLine(new Cli())
                .addSubcommand(new DemoCommand(opener, terminal))
                .addSubcommand(new ServeCommand(opener))
                .addSubcommand(new CommandLine(new SourceCommand())
                        .addSubcommand(new SourceAdd(opener))
                        .addSubcommand(new SourceList(opener))
                        .addSubcommand(new SourceRemove(opener))
                        .addSubcommand(new SourceRelease(opener)))
                .addSubcommand(new HarvestCommand(opener, terminal))
                .addSubcommand(new PreviewCommand(fetching, terminal))
                .addSubcommand(new QueryCommand(opener))
                .addSubcommand(new ReindexCommand(opener, terminal))
                .addSubcommand(new CompactCommand(opener))
                .addSubcommand(new CheckCommand(opener))
                .addSubcommand(new DescribeCommand(terminal))
                .addSubcommand(new BenchCommand())
                .addSubcommand(new BareCommand())
                .addSubcommand(new TestCommand())
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((wrong, args) -> wrongUse(wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int wrongUse(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
        say(command, message + " (see ./" + command.getCommandSpec().qualifiedName() + " --help)");
        return WRONG_USE;
    }

    private static int failed(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof WrongUse || failure instanceof CatalogException || failure instanceof SourceException) {
            say(command, String.valueOf(failure.getMessage()));
            return WRONG_USE;
        }
        if (failure instanceof IOException) {
            say(command, String.valueOf(failure.getMessage()));
            return FAILED;
        }
        throw failure;
    }

    private static void say(CommandLine command, String message) {
        PrintWriter err = command.getErr();
        err.println("samdata: " + message);
        err.flush();
    }
}
