package samdata.catalog.check;

import java.util.Comparator;
import java.util.List;

/**
 * One thing a shape says is wrong with a description, in words a data publisher can act on.
 *
 * @param dataset the IRI of the dataset it concerns (the focus node's, when no dataset is near)
 * @param path the property, as a SPARQL path; empty when the whole node is meant
 * @param severity {@code violation}, {@code warning} or {@code info}
 * @param fix one sentence: what to write, and where
 * @param rule which rule of which profile is broken; {@link Rule#NONE} for what no shape found
 */
public record Violation(String dataset, String path, String severity, String message, String fix, Rule rule) {
    private static final List<String> SEVERITIES = List.of("violation", "warning", "info");

    /** Violations first, then by dataset, path and rule. */
    public static final Comparator<Violation> ORDER = Comparator.comparingInt(
                    (Violation violation) -> SEVERITIES.indexOf(violation.severity()))
            .thenComparing(Violation::dataset)
            .thenComparing(Violation::path)
            .thenComparing(violation -> violation.rule().profile())
            .thenComparing(violation -> violation.rule().id());

    /** Of something that no shape is about, such as a record that could not be read. */
    public Violation(String dataset, String path, String severity, String message, String fix) {
        this(dataset, path, severity, message, fix, Rule.NONE);
    }
}
