package samdata.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import samdata.web.describe.Asked;
import samdata.web.describe.Croissant;
import samdata.web.describe.Draft;
import samdata.web.describe.DraftText;
import samdata.web.describe.FileFormat;
import samdata.web.describe.Profile;
import samdata.web.describe.Profiler;
import samdata.web.describe.ReadingProgress;
import samdata.web.describe.Summary;
import samdata.web.describe.UnknownColumn;
import samdata.web.describe.Unsaid;

@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = "Profiles a data file (columns, types, rows, missing values, classes of a target) and drafts its"
                + " description in DCAT and Croissant. No value leaves the file unless --with-values asks for it.",
        footer = {
            "",
            "Examples:",
            "  ./samdata describe measurements.csv",
            "  ./samdata describe reviews.jsonl --target stars --out reviews.ttl",
            "  ./samdata describe trips.parquet --out trips.ttl --croissant trips.json",
            "",
            "Without --out the draft goes to standard output and the profile to standard error.",
            "Exit codes: 0 done, 1 the file is broken (no draft is written), 2 wrong use."
        })
final class DescribeCommand implements Callable<Integer> {
    private static final int NAMED = 5;

    private final boolean terminal;

    @Parameters(paramLabel = "FILE", description = "CSV, TSV, JSON Lines or Parquet.")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Where the draft goes, in Turtle.")
    private @Nullable Path out = null;

    @Option(names = "--croissant", paramLabel = "FILE", description = "Writes Croissant 1.1 (JSON-LD) too.")
    private @Nullable Path croissant = null;

    @Option(names = "--force", description = "Overwrites files that are there.")
    private boolean force = false;

    @Option(names = "--target", paramLabel = "COLUMN", description = "The column to be predicted.")
    private @Nullable String target = null;

    @Option(names = "--with-values", description = "Shows ranges and the names of classes.")
    private boolean withValues = false;

    @Option(names = "--format", paramLabel = "F", description = "csv, tsv, jsonl or parquet (default: by name).")
    private @Nullable String format = null;

    @Option(names = "--encoding", paramLabel = "E", description = "Such as windows-1252 (default: found out).")
    private @Nullable String encoding = null;

    @Option(names = "--delimiter", paramLabel = "C", description = "One character, or tab (default: found out).")
    private @Nullable String delimiter = null;

    @Option(
            names = "--header",
            negatable = true,
            description = "Whether the first line holds column names (default: it does, unless it looks like data).")
    private @Nullable Boolean header = null;

    @Option(names = "--missing", paramLabel = "WORD", description = "A cell that means no value; repeatable.")
    private List<String> missing = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DescribeCommand(boolean terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        requireFile();
        FileFormat known = format();
        requireNew(out);
        requireNew(croissant);
        Profile profile = profile(known, asked());
        PrintWriter people =
                out == null ? spec.commandLine().getErr() : spec.commandLine().getOut();
        Summary.of(profile).forEach(people::println);
        people.flush();
        if (profile.broken().tooMany(profile.rows()))
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s: %,d of %,d rows are broken (the first on line %d), too many for a draft",
                    profile.fileName(),
                    profile.broken().count(),
                    profile.broken().count() + profile.rows(),
                    profile.broken().first().getFirst().line()));
        write(profile, people);
        return 0;
    }

    private Profile profile(FileFormat known, Asked asked) throws IOException {
        try (Watching watching = new Watching(file, terminal)) {
            return Profiler.profile(file, known, asked, watching);
        } catch (UnknownColumn e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        } catch (AccessDeniedException e) {
            throw new WrongUse("Cannot read " + file + ": permission denied");
        }
    }

    private void write(Profile profile, PrintWriter people) throws IOException {
        Graph draft = Draft.of(profile);
        if (out != null) write(out, DraftText.of(draft));
        else {
            spec.commandLine().getOut().print(DraftText.of(draft));
            spec.commandLine().getOut().flush();
        }
        if (croissant != null) write(croissant, Croissant.of(profile));
        List<Unsaid> unsaid = DraftText.unsaid(draft);
        people.println("Left for you to say, what raises the quality most first:");
        for (Unsaid one : unsaid.subList(0, Math.min(NAMED, unsaid.size())))
            people.println("  " + one.property() + ": " + one.words());
        if (unsaid.size() > NAMED)
            people.println("  ... and " + (unsaid.size() - NAMED) + " more, as comments in the draft");
        if (out != null) people.println("Written: " + out);
        if (croissant != null) people.println("Written: " + croissant);
        people.flush();
    }

    private void write(Path to, String text) throws IOException {
        try {
            if (force) Files.writeString(to, text);
            else Files.writeString(to, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw there(to);
        } catch (NoSuchFileException e) {
            throw new WrongUse("There is no folder for " + to);
        } catch (AccessDeniedException e) {
            throw new WrongUse("Cannot write " + to + ": permission denied");
        }
    }

    private void requireFile() {
        if (Files.isDirectory(file)) throw new WrongUse(file + " is a folder; describe takes one file");
        if (!Files.exists(file)) throw new WrongUse("There is no file " + file);
        if (!Files.isReadable(file)) throw new WrongUse("Cannot read " + file + ": permission denied");
    }

    private void requireNew(@Nullable Path to) {
        if (to == null) return;
        if (Files.isDirectory(to)) throw new WrongUse(to + " is a folder; name a file");
        if (!force && Files.exists(to)) throw there(to);
    }

    private static WrongUse there(Path to) {
        return new WrongUse(to + " is there already; --force overwrites it");
    }

    private FileFormat format() {
        String said = format == null ? String.valueOf(file.getFileName()) : "." + format;
        return FileFormat.of(said)
                .orElseThrow(() -> new WrongUse(
                        format == null
                                ? "The name " + file + " does not say what it holds; wanted " + FileFormat.suffixes()
                                        + " at its end, or --format"
                                : "Unknown format \"" + format + "\"; --format takes csv, tsv, jsonl or parquet"));
    }

    private Asked asked() {
        return new Asked(
                Optional.ofNullable(encoding).map(DescribeCommand::charset),
                Optional.ofNullable(delimiter).map(DescribeCommand::character),
                Optional.ofNullable(header),
                Optional.ofNullable(target),
                new HashSet<>(missing),
                withValues);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("Unknown encoding \"" + name + "\"; such as utf-8, windows-1252 or utf-16le");
        }
    }

    private static char character(String said) {
        if (said.equalsIgnoreCase("tab") || said.equals("\\t")) return '\t';
        if (said.length() != 1 || said.equals("\"") || said.equals("\n") || said.equals("\r"))
            throw new WrongUse("A delimiter is one character, or tab; not \"" + said + "\"");
        return said.charAt(0);
    }

    /** A bar for a person, and nothing for a pipe. */
    private static final class Watching implements ReadingProgress, AutoCloseable {
        private final @Nullable ProgressBar bar;

        Watching(Path file, boolean terminal) {
            bar = terminal
                    ? new ProgressBarBuilder()
                            .setTaskName(String.valueOf(file.getFileName()))
                            .setInitialMax(100)
                            .setUnit(" %", 1)
                            .setStyle(ProgressBarStyle.ASCII)
                            .setUpdateIntervalMillis(200)
                            .clearDisplayOnFinish()
                            .build()
                    : null;
        }

        @Override
        public void at(long done, long total) {
            if (bar != null && total > 0) bar.stepTo(100 * done / total);
        }

        @Override
        public void close() {
            if (bar != null) bar.close();
        }
    }
}
