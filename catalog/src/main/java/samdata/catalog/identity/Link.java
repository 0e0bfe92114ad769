package samdata.catalog.identity;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * Two datasets that are held to be the same.
 *
 * @param one the dataset whose IRI comes first
 * @param score from 0 to 1; links begin at 0.75
 * @param evidence the strongest first
 */
public record Link(Node one, Node other, double score, List<Evidence> evidence) {
    /** The IRI at the other end, seen from one. */
    public String otherThan(String iri) {
        return one.getURI().equals(iri) ? other.getURI() : one.getURI();
    }
}
