/** What the shapes find wrong with a description, in words that its publisher can act on; ours and the operator's. */
@NullMarked
package samdata.catalog.check;

import org.jspecify.annotations.NullMarked;
