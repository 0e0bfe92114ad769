package samdata.catalog.search;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.Path;

/**
 * One dimension the search can be narrowed by. Facets are not written in Java: every SHACL property shape that carries
 * {@code sam:facet} is one.
 *
 * @param shape the property shape, in which labels stand under {@code sh:name}
 * @param judged whether the values are what we think, and so are read in the judgements alone: no company can state them
 * @param path from the dataset to the values; steps through {@code skos:broader} make a facet hierarchical
 */
public record Facet(String id, Node shape, int order, Path path, boolean byYear, boolean judged) {
    public String label(Graph shapes, String lang) {
        return samdata.vocab.Labels.best(shapes, shape, org.apache.jena.shacl.vocabulary.SHACL.name, lang)
                .orElse(id);
    }
}
