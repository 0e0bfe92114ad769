package samdata.catalog;

/**
 * One thing a shape says is wrong with a description, in words a data publisher can act on.
 *
 * @param dataset the IRI of the dataset it concerns (the focus node's, when no dataset is near)
 * @param path the property, as a SPARQL path; empty when the whole node is meant
 * @param severity {@code violation}, {@code warning} or {@code info}
 * @param fix one sentence: what to write, and where
 */
public record Violation(String dataset, String path, String severity, String message, String fix) {}
