package samdata.catalog.check;

import java.util.List;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;

/** A shape with its constraints put into words, and the property shapes below it. */
record Checked(Shape shape, List<Test> tests, List<Checked> below) {
    boolean ofProperty() {
        return shape instanceof PropertyShape;
    }
}
