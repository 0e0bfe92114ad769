package samdata.harvester.croissant;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.jena.graph.Node;
import samdata.catalog.check.Violation;
import samdata.harvester.run.Run;

/** What {@link CroissantStructure} has found so far, in the words of {@code croissant.properties}. */
final class CroissantFaults {
    /** The words of a rule stand in the properties under its name. */
    enum Rule {
        TYPE,
        UNTYPED,
        MISSING,
        DANGLING,
        CIRCLE,
        FOREIGN,
        DATA_TYPE,
        SOURCE,
        JOIN,
        ORIGIN,
        ORIGINS,
        EXTRACT,
        FILE_PROPERTY,
        JSON_PATH,
        TRANSFORM,
        REGEX,
        DATA,
        COLUMNS,
        FIELDLESS,
        ENUMERATION,
        DUPLICATE,
        NAME_FORM;

        private String word(String part) {
            return Objects.requireNonNull(WORDS.getProperty(key(part)));
        }

        /** No shape is behind it, so it has no id: each reading finds it anew. */
        private samdata.catalog.check.Rule meaning() {
            return new samdata.catalog.check.Rule("", "", word("means"), word("example"), SPECIFICATION);
        }

        private String key(String part) {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + part;
        }
    }

    private static final List<String> PARTS = List.of("message", "fix", "means", "example", "more");
    private static final String SPECIFICATION = "https://docs.mlcommons.org/croissant/docs/croissant-spec.html";
    private static final Properties WORDS = words();

    private final List<Run.Finding> found = new ArrayList<>();
    private final Map<Rule, Integer> times = new EnumMap<>(Rule.class);

    /**
     * @param path the IRI of the property that is wrong; empty when it is the node
     * @param values what the rule's message tells
     */
    void add(Rule rule, String severity, Node dataset, String path, Object... values) {
        boolean named = times.merge(rule, 1, Integer::sum) <= Run.Finding.EXAMPLES;
        var words = named ? rule.word("message").formatted(values) : rule.word("more");
        var message = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        found.add(new Run.Finding(
                new Violation(
                        dataset.toString(), named ? path : "", severity, message, rule.word("fix"), rule.meaning()),
                OptionalLong.empty(),
                1));
    }

    List<Run.Finding> all() {
        return found;
    }

    private static Properties words() {
        var words = new Properties();
        try (var in = Objects.requireNonNull(CroissantFaults.class.getResourceAsStream("croissant.properties"))) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Rule rule : Rule.values())
            for (String part : PARTS) Objects.requireNonNull(words.getProperty(rule.key(part)), rule.key(part));
        return words;
    }
}
