package samdata.web.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import samdata.web.bench.Bench;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Invents datasets (the same each time) as companies' endpoints, harvests them over HTTP and"
                + " measures harvest, search, SPARQL beside a plain Fuseki, start, memory and disk. Writes a table in"
                + " Markdown and in JSON.",
        footer = {"", "Examples:", "  ./samdata bench", "  ./samdata bench --datasets 10000 --out docs/benchmarks"})
final class BenchCommand implements Callable<Integer> {
    @Option(names = "--datasets", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int datasets = 1000;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the table goes (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("bench");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (datasets < 100) throw new WrongUse("A bench needs at least 100 datasets, of which 1 % can change");
        @Nullable String launcher = System.getenv("SAMDATA_LAUNCHER");
        if (launcher == null) throw new WrongUse("The bench starts samdata by its launcher: run ./samdata bench");
        PrintWriter out = spec.commandLine().getOut();
        Path work = Files.createTempDirectory("samdata-bench");
        try (Bench bench = new Bench(Path.of(launcher), work, datasets, LocalDate.now(ZoneOffset.UTC), out)) {
            out.println("Written: " + bench.run(folder));
            out.flush();
            return 0;
        } finally {
            Folders.delete(work);
        }
    }
}
