package samdata.web.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import samdata.web.demo.Prefixes;

@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Asks the store in SPARQL; the default graph is everything that was harvested.",
        footer = {
            "",
            "Examples:",
            "  ./samdata query question.rq",
            "  echo 'SELECT ?title { ?d a dcat:Dataset ; dct:title ?title }' | ./samdata query --format csv",
            "  ./samdata query - --format turtle < describe.rq",
            "",
            "The prefixes of samdata's vocabularies need no declaration."
        })
final class QueryCommand implements Callable<Integer> {
    private static final Pattern PLACE = Pattern.compile("(?i)\\bline:? (\\d+), column:? (\\d+)");

    private final Opener opener;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The query; - or nothing reads standard input.")
    private String file = "-";

    @Option(names = "--format", paramLabel = "F", description = "table, csv, json or turtle (default: table).")
    private AnswerFormat format = AnswerFormat.table;

    @Mixin
    private CommonFlags flags = new CommonFlags();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    QueryCommand(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        Query query = parsed(text());
        try (Opened opened = opener.open(flags.settings(), false)) {
            DatasetGraph dataset = opened.catalog().view();
            PrintWriter out = spec.commandLine().getOut();
            out.print(Txn.calculateRead(dataset, () -> answer(query, dataset)));
            out.flush();
            return 0;
        }
    }

    private String answer(Query query, DatasetGraph dataset) {
        try (QueryExec exec = QueryExec.dataset(dataset)
                .query(query)
                .set(ARQ.httpServiceAllowed, false)
                .build()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.write(query, exec, out);
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    private String text() {
        try {
            return file.equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new WrongUse("There is no file " + file);
        } catch (MalformedInputException e) {
            throw new WrongUse("The file " + file + " is not written in UTF-8");
        } catch (IOException e) {
            throw new WrongUse("Cannot read " + file + ": " + e.getMessage());
        }
    }

    private Query parsed(String text) {
        String name = file.equals("-") ? "The query" : file;
        try {
            Query query = new Query();
            query.getPrefixMapping().setNsPrefixes(Prefixes.ofContext());
            return QueryFactory.parse(query, text, null, null);
        } catch (QueryException e) {
            throw new WrongUse(name + " is not SPARQL: " + cause(String.valueOf(e.getMessage())));
        }
    }

    /** What Jena says, as one line that begins with the place, when there is one. */
    private static String cause(String message) {
        String words = message.replaceFirst("(?s)\\s*Was expecting.*", "")
                .replaceFirst("(?i)(?: at )?\\bline:? \\d+, column:? \\d+[.:]?", "")
                .replaceFirst("(?s)^Encountered \" (?:\"[^\"]*\"|<[^>]*>) \"(.*) \"\"$", "unexpected $1")
                .replaceFirst("^Encountered \"<EOF>\".*", "it ends too early")
                .replaceAll("\\s+", " ")
                .strip();
        Matcher place = PLACE.matcher(message);
        return place.find() ? "line " + place.group(1) + ", column " + place.group(2) + ": " + words : words;
    }
}
