/** What we think of each dataset, as RDF in a graph of ours; derived from the descriptions and kept in step with them. */
@NullMarked
package samdata.catalog.judge;

import org.jspecify.annotations.NullMarked;
