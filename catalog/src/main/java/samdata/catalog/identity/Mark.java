package samdata.catalog.identity;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * A value that may be shared, as one description states it.
 *
 * @param kind what it is evidence of when it is shared
 * @param property where it stands; {@link #ITSELF} when it is the dataset's own IRI
 * @param written as the company wrote it
 */
record Mark(Kind kind, Node property, String written) {
    static final Node ITSELF = RDF.Nodes.subject;

    boolean isItself() {
        return property.equals(ITSELF);
    }
}
