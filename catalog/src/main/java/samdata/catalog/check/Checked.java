package samdata.catalog.check;

import java.util.List;
import org.apache.jena.shacl.parser.Shape;

/**
 * A shape with its constraints put into words, and the property shapes below it.
 *
 * @param insteadOf the rules of other profiles that are not asked of a node that this shape is asked of, by their ids
 */
record Checked(Shape shape, List<Test> tests, List<Checked> below, List<String> insteadOf) {}
