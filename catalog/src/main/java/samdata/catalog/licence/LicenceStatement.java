package samdata.catalog.licence;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * One place where a dataset's description says which licence holds.
 *
 * @param object what stands there, as it was written
 * @param part the component or the distribution it speaks of; empty when it is the whole dataset
 * @param by who says so, where that is stated
 * @param licence what is meant; the unknown one when it is not recognised
 */
public record LicenceStatement(
        Node subject, Node predicate, Node object, Optional<String> part, Optional<String> by, Licence licence) {}
