package samdata.catalog.history;

import org.apache.jena.graph.Node;

/** That a dataset came, changed or went. */
public record DatasetChange(Kind kind, Node iri) {}
