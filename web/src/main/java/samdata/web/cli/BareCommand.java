package samdata.web.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import samdata.web.bench.Bare;

@Command(
        name = "bench-bare",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Started by bench: measures what it costs to parse, check and store catalogues without samdata.")
final class BareCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "An empty folder.")
    private Path folder = Path.of("bare");

    @Option(names = "--profile", paramLabel = "NAME", description = "Whose shapes are checked (repeatable).")
    private List<String> profiles = List.of();

    @Parameters(paramLabel = "URL", arity = "1..*", description = "Catalogues in hydra pages.")
    private List<URI> catalogues = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        try (Bare bare = new Bare(folder, profiles)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(bare.measured(catalogues));
            out.flush();
            return 0;
        }
    }
}
