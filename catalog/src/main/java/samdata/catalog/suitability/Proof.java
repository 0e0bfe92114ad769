package samdata.catalog.suitability;

import org.apache.jena.graph.Node;

/**
 * A model that was trained or tested on the dataset, and how well it did.
 *
 * @param measure the metric, or the property that states the result
 * @param value as written
 */
public record Proof(Node model, Node measure, String value) {}
