/**
 * Which datasets of different sources are the same one under other IRIs: found by what their descriptions share and by how
 * rare that is, linked with the evidence, never merged.
 */
@NullMarked
package samdata.catalog.identity;

import org.jspecify.annotations.NullMarked;
