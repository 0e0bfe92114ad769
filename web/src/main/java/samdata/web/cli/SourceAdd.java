package samdata.web.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import samdata.harvester.source.Source;

@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Registers a company's endpoint. Without --protocol its address is asked which it is.",
        footer = {
            "",
            "Examples:",
            "  ./samdata source add nordsikt https://data.nordsikt.example/catalog",
            "  ./samdata source add talverket https://data.talverket.example --protocol ckan --every 6h",
            "  ./samdata source add sagbladet /srv/catalogue.zip --protocol file"
        })
final class SourceAdd implements Callable<Integer> {
    private final Opener opener;

    @Parameters(paramLabel = "ID", description = "A short name: a-z, 0-9 and hyphen.")
    private String id = "";

    @Parameters(
            paramLabel = "URL",
            description = "Where the catalogue is; with --protocol file a folder or archive on this machine.")
    private String url = "";

    @Option(
            names = "--protocol",
            paramLabel = "P",
            description = "dcat, ldes, dsp, sparql, ckan, sitemap, hf-cards, oai-pmh, dcat-us, openml or file.")
    private @Nullable String protocol = null;

    @Option(names = "--publisher", paramLabel = "IRI", description = "The company's IRI.")
    private @Nullable String publisher = null;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            description = "How often it is harvested while samdata serves: 30m, 6h, 7d or never (default: 24h).")
    private @Nullable String every = null;

    @Option(names = "--visibility", paramLabel = "V", description = "Who may see it; only public in this version.")
    private @Nullable String visibility = null;

    @Mixin
    private CommonFlags flags = new CommonFlags();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SourceAdd(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        Source wanted = Source.FILE.equals(protocol)
                ? Source.onDisk(id, Path.of(url), publisher, every, visibility)
                : Source.of(id, url, protocol, publisher, every, visibility);
        try (Opened opened = opener.open(flags.settings(), true)) {
            Optional<String> refused = opened.harvests().refuses(wanted);
            Source added = opened.harvests().register(wanted);
            PrintWriter out = spec.commandLine().getOut();
            if (added.protocol().equals(Source.UNDETECTED))
                out.println(
                        added.id() + ": registered; its protocol could not be told from its address now (no answer, or"
                                + " not one of the addresses that may be harvested): the first harvest asks again, and says why");
            else out.println(added.id() + ": registered, read as " + added.protocol() + ", every " + added.everyText());
            out.flush();
            // registered all the same: what may be reached is said anew at each start
            refused.ifPresent(why -> spec.commandLine().getErr().println("samdata: warning: " + why));
            return 0;
        }
    }
}
