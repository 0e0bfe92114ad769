package samdata.catalog.check;

import org.apache.jena.shacl.parser.Constraint;

/**
 * One constraint of a shape and all that is told when it is broken, made once.
 *
 * @param path as a finding shows it
 */
record Test(Constraint constraint, String path, String severity, String message, String fix, Rule rule) {
    Violation broken(String dataset) {
        return new Violation(dataset, path, severity, message, fix, rule);
    }
}
