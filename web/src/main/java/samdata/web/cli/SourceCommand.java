package samdata.web.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "source",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "The companies' endpoints that are harvested.",
        footer = {
            "",
            "Examples:",
            "  ./samdata source add nordsikt https://data.nordsikt.example/catalog",
            "  ./samdata source add talverket https://data.talverket.example --protocol ckan --every 6h",
            "  ./samdata source list",
            "  ./samdata source remove nordsikt"
        })
final class SourceCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new WrongUse(
                "source needs one of add, list, remove, release (see ./" + spec.qualifiedName() + " --help)");
    }
}
