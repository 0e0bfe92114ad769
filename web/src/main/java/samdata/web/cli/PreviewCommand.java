package samdata.web.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
import samdata.catalog.Knowledge;
import samdata.harvester.Preview;
import samdata.harvester.run.Progress;
import samdata.harvester.source.Source;
import samdata.web.api.PreviewJson;

@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = "Says what a harvest of an address would bring: the datasets, what is wrong with their"
                + " descriptions and how to mend it, their quality, what they are fit for and what their licences permit."
                + " Nothing is stored, and no data folder is needed.",
        footer = {
            "",
            "Examples:",
            "  ./samdata preview https://data.nordsikt.example/catalog",
            "  ./samdata preview https://data.talverket.example --protocol ckan",
            "  ./samdata preview catalog.ttl --json",
            "",
            "Exit codes: 0 datasets would be stored, 1 there are none or the source cannot be read, 2 wrong use."
        })
final class PreviewCommand implements Callable<Integer> {
    private final Fetching fetching;
    private final boolean terminal;

    @Parameters(paramLabel = "URL", description = "Where the catalogue is; also a file, folder or archive here.")
    private String url = "";

    @Option(names = "--protocol", paramLabel = "P", description = "How it is read (default: found out).")
    private @Nullable String protocol = null;

    @Option(names = "--json", description = "Writes all of it as JSON, as POST /api/preview answers.")
    private boolean json = false;

    @Mixin
    private CommonFlags flags = new CommonFlags();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PreviewCommand(Fetching fetching, boolean terminal) {
        this.fetching = fetching;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Source source = source();
        try (Fetching.Means means = fetching.means(flags.settings())) {
            Knowledge knowledge = means.knowledge();
            PreviewJson told = new PreviewJson(knowledge, "en");
            Preview preview = new Preview(knowledge, means.fetcher());
            Preview.Seen seen = seen(preview, source, json ? told.telling() : PreviewText.telling());
            PrintWriter out = spec.commandLine().getOut();
            if (json) out.println(told.of(seen).toPrettyString());
            else PreviewText.of(url, seen, knowledge).forEach(out::println);
            out.flush();
            return seen.appraisal().count() > 0 ? 0 : Cli.FAILED;
        }
    }

    private Preview.Seen seen(Preview preview, Source source, Preview.Telling telling) {
        if (!terminal) return preview.of(source, telling, Progress.NONE);
        try (Watched watched = Watched.of(url, true, spec.commandLine().getErr())) {
            return preview.of(source, telling, watched);
        }
    }

    /** What lies on this machine, when it is there or said to be; else an address. */
    private Source source() {
        if (protocol != null && !Preview.protocols().contains(protocol))
            throw new WrongUse(
                    "No protocol is named \"" + protocol + "\"; there are " + String.join(", ", Preview.protocols()));
        if (Source.FILE.equals(protocol)) return onDisk(Path.of(url));
        Optional<Path> here = here();
        if (here.isPresent() && protocol == null) return onDisk(here.get());
        if (here.isPresent())
            throw new WrongUse(url + " is on this machine: leave out --protocol, or say --protocol " + Source.FILE);
        if (!url.contains(":"))
            throw new WrongUse("There is no file or folder " + url + "; an address begins with http:// or https://");
        return Source.of(Preview.ID, url, protocol, null, "never", null);
    }

    private static Source onDisk(Path path) {
        if (!Files.exists(path)) throw new WrongUse("There is no file or folder " + path);
        return Source.onDisk(Preview.ID, path, null, "never", null);
    }

    private Optional<Path> here() {
        try {
            Path path = url.startsWith("file:") ? Path.of(URI.create(url)) : Path.of(url);
            return Optional.of(path).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new WrongUse("\"" + url + "\" names no file on this machine");
        }
    }
}
