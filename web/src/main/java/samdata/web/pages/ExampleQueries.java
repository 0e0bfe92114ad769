package samdata.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The competency questions of the ontology as queries to begin from: {@code ontologies/demo/queries/cqNN.rq}. */
final class ExampleQueries {
    private final List<Example> examples;
    private final String first;

    /**
     * @param role who asks: what stands before the colon of the first line
     * @param question the rest of the first line
     * @param text the query, ready to run
     */
    public record Example(String id, String role, String question, String text) {}

    private ExampleQueries(List<Example> examples, String first) {
        this.examples = examples;
        this.first = first;
    }

    static ExampleQueries load() {
        List<Example> examples = new ArrayList<>();
        String first = read("/sparql/first.rq")
                .orElseThrow(() -> new IllegalStateException("/sparql/first.rq is not on the class path"));
        for (int number = 1; ; number++) {
            String id = String.format(Locale.ROOT, "cq%02d", number);
            Optional<String> text = read("/ontologies/demo/queries/" + id + ".rq");
            if (text.isEmpty()) return new ExampleQueries(List.copyOf(examples), first);
            examples.add(example(id, text.get()));
        }
    }

    /** What stands in the editor when nothing was asked for. */
    String first() {
        return first;
    }

    List<Example> all() {
        return examples;
    }

    Optional<Example> get(String id) {
        return examples.stream().filter(example -> example.id().equals(id)).findFirst();
    }

    private static Example example(String id, String text) {
        String first = text.lines().findFirst().orElse("").replaceFirst("^#+\\s*", "");
        int colon = first.indexOf(": ");
        String role = colon > 0 && colon < 40 ? first.substring(0, colon) : "";
        String question = role.isEmpty() ? first : first.substring(colon + 2);
        return new Example(id, role, capitalised(question), onlyUsedPrefixes(text));
    }

    /** The files declare every prefix of the project; a reader is shown those that the query uses, one a line. */
    private static String onlyUsedPrefixes(String text) {
        String spread = text.replaceAll("\\s+PREFIX ", "\nPREFIX ");
        String body = spread.lines()
                .filter(line -> !line.startsWith("PREFIX ") && !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
        return spread.lines()
                        .filter(line -> !line.startsWith("PREFIX ")
                                || uses(body, line.substring(7).strip().split(":", 2)[0] + ":"))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static boolean uses(String body, String prefix) {
        return body.matches("(?s).*[^A-Za-z0-9_-]" + java.util.regex.Pattern.quote(prefix) + "[A-Za-z].*");
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Optional<String> read(String file) {
        try (InputStream in = ExampleQueries.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
